"""Every number of the check in one place. Pure."""

MEGABYTE = 1024 * 1024

MAX_BYTES = 20 * MEGABYTE
# A picture may grow when it is written anew.
MAX_CLEAN_BYTES = 60 * MEGABYTE
MAX_PAGES = 200
# An A4 page at 600 dots an inch has 35 million pixels; the larger modes of telephones stay below fifty.
MAX_PIXELS = 50_000_000
# Of one picture inside a PDF: A4 at 1200 dots an inch.
MAX_PIXELS_IN_PDF = 150_000_000
MAX_OBJECTS = 60_000
# What a PDF's streams other than pictures may unpack to, together. Far above any honest CV; far below a bomb.
MAX_UNPACKED = 160 * MEGABYTE
MAX_PACKED_OBJECTS = 32 * MEGABYTE
MAX_FILTERS = 3
MAX_LINK = 2048

# The child's own limits. The wall clock is the parent's: it ends the child's whole group.
WALL_SECONDS = 4.0
CPU_SECONDS = 4
MEMORY_BYTES = 1024 * MEGABYTE
OUTPUT_BYTES = 64 * MEGABYTE
OPEN_FILES = 48

PAGE_WIDTHS = (400, 800, 1200)
