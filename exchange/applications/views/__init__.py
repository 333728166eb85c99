"""The pages of people who apply. Thin: who writes and in which draft is found in `desks`, what happens in the actions."""
