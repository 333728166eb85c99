"""The news by e-mail: who wants which, when a digest leaves, and what stands in it."""
