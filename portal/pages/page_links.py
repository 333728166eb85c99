"""Links to the pages of a list, which keep the rest of the query."""

from django.http import QueryDict


def pagination_context(page, query, *, label, newer, older, key="page"):
    """Context of components/pagination.html.

    page: Django's Page. query: the request's QueryDict, or None. label: name of the navigation. newer,
    older: words of the links at its ends. key: the query's key of the page number.
    """
    query = query.copy() if query is not None else QueryDict(mutable=True)

    def address(number):
        query[key] = number
        return f"?{query.urlencode()}"

    numbers = [
        (number, address(number) if isinstance(number, int) else "")
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return {
        "page": page,
        "numbers": numbers,
        "label": label,
        "newer": (newer, address(page.previous_page_number())) if page.has_previous() else None,
        "older": (older, address(page.next_page_number())) if page.has_next() else None,
    }
