"""Our shapes as Adaptive Cards: valid by the schema, readable, and dead to what people typed."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft6Validator

from bot.teams.render.cards import MOST, dialog, message, title
from bot.teams.render.text import TONES, weight
from bot.teams.typed import launcher, typed_names
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
from prompts.words import LANGUAGES, Labelled, Plain, say
from tests.peers.teams_person import button, everything, texts

SCHEMA = Draft6Validator(
    json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8"))
)
NASTY = "**bold** [here](https://evil.example) <at>All</at> {{DATE(2026-01-01T00:00:00Z)}} `x`"
OPTIONS = (Option("no", Plain("No")), Option("yes", Plain("Yes"), hint=Plain("it is urgent")))
BLOCKS: tuple[Block, ...] = (
    Text(Plain("One line\nand another")),
    *(Callout(Plain(f"A {tone} matter"), tone) for tone in TONES),
    Facts(((Plain("Kind"), Plain("A decision")), (Plain("Urgency"), Plain("Usual")))),
    Said(Plain("Sam"), f"{NASTY}\n\nsecond line"),
    Link(Plain("The message"), "https://teams.microsoft.com/l/message/1"),
    Numbers(
        Plain("Ring"),
        (Number(Plain("Desk"), "+44 1632 960110", Plain("By day")), Number(Plain("A"), "999")),
        "urgent",
    ),
    Bars(
        Plain("Views"),
        (Bar(Plain("Calm"), 3, Plain("3 of 4"), 0), Bar(Plain("No"), 1, Plain("1 of 4"))),
    ),
    Trend(Plain("Years"), (Plain("Q3"), Plain("Q4")), (TrendRow(Plain("All"), (None, 10)),)),
)
BUTTONS = (
    Button(Plain("Open"), "thread.open", "t1", "primary"),
    Button(Plain("Pick up"), "thread.pick", "t1"),
    Button(Plain("Close"), "thread.close", "t1", "danger"),
)
CARD = Card(Plain("A concern"), BLOCKS, BUTTONS)
FORM = Form(
    Plain("Raise a concern"),
    verb="concern.send",
    subject="t1",
    blocks=BLOCKS,
    fields=(
        Choice(
            "danger",
            Plain("Is anyone in danger?"),
            OPTIONS,
            hint=Plain("Now, or very soon"),
            reveals={"yes": Callout(Plain("Ring 999."), "urgent")},
        ),
        Choice("agency", Plain("Which agency?"), OPTIONS, look="select", value="yes"),
        Several("left_out", Plain("Leave out"), OPTIONS, values=("no", "yes")),
        Line("reference", Plain("Reference"), value="R1", most=60),
        Line("day", Plain("From which day?"), value="2026-11-24", required=True, kind="date"),
        Long("what", Plain("What happened?"), value=NASTY, most=2500),
        Tick("tell", Plain("Tell them"), value=True, when=When("how", "anonymous")),
        Choice("release", Plain("When?"), OPTIONS, when=When("how", "anonymous")),
    ),
    sections=(Section(Plain("Waiting for me"), BLOCKS, BUTTONS),),
    buttons=BUTTONS,
    submit=Plain("Send"),
    token="a-random-token",
    errors={"": Plain("Please look again."), "what": Plain("Please say what happened.")},
)
READ = replace(FORM, submit=None, fields=(), errors={})


def rendered(language: str = "en") -> dict[str, dict[str, Any]]:
    """Every kind of card there is."""
    launchers = {f"launcher {name}": message(launcher(name), language) for name in typed_names()}
    return launchers | {
        "message": message(CARD, language),
        "bare message": message(Card(Plain("Title")), language),
        "form": dialog(FORM, language, {"link": "https://teams.microsoft.com/1", "tells": "no"}),
        "page": dialog(READ, language),
        "bare page": dialog(Form(Plain("Title")), language),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(rendered()))
def test_every_card_is_valid_and_says_its_language(kind: str, language: str) -> None:
    card = rendered(language)[kind]
    assert [error.message for error in SCHEMA.iter_errors(card)] == []
    assert (card["version"], card["lang"]) == ("1.5", language)
    assert card["fallbackText"]


def test_the_schema_would_notice() -> None:
    wrong = message(CARD, "en") | {"body": [{"type": "TextBlock"}]}
    assert list(SCHEMA.iter_errors(wrong))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "", "/pause", "slack://x"])
def test_a_link_that_teams_cannot_open_is_shown_as_words(url: str) -> None:
    card = message(Card(Plain("A card"), (Link(Plain("The message"), url),)), "en")
    parts = list(everything(card))
    assert "Action.OpenUrl" not in {part.get("type") for part in parts}
    assert "The message" in str(card["body"])


def test_every_input_has_a_label_and_words_for_its_error() -> None:
    inputs = [e for e in everything(dialog(FORM, "en")) if e.get("type", "").startswith("Input.")]
    assert len(inputs) == len(FORM.fields)
    assert all(asked["label"] for asked in inputs)
    typed = [asked for asked in inputs if asked["type"] == "Input.Text" or asked["isRequired"]]
    assert typed
    assert all(asked["errorMessage"] for asked in typed)
    required = {asked["id"] for asked in inputs if asked["isRequired"]}
    assert required == {"danger", "agency", "day", "what"}


def test_answers_given_before_are_still_there() -> None:
    values = {e["id"]: e.get("value") for e in everything(dialog(FORM, "en")) if "id" in e}
    assert values == {
        "danger": None,
        "agency": "yes",
        "left_out": "no,yes",
        "reference": "R1",
        "day": "2026-11-24",
        "what": NASTY,
        "tell": "yes",
        "release": None,
    }


def test_errors_stand_above_their_question() -> None:
    said = texts(dialog(FORM, "en"))
    assert said.index("Please look again.") < said.index("Is anyone in danger?")
    assert said.index("Which agency?") < said.index("Please say what happened.")
    assert said.index("Please say what happened.") < said.index("What happened?")


def test_what_an_answer_would_reveal_is_said_from_the_start() -> None:
    assert "If you choose “Yes”: Ring 999." in texts(dialog(FORM, "en"))


def test_tones_can_be_told_without_colours() -> None:
    said = texts(message(CARD, "en"))
    signs = {line.partition(" ")[0] for line in said.splitlines() if line.endswith("matter")}
    assert len(signs) == len(TONES)


def test_what_people_typed_stands_in_text_runs_only_and_no_function_is_left() -> None:
    for card in (message(CARD, "en"), dialog(FORM, "en")):
        for element in everything(card):
            if element.get("type") == "TextBlock":
                assert "evil.example" not in element["text"]
            if element.get("type") == "TextRun":
                assert "{{" not in element["text"]
        assert "**bold** [here](https://evil.example) <at>All</at>" in texts(card)
        assert "second line" in texts(card)


def test_markdown_in_a_name_is_dead_in_titles_and_choices() -> None:
    name = Plain("[Jo](https://evil.example) *B*")
    shown = dialog(
        Form(
            say("teams-please-answer", question=name),
            fields=(Choice("who", Plain("Who?"), (Option("jo", name),)),),
        ),
        "en",
    )
    dead = r"\[Jo\](https://evil.example) \*B\*"
    assert shown["body"][0]["text"] == f"Please answer: {dead}"
    assert shown["body"][1]["choices"][0]["title"] == dead


def test_words_of_the_partnership_are_spoken_in_the_readers_language() -> None:
    card = message(Card(Labelled({"en": "School", "cy": "Ysgol"})), "cy")
    assert texts(card) == "Ysgol"


def test_in_a_message_only_picking_up_is_done_in_place() -> None:
    card = message(CARD, "en")
    pick = button(card, "Pick up")
    assert (pick["type"], pick["verb"]) == ("Action.Execute", "thread.pick")
    for name in ("Open", "Close"):
        pressed = button(card, name)
        assert pressed["data"]["msteams"] == {"type": "task/fetch"}
    assert all(button(card, b)["data"]["verb"] == button(card, b)["data"]["action"] for b in NAMES)


NAMES = ("Open", "Pick up", "Close")


def test_buttons_in_a_dialog_do_not_wait_for_its_questions() -> None:
    card = dialog(FORM, "en")
    assert all(button(card, name)["associatedInputs"] == "none" for name in NAMES)
    assert "associatedInputs" not in button(card, "Send")
    assert button(card, "Send")["data"]["token"] == "a-random-token"


def test_a_page_without_submit_has_no_submit() -> None:
    assert [action["title"] for action in dialog(READ, "en")["actions"]] == list(NAMES)


def test_too_long_a_conversation_loses_its_oldest_part_and_says_so() -> None:
    told = tuple(Said(Plain(f"Person {n}"), f"{n}: " + "ŵ" * 2500) for n in range(40))
    card = dialog(Form(Plain("Thread"), blocks=told), "en")
    assert weight(card) <= MOST
    assert "A part of it is left out." in texts(card)
    assert "Person 39" in texts(card)
    assert "Person 0\n" not in texts(card)


def test_too_long_a_list_loses_its_end_and_says_so() -> None:
    listed = tuple(
        Section(Plain(f"Number {n}"), (Text(Plain("x" * 900)),), BUTTONS) for n in range(60)
    )
    card = dialog(Form(Plain("My concerns"), sections=listed), "en")
    assert weight(card) <= MOST
    assert "Number 0" in texts(card)
    assert "Number 59" not in texts(card)


def test_a_dialogs_title_fits() -> None:
    assert title(Form(Plain("x" * 100)), "en") == "x" * 59 + "…"


def test_a_number_rings_where_teams_can_and_stands_there_to_be_read() -> None:
    said = texts(message(CARD, "en"))
    assert "[+44 1632 960110](tel:+441632960110)" in said
    assert "A: [999](tel:999)" in said


def test_the_numbers_that_an_answer_would_reveal_are_said_from_the_start() -> None:
    revealed = Numbers(Plain("Call:"), (Number(Plain("Police"), "999"),), "urgent")
    asked = Choice("danger", Plain("In danger?"), OPTIONS, reveals={"yes": revealed})
    said = texts(dialog(replace(FORM, fields=(asked,)), "en"))
    assert "If you choose “Yes”: Call:" in said
    assert "Police: [999](tel:999)" in said


def test_no_name_of_a_number_becomes_markup() -> None:
    row = Number(Plain("[a](https://evil.example)"), "999", Plain("**b**"))
    card = message(Card(Plain("A card"), (Numbers(Plain("Call:"), (row,), "urgent"),)), "en")
    assert r"\[a\](https://evil.example): [999](tel:999)" in texts(card)
    *_, named, noted = next(b for b in card["body"] if b["type"] == "Container")["items"]
    assert named["type"] == "TextBlock"
    # On a line of its own, in a run of text, which knows no markup.
    assert [run["text"] for run in noted["inlines"]] == ["**b**"]
