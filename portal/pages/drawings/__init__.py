"""Every picture of the site, drawn by code in plain Python: no library, no Django.

Three techniques and no other: LIMBS (the flow-volume curve of a breath), SLICES (a body cut into level
lines, as a scanner does it) and COUNTS (one mark for each person, day or place; never a number that nobody
stated). `python -m portal.pages.drawings OUT_DIR` writes the pictures of stories, in light and in dark.
"""
