"""What every part of the partnership's file is made of: words, ids, blocks that never change."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Final, Literal, NamedTuple, NewType, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from storage.partnership.values import wrong

PersonId = NewType("PersonId", str)
"""slack:<team>:<user>, teams:<tenant>:<object id> or web:<slug>."""
Label = Mapping[str, str]
"""Words by language; English is always there."""
Language = Literal["en", "cy"]
Nation = Literal["england", "wales", "scotland", "northern_ireland"]


class Platform(StrEnum):
    """Where people and conversations are."""

    SLACK = "slack"
    TEAMS = "teams"
    WEB = "web"


class PlatformId(NamedTuple):
    """The parts of `slack:<team>:<user>` and of what else is called so; here alone it is cut."""

    platform: str
    home: str
    """The workspace or tenant; '' on the web, which has none."""
    own: str

    @classmethod
    def read(cls, id: str) -> Self:
        """Cuts the id of a person, a conversation or a room."""
        platform, _, rest = id.partition(":")
        home, colon, own = rest.partition(":")
        return cls(platform, home, own) if colon else cls(platform, "", home)

    def __str__(self) -> str:
        """Spells it again; one of nobody (they aren't signed in) ends with a colon."""
        home = f"{self.home}:" if self.home else ""
        return f"{self.platform}:{home}{self.own}"


_SPELLINGS: Final[Mapping[str, Callable[[str], str]]] = {
    Platform.SLACK: str.upper,
    Platform.TEAMS: str.lower,
}


def in_one_spelling(id: str) -> str:
    """Spells a person's id as it is stored and compared, whoever wrote it and in whatever case.

    Slack's ids are in capitals; Entra's, which come either way, in small letters.
    """
    platform, colon, rest = id.partition(":")
    return platform + colon + _SPELLINGS.get(platform, str)(rest)


def label(words: Label, language: str) -> str:
    """Gives the words in this language, or in English."""
    return words.get(language) or words["en"]


def by_language(written: object) -> object:
    """Takes plain words for English; others say which language they are in."""
    words = {"en": written} if isinstance(written, str) else written
    if isinstance(words, Mapping):
        if "en" not in words:
            raise wrong("the English words are missing", "add a line that begins with en:")
        if not set(words) <= set(get_args(Language)):
            raise wrong("this language is not known", "use en for English and cy for Welsh")
    return words


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
"""Some words on one line."""
Tag = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
"""A word or two for what belongs together; the partnership's own, in whichever language."""

Words = Annotated[Mapping[str, Text], BeforeValidator(by_language)]
"""Words by language, as the file writes them."""


class Frozen(BaseModel):
    """A block of settings: read once, and nothing in it that we don't know."""

    # Errors never repeat what they refuse: it may be a person.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
