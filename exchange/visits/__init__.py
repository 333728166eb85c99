"""One stay in Shanghai: dates, participation, host team, itinerary."""
