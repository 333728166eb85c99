"""How texts are cut and questions are understood; with no database at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.pages.searching import marking, rules


def finds(question, text, title=""):
    """Whether the question finds an entry with this text."""
    return rules.answers(rules.needs(question), rules.weights(title, "", text)) is not None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Simunek", "Jiří Šimůnek"),
        ("Šimůnek", "SIMUNEK"),
        ("simunek", "S\u030cimu\u030anek"),
        ("Mueller", "Müller"),
        ("Muller", "Müller"),
        ("Müller", "Mueller"),
        ("Lodz", "Łódź"),
        ("strasse", "Straße"),
        ("lungs", "a lung"),
        ("lung", "two lungs"),
        ("biopsies", "a biopsy"),
        ("approach", "approaches"),
        ("esophagus", "oesophagus"),
        ("anesthesia", "anaesthesia"),
        ("tumor", "tumours"),
        ("center", "centre"),
        ("transplant", "transplantation"),
        ("CAR-T", "CAR-T疗法"),
        ("CART", "CAR-T"),
        ("car t", "CAR-T"),
        ("ＣＡＲ－Ｔ", "CAR-T"),
        ("email", "e-mail"),
        ("Barrett", "Barrett’s oesophagus"),
        ("Barrett's", "Barrett"),
        ("O'Brien", "O’Brien"),
        ("Sino-Euro", "Sino Euro"),
        ("COVID-19", "COVID19"),
        ("论坛", "中欧胸部疾病学术论坛"),
        ("肺", "肺癌"),
        ("肺移植护理", "护理肺移植病人"),
        ("论坛的日程", "论坛，日程"),
        ("3D打印", "3D 打印"),
        ("病人 肺", "肺与病人"),
        ("the", "the end"),
    ],
)
def test_finds(question, text):
    assert finds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("art", "article"),
        ("lung", "plunge"),
        ("new", "news"),
        ("20", "2024"),
        ("CAR-T", "a car and a t"),
        ("论坛", "讨论花坛"),
        ("论坛", "论。坛"),
        ("王建国", "李建国"),
        ("肺移植护理", "肺癌的护理"),
        ("lung heart", "lung"),
        ("%", "100 %"),
        ("a*", "b"),
    ],
)
def test_does_not_find(question, text):
    assert not finds(question, text)


@pytest.mark.parametrize("nothing", ["", None, "%", "'", '"" -- ;', "\x00", "***", "、。", "\u200b"])
def test_nothing_to_look_for(nothing):
    assert rules.needs(nothing) == []


def test_a_long_question_asks_for_a_bounded_number_of_things():
    assert len(rules.needs(" ".join(f"word{number}" for number in range(3000)))) <= rules.MOST_NEEDS
    assert sum(len(need.tokens) for need in rules.needs("肺" * 5000 + "心" * 5000)) <= rules.LONGEST_QUESTION


def test_the_title_counts_more_than_the_lead_and_the_lead_more_than_the_text():
    asked = rules.needs("lung")
    gains = [
        rules.answers(asked, rules.weights(*parts)) for parts in (("lung", "", ""), ("", "lung", ""), ("", "", "lung"))
    ]
    assert gains == sorted(gains, reverse=True)
    assert len(set(gains)) == 3


def test_a_whole_word_counts_more_than_its_beginning():
    asked = rules.needs("transplant")
    whole, beginning = rules.weights("transplant", "", ""), rules.weights("transplantation", "", "")
    assert rules.answers(asked, whole) > rules.answers(asked, beginning)


def test_a_title_that_is_the_question_counts_most():
    same = rules.title_gain(rules.flat("Forum"), rules.flat("The forum"))
    within = rules.title_gain(rules.flat("forum"), rules.flat("Forum 2024"))
    assert same > within > rules.title_gain(rules.flat("forum"), rules.flat("A letter")) == 0
    assert rules.title_gain(rules.flat("论坛"), rules.flat("2024年论坛")) == rules.IN_TITLE
    assert rules.title_gain(rules.flat("art"), rules.flat("Article")) == 0


# --- Marking ----------------------------------------------------------------------------------------------------------


def shown(runs):
    return "".join(f"[{run.text}]" if run.hit else run.text for run in runs)


@pytest.mark.parametrize(
    ("question", "text", "marked"),
    [
        ("simunek", "Jiří Šimůnek came", "Jiří [Šimůnek] came"),
        ("论坛", "学术论坛的论题", "学术[论坛]的论题"),
        ("肺", "肺与心", "[肺]与心"),
        ("CAR-T", "a CAR-T trial by car", "a [CAR-T] trial by car"),
        ("手术直播", "机器人手术直播", "机器人[手术直播]"),
        ("transplant", "transplantation now", "[transplantation] now"),
        ("lung", "<b>lung</b>", "<b>[lung]</b>"),
        ("zeppelin", "nothing here", "nothing here"),
    ],
)
def test_what_was_found_is_marked(question, text, marked):
    assert shown(marking.marked(text, rules.needs(question))) == marked


def test_an_excerpt_shows_the_place_where_the_words_stand_closest():
    text = "A lung. " + "Other things are told here. " * 30 + "The lung and the heart together. " + "More. " * 60
    found = shown(marking.excerpt("A lead.", text, rules.needs("lung heart")))
    assert "The [lung] and the [heart] together." in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < 300


def test_the_lead_is_shown_where_it_answers_or_the_text_does_not():
    assert shown(marking.excerpt("A lung.", "The lung.", rules.needs("lung"))) == "A [lung]."
    assert shown(marking.excerpt("A lead.", "A text.", rules.needs("lung"))) == "A lead."
    assert marking.excerpt("", "", rules.needs("lung")) == []


def test_lines_are_parted_where_they_are_no_sentences():
    assert marking.one_line("One.\nTwo\n\nThree 。\n四。\nFive") == "One. Two · Three 。 四。 Five"


# --- Whatever is typed -------------------------------------------------------------------------------------------------

ANYTHING = st.text(max_size=300)
MIXED = st.text(alphabet="ab Šß-’'论坛肺 ·.%*\u030c\u200b", max_size=80)


@given(ANYTHING | MIXED)
def test_marking_loses_nothing(text):
    asked = rules.needs(text)
    assert "".join(run.text for run in marking.marked(text, asked)) == text


@given(ANYTHING | MIXED)
def test_cuts_stand_within_the_text(text):
    for cut in rules.cuts(text):
        assert 0 <= cut.start < cut.end <= len(text)
        assert 0 < len(cut.token) <= rules.LONGEST_TOKEN + 1
        assert "\x00" not in cut.token


@given(ANYTHING | MIXED)
def test_a_text_is_found_by_its_own_words(text):
    """What somebody copies out of a text and asks for finds that text."""
    composed = rules.composed(text)[: rules.LONGEST_QUESTION]
    asked = rules.needs(composed)
    if asked:
        assert rules.answers(asked, rules.weights(composed, "", "")) is not None


@given(ANYTHING | MIXED, st.integers(0, 400))
def test_an_excerpt_is_short(text, most):
    assert len(shown(marking.excerpt("", text, [], most=most))) <= most + 30 + 4 + 30
