"""What every endpoint has in common: anybody may read, nobody may write, and each parameter is known or refused."""

from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils.functional import classproperty
from django.views.decorators.http import conditional_page, require_safe
from rest_framework.fields import Field
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from wagtail.api import APIField
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet

from portal.pages.languages import CODES

KEPT_FOR = 300
"""Seconds for which programs and those on the way need not ask again."""
# Digits of a limit or an offset: beyond it the database's numbers end.
LONGEST_NUMBER = 9


class Told(Field):
    """A field whose value a function of the object and the request gives."""

    def __init__(self, tell):
        super().__init__(read_only=True)
        self.tell = tell

    def get_attribute(self, instance):
        return instance

    def to_representation(self, instance):
        return self.tell(instance, self.context["request"])


def told(name, tell):
    """A field of an endpoint. tell: (object, request) -> what JSON can say."""
    return APIField(name, serializer=Told(tell))


class PublicAPIViewSet(BaseAPIViewSet):
    """Base of the endpoints. Nobody is signed in here: everybody gets the same answer, which may be kept on the way.

    A subclass says `model`, `get_queryset` with what anybody may read, its fields, `filters` ({parameter:
    function(queryset, value)}) and `orders` ({word: the column by which a list may be ordered}).
    """

    authentication_classes = ()
    permission_classes = (AllowAny,)
    renderer_classes = (JSONRenderer,)
    http_method_names = ("get", "head")
    filters = {}
    orders = {}

    @classproperty
    def known_query_parameters(cls):
        return frozenset({"limit", "offset", "fields", "order", *cls.filters})

    @classmethod
    def get_urlpatterns(cls):
        """A list and its items; no search, and no looking up by something else."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in ("listing", "detail")]

    @classmethod
    def as_view(cls, *args, **kwargs):
        """304 to whoever has the same answer still."""
        return conditional_page(super().as_view(*args, **kwargs))

    def check_query_parameters(self, queryset):
        self.refuse_other_than(self.known_query_parameters)
        for name in ("limit", "offset"):
            if len(self.request.GET.get(name, "")) > LONGEST_NUMBER:
                raise BadRequestError(f"{name} is too large")

    def refuse_other_than(self, known):
        if unknown := self.request.GET.keys() - known:
            raise BadRequestError(f"unknown parameters: {', '.join(sorted(unknown))}")
        if any("\0" in value for value in self.request.GET.values()):
            raise BadRequestError("null characters are not allowed")

    def detail_view(self, request, pk):
        self.refuse_other_than({"fields"})
        return super().detail_view(request, pk)

    def filter_queryset(self, queryset):
        for name, narrow in self.filters.items():
            if value := self.request.GET.get(name, ""):
                queryset = narrow(queryset, value)
        if order := self.request.GET.get("order", ""):
            word = order.removeprefix("-")
            if word not in self.orders:
                raise BadRequestError(
                    f"order is one of: {', '.join(self.orders)}, each with - before it for the reverse"
                )
            queryset = queryset.order_by(f"{'-' if order != word else ''}{self.orders[word]}", "-pk")
        return queryset

    def paginate_queryset(self, queryset):
        """The rows of one page of the list, with what belongs to them read at once."""
        rows = list(super().paginate_queryset(queryset))
        self.complete(rows)
        return rows

    def get_object(self):
        """The one that the address names. Raises Http404."""
        if not hasattr(self, "_found"):
            # By `id`, for which Django knows how large a number can be; by `pk`, which is a key to another table, it does not.
            self._found = self.get_queryset().filter(id=self.kwargs["pk"]).first()
            if self._found is None:
                raise Http404("not found")
            self.complete([self._found])
        return self._found

    def complete(self, rows):
        """Give the rows what their fields take from other tables, in a number of queries that does not grow."""

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if response.status_code == 200:
            response["Cache-Control"] = f"public, max-age={KEPT_FOR}"
        # Pages of other sites may read what everybody may read. No cookie plays a part in it.
        response["Access-Control-Allow-Origin"] = "*"
        return response


@require_safe
def api_root(request):
    """Where there is what."""
    lists = {name: reverse(f"api_v1:{name}:listing") for name in ("news", "editions")}
    response = JsonResponse({name: request.build_absolute_uri(path) for name, path in lists.items()})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def year_of(value):
    """A year that a database can compare. Raises BadRequestError."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:5]) <= 9999):
        raise BadRequestError("year is a number of four digits")
    return int(value)


def in_language(queryset, value):
    """Narrows pages to one language of the site. Raises BadRequestError."""
    if value not in CODES:
        raise BadRequestError(f"locale is one of: {', '.join(CODES)}")
    return queryset.filter(locale__language_code=value)
