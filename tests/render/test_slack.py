"""Every kind of block and field on Slack, in both languages, within Slack's limits."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.core.ask_again import answered
from bot.slack.private_metadata import Metadata
from bot.slack.render.fields import answers_in
from bot.slack.render.launcher import launcher
from bot.slack.render.surfaces import card, home, modal, page, waiting
from bot.slack.views import anew, same_questions
from handlers.contract.people import Event
from prompts.pictures import Bar, Bars, Trend, TrendRow
from prompts.shapes import (
    Block,
    Button,
    Callout,
    Card,
    Choice,
    Facts,
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
    When,
)
from prompts.words import LANGUAGES, Plain
from tests.peers.slack_payloads import answered as filled
from tests.render.slack_limits import problems

Json = dict[str, Any]
OPENED = Event("concern", link="https://anytown.slack.com/archives/C1/p1")


def options(count: int, hint: str = "", text: str = "Answer") -> tuple[Option, ...]:
    given = Plain(hint) if hint else None
    return tuple(Option(f"v{n}", Plain(f"{text} {n}"), given) for n in range(count))


BLOCKS: tuple[Block, ...] = (
    Text(Plain("Some words.")),
    *(Callout(Plain("Mind this."), tone) for tone in ("urgent", "warn", "note", "done")),
    Facts(tuple((Plain(f"Label {n}"), Plain("Value")) for n in range(12))),
    Said(Plain("They wrote"), "I saw it."),
    Link(Plain("The message"), "https://anytown.slack.com/archives/C1/p1"),
    Numbers(Plain("Ring"), (Number(Plain("Police"), "999", Plain("Now")),), "urgent"),
    Bars(Plain("Views"), tuple(Bar(Plain(f"View {n}"), n, Plain("So"), 1) for n in range(12))),
    Trend(Plain("Years"), (Plain("Q3"), Plain("Q4")), (TrendRow(Plain("All"), (None, 10)),)),
)
FIELDS = (
    Choice("radio", Plain("One?"), options(3, "Short"), value="v1",
           reveals={"v1": Callout(Plain("Revealed"), "warn")}),
    Choice("select", Plain("One of many?"), options(40), look="select", required=False),
    Choice("empty", Plain("Nobody?"), (Option("", Plain("Nobody")), *options(2))),
    Several("few", Plain("Any?"), options(4, "x" * 200), values=("v0", "v3"),
            when=When("radio", "v1")),
    Several("many", Plain("Any of many?"), options(30), values=("v2",)),
    Line("line", Plain("A line?"), hint=Plain("A hint"), value="typed", required=True),
    Line("date", Plain("A date?"), kind="date", value="2026-05-01"),
    Long("long", Plain("Much?"), value="typed\nlines"),
    Tick("tick", Plain("A long question with a box to tick" * 9), value=True),
)  # fmt: skip
FORM = Form(
    title=Plain("A form"), verb="x.send", subject="t1", blocks=BLOCKS, fields=FIELDS,
    submit=Plain("Send"), token="t" * 22, errors={"line": Plain("Too short"), "": Plain("Hm")},
)  # fmt: skip
BUTTONS = tuple(Button(Plain(f"Press {n}"), "thread.open", f"t{n}") for n in range(30))
PAGE = Form(
    title=Plain("A page whose title is longer than a modal's may be"), blocks=BLOCKS,
    sections=(Section(Plain("Part"), BLOCKS, BUTTONS), Section(Plain("Part 2"), (), BUTTONS[:2])),
    buttons=(Button(Plain("Close it"), "thread.close", "t1", style="danger"),),
)  # fmt: skip
HUGE = Form(
    title=Plain("t" * 400),
    blocks=(Text(Plain("word " * 3000)), Said(Plain("w" * 5000), "y" * 9000)),
    sections=tuple(Section(Plain("s" * 300), BLOCKS, BUTTONS) for _ in range(60)),
    buttons=(Button(Plain("b" * 200), "thread.open", "s" * 64),),
)


def said(surface: Json) -> str:
    return json.dumps(surface["blocks"], ensure_ascii=False)


def inputs(view: Json) -> dict[str, Json]:
    return {b["element"]["action_id"]: b for b in view["blocks"] if b["type"] == "input"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [FORM, PAGE, HUGE, page({"": Plain("No")}), Form(Plain("Bare"))])
def test_modals_and_home_tabs_are_within_slacks_limits(form: Form, language: str) -> None:
    assert problems(modal(form, language, OPENED)) == []
    assert problems(home(form, language)) == []
    assert problems(waiting()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "shape",
    [
        launcher(),
        Card(Plain("Bare")),
        Card(Plain("All"), BLOCKS, BUTTONS),
        Card(Plain("t" * 400), BLOCKS * 20, BUTTONS),
        Card(Plain("&" * 400), (Said(Plain("<" * 900), "<" * 9000),
                                Facts(((Plain("*" * 3000), Plain("<" * 3000)),)))),
    ],
)  # fmt: skip
def test_messages_are_within_slacks_limits(shape: Card, language: str) -> None:
    assert problems(card(shape, language)) == []


def test_when_something_is_left_out_it_is_said() -> None:
    assert home(HUGE, "en")["blocks"][-1]["text"]["text"].startswith("There is more")


def test_a_title_that_is_cut_stands_in_full_above_the_page() -> None:
    view = modal(PAGE, "en", OPENED)
    assert view["title"]["text"] == "A page whose title is l…"
    assert view["blocks"][0]["text"]["text"] == "A page whose title is longer than a modal's may be"


def test_nothing_typed_is_lost_or_becomes_markup() -> None:
    typed = "<!channel> <@U1> *bold* _it_ `code` & <https://evil.example|here> " * 200
    shown = card(Card(Plain("A card"), (Said(Plain("<!here>"), typed),)), "en")
    plain = [b["text"] for b in shown["blocks"] if b["type"] == "section"]
    assert {t["type"] for t in plain} == {"plain_text"}
    assert "".join(t["text"] for t in plain).replace(" ", "") == f"“{typed.strip()} ”".replace(
        " ", ""
    )
    assert "mrkdwn" not in json.dumps(shown)


def test_markup_in_labels_and_links_is_dead() -> None:
    link = Link(Plain("<!channel>|x"), "https://a.example/?a=1&b=|<!here>\n")
    facts = Facts(((Plain("*<!everyone>*"), Plain("<!here>")),))
    shown = card(Card(Plain("A card"), (link, facts)), "en")["blocks"]
    assert shown[1]["text"]["text"] == (
        "<https://a.example/?a=1&amp;b=%7C%3C!here%3E%0A|&lt;!channel&gt;¦x>"
    )
    name, value = shown[2]["fields"]
    assert name["text"] == "*∗&lt;!everyone&gt;∗*"
    assert value["type"] == "plain_text"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "slack://x", "ftp://a.example"])
def test_a_link_that_is_none_is_shown_as_words(url: str) -> None:
    shown = card(Card(Plain("A card"), (Link(Plain("The message"), url),)), "en")["blocks"]
    assert shown[1]["text"] == {"type": "plain_text", "text": "The message", "emoji": True}


def test_each_field_is_the_input_a_person_expects() -> None:
    kinds = {name: b["element"]["type"] for name, b in inputs(modal(FORM, "en", OPENED)).items()}
    assert kinds == {
        "radio": "radio_buttons", "select": "static_select", "empty": "radio_buttons",
        "few": "checkboxes", "many": "multi_static_select", "line": "plain_text_input",
        "date": "datepicker", "long": "plain_text_input", "tick": "checkboxes",
    }  # fmt: skip


def test_what_may_be_left_empty_says_so() -> None:
    shown = inputs(modal(FORM, "en", OPENED))
    assert {name for name, block in shown.items() if block["optional"]} == {
        "select", "few", "many", "date", "tick"
    }  # fmt: skip


def test_a_hint_too_long_to_stand_beside_its_option_stands_below() -> None:
    view = modal(FORM, "en", OPENED)
    few = inputs(view)["few"]
    assert "description" not in few["element"]["options"][0]
    below = view["blocks"][view["blocks"].index(few) + 1]
    assert below["elements"][0]["text"] == "Answer 0: " + "x" * 200
    assert inputs(view)["radio"]["element"]["options"][0]["description"]["text"] == "Short"


def test_errors_stand_above_their_field_and_those_of_the_whole_on_top() -> None:
    view = modal(FORM, "en", OPENED)
    line = view["blocks"].index(inputs(view)["line"])
    assert "Too short" in view["blocks"][line - 1]["elements"][0]["text"]
    assert "Hm" in view["blocks"][0]["elements"][0]["text"]
    hidden = replace(FORM, errors={"few": Plain("Choose")}, fields=FIELDS[1:])
    assert "Choose" in said({"blocks": modal(hidden, "en", OPENED)["blocks"][:1]})


def test_what_an_answer_reveals_follows_it_and_a_condition_hides_a_field() -> None:
    assert "⚠️ Please note: Revealed" in said(modal(FORM, "en", OPENED))
    other = answered(FORM, {"radio": "v0"})
    assert "Revealed" not in said(modal(other, "en", OPENED))
    assert "few" not in inputs(modal(other, "en", OPENED))


def test_a_field_hidden_by_a_hidden_field_is_hidden_too() -> None:
    chain = Form(
        Plain("Chain"), submit=Plain("Send"),
        fields=(
            Choice("a", Plain("A"), options(2), value="v0"),
            Choice("b", Plain("B"), options(2), value="v1", when=When("a", "v1")),
            Tick("c", Plain("C"), when=When("b", "v1")),
        ),
    )  # fmt: skip
    assert set(inputs(modal(chain, "en", OPENED))) == {"a"}
    assert set(inputs(modal(answered(chain, {"a": "v1"}), "en", OPENED))) == {"a", "b", "c"}


def test_only_what_changes_the_form_asks_for_it_anew() -> None:
    drivers = {n for n, b in inputs(modal(FORM, "en", OPENED)).items() if "dispatch_action" in b}
    assert drivers == {"radio"}


def test_answers_come_back_as_they_were_given() -> None:
    given: dict[str, str | list[str]] = {
        "radio": "v1", "select": "v3", "empty": "", "few": ["v0", "v2"], "many": ["v29"],
        "line": "typed", "date": "2026-06-02", "long": "more", "tick": "yes",
    }  # fmt: skip
    view = modal(FORM, "en", OPENED)
    wire = given | {"empty": "~"}
    read = answers_in(filled(view, wire)["state"]["values"])
    assert read == given
    again = inputs(modal(answered(FORM, read), "en", OPENED))
    assert again["long"]["element"]["initial_value"] == "more"
    assert [o["value"] for o in again["few"]["element"]["initial_options"]] == ["v0", "v2"]
    assert again["empty"]["element"]["initial_option"]["value"] == "~"


def test_nothing_answered_comes_back_as_nothing() -> None:
    view = modal(replace(FORM, fields=FIELDS), "en", OPENED)
    assert set(answers_in(filled(view, {})["state"]["values"]).values()) == {""}


def test_a_modal_carries_what_it_needs_and_nobody() -> None:
    packed = modal(FORM, "en", OPENED, home=True)["private_metadata"]
    assert Metadata.unpack(packed) == Metadata(
        "x.send", "t1", "t" * 22, OPENED.link, False, "concern", "", True
    )
    longest = Metadata(link="https://" + "x" * 4000, verb="concern.send")
    assert Metadata.unpack(longest.pack()) == Metadata(verb="concern.send")


def test_a_form_shown_anew_keeps_the_warnings_it_had() -> None:
    before = modal(replace(FORM, errors={}), "en", OPENED)["blocks"]
    fresh = modal(replace(FORM, errors={}, blocks=(), fields=FIELDS[:2]), "en", OPENED)
    after = anew(fresh, before, {"radio", "select"})
    assert "Mind this." in said(after)
    assert problems(after) == []
    assert same_questions(before, before)
    assert not same_questions(before, fresh["blocks"])


def test_a_secondary_button_has_no_style_and_the_verb_and_subject_are_its_value() -> None:
    shown = card(Card(Plain("A card"), (), (BUTTONS[0], PAGE.buttons[0])), "en")["blocks"][-1]
    assert [b.get("style") for b in shown["elements"]] == [None, "danger"]
    assert [b["value"] for b in shown["elements"]] == ["thread.open t0", "thread.close t1"]


def test_a_number_is_a_link_that_rings_and_its_words_stay_words_on_a_line_of_their_own() -> None:
    row = Number(Plain("<!channel> & co"), "+44 1632 960110", Plain("<tel:1|2>"))
    shown = card(Card(Plain("A card"), (Numbers(Plain("Call:"), (row,), "urgent"),)), "en")
    assert shown["blocks"][2]["text"]["text"] == (
        "• &lt;!channel&gt; &amp; co: <tel:+441632960110|+44 1632 960110>\n&lt;tel:1|2&gt;"
    )
