"""The components' own logic, and the markup of those that carry meaning. Journeys look at whole pages."""

import json
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from portal.clock.instants import left_until
from portal.pages import menu, months, plates, problems, timetable
from portal.pages.gallery import gallery

NOW = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)
STATIC = Path(menu.__file__).resolve().parent.parent / "static" / "portal"


def render(source, language="en", **context):
    request = RequestFactory().get("/en/news/", {"topic": "forum", "page": "2"})
    with translation.override(language):
        return Template("{% load face %}" + source).render(Context({"request": request, "now": NOW, **context}))


class SmallForm(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the passport")
    wishes = forms.MultipleChoiceField(
        label="Wishes", widget=forms.CheckboxSelectMultiple, choices=[("l", "Lecture"), ("o", "Observe")]
    )
    note = forms.CharField(label="Note", required=False)
    agreed = forms.BooleanField(label="It suits me")


def test_a_field_shows_label_hint_problem_control_in_that_order():
    html = render("{% field form.name %}", form=SmallForm({}))
    places = [html.index(part) for part in ("<label", 'class="hint"', 'class="wrong"', "<input")]
    assert places == sorted(places)
    assert 'aria-describedby="id_name_hint id_name_problem"' in html
    assert "“Name” is not filled in yet." in html
    assert 'aria-invalid="true"' in html


def test_what_was_typed_is_kept_and_escaped():
    html = render("{% field form.name %}", form=SmallForm({"name": "<script>"}))
    assert 'value="&lt;script&gt;"' in html
    assert "<script>" not in html


def test_choices_are_a_group_and_optional_is_said_in_the_label():
    html = render("{% field form.wishes %}{% field form.note %}", form=SmallForm())
    assert html.count("<fieldset") == 1
    assert html.count('type="checkbox"') == 2
    assert html.count("(optional)") == 1


def test_the_summary_counts_and_leads_to_each_control():
    html = render("{% error_summary form %}", form=SmallForm({}))
    assert "3 things need you" in html
    assert 'href="#id_wishes_0"' in html
    assert 'role="alert"' in html
    whole = render("{% error_summary form %}{% for f in form %}{% field f %}{% endfor %}", form=SmallForm({}))
    for target in re.findall(r'href="#([^"]+)"', whole):
        assert f'id="{target}"' in whole
    assert render("{% error_summary form %}", form=SmallForm()) == "\n" or "alert" not in render(
        "{% error_summary form %}", form=SmallForm()
    )


def test_the_title_counts_problems():
    assert render("{% problems_in_title form %}", form=SmallForm({})) == "3 problems: "
    assert render("{% problems_in_title form %}", form=SmallForm()) == ""


def test_formsets_are_summed_up_too():
    formset = forms.formset_factory(SmallForm)({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "x"})
    assert problems.problems_of(formset)[0].target == "id_form-0-wishes_0"


def test_an_instant_names_two_cities_and_says_when_it_is_past():
    moment = datetime(2027, 3, 31, 15, 59, tzinfo=UTC)
    html = render('{% instant moment "Europe/Prague" %}', moment=moment)
    assert html.index("Shanghai") < html.index("Prague")
    assert "17:59" in html
    assert "CST" not in html
    assert "stroke" in html
    assert "Closed" not in html
    past = render('{% instant moment "Europe/Prague" %}', moment=NOW - timedelta(days=1))
    assert "Closed" in past
    assert 'class="stroke"' not in past


def test_a_countdown_is_calm_above_a_week_and_never_live():
    calm, red = (render("{% countdown moment %}", moment=NOW + timedelta(days=days)) for days in (8, 2))
    assert "calm" in calm
    assert "calm" not in red
    assert "aria-live" not in calm


@pytest.mark.parametrize("left", [61, 60 * 59, 3600 * 5 + 65, 86400, 86400 * 22 + 3600 * 8, 86400 + 3600])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_script_says_what_the_server_says(left, language):
    if not shutil.which("node"):
        pytest.skip("no node here")
    script = (STATIC / "js" / "countdown.js").read_text()
    stub = f"""
      var numeral = {{}}, rest = {{}};
      var box = {{dataset: {{until: {left * 1000}}}, classList: {{toggle() {{}}, add() {{}}}},
        querySelector: (s) => s === "b" ? numeral : rest}};
      Date.now = () => 0; setInterval = () => 0;
      var document = {{documentElement: {{lang: "{language}"}}, querySelectorAll: () => [box]}};
      {script}
      console.log(JSON.stringify([String(numeral.textContent), rest.textContent]));"""
    said = json.loads(subprocess.run(["node", "-e", stub], capture_output=True, text=True, check=True).stdout)
    assert tuple(said) == left_until(NOW + timedelta(seconds=left), NOW, language)


def test_scripts_are_small():
    assert all(
        path.stat().st_size < 2048 for path in (STATIC / "js").glob("*.js") if path.stem in ("countdown", "zone")
    )


def test_names_in_notices_and_tags_are_escaped():
    html = render(
        '{% notice title kind="stop" %}{{ text }}{% endnotice %}{% tag title "good" %}',
        title="<i>",
        text="<b>",
    )
    assert "<i>" not in html
    assert "<b>" not in html
    assert "&lt;i&gt;" in html


def test_pages_keep_the_query():
    html = render("{% pagination page %}", page=Paginator(range(50), 10).page(2))
    assert "?topic=forum&amp;page=3" in html
    assert 'aria-current="page">2<' in html
    assert "nav" not in render("{% pagination page %}", page=Paginator(range(5), 10).page(1))


def test_an_unknown_drawing_is_nothing_and_a_small_one_is_the_thumbnail():
    assert "picture" not in render('{% drawing "none-such" %}')
    assert "cells-small-dark.svg" in render('{% drawing "cells" width=400 %}')


def test_menus_follow_roles_and_mark_the_deepest_match(monkeypatch):
    monkeypatch.setattr(menu, "_items", [])
    menu.register(menu.MenuItem(2, "News", lambda language: f"/{language}/news/"))
    menu.register(menu.MenuItem(1, "Home", lambda language: f"/{language}/"))
    menu.register(menu.MenuItem(3, "Desk", lambda language: f"/{language}/desk/", frozenset({"reviewer"})))
    menu.register(menu.MenuItem(4, "Nowhere", lambda language: ""))
    anonymous = menu.entries("en", path="/en/news/x/")
    assert [(entry.label, entry.current) for entry in anonymous] == [("Home", False), ("News", True)]
    assert "Desk" in [entry.label for entry in menu.entries("en", roles={"reviewer"})]
    with pytest.raises(ValueError, match="no place"):
        menu.register(menu.MenuItem(1, "x", lambda language: "/", place="left"))


def test_plates():
    assert plates.ruling("Jana") == plates.ruling(" jana ")
    assert [plates.initials_of(name) for name in ("Jana Dvořáková", "沈之遥", "Łucja", "")] == [
        "JD",
        "沈",
        "Ł",
        "",
    ]


def at(hour, minute=0):
    return time(hour, minute)


def test_a_day_becomes_rows_with_spans():
    slots = [
        timetable.Slot(at(9), at(10, 30), "1", "a"),
        timetable.Slot(at(9), at(10), "2", "b"),
        timetable.Slot(at(10), at(10, 30), "2", "c"),
        timetable.Slot(at(10, 30), at(11), None, "tea"),
    ]
    rows = timetable.rows(slots, ["1", "2"])
    assert [row.time for row in rows] == [at(9), at(10), at(10, 30)]
    assert [(c.rowspan, c.colspan) for c in rows[0].cells] == [(2, 1), (1, 1)]
    assert rows[2].cells[0].colspan == 2


@pytest.mark.parametrize(
    "slots",
    [
        [("9", "11", "1"), ("10", "12", "1"), ("9", "10", "2")],
        [("9", "12", None), ("10", "11", "1")],
        [("9", "9", "1"), ("10", "11", "unknown")],
    ],
)
def test_every_row_fills_the_width_whatever_overlaps(slots):
    rooms = ["1", "2", "3"]
    rows = timetable.rows([timetable.Slot(at(int(a)), at(int(b)), room, "x") for a, b, room in slots], rooms)
    covered = [0] * len(rows)
    for i, row in enumerate(rows):
        for cell in row.cells:
            for line in range(i, i + cell.rowspan):
                covered[line] += cell.colspan
    assert covered == [len(rooms)] * len(rows)
    assert timetable.rows([], rooms) == []


def test_a_month_has_whole_weeks_and_names_each_stay_once():
    stay = months.MonthEntry(date(2027, 5, 28), "Stay", "in", date(2027, 6, 3))
    weeks = months.weeks(2027, 6, [stay], today=date(2027, 6, 9))
    days = [day for week in weeks for day in week]
    assert len(days) % 7 == 0
    assert sum(day.date is not None for day in days) == 30
    assert [day.date.day for day in days if day.begins] == [1]
    assert [day.date.day for day in days if day.goes_on] == [2, 3]
    assert [day.date.day for day in days if day.today] == [9]


def test_dates_in_both_languages():
    assert render("{{ day|in_words }}", day=date(2027, 3, 31)) == "31 March 2027"
    assert render("{{ day|in_words }}", "zh-hans", day=date(2027, 3, 31)) == "2027年3月31日"
    assert render("{{ code|html_lang }}", code="zh-hans") == "zh-Hans"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_components_page_renders_in_both_languages(language, rf):
    request = rf.get(f"/{language}/components/")
    request.user = AnonymousUser()
    with translation.override(language):
        html = gallery(request).content.decode()
    ids = re.findall(r'\sid="([^"]+)"', html)
    repeated = {key for key in ids if ids.count(key) > 1 and not key.startswith("id_")}
    assert not repeated
    assert f'<html lang="{"zh-Hans" if language == "zh-hans" else "en"}">' in html
    assert not re.search(r'\sstyle="', html)
    assert "{{" not in html
    assert "{%" not in html


def test_no_template_of_the_face_carries_inline_style_or_script():
    folder = Path(__file__).resolve().parents[3] / "templates"
    for path in [*folder.glob("*.html"), *(folder / "components").glob("*.html")]:
        text = path.read_text()
        inline = re.findall(r"style=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=", text)
        assert not inline, path
