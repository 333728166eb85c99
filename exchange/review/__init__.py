"""评审: who reads which application, their scores and conflicts of interest, and the decision that comes of it."""
