from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal.clock.instants import is_chinese

# "沪ICP备12345678号-1": province, up to ten digits, and the number of the site where the holder has several.
ICP = RegexValidator(
    r"^[\u4e00-\u9fff]ICP[备证]\s?\d{6,10}号(-\d{1,3})?$", _("As on the record, such as 沪ICP备12345678号-1.")
)
# "沪公网安备 31010402000001号": province, and fourteen digits.
PSB = RegexValidator(
    r"^[\u4e00-\u9fff]公网安备\s?\d{14}号$", _("As on the record, such as 沪公网安备 31010402000001号.")
)
NAMES = ("name", "plan", "hospital", "office", "hours", "address")


@register_setting(icon="site", order=50)
class SiteIdentity(BaseGenericSetting):
    """Who speaks on the site, and its records with the authorities. What is left empty keeps the site's own words."""

    name_en = models.CharField(_("name of the site, in English"), max_length=80, blank=True)
    name_zh = models.CharField(_("name of the site, in Chinese"), max_length=40, blank=True)
    plan_en = models.CharField(_("name of the plan, in English"), max_length=80, blank=True)
    plan_zh = models.CharField(_("name of the plan, in Chinese"), max_length=40, blank=True)
    hospital_en = models.CharField(_("hospital, in English"), max_length=80, blank=True)
    hospital_zh = models.CharField(_("hospital, in Chinese"), max_length=40, blank=True)
    office_en = models.CharField(_("office, in English"), max_length=80, blank=True)
    office_zh = models.CharField(_("office, in Chinese"), max_length=40, blank=True)
    hours_en = models.CharField(_("when somebody answers, in English"), max_length=120, blank=True)
    hours_zh = models.CharField(_("when somebody answers, in Chinese"), max_length=60, blank=True)
    address_en = models.CharField(_("postal address, in English"), max_length=200, blank=True)
    address_zh = models.CharField(_("postal address, in Chinese"), max_length=100, blank=True)
    icp_number = models.CharField(
        _("ICP record number"), max_length=40, blank=True, validators=[ICP], help_text=_("Such as 沪ICP备12345678号-1.")
    )
    psb_number = models.CharField(
        _("public-security record number"),
        max_length=40,
        blank=True,
        validators=[PSB],
        help_text=_("Such as 沪公网安备 31010402000001号. The foot of every page links it to its record."),
    )
    psb_emblem = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("emblem of the public-security record"),
        help_text=_("The picture that came with the number; it stands to the left of it."),
    )

    panels = [
        HelpPanel(content=_("What is left empty keeps the words with which the site came.")),
        *(FieldRowPanel([FieldPanel(f"{name}_en"), FieldPanel(f"{name}_zh")]) for name in NAMES),
        MultiFieldPanel(
            [FieldPanel("icp_number"), FieldPanel("psb_number"), FieldPanel("psb_emblem")],
            heading=_("Records of the site with the authorities"),
            help_text=_("Every site on the mainland shows them at the foot of its pages. Empty ones are not shown."),
        ),
    ]

    class Meta:
        verbose_name = _("identity of the site")

    def filled_in(self, language):
        """{field of identity.Identity: words} in a language; "" where the site's own words stand."""
        end = "zh" if is_chinese(language) else "en"
        return {
            **{name: getattr(self, f"{name}_{end}") for name in NAMES},
            "icp_number": self.icp_number,
            "psb_number": self.psb_number,
            "psb_emblem": emblem_address(self.psb_emblem) if self.psb_number else "",
        }


def emblem_address(image):
    """The address of the emblem's picture, small; "" without one."""
    if image is None:
        return ""
    return image.file.url if image.is_svg() else image.get_rendition("fill-40x40|format-png").url
