"""A refusal in the office is a page with status 403, where Wagtail would redirect to its first page with a message."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import render


def refuses_openly(view):
    """Decorator for every view of ours below /admin/."""

    @wraps(view)
    def asked(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return render(request, "portal/office/refused.html", status=403)

    return asked
