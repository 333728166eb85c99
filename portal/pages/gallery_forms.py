"""The form of the components page: one field of each kind, clean or with problems."""

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile


def sample_form(chinese, wrong=False):
    """An unbound form, or with wrong=True one that was sent with problems."""

    def say(en, zh):
        return zh if chinese else en

    class SampleForm(forms.Form):
        proposal = forms.CharField(
            label=say("Your proposal", "访问方案"),
            help_text=say(
                "At most 400 words. Say what you would bring, and what you would like to see.",
                "不超过400词。请说明您将带来什么，希望看到什么。",
            ),
            widget=forms.Textarea(attrs={"rows": 4}),
            error_messages={"required": say("Write your proposal. A short one will do.", "请填写访问方案，简短即可。")},
        )
        first = forms.DateField(
            label=say("First day", "第一天"),
            help_text=say("Between 1 June and 30 November 2027, in Shanghai.", "2027年6月1日至11月30日之间（上海）。"),
            widget=forms.DateInput(attrs={"type": "date"}),
        )
        country = forms.ChoiceField(
            label=say("Country or region", "国家或地区"),
            required=False,
            choices=[("cz", say("Czechia", "捷克")), ("be", say("Belgium", "比利时"))],
        )
        wishes = forms.MultipleChoiceField(
            label=say("What would you like to do in Shanghai?", "您希望在上海做什么？"),
            help_text=say("Choose all that fit.", "可多选。"),
            widget=forms.CheckboxSelectMultiple,
            choices=[("l", say("Give a lecture", "讲学")), ("o", say("Observe in theatre", "观摩手术"))],
        )
        curriculum = forms.FileField(
            label=say("Curriculum vitae", "简历"),
            help_text=say("PDF, JPEG or PNG, at most 20 MB.", "PDF、JPEG或PNG，不超过20 MB。"),
        )
        agreed = forms.BooleanField(
            label=say("The dates and the participation suit me", "时间与参与方式均合适"),
            help_text=say("You can ask to change either after you accept.", "接受之后仍可提出更改。"),
        )

        def clean_curriculum(self):
            raise forms.ValidationError(
                say(
                    "dvorakova-cv-scan.pdf has 31 MB. The limit is 20 MB.",
                    "文件为31 MB，上限为20 MB。请压缩后重新上传。",
                )
            )

    if not wrong:
        return SampleForm()
    return SampleForm({"country": "cz"}, {"curriculum": SimpleUploadedFile("dvorakova-cv-scan.pdf", b"x")})
