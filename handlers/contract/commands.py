"""What a command is: its verbs, the kinds of thread it begins, its steps, its place in menus."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from handlers.contract.outcomes import Outcomes, Send
from prompts.shapes import Form, Section
from prompts.words import Words
from storage.delivery.due_steps import DueStep
from storage.partnership import Partnership, PersonId
from storage.repository import Repository
from storage.repository.lists import Outline
from storage.schema import Thread
from storage.schema.values import State

By = Literal["anyone", "raising", "raiser", "person", "holder", "code", "participant"]
"""Who may: anyone asking (Visitor); a submission that raises something (Raiser, by their
choice in the field `how`); whoever raised the thread (Raiser); a person in their own name
(Named: the handler then checks that the thread is theirs to act on); whoever holds return
references (ReferenceHolder); whoever shows a receipt's code (Anonymous: it is the thread's);
somebody in the room (Participant: one of the partnership's people, or with a code that the chair
handed out)."""


@dataclass(frozen=True)
class Verb:
    """One thing that can be done, by whom, and the function that decides it."""

    by: By
    handle: Callable[..., Awaitable[Outcomes]]
    changes: bool = True
    """Whether it may change anything. What only asks for a form or a page can be a link."""
    looks: bool = False
    """By this somebody looks at what is new to them."""
    own: bool = False
    """Whoever raised it, and is hidden, may do so too where they were asked about it."""
    unseen: bool = False
    """Main keeps no mark of it, not even of a form that came twice; what it does is idempotent."""
    held: bool = False
    """What is raised by it waits until others have raised the same: main hears nothing before."""
    guesses: bool = False
    """A code may be guessed by it: so whoever is often wrong is asked to wait."""
    public: bool = False
    """Strangers may, too: it shows what tells nothing of anybody, such as words to start from."""


def asks(
    by: By,
    handle: Callable[..., Awaitable[Outcomes]],
    *,
    looks: bool = False,
    unseen: bool = False,
    public: bool = False,
) -> Verb:
    """Makes a verb that only asks for a form or a page: nothing changes by it."""
    return Verb(by, handle, changes=False, looks=looks, unseen=unseen, public=public)


MenuName = Literal["home", "help", "launcher", "shortcut"]
"""Where a command is offered: on people's own page, in help, on the card that answers what is
typed, and beside the box in which messages are written."""


EVERYWHERE: Final[frozenset[MenuName]] = frozenset({"home", "help", "launcher", "shortcut"})


Group = Literal["speak", "meeting", "mine", "help"]
"""What a command is for, as people's own page and help group them."""


@dataclass(frozen=True)
class Menu:
    """Where a command stands in menus. Without words of its own in a menu it shows its title."""

    place: int = 65
    """The most needed first. New ones stand before what is one's own: lists, codes, help."""
    on: frozenset[MenuName] = frozenset({"home", "help", "launcher"})
    group: Group = "help"
    """What it stands among, where a menu has groups."""
    words: str = ""
    """The words on its button; otherwise those called after it."""
    flag: str = ""
    """The action in a message's menu that opens it and takes the message's address along."""
    plain: bool = False
    """Typed by its own name even where short words may be taken by other apps."""


RaiserPage = Callable[[Thread, Repository, Words | None], Awaitable[Form]]
Listed = Callable[[Thread, str, PersonId | None, Repository], Awaitable[Section]]
Heard = Callable[[Thread, str, int, Repository], Awaitable[list[Send]]]
Step = Callable[[Thread, DueStep, Repository], Awaitable[Outcomes]]
ThreadAct = Callable[[Thread, Repository], Awaitable[Outcomes]]
Heal = Callable[[Thread, Repository], Awaitable[None]]


@dataclass(frozen=True)
class Absence:
    """Somebody who was asked about a thread, or has it, and isn't there for it any more."""

    person: PersonId = field(repr=False)
    gone: bool
    """They left, moved or lost the role: they may read nothing more of it. Otherwise it is only
    their platform that can't reach them."""


@dataclass(frozen=True)
class Deadline:
    """By when something is wanted of somebody: a day, on the agency's own clock, or a moment."""

    day: date
    over: bool
    """It is over: it was to be done by now."""
    at: datetime
    """The moment at which it is over; of a day that is its end."""
    exact: bool
    """Whether that moment is told, not only the day."""


Adds = Callable[[Thread], str]
Due = Callable[[Outline, Partnership, datetime], Deadline | None]
Named = Callable[[Thread, Repository], Awaitable[Words]]
Hearing = Callable[[Thread, Repository], Awaitable[frozenset[PersonId]]]
Joined = Callable[[Thread, Repository], Awaitable[Outcomes]]
Without = Callable[[Thread, Absence, Repository], Awaitable[Outcomes]]


def at_its_time(act: ThreadAct) -> Step:
    """Makes a step of an act that needs to know nothing of the step, only its thread."""

    async def take(thread: Thread, _step: DueStep, repo: Repository) -> Outcomes:
        return await act(thread, repo)

    return take


def never(_thread: Thread) -> bool:
    """Tells that a thread can't be closed by its raiser before it is answered."""
    return False


@dataclass(frozen=True)
class ThreadKind:
    """What everybody else needs to know of a kind of thread: its pages, lists and reminders."""

    raiser_page: RaiserPage
    """What whoever raised it reads: (thread, repository, a note on top)."""
    listed: Listed
    """Its entry in a list: (thread, name of the list, reader if by name, repository)."""
    raised_list: str = "raised"
    """The list in which whoever raised it finds it; none if empty."""
    owned: bool = False
    """Whoever took it owns it: it stands in a list of its own for them."""
    names_can_be_opened: bool = True
    """Given in confidence, the name may be opened by two."""
    hearing: Hearing | None = None
    """Who would hear of it by and by: of these whom added words name, it is asked first."""
    heard: Heard | None = None
    """What becomes of what its raiser adds; None where nothing is added by `mine.answer`."""
    adds: Adds | None = None
    """Where they add by a verb of its own: which, as it stands now; '' if nothing can be added."""
    settle: ThreadAct | None = None
    """Closes it, once its raiser says that it is settled."""
    withdrawable: Callable[[Thread], bool] = never
    """Its raiser can close it before it is answered."""
    unsettled: Words | None = None
    """What its raiser is told who says that it isn't settled."""
    without: Without | None = None
    """Moves it on without somebody: others are asked, and whoever waits is told. Called for
    somebody who has no part in it, or twice, it changes nothing."""
    joined: Joined | None = None
    """Asks those who could take it by now, and weren't asked yet, while nobody has it."""
    named: Named | None = None
    """Says in a list which one it is, to those for whom it waits: its kind, what it is about."""
    due: Due | None = None
    """Finds by when something is wanted of those for whom it waits."""
    taken: bool = False
    """One of those who are asked takes it; before, it is unassigned."""
    heal: Mapping[str, Heal] = field(default_factory=dict)
    """Sets the clock again of one that should wait for a step and waits for none, by wait."""

    def adding(self, thread: Thread) -> str:
        """Gives the verb by which its raiser adds to it now; '' if nothing can be added."""
        if thread.state == State.CLOSED:
            return ""
        if self.adds is not None:
            return self.adds(thread)
        return "mine.answer" if self.heard is not None else ""


@dataclass(frozen=True)
class Command:
    """A capability: what people can do, found by its folder's `command.COMMAND`."""

    name: str
    verbs: Mapping[str, Verb]
    menu: Menu | None = None
    """Where it is offered; None for what can't be typed and is only pressed."""
    kinds: Mapping[str, ThreadKind] = field(default_factory=dict)
    """The kinds of thread that it begins, by the name that stands on their rows."""
    steps: Mapping[str, Step] = field(default_factory=dict)
    """What falls due by the clock: name of the step -> handler of (thread, step, repository)."""

    @property
    def typed(self) -> bool:
        """Whether people can type it."""
        return self.menu is not None
