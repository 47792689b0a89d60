"""The handful of questions of `upstander init`, and the file that their answers make.

Pure: whoever asks puts each question until `objection` has none, then hands the answers over.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import chain, count
from pathlib import Path
from textwrap import indent
from typing import get_args

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from storage.partnership.base import Nation, Platform, PlatformId, in_one_spelling
from storage.partnership.model import Sector

POLICIES = Path(__file__).parents[2] / "deploy" / "escalation"
"""Real escalation policies to start from; a name of one is a file there."""
TIMERS = POLICIES.with_name("timers")
"""The kinds of referral of each nation, in a file of its name."""

_CLOCK = r"([01]\d|2[0-3]):[0-5]\d"
_NUMBER = r"\+?[0-9][0-9 ()-]{1,18}[0-9]"
_DOMAIN = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_PERSON = r"[UW][A-Z0-9]{5,}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_PEOPLE = rf"({_PERSON})( *, *({_PERSON}))*"

_HEAD = """\
Written by `upstander init`. Change it as you like; `upstander check` names every mistake.
deploy/partnership.example.yaml shows every setting: Welsh names, closed days, slots, times,
more roles and routes. Slots, times and thresholds that are left out are as in the example.
"""
_CHECK_IT = """\
# A policy of another place to start from, as we read it at its source. Check every stage and every
# limit against your own.
"""
_KINDS = """\
# What the agencies ask of each other, and by when: national limits as we read them. Check each
# against its source and your own policy; a limit is counted from when the referral is recorded.
"""
_LOCAL = """\
# Where a kind has a # before its lines, no national limit is known to us: agree one locally, write
# it after within: and take the # and the space after it away, before referrals: too if one is
# there.
"""
_BLOCK = re.compile(r"(?:^  #.*\n)+(?:^  [- ] .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """One question, its default, and what an answer looks like."""

    name: str
    text: str
    default: str = ""
    pattern: str = r".*\S.*"
    example: str = "a few words"
    optional: bool = False


@dataclass(frozen=True)
class Answers:
    """What was answered: once for the partnership, and once for each agency."""

    name: str
    agencies: tuple[Mapping[str, str], ...]
    escalation: str = "none"


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
    Question("opens", "When does it open?", "09:00", _CLOCK, "08:30"),
    Question("closes", "When does it close?", "17:00", _CLOCK, "17:30"),
    Question("urgent", "Which number is for danger?", "999", _NUMBER, "999"),
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


def objection(question: Question, answer: str, earlier: Mapping[str, str]) -> str | None:
    """Says why an answer can't be taken, given the agency's earlier ones; None when it can."""
    answer = answer.strip()
    if question.optional and not answer:
        if question.name == "teams_tenant" and not earlier.get("slack_workspace"):
            return "Give a Slack workspace or a Teams tenant: its people are found there."
        return None
    if not re.fullmatch(question.pattern, answer) or len(answer) > 200:
        return f"Write it like this: {question.example}"
    if question.name == "closes" and answer != "00:00" and answer <= earlier.get("opens", ""):
        return "It closes before it opens. 00:00 is the midnight that ends the day."
    if question.name in ("leads", "fallback"):
        return _about_people(question, answer, earlier)
    return None


def write_partnership(answers: Answers) -> str:
    """Writes the file that these answers make, as YAML with a word on what to look at next."""
    taken: set[str] = set()
    agencies = CommentedSeq(_agency(agency, taken) for agency in answers.agencies)
    tree = CommentedMap(id=_slug(answers.name, set()), name=_said(answers.name), agencies=agencies)
    tree["other_routes"] = [
        CommentedMap(name=_said("NSPCC whistleblowing advice line"), number=_said("0800 028 0285"))
    ]
    tree.yaml_set_start_comment(_HEAD)
    tree.yaml_set_comment_before_after_key("agencies", before="\n")
    yaml, text = YAML(), StringIO()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    yaml.dump(tree, text)
    nations = dict.fromkeys(agency["nation"] for agency in answers.agencies)
    return text.getvalue() + _kinds(nations) + _policy(answers.escalation)


def _kinds(nations: Iterable[str]) -> str:
    """Their kinds of referral; those without a limit wait as comments: the file is right."""
    blocks = [block for nation in nations for block in _BLOCK.findall(_timers(nation))]
    local = [block for block in blocks if "within:\n" in block]
    begins = "referrals:\n" if len(local) < len(blocks) else "# referrals:\n"
    kinds = (re.sub(r"(?m)^  (?=[- ])", "  # ", b) if b in local else b for b in blocks)
    return "".join(("\n", _KINDS, _LOCAL if local else "", begins, *kinds))


def _timers(nation: str) -> str:
    return (TIMERS / f"{nation.replace('_', '-')}.yaml").read_text("utf-8")


def _policy(name: str) -> str:
    """The stages as a part of the file, so that their limits are filled in there."""
    if name == "none":
        return ""
    # Its first paragraph says how to use it as a file of its own.
    template = (POLICIES / f"{name}.yaml").read_text("utf-8").partition("\n\n")[2]
    return f"\n{_CHECK_IT}escalation:\n{indent(template, '  ')}"


def _agency(given: Mapping[str, str], taken: set[str]) -> CommentedMap:
    agency = CommentedMap(
        id=_slug(given["name"], taken),
        name=_said(given["name"]),
        sector=given["sector"],
        nation=given["nation"],
        hours=CommentedMap(
            days="monday to friday", opens=_said(given["opens"]), closes=_said(given["closes"])
        ),
        urgent=[CommentedMap(name="Emergency", number=_said(given["urgent"]))],
        leads=_people(given["leads"], given),
        roles=CommentedMap(fallback=_people(given["fallback"], given)),
    )
    homes = {
        "slack_workspaces": given.get("slack_workspace", ""),
        "teams_tenants": given.get("teams_tenant", ""),
        "email_domains": given.get("email_domain", ""),
    }
    agency.update({key: [_said(home)] for key, home in homes.items() if home.strip()})
    return agency


_NEEDS_HOME: Mapping[str, str] = {
    Platform.SLACK: "A member id of Slack needs the agency's Slack workspace.",
    Platform.TEAMS: "An object id of Teams needs the agency's Teams tenant.",
}


def _about_people(question: Question, answer: str, earlier: Mapping[str, str]) -> str | None:
    people = _people(answer, earlier)
    for platform, home, _ in map(PlatformId.read, people):
        if not home:
            return _NEEDS_HOME[platform]
    if len(set(people)) < len(people):
        return "Somebody is listed twice."
    leads = _people(earlier.get("leads", ""), earlier)
    if question.name == "fallback" and set(people) <= set(leads):
        return "Name somebody who isn't one of the leads, such as their manager."
    return None


def _people(answer: str, given: Mapping[str, str]) -> list[str]:
    slack = PlatformId(Platform.SLACK, given.get("slack_workspace", "").strip(), "")
    teams = PlatformId(Platform.TEAMS, given.get("teams_tenant", "").strip(), "")
    people = filter(None, re.split(r"[ ,]+", answer.strip()))
    ids = ((teams if "-" in each else slack)._replace(own=each) for each in people)
    return [in_one_spelling(str(id)) for id in ids]


def _said(answer: str) -> str:
    # Quoted, so that numbers keep their zeros and "no" stays a word.
    quoted: str = DoubleQuotedScalarString(answer.strip())
    return quoted


def _slug(name: str, taken: set[str]) -> str:
    """A short name that nobody has taken; taken here."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:36].strip("-") or "agency"
    names = chain([base], (f"{base}-{n}" for n in count(2)))
    slug = next(name for name in names if name not in taken)
    taken.add(slug)
    return slug
