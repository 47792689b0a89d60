"""What the templates draw: forms and cards whose words have been found, nothing decided."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["radio", "select", "several", "text", "date", "long", "tick"]


@dataclass(frozen=True)
class CalloutView:
    """A paragraph to be noticed, with its tone said in a word too."""

    tone: str
    text: str = field(repr=False)


@dataclass(frozen=True)
class BarView:
    """One row of a picture: what it says in words, and how wide its bars are."""

    label: str
    words: str
    width: str
    before: str = ""
    """How wide it was the time before; empty where there was none."""


@dataclass(frozen=True)
class BlockView:
    """One block of a page; `kind` names the macro that draws it."""

    kind: Literal["text", "callout", "facts", "said", "link", "bars"]
    text: str = field(default="", repr=False)
    who: str = field(default="", repr=False)
    url: str = field(default="", repr=False)
    tone: str = ""
    rows: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    bars: tuple[BarView, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class OptionView:
    """One answer. `id` is what labels, error links and the stylesheet of conditions hold on to."""

    id: str
    value: str
    label: str
    hint: str
    chosen: bool
    reveals: CalloutView | None = None


@dataclass(frozen=True)
class FieldView:
    """One question; `kind` names the macro that draws it."""

    kind: Kind
    name: str
    label: str
    hint: str
    error: str
    optional: bool = False
    when: str = ""
    value: str = field(default="", repr=False)
    most: int = 0
    options: tuple[OptionView, ...] = ()

    @property
    def first(self) -> str:
        """The id that an error link leads to: where one can type or choose."""
        return self.options[0].id if self.options and self.kind != "select" else self.name

    @property
    def described(self) -> str:
        """The ids of what is read out along with the question."""
        parts = [f"{self.name}-hint"] if self.hint or self.most else []
        return " ".join(parts + ([f"{self.name}-error"] if self.error else []))


@dataclass(frozen=True)
class ButtonView:
    """A press: a link where it only asks for a page, else a small form of its own."""

    text: str
    verb: str
    subject: str
    style: str
    asks: bool


@dataclass(frozen=True)
class SectionView:
    """A heading with what stands below it; a card is one too."""

    title: str
    blocks: tuple[BlockView, ...]
    buttons: tuple[ButtonView, ...]


@dataclass(frozen=True)
class ErrorView:
    """One line of the error summary; without a place it is about the whole."""

    text: str
    place: str


@dataclass(frozen=True)
class FormView:
    """A whole page."""

    title: str
    verb: str
    subject: str
    token: str = field(repr=False)
    blocks: tuple[BlockView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    sections: tuple[SectionView, ...] = ()
    buttons: tuple[ButtonView, ...] = ()
    errors: tuple[ErrorView, ...] = ()
    submit: str = ""
    conditions: tuple[str, ...] = ()
    """Ids of the answers that show something: the page's own stylesheet is made from them."""
