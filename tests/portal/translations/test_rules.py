"""Which page of a pair is out of date: the rule alone."""

from datetime import UTC, datetime, timedelta

import pytest

from portal.translations.rules import Side, is_code, keeps_address, level_after, newer_sides, tags_of

START = datetime(2027, 3, 1, tzinfo=UTC)


def day(number):
    return START + timedelta(days=number)


def side(key, first=0, last=None, **more):
    return Side(key, day(first), day(first if last is None else last), **more)


def behind(*sides, level=None):
    return {key: newer.key for key, newer in newer_sides(sides, None if level is None else day(level)).items()}


@pytest.mark.parametrize(
    ("english", "chinese", "level", "expected"),
    [
        ((0, 0), (2, 2), None, {}),
        ((0, 5), (2, 2), None, {"zh": "en"}),
        ((0, 0), (2, 5), None, {"en": "zh"}),
        ((2, 2), (0, 5), None, {"en": "zh"}),
        ((0, 1), (2, 2), None, {}),
        ((0, 5), (2, 2), 6, {}),
        ((0, 7), (2, 2), 6, {"zh": "en"}),
        ((0, 7), (2, 8), 6, {}),
    ],
)
def test_of_two_that_stand_free_the_one_that_changed_is_newer(english, chinese, level, expected):
    assert behind(side("en", *english), side("zh", *chinese), level=level) == expected


def test_a_page_alone_is_never_out_of_date():
    assert behind(side("en", 0, 9)) == {}
    assert behind(side("zh", 0, 9, follows="en", taken_at=day(1))) == {}


def test_what_nobody_published_says_nothing():
    assert behind(Side("en", None, None), Side("zh", None, None)) == {}


@pytest.mark.parametrize(
    ("original", "taken", "published", "waiting", "expected"),
    [
        (1, 2, 3, False, {}),
        (4, 2, 3, False, {"en": "zh"}),
        (4, 5, 3, False, {"en": "zh"}),
        (4, 5, 6, False, {}),
        (4, 5, 6, True, {"en": "zh"}),
        # Published again, but without what changed.
        (4, 2, 6, False, {"en": "zh"}),
    ],
)
def test_a_page_that_follows_lacks_what_was_not_taken_over_translated_and_published(
    original, taken, published, waiting, expected
):
    sides = side("zh", 0, original), side("en", 1, published, follows="zh", taken_at=day(taken), waiting=waiting)
    assert behind(*sides) == expected


def test_a_change_of_what_follows_does_not_make_the_original_old():
    assert behind(side("zh", 0, 1), side("en", 1, 9, follows="zh", taken_at=day(2))) == {}


def test_somebody_may_say_that_nothing_needs_to_change():
    sides = side("zh", 0, 4), side("en", 1, 3, follows="zh", taken_at=day(2))
    assert behind(*sides, level=5) == {}
    assert behind(side("zh", 0, 6), sides[1], level=5) == {"en": "zh"}


@pytest.mark.parametrize(
    ("published", "other", "level", "expected"),
    [
        # The first time on the site: level with what it was made from.
        ((3, 3), (0, 1), None, 3),
        # A change: the other one is out of date from now on.
        ((0, 3), (2, 2), None, None),
        # It was out of date, and its editor knew.
        ((2, 5), (0, 4), None, 5),
        ((2, 5), (0, 4), 4, None),
    ],
)
def test_what_a_publication_says_of_its_pair(published, other, level, expected):
    at = level_after(side("zh", *published), [side("en", *other)], None if level is None else day(level))
    assert at == (None if expected is None else day(expected))


def test_the_publication_of_what_follows_says_nothing():
    follower = side("en", 3, 3, follows="zh", taken_at=day(2))
    assert level_after(follower, [side("zh", 0, 1)], None) is None
    assert level_after(side("zh", 0, 5), [follower], None) is None
    assert level_after(side("zh"), [], None) is None


def test_changed_once_each_way_in_turn():
    """English changes, Chinese follows by hand, English changes again: Chinese is out of date again."""
    level = level_after(side("zh", 2, 5), [side("en", 0, 4)], None)
    assert newer_sides([side("en", 0, 4), side("zh", 2, 5)], level) == {}
    assert list(newer_sides([side("en", 0, 6), side("zh", 2, 5)], level)) == ["zh"]


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        ("lung cancer, screening", "早筛, 肺癌", ["lung cancer", "screening"]),
        ("肺癌，早筛、CAR-T", "CAR-T, lung cancer, screening", ["肺癌", "早筛", "CAR-T"]),
        ("CAR-T, 肺癌", "CAR-T, 肺癌", ["CAR-T"]),
        ("lung cancer, lung cancer", "肺癌", ["lung cancer"]),
        (" , ", "肺癌", []),
    ],
)
def test_tags_are_words_of_the_storys_own_language(text, source, names):
    assert tags_of(text, source) == names


def test_codes_are_written_alike_everywhere():
    assert [name for name in ("CAR-T", "PD-1", "2027", "Car", "肺", "") if is_code(name)] == ["CAR-T", "PD-1", "2027"]


def test_a_chinese_translation_keeps_the_address():
    assert keeps_address("zh-hans")
    assert not keeps_address("en")
