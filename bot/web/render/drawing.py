"""Neutral shapes to what the templates draw, in a person's language. Pure."""

from collections.abc import Sequence
from typing import assert_never
from urllib.parse import urlsplit

from bot.core.admission import is_pass
from bot.web.render.views import (
    BarView,
    BlockView,
    ButtonView,
    CalloutView,
    ErrorView,
    FieldView,
    FormView,
    OptionView,
    SectionView,
)
from handlers.registry import only_asks
from prompts.shapes import (
    Bar,
    Bars,
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
    Option,
    Said,
    Section,
    Several,
    Text,
    Tick,
    When,
)
from prompts.words import Words, speak


def view_of_form(form: Form, language: str) -> FormView:
    """The page of a form, its errors and its conditions included."""
    fields = tuple(_field(field, form, language) for field in form.fields)
    return FormView(
        title=speak(form.title, language),
        verb=form.verb,
        subject=form.subject,
        token=form.token,
        blocks=_blocks(form.blocks, language),
        fields=fields,
        sections=tuple(view_of_section(section, language) for section in form.sections),
        buttons=_buttons(form.buttons, language),
        errors=_errors(form, fields, language),
        submit=_spoken(form.submit, language),
        conditions=_conditions(fields),
    )


def view_of_section(section: Section | Card, language: str) -> SectionView:
    """A section of a page, or a card that was sent."""
    return SectionView(
        speak(section.title, language),
        _blocks(section.blocks, language),
        _buttons(section.buttons, language),
    )


def _blocks(blocks: Sequence[Block], language: str) -> tuple[BlockView, ...]:
    return tuple(_block(block, language) for block in blocks)


def _block(block: Block, language: str) -> BlockView:
    match block:
        case Text(words):
            return BlockView("text", speak(words, language))
        case Callout(words, tone):
            return BlockView("callout", speak(words, language), tone=tone)
        case Facts(rows):
            spoken = tuple((speak(key, language), speak(value, language)) for key, value in rows)
            return BlockView("facts", rows=spoken)
        case Said(who, text):
            return BlockView("said", text, who=speak(who, language))
        case Link(words, url):
            return BlockView("link", speak(words, language), url=_safe(url))
        case Bars(title, bars):
            drawn = tuple(_bar(bar, block.whole, language) for bar in bars)
            return BlockView("bars", speak(title, language), bars=drawn)
        case _:
            assert_never(block)


def _bar(bar: Bar, whole: int, language: str) -> BarView:
    return BarView(
        speak(bar.label, language),
        speak(bar.words, language),
        _share(bar.count, whole),
        "" if bar.before is None else _share(bar.before, whole),
    )


def _share(count: int, whole: int) -> str:
    return f"{100 * count / whole:.4g}%"


def _safe(url: str) -> str:
    # A link somebody else's platform gave us must not become a script on this page.
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _buttons(buttons: Sequence[Button], language: str) -> tuple[ButtonView, ...]:
    return tuple(
        ButtonView(speak(b.words, language), b.verb, b.subject, b.style, _asks(b)) for b in buttons
    )


def _asks(button: Button) -> bool:
    # An address stays in a browser's history, and a receipt's pass opens what it stands for.
    return only_asks(button.verb) and not is_pass(button.subject)


def _field(field: Field, form: Form, language: str) -> FieldView:
    error = _spoken(form.errors.get(field.name), language)
    match field:
        case Choice():
            return _choice(field, form, error, language)
        case Several(name, label, options, hint, values, when):
            return FieldView(
                "several",
                name,
                speak(label, language),
                _spoken(hint, language),
                error,
                when=_when(when, form),
                options=_options(name, options, values, language),
            )
        case Line() | Long():
            return _typed(field, error, language)
        case Tick(name, label, value, hint, when):
            return FieldView(
                "tick",
                name,
                speak(label, language),
                _spoken(hint, language),
                error,
                value="yes" if value else "",
                when=_when(when, form),
            )
        case _:
            assert_never(field)


def _choice(field: Choice, form: Form, error: str, language: str) -> FieldView:
    options = tuple(
        OptionView(o.id, o.value, o.label, o.hint, o.chosen, _reveals(field, o.value, language))
        for o in _options(field.name, field.options, (field.value,), language)
    )
    return FieldView(
        field.look,
        field.name,
        speak(field.label, language),
        _spoken(field.hint, language),
        error,
        optional=not field.required,
        when=_when(field.when, form),
        options=options,
    )


def _reveals(field: Choice, value: str, language: str) -> CalloutView | None:
    callout = field.reveals.get(value)
    return CalloutView(callout.tone, speak(callout.words, language)) if callout else None


def _typed(field: Line | Long, error: str, language: str) -> FieldView:
    return FieldView(
        "long" if isinstance(field, Long) else field.kind,
        field.name,
        speak(field.label, language),
        _spoken(field.hint, language),
        error,
        optional=not field.required,
        value=field.value,
        most=field.most if isinstance(field, Long) else 0,
    )


def _options(
    name: str, options: Sequence[Option], chosen: Sequence[str], language: str
) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(
            f"{name}-{number}",
            option.value,
            speak(option.words, language),
            _spoken(option.hint, language),
            option.value in chosen,
        )
        for number, option in enumerate(options)
    )


def _when(when: When | None, form: Form) -> str:
    """The id of the answer that shows a field; empty, so always shown, if there is no such."""
    field = next((field for field in form.fields if when and field.name == when.field), None)
    match field:
        case Choice(options=options) | Several(options=options):
            values = [option.value for option in options]
            known = when is not None and when.value in values
            return f"{field.name}-{values.index(when.value)}" if when and known else ""
        case Tick(name=name):
            return name
        case Line() | Long() | None:
            return ""
        case _:
            assert_never(field)


def _errors(form: Form, fields: Sequence[FieldView], language: str) -> tuple[ErrorView, ...]:
    places = {field.name: field.first for field in fields}
    known = [name for name in places if name in form.errors]
    rest = [name for name in form.errors if name not in places]
    return tuple(
        ErrorView(speak(form.errors[name], language), places.get(name, ""))
        for name in (*rest, *known)
    )


def _conditions(fields: Sequence[FieldView]) -> tuple[str, ...]:
    revealing = {option.id for field in fields for option in field.options if option.reveals}
    return tuple(sorted(revealing | {field.when for field in fields if field.when}))


def _spoken(words: Words | None, language: str) -> str:
    return "" if words is None else speak(words, language)
