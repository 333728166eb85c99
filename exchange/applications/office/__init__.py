"""The office's screens of this slice; imported by `portal.slices.load`."""

from . import lists, screening  # noqa: F401
