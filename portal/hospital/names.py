"""Which of a pair of fields a reader gets. Pure."""


def in_language(obj, field, language):
    """The value of a pair of fields: `<field>_zh` for Chinese readers where it is filled, else
    `<field>_en`."""
    chinese = getattr(obj, f"{field}_zh")
    return chinese if chinese and language.lower().startswith("zh") else getattr(obj, f"{field}_en")
