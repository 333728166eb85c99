"""One call of one programme for one year: its dates, its seats, and the one lock that both databases honour."""
