"""What stands around every page: who you are, the language, the demo's clock."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

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

    @property
    def home(self) -> str:
        """Where the person's own page is; empty while nobody was chosen."""
        return f"/as/{self.who.slug}" if self.who else ""

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
