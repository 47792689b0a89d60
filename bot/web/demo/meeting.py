"""The strategy meeting's channel of the demo: a few posts, each of which can be flagged, and the
room in which it pauses."""

from dataclasses import dataclass

from bot.web.client import MEETING, address_of
from handlers.contract.people import Place
from prompts.shapes import Button, Card
from prompts.words import say, speak
from storage.partnership import Platform, PlatformId

POSTS = (1, 2, 3, 4)
PLACE = Place(str(PlatformId(Platform.WEB, "", MEETING)), address_of(MEETING))
START = Card(
    say("web-meeting"),
    buttons=(
        Button(say("web-pause"), "pause", style="primary"),
        Button(say("web-debrief"), "debrief"),
        Button(say("advocate-button"), "advocate"),
        Button(say("practice-together-title"), "pause.practice"),
    ),
)
"""What everybody in the meeting can begin."""


@dataclass(frozen=True)
class Post:
    """Something said in the meeting."""

    number: int
    who: str
    time: str
    text: str


def posts(language: str) -> list[Post]:
    """Lists the channel's posts, oldest first."""

    def words(number: int, part: str) -> str:
        return speak(say(f"web-post-{number}-{part}"), language)

    return [Post(n, words(n, "who"), words(n, "time"), words(n, "text")) for n in POSTS]


def link_of(post: str, base: str) -> str:
    """Gives the address of a post; empty if there is no such post."""
    known = post.isascii() and post.isdigit() and int(post) in POSTS
    return f"{base}meeting#post-{int(post)}" if known else ""


def place_at(room: str) -> Place | None:
    """Finds the meeting below whose address something was done; None for what is no meeting."""
    return PLACE if room == MEETING else None
