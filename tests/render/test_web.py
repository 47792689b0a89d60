"""What people on the web see of every kind of field and block."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from bot.web.frame import Frame, WhoView
from bot.web.render.pages import home, page
from bot.web.static import stylesheet
from prompts.pictures import Bar, Bars, Trend, TrendRow
from prompts.shapes import (
    Block,
    Button,
    Callout,
    Card,
    Choice,
    Facts,
    Field,
    Form,
    Line,
    Link,
    Long,
    Number,
    Numbers,
    Option,
    Said,
    Section,
    Several,
    Text,
    Tick,
    Tone,
    When,
)
from prompts.words import Labelled, Plain

NASTY = """<script>alert(1)</script>"' onclick=x &amp; </textarea>"""
YES = Option("yes", Plain("Yes"))
NO = Option("no", Plain("No"), Plain("Nobody is."))
URGENT = Callout(Plain("Ring 999."), "urgent")
FIELDS: tuple[Field, ...] = (
    Choice("danger", Plain("In danger?"), (NO, YES), reveals={"yes": URGENT}, value="no"),
    Choice("agency", Plain("Whose leads?"), (YES, NO), look="select", hint=Plain("Your own.")),
    Several("left_out", Plain("Leave out?"), (YES, NO), values=("no",)),
    Line("reference", Plain("Reference"), value=NASTY),
    Line("from", Plain("From"), kind="date", required=True, value="2026-11-24"),
    Long("what", Plain("What?"), hint=Plain("Write facts."), value=NASTY, most=2500),
    Tick("tell", Plain("Tell the agency"), value=True, when=When("danger", "yes")),
    Choice("release", Plain("When?"), (YES, NO), when=When("tell", "yes"), required=False),
)
BLOCKS: tuple[Block, ...] = (
    Text(Plain("Hello")),
    Callout(Plain("Look out"), "warn"),
    Facts(((Plain("Kind"), Plain(NASTY)),)),
    Said(Plain("Lead"), NASTY),
    Link(Plain("The message"), "https://example.org/a?b=1&c=2"),
    Numbers(
        Plain("Ring"),
        (Number(Plain(NASTY), "+44 1632 960110", Plain(NASTY)), Number(Plain("A"), "999")),
        "urgent",
    ),
    Bars(Plain("Views"), (Bar(Plain("Calm"), 3, Plain("3 of 4"), 0),)),
    Trend(Plain(NASTY), (Plain("Q3"), Plain(NASTY)), (TrendRow(Plain(NASTY), (None, 10)),)),
)
FORM = Form(
    title=Plain("Raise a concern"),
    verb="concern.send",
    subject="abc",
    token="tok",
    blocks=BLOCKS,
    fields=FIELDS,
    submit=Plain("Send"),
)
ERRORS = {"what": Plain("Say what you saw"), "danger": Plain("Say yes or no"), "": Plain("Hm")}
CARYS = Frame("en", WhoView("carys", "Carys", "School"))


class Parsed(HTMLParser):
    """The elements of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def all(self, *tags: str, **wanted: str) -> list[dict[str, str | None]]:
        """The attributes of all such elements."""
        return [
            attrs
            for tag, attrs in self.found
            if tag in tags and all(attrs.get(k.rstrip("_")) == v for k, v in wanted.items())
        ]

    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(attrs["id"]) for _, attrs in self.found if "id" in attrs]


def test_the_sample_has_every_kind() -> None:
    assert {type(field) for field in FIELDS} == set(get_args(Field))
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


def test_every_question_has_a_label_or_a_legend() -> None:
    parsed = Parsed(page(FORM))
    labelled = {label["for"] for label in parsed.all("label")}
    asked = [
        attrs
        for attrs in parsed.all("input", "select", "textarea")
        if attrs.get("type") != "hidden"
    ]
    assert len(asked) == 2 + 1 + 2 + 1 + 1 + 1 + 1 + 2
    assert {attrs["id"] for attrs in asked} <= labelled
    assert len(parsed.all("fieldset")) == len(parsed.all("legend")) == 3


@pytest.mark.parametrize("form", [FORM, replace(FORM, errors=ERRORS)])
def test_ids_are_unique_and_all_that_is_pointed_to_exists(form: Form) -> None:
    parsed = Parsed(page(form, frame=CARYS))
    ids = parsed.ids()
    assert len(ids) == len(set(ids))
    pointed = [
        word
        for _, attrs in parsed.found
        for name in ("for", "aria-describedby", "aria-labelledby", "data-when")
        for word in (attrs.get(name) or "").split()
    ]
    assert pointed
    assert set(pointed) <= set(ids)


def test_what_people_typed_is_never_markup() -> None:
    html = page(FORM, frame=CARYS)
    assert html.count("<script") == 1  # our own, from a file
    assert html.count("&lt;script&gt;") == 9
    assert not [attrs for _, attrs in Parsed(html).found if "onclick" in attrs]
    assert Parsed(html).all("input", id="reference")[0]["value"] == NASTY


def test_the_error_summary_leads_to_the_questions_and_takes_the_focus() -> None:
    html = page(replace(FORM, errors=ERRORS))
    parsed = Parsed(html)
    assert re.search(r"<title>Error: Raise a concern", html)
    assert "autofocus" in parsed.all("div", class_="summary")[0]
    links = [a["href"] for a in parsed.all("a") if str(a["href"]).startswith("#")]
    assert links == ["#main", "#danger-0", "#what"]
    assert parsed.all("textarea")[0]["aria-invalid"] == "true"
    assert "what-error" in str(parsed.all("textarea")[0]["aria-describedby"])
    assert "Error:" not in page(FORM)


def test_a_form_that_comes_back_to_be_looked_over_says_so_and_takes_the_focus() -> None:
    html = page(FORM, again=True)
    assert "<title>Please check: Raise a concern" in html
    assert "autofocus" in Parsed(html).all("div", class_="again")[0]
    assert "autofocus" not in page(FORM)


def test_an_error_about_the_whole_is_said_without_a_link() -> None:
    assert "<li>Hm</li>" in page(replace(FORM, errors={"": Plain("Hm")}))


def test_there_is_one_heading_of_the_first_rank_and_the_language_is_named() -> None:
    parsed = Parsed(page(FORM, "cy"))
    assert len(parsed.all("h1")) == 1
    assert parsed.all("html")[0]["lang"] == "cy"


def test_what_people_answered_is_still_there() -> None:
    parsed = Parsed(page(FORM))
    assert "checked" in parsed.all("input", id="danger-0")[0]
    assert "checked" in parsed.all("input", id="left_out-1")[0]
    assert "checked" in parsed.all("input", id="tell")[0]
    assert "checked" not in parsed.all("input", id="danger-1")[0]
    assert parsed.all("input", id="from")[0]["value"] == "2026-11-24"


def test_what_waits_for_an_answer_is_hidden_by_the_forms_own_stylesheet() -> None:
    parsed = Parsed(page(FORM))
    waiting = [attrs["data-when"] for _, attrs in parsed.found if "data-when" in attrs]
    assert waiting == ["danger-1", "danger-1", "tell"]
    sheet = parsed.all("link", rel="stylesheet")[1]["href"]
    assert sheet == "/web/when.css?on=danger-1&on=tell"
    assert '[data-when="danger-1"]{display:none}' in stylesheet(["danger-1"])


def test_a_condition_that_no_question_can_meet_hides_nothing() -> None:
    field = Tick("tell", Plain("Tell"), when=When("gone", "yes"))
    assert "data-when" not in page(replace(FORM, fields=(field,)))


def test_the_stylesheet_takes_ids_only() -> None:
    assert "evil" not in stylesheet(['a"]{}body{evil:1}'])


def test_there_is_no_script_and_no_style_within_the_page() -> None:
    html = page(replace(FORM, errors=ERRORS), frame=CARYS)
    parsed = Parsed(html)
    assert not parsed.all("style")
    assert [script["src"] for script in parsed.all("script")] == ["/web/form.js"]
    assert '<script src="/web/form.js" defer></script>' in html
    assert not [attrs for _, attrs in parsed.found if "style" in attrs]


def test_asking_is_a_link_and_doing_is_a_press() -> None:
    buttons = (
        Button(Plain("Open"), "thread.open", "t1", "primary"),
        Button(Plain("I'll pick this up"), "thread.pick", "t1"),
    )
    section = Section(Plain("A decision"), (Text(Plain("Usual")),), buttons)
    line = Section(Plain("Rose House: 2"), (), (Button(Plain("See"), "themes.tag", "X"),), "line")
    parsed = Parsed(page(Form(Plain("Mine"), sections=(section, line)), frame=CARYS))
    assert parsed.all("form", action="/as/carys/do/themes.tag", method="post")
    assert parsed.all("a", href="/as/carys/do/thread.open?subject=t1")
    assert parsed.all("form", action="/as/carys/do/thread.pick", method="post")
    assert parsed.all("input", name="_subject", value="t1")


def test_headings_lead_to_the_sections_below_them() -> None:
    one = Section(Plain("One"), (), (Button(Plain("Open"), "mine.open", "t1"),))
    parsed = Parsed(page(Form(Plain("Mine"), sections=(Section(Plain("Raised")), one))))
    assert [tag for tag, _ in parsed.found if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3"]
    assert [
        tag
        for tag, _ in Parsed(page(Form(Plain("Mine"), sections=(one,)))).found
        if re.fullmatch("h[1-6]", tag)
    ] == ["h1", "h2"]


def test_a_link_that_is_none_is_only_text() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "http://[", "/local"):
        html = page(Form(Plain("x"), blocks=(Link(Plain("Look"), url),)))
        assert "<p>Look</p>" in html


def test_home_says_that_there_is_something_new() -> None:
    card = Card(Labelled({"en": "For you", "cy": "I chi"}), (), (Button(Plain("See"), "mine"),))
    form = Form(Plain("My concerns"))
    fresh = home(form, [card], replace(CARYS, news=True))
    assert "There is something new for you." in fresh
    assert "For you" in fresh
    assert "something new" not in home(form, [], CARYS)
    assert "I chi" in home(form, [card], replace(CARYS, language="cy"))


@pytest.mark.parametrize("tone", ["urgent", "warn", "note", "done"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_tone_is_said_in_words(tone: Tone, language: str) -> None:
    said = {
        "en": {
            "urgent": "Urgent:",
            "warn": "Please check:",
            "note": "Please note:",
            "done": "Done:",
        },
        "cy": {"urgent": "Brys:", "warn": "Gwiriwch:", "note": "Sylwch:", "done": "Wedi’i wneud:"},
    }
    form = Form(Plain("x"), blocks=(Callout(Plain("Text"), tone),))
    assert said[language][tone] in page(form, language)


def test_a_number_rings_at_one_press_and_stands_there_to_be_read() -> None:
    html = page(FORM)
    assert '<a href="tel:+441632960110">+44 1632 960110</a>' in html
    assert '<a href="tel:999">999</a>' in html


def test_the_numbers_that_an_answer_reveals_ring_too() -> None:
    revealed = Numbers(Plain("Call:"), (Number(Plain("Police"), "999"),), "urgent")
    field = Choice("danger", Plain("In danger?"), (NO, YES), reveals={"yes": revealed})
    html = page(replace(FORM, fields=(field,)))
    assert 'data-when="danger-1"' in html
    assert 'Police: <a href="tel:999">999</a>' in html


@pytest.mark.parametrize(("none", "said"), [((), 1), ((Option("", Plain("All")),), 0)])
def test_a_choice_with_an_answer_for_none_doesnt_ask_to_choose_besides(
    none: tuple[Option, ...], said: int
) -> None:
    asked = Choice("kind", Plain("Of what kind?"), (*none, YES), look="select", required=False)
    html = page(replace(FORM, fields=(asked,)))
    assert html.count("Please choose") == said
