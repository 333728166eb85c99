"""Pages and documents give themselves to the search."""

from .searching import of_documents, of_pages  # noqa: F401  (register their sources)
