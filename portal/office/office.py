"""The office screens of this slice: the holidays. The clock lies below the office, so they stand here."""

from .holidays import HolidaysOffice
from .viewsets import offer

offer(HolidaysOffice("holidays"))
