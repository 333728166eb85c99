"""What the body of a story may hold beyond that of a plain page."""

from portal.pages.blocks import BodyBlock

from .document import DocumentBlock
from .gallery import GalleryBlock
from .people import PeopleBlock
from .related import RelatedBlock
from .table import TableBlock
from .trial import TrialBlock
from .video import VideoBlock

# They stand beside the text, wherever in the body they were put.
ASIDE = ("people", "related")


class StoryBodyBlock(BodyBlock):
    """The body of a story."""

    gallery = GalleryBlock()
    video = VideoBlock()
    document = DocumentBlock()
    table = TableBlock()
    trial = TrialBlock()
    people = PeopleBlock()
    related = RelatedBlock()

    class Meta:
        block_counts = {"people": {"max_num": 1}, "related": {"max_num": 1}}
