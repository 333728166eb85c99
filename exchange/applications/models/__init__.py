"""The slice's tables: the application with its answers, invitations, screening, and the lists that the office edits."""

from .answers import Affiliation, DateWindow
from .application import Application
from .files import ApplicationFile
from .invitation import InvitationToApply
from .reference import EuropeanCountry, ReadyReason, Specialty
from .screening import InformationRequest, InternalNote, Screening, SubmissionExtension

__all__ = [
    "Affiliation",
    "Application",
    "ApplicationFile",
    "DateWindow",
    "EuropeanCountry",
    "InformationRequest",
    "InternalNote",
    "InvitationToApply",
    "ReadyReason",
    "Screening",
    "Specialty",
    "SubmissionExtension",
]
