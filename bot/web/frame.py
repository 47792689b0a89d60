"""What stands around every page: who you are, the language, the demo's clock."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from markupsafe import Markup

from prompts.words import Plain, say, speak
from storage.partnership import Agency, Partnership, next_slot

TONGUES = (("en", "English"), ("cy", "Cymraeg"))
"""Each language by its own name."""


@dataclass(frozen=True)
class WhoView:
    """The person whose window this is."""

    slug: str = field(repr=False)
    name: str = field(repr=False)
    agency: str
    own: str = ""
    """Where their own pages stand; below their short name if left out, as in the demo."""


@dataclass(frozen=True)
class ClockView:
    """The demo's time, and the next release."""

    iso: str
    now: str
    slot: str


@dataclass(frozen=True)
class Frame:
    """The surroundings of one page."""

    language: str = "en"
    who: WhoView | None = None
    at: str = ""
    thread: str = ""
    news: bool = False
    clock: ClockView | None = None
    back: str = field(default="", repr=False)
    room: str = ""
    """The meeting below whose address this page stands; empty for a page of one's own."""
    demo: bool = True
    """Whether one may be anybody, and look at what is stored."""
    keep: str = field(default="", repr=False)
    """What stays in the address of a page of nobody's when the other language is chosen."""
    carried: str = field(default="", repr=False)
    """This very page, sealed, where no link leads to it: the language's buttons bring it along."""
    came_by: str = ""
    """What was done for it to come."""
    mail: bool = False
    """Whether they are told by e-mail that something waits, and so may not want it."""
    operator: bool = False
    """Whether they run it, and have a page for that."""
    csrf: str = field(default="", repr=False)
    """Goes along with each form, so that no other site can send one."""

    @property
    def home(self) -> str:
        """Where the person's own page is; empty while nobody was chosen."""
        return (self.who.own or f"/as/{self.who.slug}") if self.who else ""

    @property
    def hidden(self) -> Markup:
        """Stands in each form: it came from a page of this browser's."""
        if not self.csrf:
            return Markup("")
        return Markup('<input type="hidden" name="_csrf" value="{}">').format(self.csrf)

    @property
    def tab(self) -> str:
        """Marks what a browser keeps while somebody writes, so that whoever signs in after them
        finds nothing of it; empty in the demo, whose addresses say whose it is."""
        return sha256(self.csrf.encode()).hexdigest()[:16] if self.csrf else ""

    @property
    def base(self) -> str:
        """Below which everything on this page is asked for and sent."""
        return f"{self.home}/{self.room}" if self.home and self.room else self.home

    @property
    def impersonal(self) -> str:
        """Keeps the language on pages that belong to nobody."""
        return "" if self.language == "en" else f"?lang={self.language}"

    @property
    def query(self) -> str:
        """Keeps the person, or else the language, on pages that anybody may open."""
        return f"?as={self.who.slug}" if self.who else self.impersonal

    def about(self, thread: str, at: str = "") -> "Frame":
        """Gives the same surroundings, for this thread."""
        return replace(self, thread=thread, at=at or self.at)


def clock_view(partnership: Partnership, agency: Agency, now: datetime, tongue: str) -> ClockView:
    """Gives the time on the agency's wall clock, and the next release."""
    zone = ZoneInfo(agency.timezone)
    local = now.astimezone(zone)
    slot = next_slot(partnership, agency, now).astimezone(zone)
    return ClockView(
        local.isoformat(timespec="minutes"),
        moment(local, tongue),
        f"{slot:%H:%M}" if slot.date() == local.date() else moment(slot, tongue, short=True),
    )


def moment(at: datetime, language: str, *, short: bool = False) -> str:
    """Says a day and a time of day in words."""
    words = say(
        "web-moment-short" if short else "web-moment",
        weekday=say("web-weekday", number=at.weekday()),
        day=Plain(str(at.day)),
        month=say("web-month", number=at.month),
        year=Plain(str(at.year)),
        time=Plain(f"{at:%H:%M}"),
    )
    return speak(words, language)


Speaker = Callable[..., str]


def speaker(language: str) -> Speaker:
    """Gives the templates their `t("web-home")`."""

    def t(id: str, /, **values: str | int) -> str:
        return speak(say(id, **values), language)

    return t
