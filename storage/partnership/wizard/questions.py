"""The handful of questions of `upstander init`, and what is wrong with an answer.

Pure: whoever asks puts each question until `objection` has none, then hands the answers over.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from pydantic_core import PydanticCustomError

from storage.partnership.base import Nation, Platform, PlatformId, in_one_spelling
from storage.partnership.model import Sector
from storage.partnership.values import EVERY_DAY, dates, limit, weekdays

POLICIES = Path(__file__).parents[3] / "deploy" / "escalation"
"""Real escalation policies to start from; a name of one is a file there."""
TIMERS = POLICIES.with_name("timers")
"""The kinds of referral of each nation, in a file of its name."""

_CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
_NUMBER = r"\+?[0-9][0-9 ()-]{1,18}[0-9]"
_DOMAIN = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_PERSON = r"[UW][A-Z0-9]{5,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_PEOPLE = rf"({_PERSON})( *, *({_PERSON}))*"
_NO_LIMIT = re.compile(r"- name: *(.*)\n(?:(?!- name).*\n)*? *within:\n")


@dataclass(frozen=True)
class Question:
    """One question, its default, and what an answer looks like."""

    name: str
    text: str
    default: str = ""
    pattern: str = r".*\S.*"
    example: str = "a few words"
    optional: bool = False
    after: str = ""
    """Asked only where this earlier question was answered."""
    reads: Callable[[object], object] = str
    """Reads the answer as the file's own reader will; what that refuses is asked again."""


@dataclass(frozen=True)
class Answers:
    """What was answered: once for the partnership, and once for each agency."""

    name: str
    agencies: tuple[Mapping[str, str], ...]
    escalation: str = "none"
    limits: tuple[str, ...] = ()
    """For the stages of that policy whose source sets none, in order."""


PARTNERSHIP = Question("name", "What is the partnership called?", example="Anytown Partnership")
AGENCY: tuple[Question, ...] = (
    Question("name", "What is the agency called?", example="Anytown Police"),
    Question(
        "sector",
        f"Which sector is it in ({', '.join(get_args(Sector))})?",
        pattern="|".join(get_args(Sector)),
        example="health",
    ),
    Question(
        "nation",
        f"In which nation ({', '.join(get_args(Nation))})? It sets bank holidays and limits.",
        "england",
        "|".join(get_args(Nation)),
        "wales",
    ),
    Question(
        "days",
        "On which days is it open?",
        "monday to friday",
        example="every day, or monday to friday, or monday, thursday",
        reads=lambda days: weekdays(in_days(days)),
    ),
    Question("opens", "When does it open?", "09:00", _CLOCK, "08:30"),
    Question("closes", "When does it close (00:00 is midnight)?", "17:00", _CLOCK, "17:30"),
    Question(
        "bank_holidays", "Is it open on bank holidays (yes, no)?", "no", "yes|no", "yes or no"
    ),
    Question(
        "closed",
        "Days on which it is closed besides, with commas, if there are any",
        example="2026-12-24, 2026-12-28 to 2027-01-01",
        optional=True,
        reads=lambda days: dates(listed(days)),
    ),
    Question("urgent", "Which number is for danger?", "999", _NUMBER, "999"),
    Question(
        "also_urgent",
        "Another number for danger, such as its duty desk, if there is one",
        pattern=_NUMBER,
        example="01632 960101",
        optional=True,
    ),
    Question(
        "also_when",
        "When does somebody answer there (always, while it is open, while it is closed)?",
        "always",
        "always|(while it is )?(open|closed)",
        "always, open or closed",
        after="also_urgent",
    ),
    Question(
        "slack_workspace",
        "Its Slack workspace id, if it uses Slack",
        pattern=r"T[A-Z0-9]{5,}",
        example="T0123ABCD",
        optional=True,
    ),
    Question(
        "teams_tenant",
        "Its Teams tenant id, if it uses Teams",
        pattern=r"[0-9a-fA-F-]{36}",
        example="8f1c2d3e-0000-4000-8000-000000000001",
        optional=True,
    ),
    Question(
        "email_domain",
        "Its e-mail domain, if it shares the workspace or tenant with other agencies",
        pattern=_DOMAIN,
        example="school.example",
        optional=True,
    ),
    Question(
        "leads",
        "Who hears its concerns? Member ids (Slack) or object ids (Teams), with commas",
        pattern=_PEOPLE,
        example="U0123ABCD, U0456EFGH",
    ),
    Question(
        "fallback",
        "Who is told when none of them answers? Somebody else, in the same way",
        pattern=_PEOPLE,
        example="U0789JKLM",
    ),
)

POLICY = Question(
    "escalation",
    "Which escalation policy is nearest to yours (lincolnshire, london, bedfordshire, none)?",
    "none",
    "lincolnshire|london|bedfordshire|none",
    "lincolnshire",
)


def limits_of(policy: str) -> tuple[Question, ...]:
    """Asks for the limits of a policy's stages whose source sets none, in order."""
    if policy == "none":
        return ()
    template = (POLICIES / f"{policy}.yaml").read_text("utf-8")
    return tuple(
        Question(
            f"limit_{number}",
            f"{policy.title()}'s policy sets no limit for this stage: {' '.join(name.split())}. "
            "Which do you set?",
            "5 working days",
            example="5 working days, 28 calendar days or 24 hours",
            reads=limit,
        )
        for number, name in enumerate(_NO_LIMIT.findall(template))
    )


def objection(question: Question, answer: str, earlier: Mapping[str, str]) -> str | None:
    """Says why an answer can't be taken, given the agency's earlier ones; None when it can."""
    answer = answer.strip()
    if question.optional and not answer:
        if question.name == "teams_tenant" and not earlier.get("slack_workspace"):
            return "Give a Slack workspace or a Teams tenant: its people are found there."
        return None
    if not re.fullmatch(question.pattern, answer) or len(answer) > 200:
        return f"Write it like this: {question.example}"
    try:
        question.reads(answer)
    except PydanticCustomError:
        return f"Write it like this: {question.example}"
    if question.name == "closes" and answer != "00:00" and answer <= earlier.get("opens", ""):
        return "It closes before it opens. 00:00 is the midnight that ends the day."
    if question.name in ("leads", "fallback"):
        return _about_people(question, answer, earlier)
    return None


def in_days(written: object) -> object:
    """Gives days as the file has them: a range in words, or a list."""
    days = str(written).strip().lower()
    return days if " to " in days or days == EVERY_DAY else listed(days)


def listed(written: object) -> list[str]:
    """Gives what stands between commas."""
    return [part for part in re.split(r" *, *", str(written).strip()) if part]


_NEEDS_HOME: Mapping[str, str] = {
    Platform.SLACK: "A member id of Slack needs the agency's Slack workspace.",
    Platform.TEAMS: "An object id of Teams needs the agency's Teams tenant.",
}


def _about_people(question: Question, answer: str, earlier: Mapping[str, str]) -> str | None:
    people = people_of(answer, earlier)
    for platform, home, _ in map(PlatformId.read, people):
        if not home:
            return _NEEDS_HOME[platform]
    if len(set(people)) < len(people):
        return "Somebody is listed twice."
    leads = people_of(earlier.get("leads", ""), earlier)
    if question.name == "fallback" and set(people) <= set(leads):
        return "Name somebody who isn't one of the leads, such as their manager."
    return None


def people_of(answer: str, given: Mapping[str, str]) -> list[str]:
    """Gives people's ids as the file has them, from those of their platform."""
    slack = PlatformId(Platform.SLACK, given.get("slack_workspace", "").strip(), "")
    teams = PlatformId(Platform.TEAMS, given.get("teams_tenant", "").strip(), "")
    people = filter(None, re.split(r"[ ,]+", answer.strip()))
    ids = ((teams if "-" in each else slack)._replace(own=each) for each in people)
    return [in_one_spelling(str(id)) for id in ids]
