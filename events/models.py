"""Every table of this app: a model whose module nobody imports would vanish from the migrations silently."""
