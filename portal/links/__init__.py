"""Links on the pages of the site that lead nowhere: looked for by night, listed in the office."""
