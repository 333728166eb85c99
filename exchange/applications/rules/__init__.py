"""What an application may hold, and what it lacks: pure decisions. Data and today in, codes out; sentences stand in forms."""
