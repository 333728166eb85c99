"""Fields that more than one section uses."""

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from ..rules.person import MOST_WORDS, count_words


class DayInput(forms.DateInput):
    """The browser's own calendar; the value always as YYYY-MM-DD, whatever the language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class Day(forms.DateField):
    widget = DayInput

    def __init__(self, **kwargs):
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y/%m/%d", "%Y年%m月%d日"])
        kwargs.setdefault(
            "error_messages",
            {"invalid": _("This is no date. Write it as year, month, day, such as 2027-09-06.")},
        )
        super().__init__(**kwargs)


class CountryOrRegion(forms.ChoiceField):
    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Country or region"))
        super().__init__(choices=self.listed, **kwargs)

    @staticmethod
    def listed():
        return [("", _("Choose one")), *countries]


class Year(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(
            min_value=1950,
            max_value=2100,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-date"}),
            error_messages={
                "invalid": _("Write the year with four digits."),
                "min_value": _("Write the year with four digits."),
                "max_value": _("Write the year with four digits."),
            },
            **kwargs,
        )


class Phone(forms.CharField):
    """A number with its country code, kept as it was typed."""

    def __init__(self, **kwargs):
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}), **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if not value:
            return value
        try:
            number = phonenumbers.parse(value, None)
        except phonenumbers.NumberParseException:
            number = None
        if number is None or not phonenumbers.is_possible_number(number):
            raise ValidationError(_("Write the number with its country code, such as +420 601 123 456."), code="phone")
        return value


class LimitedWords(forms.CharField):
    """A text of at most so many words; a longer one is kept as it was typed and told by how much it is over."""

    def __init__(self, *, most=MOST_WORDS, **kwargs):
        self.most = most
        super().__init__(strip=False, **kwargs)
        self.widget.attrs["data-words"] = most

    def clean(self, value):
        value = super().clean(value)
        words = count_words(value or "")
        if words > self.most:
            raise ValidationError(
                _("The text has %(count)s words. The limit is %(most)s: shorten it by %(over)s."),
                code="words",
                params={"count": words, "most": self.most, "over": words - self.most},
            )
        return value
