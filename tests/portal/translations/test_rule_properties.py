"""Whatever people do in whatever order: the rule against an oracle that counts versions of the words instead of instants."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from portal.translations.rules import Side, level_after, newer_sides

START = datetime(2027, 3, 1, tzinfo=UTC)


class Clock:
    """Each act has an instant of its own."""

    def __init__(self):
        self.ticks = 0

    def __call__(self):
        self.ticks += 1
        return START + timedelta(hours=self.ticks)


class Free:
    """Two pages that were written by hand. current: the languages whose page says the latest."""

    def __init__(self, first):
        self.clock, self.level, self.sides, self.current = Clock(), None, {}, set()
        for code in (first, {"en": "zh", "zh": "en"}[first]):
            self.publish(code)

    def publish(self, code):
        at = self.clock()
        side = self.sides.get(code) or Side(code, at, None)
        self.sides[code] = replace(side, last=at)
        others = [other for key, other in self.sides.items() if key != code]
        # What is new, or was behind, has followed; what was level or ahead is ahead.
        ahead = len(self.sides) == 2 and self.current in ({"en", "zh"}, {code})
        self.current = {code} if ahead else set(self.sides)
        self.level = level_after(self.sides[code], others, self.level) or self.level

    def settle(self, _code):
        self.level, self.current = self.clock(), set(self.sides)

    def old(self):
        return {key: newer.key for key, newer in newer_sides(list(self.sides.values()), self.level).items()}

    def expected(self):
        [*newer] = self.current
        return {key: newer[0] for key in self.sides if key not in self.current}


FREE_ACTS = st.lists(st.tuples(st.sampled_from(["publish", "publish", "settle"]), st.sampled_from(["en", "zh"])))


@given(st.sampled_from(["en", "zh"]), FREE_ACTS)
def test_of_two_written_by_hand_the_one_changed_since_both_were_level_is_newer(first, acts):
    pair = Free(first)
    assert pair.old() == {}
    for name, code in acts:
        getattr(pair, name)(code)
        assert pair.old() == pair.expected()


class Followed:
    """A translation and its original, by versions of the original's words: what was taken over, translated and published."""

    def __init__(self):
        self.clock, self.level, self.translated_at = Clock(), None, None
        self.version, self.on_site, self.settled = 1, 0, 0
        at = self.clock()
        self.original = Side("zh", at, at)
        self.taken = 1
        self.page = Side("en", None, None, follows="zh", taken_at=self.clock())
        self.translate()
        self.publish()

    def change(self):
        self.version += 1
        self.original = replace(self.original, last=self.clock())
        self.tell(self.original, self.page)

    def take_over(self):
        """Offered where there is something to take over."""
        if self.old() and self.taken < self.version:
            self.taken, self.translated_at = self.version, None
            self.page = replace(self.page, taken_at=self.clock())

    def translate(self):
        if self.translated_at is None:
            self.translated_at = self.clock()

    def publish(self):
        at = self.clock()
        if self.translated_at is not None:
            self.on_site = self.taken
        self.page = replace(self.page, first=self.page.first or at, last=at)
        self.tell(self.page, self.original)

    def settle(self):
        if self.old():
            self.level, self.settled = self.clock(), self.version

    def tell(self, published, other):
        self.level = level_after(published, [other], self.level) or self.level

    def old(self):
        waiting = self.translated_at is None or self.translated_at > self.page.last
        sides = [self.original, replace(self.page, waiting=waiting)]
        return {key: newer.key for key, newer in newer_sides(sides, self.level).items()}


FOLLOWED_ACTS = st.lists(st.sampled_from(["change", "take_over", "translate", "publish", "settle"]), max_size=40)


@given(FOLLOWED_ACTS)
def test_what_follows_is_behind_while_the_site_lacks_a_version_of_the_original(acts):
    pair = Followed()
    assert pair.old() == {}
    for name in acts:
        getattr(pair, name)()
        behind = max(pair.on_site, pair.settled) < pair.version
        assert pair.old() == ({"en": "zh"} if behind else {})


INSTANTS = st.none() | st.integers(0, 20).map(lambda hours: START + timedelta(hours=hours))
SIDES = st.builds(
    Side,
    key=st.sampled_from(["en", "zh"]),
    first=INSTANTS,
    last=INSTANTS,
    follows=st.sampled_from([None, "en", "zh"]),
    taken_at=INSTANTS,
    waiting=st.booleans(),
).filter(lambda side: side.follows != side.key)


@given(st.lists(SIDES, max_size=2, unique_by=lambda side: side.key), INSTANTS)
def test_never_both_and_never_a_page_alone(sides, level):
    if [side.follows for side in sides].count(None) == 0 and len(sides) == 2:
        sides[0] = replace(sides[0], follows=None)
    found = newer_sides(sides, level)
    assert len(found) <= max(len(sides) - 1, 0)
    assert all(newer.key != key for key, newer in found.items())
