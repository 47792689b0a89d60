"""Questions as Block Kit inputs, and what was answered back again. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import assert_never

from bot.slack.render.blocks import blocks, callout, groups
from bot.slack.render.suggestions import helping
from bot.slack.render.text import (
    LABEL,
    OPTION,
    PARAGRAPH,
    PLACEHOLDER,
    Json,
    bold,
    pieces,
    plain,
    spoken,
)
from handlers.shared.searching import matching
from prompts.folding import is_closed, is_fold
from prompts.shapes import Choice, Field, Form, Line, Long, Option, Several, Tick
from prompts.words import Words, say, speak

FIELD, TICK = "field:", "tick:"
"""Begin the block ids of inputs: a tick answers yes or nothing, the others their values."""
WARNING = "warning:"
"""Begins the block ids of what is to be thought of before a question's answer is sent."""
ANEW = "#"
"""Stands in a block id before what tells this block from the one that it takes the place of."""
RADIOS, OPTIONS, INPUT = 10, 100, 3000
YES, NONE = "yes", "~"
"""`~` stands for an empty value: Slack refuses those."""


def block_id(field: Field) -> str:
    """Names the block where the answer is found, and where an error is shown.

    Slack keeps what stands in a block that it knows: words that were put in need a new one.
    """
    put = f"{ANEW}{field.put}" if isinstance(field, Long) and field.put else ""
    return (TICK if isinstance(field, Tick) else FIELD) + field.name + put


def asked_in(block_id: str) -> str:
    """Finds the name of the question that a block asks; empty if it asks none."""
    found = block_id.startswith((FIELD, TICK))
    return block_id.partition(":")[2].partition(ANEW)[0] if found else ""


def shown(form: Form) -> list[Field]:
    """Lists the fields whose condition holds with the answers that the form carries.

    What people typed stands there also where it is folded away: nothing else keeps it.
    """
    given = {f.name: _given(f) for f in form.fields}
    held: list[Field] = []
    for field in form.fields:
        when = field.when
        if when is None or when.value in given.get(when.field, ()):
            held.append(field)
            continue
        if _is_typed(field) and any(given[field.name]) and is_closed(form, field):
            held.append(field)
        given[field.name] = ()
    return held


def folded(form: Form) -> dict[str, str]:
    """Gives the answers to the questions behind closed folds, which a view shows nothing of."""
    there = {field.name for field in shown(form)}
    away = (f for f in form.fields if f.name not in there and is_closed(form, f))
    return {field.name: "".join(_given(field)[:1]) for field in away}


def _is_typed(field: Field) -> bool:
    return isinstance(field, Long | Several) or (isinstance(field, Line) and field.kind == "text")


def drives(form: Form, field: Field) -> bool:
    """Tells whether answering it changes what else is shown."""
    if (isinstance(field, Choice) and field.reveals) or (isinstance(field, Tick) and field.more):
        return True
    if is_fold(field):
        return True
    return any(field.name in depends_on(other) for other in form.fields)


def depends_on(field: Field) -> tuple[str, ...]:
    """The questions whose answers decide whether it is asked, or what there is to choose from."""
    others = (field.when.field if field.when else "", getattr(field, "depends", ""))
    return tuple(filter(None, others))


def inputs(form: Form, language: str) -> list[Json]:
    """Draws the inputs of a form, each with its error, its hints and what its answer reveals."""
    return [block for field in shown(form) for block in _input(form, field, language)]


def _input(form: Form, field: Field, language: str) -> list[Json]:
    element, notes = _element(field, language)
    block: Json = {
        "type": "input",
        "block_id": block_id(field),
        "label": spoken(field.label, language, LABEL),
        "element": element | {"action_id": field.name},
        "optional": not getattr(field, "required", False),
    }
    if field.hint is not None:
        block["hint"] = spoken(field.hint, language, LABEL)
    if drives(form, field):
        block["dispatch_action"] = True
    wrong = form.errors.get(field.name)
    said = [] if wrong is None else error(wrong, language)
    help_below = helping(field, language) if isinstance(field, Long) else []
    return [*_warning(form, field, language), *said, block, *notes, *help_below]


def _warning(form: Form, field: Field, language: str) -> list[Json]:
    if (warning := form.warnings.get(field.name)) is None:
        return []
    return [{"block_id": f"{WARNING}{n}:{field.name}"} | b
            for n, b in enumerate(callout(warning, language))]  # fmt: skip


def error(words: Words, language: str) -> list[Json]:
    """Says what is wrong, as a block: for when the whole view is shown anew."""
    text = speak(say("slack-error", text=words), language)
    # In bold, or it would look just like the hints.
    return [{"type": "context", "elements": [bold(text, PARAGRAPH)]}]


def _element(field: Field, language: str) -> tuple[Json, list[Json]]:
    match field:
        case Choice():
            return _choice(field, language)
        case Several():
            return _several(field, language)
        case Tick(value=ticked, change=change):
            box = {"text": spoken(change or say("slack-yes"), language, OPTION), "value": YES}
            chosen = {"initial_options": [box]} if ticked else {}
            return {"type": "checkboxes", "options": [box], **chosen}, []
        case Line(kind="date"):
            chosen_date = {"initial_date": field.value} if field.value else {}
            return {"type": "datepicker", **chosen_date}, []
        case Line() | Long():
            return _typed(field), []
        case _:
            assert_never(field)


def _typed(field: Line | Long) -> Json:
    most = min(field.most, INPUT)
    value = {"initial_value": field.value[:most]} if field.value else {}
    several = {"multiline": True} if isinstance(field, Long) else {}
    return {"type": "plain_text_input", "max_length": most, **several, **value}


def _choice(field: Choice, language: str) -> tuple[Json, list[Json]]:
    if len(field.options) > OPTIONS:
        return _searched(field, (field.value,), language), []
    radio = field.look == "radio" and len(field.options) <= RADIOS
    options, notes = _options(field.options, language)
    element: Json = {"type": "radio_buttons" if radio else "static_select", "options": options}
    if chosen := [o for o in options if o["value"] == (field.value or NONE)]:
        element["initial_option"] = chosen[0]
    revealed = field.reveals.get(field.value)
    return element, notes + ([] if revealed is None else blocks([revealed], language))


def _several(field: Several, language: str) -> tuple[Json, list[Json]]:
    if len(field.options) > OPTIONS:
        return _searched(field, field.values, language), []
    boxes = len(field.options) <= RADIOS
    options, notes = _options(field.options, language)
    element: Json = {"type": "checkboxes" if boxes else "multi_static_select", "options": options}
    if chosen := [o for o in options if o["value"] in field.values]:
        element["initial_options"] = chosen
    return element, notes


def _searched(field: Choice | Several, values: Sequence[str], language: str) -> Json:
    """More than Slack shows at once: it asks us as one types, and before anything is typed."""
    several = isinstance(field, Several)
    element: Json = {
        "type": "multi_external_select" if several else "external_select",
        "min_query_length": 0,
        "placeholder": spoken(say("slack-type-to-find"), language, PLACEHOLDER),
    }
    chosen = [_offered(o, language) for o in field.options if o.value in values]
    if not chosen:
        return element
    return element | ({"initial_options": chosen} if several else {"initial_option": chosen[0]})


def suggestions(field: Choice | Several, typed: str, language: str) -> list[Json]:
    """Lists the options that match what was typed; where Slack takes no more, the last says so."""
    found = matching(field.options, typed, language)
    if len(found) <= OPTIONS:
        return [_offered(option, language) for option in found]
    more = {"text": spoken(say("slack-type-more"), language, OPTION), "value": NONE}
    return [*(_offered(option, language) for option in found[: OPTIONS - 1]), more]


def _offered(option: Option, language: str) -> Json:
    # A name too long for one line goes on in the line below.
    text, *rest = pieces(speak(option.words, language), OPTION)
    below = {"description": plain(rest[0], OPTION)} if rest else {}
    return {"text": plain(text, OPTION), "value": option.value or NONE} | below


def _options(options: Sequence[Option], language: str) -> tuple[list[Json], list[Json]]:
    """Options, and below them the hints when one is too long to stand beside its option."""
    hints = [speak(o.hint, language) if o.hint else "" for o in options]
    texts = [speak(o.words, language) for o in options]
    beside = all(len(text) <= OPTION for text in (*hints, *texts))
    made = [
        {"text": plain(text, OPTION), "value": option.value or NONE}
        | ({"description": plain(hint, OPTION)} if hint and beside else {})
        for option, text, hint in zip(options, texts, hints, strict=True)
    ]
    explained = [
        plain(speak(say("slack-option", option=text, hint=hint), language) if hint else text, LABEL)
        for text, hint in zip(texts, hints, strict=True)
        if hint or len(text) > OPTION
    ]
    below = [{"type": "context", "elements": row} for row in groups(explained, RADIOS)]
    return made, [] if beside else below


def _given(field: Field) -> tuple[str, ...]:
    match field:
        case Several(values=values):
            return values
        case Tick(value=ticked):
            return (YES,) if ticked else ()
        case _:
            return (field.value,)


def answers_in(values: Mapping[str, Mapping[str, Json]]) -> dict[str, str | Sequence[str]]:
    """Reads what a view's state says, by field."""
    return {
        name: _answer(block, state)
        for block, states in values.items()
        for name, state in states.items()
        if asked_in(block) == name
    }


def _answer(block: str, state: Json) -> str | Sequence[str]:
    reading: Mapping[str, Callable[[], str | Sequence[str]]] = {
        "plain_text_input": lambda: str(state.get("value") or ""),
        "datepicker": lambda: str(state.get("selected_date") or ""),
        "radio_buttons": lambda: _value(state.get("selected_option")),
        "static_select": lambda: _value(state.get("selected_option")),
        "checkboxes": lambda: [_value(o) for o in state.get("selected_options") or ()],
        "external_select": lambda: _value(state.get("selected_option")),
        "multi_static_select": lambda: [_value(o) for o in state.get("selected_options") or ()],
        "multi_external_select": lambda: [_value(o) for o in state.get("selected_options") or ()],
    }
    read = reading.get(str(state.get("type")), lambda: "")()
    return ("".join(read[:1]) if block.startswith(TICK) else read) if read else ""


def _value(option: Json | None) -> str:
    value = "" if option is None else str(option.get("value", ""))
    return "" if value == NONE else value
