"""The pages of the person who comes."""
