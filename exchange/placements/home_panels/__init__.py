"""The home page: who went and who came this year, the exchange in figures, and the partners on their map."""

from . import figures, partners, travellers  # noqa: F401  (each registers what it shows)
