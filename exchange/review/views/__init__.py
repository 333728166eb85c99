"""The review desk: pages of the site, for reviewers alone."""
