"""A video that stands elsewhere: a picture of it and the way there. Nothing is loaded from there before a reader goes."""

from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.pages.blocks import PictureBlock

# (hosts with all that end in them, the provider's name, whether it is out of reach in mainland China).
PROVIDERS = (
    (("bilibili.com", "b23.tv"), _("Bilibili"), False),
    (("v.qq.com",), _("Tencent Video"), False),
    (("youtube.com", "youtu.be", "youtube-nocookie.com"), "YouTube", True),
    (("vimeo.com",), "Vimeo", True),
)


def provider_of(url):
    """(name of the provider, whether it is out of reach in mainland China) of a video's address.

    One that is not known is called by its host, and nothing is said of where it can be reached.
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for hosts, name, abroad in PROVIDERS:
        if any(host == known or host.endswith(f".{known}") for known in hosts):
            return name, abroad
    return host, False


class VideoBlock(blocks.StructBlock):
    """A video by its links, with its poster."""

    title = blocks.CharBlock(max_length=120, label=_("title"))
    links = blocks.ListBlock(
        blocks.URLBlock(label=_("address")),
        min_num=1,
        max_num=3,
        label=_("where it can be watched"),
        help_text=_(
            "The address of its page at Bilibili, Tencent Video, YouTube, Vimeo or elsewhere. YouTube and Vimeo do not open "
            "in mainland China: where there is another address, give that as well, and first."
        ),
    )
    length = blocks.RegexBlock(
        regex=r"^\d{1,3}:[0-5]\d(:[0-5]\d)?$",
        required=False,
        label=_("length"),
        help_text=_("Minutes and seconds: 4:12."),
        error_messages={"invalid": _("Write the length as minutes and seconds: 4:12.")},
    )
    poster = PictureBlock(label=_("poster"))

    class Meta:
        icon = "media"
        label = _("video")
        template = "portal/pages/blocks/video.html"

    def get_context(self, value, parent_context=None):
        links = []
        for url in value["links"]:
            name, abroad = provider_of(url)
            links.append({"url": url, "name": name, "abroad": abroad})
        poster = self.child_blocks["poster"].shown(value["poster"])
        return {**super().get_context(value, parent_context), "links": links, "poster": poster}
