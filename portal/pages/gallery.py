"""Every component in every state, on one page for developers. The lead's urls.py wires it in development
alone.
"""

from datetime import timedelta

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.clock.system import system_now

from . import gallery_samples, months, timetable
from .drawings.stories import STORIES
from .gallery_forms import sample_form


@require_safe
def gallery(request):
    """The components page in the language of the request. Its sample words are bilingual in code, not in
    the catalogue, since nobody but developers reads them.
    """
    chinese = (get_language() or "en").startswith("zh")
    now = system_now()
    samples = gallery_samples.samples(chinese, now)
    return render(
        request,
        "components/gallery.html",
        {
            **samples,
            "now": now,
            "soon": now + timedelta(days=2, hours=5),
            "later": now + timedelta(days=22, hours=8),
            "past": now - timedelta(days=3),
            "clean_form": sample_form(chinese),
            "bad_form": sample_form(chinese, wrong=True),
            "schedule_rows": timetable.rows(samples["slots"], ["1", "2", "3"]),
            "weeks": months.weeks(2027, 6, samples["month_entries"], day_off=samples["day_off"]),
            "drawings": list(STORIES),
        },
    )
