"""What an application lacks, over its answers, its files and what is wrong in them."""

from ..rules.completeness import lacks
from .answers import values_of
from .files import classes_with_files


def lacks_of(application, wrong):
    """Every Lack of an application. wrong: (section, field) of what the form finds wrong."""
    return lacks(values_of(application), files=classes_with_files(application), wrong=wrong)
