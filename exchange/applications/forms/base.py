from django import forms


class SectionForm(forms.Form):
    """One section. A draft may lack anything, so that "required" is told only where it is asked for (`strict`).

    today: the date in Shanghai. application: whose answers are shown. With `texts` the form is bound to what stands in
    the draft, so that it shows what is wrong there.
    """

    section = ""
    use_required_attribute = False

    def __init__(self, data=None, *, application, today, initial=None, strict=False):
        self.application = application
        self.today = today
        self.strict = strict
        super().__init__(data=data, initial=initial, label_suffix="")

    def full_clean(self):
        super().full_clean()
        if not self.is_bound or self.strict:
            return
        for name in list(self._errors):
            rest = [error for error in self._errors[name].as_data() if error.code != "required"]
            if rest:
                self._errors[name] = self.error_class(
                    [text for error in rest for text in error.messages],
                    error_class="wrong",
                    renderer=self.renderer,
                )
                continue
            del self._errors[name]
            if name in self.fields:
                field = self.fields[name]
                self.cleaned_data[name] = [] if isinstance(field, forms.MultipleChoiceField) else empty(field)

    def rows(self):
        """Names of the fields that the page shows now."""
        return list(self.fields)


def empty(field):
    """What a column holds for an answer that was not given."""
    return "" if isinstance(field, forms.CharField | forms.ChoiceField) else None
