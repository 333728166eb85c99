"""Every table of this app: a model whose module nobody imports would vanish from the migrations silently."""
# ruff: noqa: F401, I001

from exchange.partners.models import Partner, PartnerContact, PartnerDepartment
from exchange.cycles.models import Cycle, Seat
from exchange.applications.models import Application
