"""Role names; who may do what to which object (slices answer in their access.py); signed links."""
