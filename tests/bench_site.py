"""What `make bench` serves, each under a server of its own that is started the same way.

BENCH=kept     the demo's site, its public pages kept whole
BENCH=anew     the same, each page made anew
BENCH=bare     one Django view that answers with BENCH_SIZE bytes, with nothing around it

The list of the news holds twenty stories a page here, as many as the lists that it is compared with.
"""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

KIND = os.environ["BENCH"]
LISTED = 20


def bare(request):
    return HttpResponse(BODY)


if KIND == "bare":
    BODY = b"x" * int(os.environ["BENCH_SIZE"])
    urlpatterns = [path("", bare)]
    settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="bench", USE_TZ=True)
    application = get_wsgi_application()
else:
    application = get_wsgi_application()
    from portal.pages import news_list

    news_list.PER_PAGE = LISTED
    settings.PAGES_KEPT_FOR = 3600 if KIND == "kept" else 0
