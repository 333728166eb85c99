"""The pictures themselves, by subject; stories.py names them and says what is counted in each."""
