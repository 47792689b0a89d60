"""The shapes a person sees: neutral, frozen, free of any platform. Words are found by id."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from prompts.pictures import Bars, Trend
from prompts.suggestions import Suggestions
from prompts.words import Words

Tone = Literal["urgent", "warn", "note", "done"]
Style = Literal["primary", "plain", "danger"]


@dataclass(frozen=True)
class Text:
    """A paragraph of our own words."""

    words: Words


@dataclass(frozen=True)
class Callout:
    """A paragraph that must be noticed; its tone is never shown by colour alone."""

    words: Words
    tone: Tone
    seconds: int | None = None
    """After so many it is over: counted down where a page can, and said in its words anyway."""
    live: bool = False
    """It changes while somebody looks: read out as it does, where a page can."""


@dataclass(frozen=True)
class Facts:
    """Labelled values, such as the kind and the urgency."""

    rows: tuple[tuple[Words, Words], ...]


@dataclass(frozen=True)
class Said:
    """What a person typed, quoted. Each platform escapes it: it is never markup."""

    who: Words
    text: str = field(repr=False)


@dataclass(frozen=True)
class Link:
    """A link to a message on the person's own platform."""

    words: Words
    url: str = field(repr=False)


@dataclass(frozen=True)
class Number:
    """A number to ring: who answers there, and what is to be known of it now."""

    who: Words
    number: str
    note: Words | None = None

    @property
    def address(self) -> str:
        """The link that rings it."""
        return "tel:" + re.sub(r"[^0-9+]", "", self.number)


@dataclass(frozen=True)
class Numbers:
    """Numbers to ring, the one to try first on top; one press rings where a platform can.

    Without a tone they are a list like any other: a heading above says what they are.
    """

    title: Words
    rows: tuple[Number, ...]
    tone: Tone | None = None


Block = Text | Callout | Facts | Said | Link | Numbers | Bars | Trend


@dataclass(frozen=True)
class Button:
    """A press: `verb` names what is done, `subject` the thread (or empty)."""

    words: Words
    verb: str
    subject: str = ""
    style: Style = "plain"


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen."""

    value: str
    words: Words
    hint: Words | None = None
    group: Words | None = None
    """What it stands under in a long list, where a platform can show that."""


@dataclass(frozen=True)
class When:
    """Shows a field only once another field has this answer (where the platform can)."""

    field: str
    value: str


@dataclass(frozen=True)
class Choice:
    """Choose one (`radio` for few, `select` for many). `reveals` shows more for an answer.

    However many there are, each can be chosen: a platform that can't show so many at once asks for
    the form again as somebody types, and shows those that match.
    """

    name: str
    label: Words
    options: tuple[Option, ...]
    look: Literal["radio", "select"] = "radio"
    hint: Words | None = None
    value: str = ""
    required: bool = True
    when: When | None = None
    depends: str = ""
    """The question whose answer decides what there is to choose from."""
    reveals: Mapping[str, Callout | Numbers] = field(default_factory=dict)


@dataclass(frozen=True)
class Several:
    """Choose any number, also none."""

    name: str
    label: Words
    options: tuple[Option, ...]
    hint: Words | None = None
    values: tuple[str, ...] = ()
    when: When | None = None
    depends: str = ""
    """The question whose answer decides what there is to choose from."""


@dataclass(frozen=True)
class Line:
    """One line of text; `kind` date gives a date picker (ISO date as the answer)."""

    name: str
    label: Words
    hint: Words | None = None
    value: str = field(default="", repr=False)
    required: bool = False
    most: int = 150
    kind: Literal["text", "date"] = "text"
    when: When | None = None


Saying = Literal[
    "raise", "reply", "answer", "question", "opinion", "referral", "note",
    "pause", "premortem", "debrief",
]  # fmt: skip
"""What is said in a box: something raised, what its raiser adds, an answer, a round's comment."""


@dataclass(frozen=True)
class Long:
    """Several lines of text.

    With `says`, one press below it shows words to start from (`suggestions`), and one of those
    puts them in.
    """

    name: str
    label: Words
    hint: Words | None = None
    value: str = field(default="", repr=False)
    required: bool = True
    most: int = 2500
    when: When | None = None
    draft: Words | None = field(default=None, repr=False)
    """What it begins with while nothing is typed; the dispatcher says it in their language."""
    says: Saying | None = None
    suggestions: Suggestions | None = None
    put: str = ""
    """Marks that its words were put in since it was last shown: Slack takes them only so."""


@dataclass(frozen=True)
class Tick:
    """One box to tick; its answer is "yes" or "".

    With `change` it is a fold: its label says what holds unless somebody changes it, and the
    questions that wait for it stand behind one press, with good answers in them already.
    """

    name: str
    label: Words
    value: bool = False
    hint: Words | None = None
    when: When | None = None
    more: bool = False
    """Whether other questions follow from it, which are only asked of those who tick it."""
    change: Words | None = None
    """What stands on the press that opens a fold."""


Field = Choice | Several | Line | Long | Tick


@dataclass(frozen=True)
class Card:
    """A message: a title, what it says, what can be pressed."""

    title: Words
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Section:
    """A heading in a page with lines below it, each perhaps with its own buttons.

    As a `line` of a list it takes as little room as can be: its blocks are texts and callouts, and
    its one button opens it. A `head` stands above such lines, and its buttons choose among them.
    A `menu` leads to other things that can be done: its buttons say it all.
    """

    title: Words
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    look: Literal["card", "line", "head", "menu"] = "card"


@dataclass(frozen=True)
class Form:
    """A page, modal or dialog. With a `submit` it is a form; without, it is for reading.

    `verb` and `subject` say what submitting does. `token` is the random word by which a
    submission sent twice is known; the dispatcher fills it in.
    """

    title: Words
    verb: str = ""
    subject: str = ""
    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    buttons: tuple[Button, ...] = ()
    submit: Words | None = None
    token: str = field(default="", repr=False)
    errors: Mapping[str, Words] = field(default_factory=dict)
    warnings: Mapping[str, Callout] = field(default_factory=dict)
    """What is to be thought of before it is sent, by the name of the question it is about."""
    beside: tuple["Form", ...] = ()
    """What buttons of this page ask for and change nothing by: shown beside it where there is
    room, in place of those buttons."""


Answers = Mapping[str, str | Sequence[str]]
