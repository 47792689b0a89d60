"""The file that the answers of `upstander init` make."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from io import StringIO
from itertools import chain, count
from textwrap import indent

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from storage.partnership.routes import EMERGENCY
from storage.partnership.settings import Slots
from storage.partnership.wizard.questions import (
    POLICIES,
    TIMERS,
    Answers,
    in_days,
    listed,
    people_of,
)

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


def write_partnership(answers: Answers) -> str:
    """Writes the file that these answers make, as YAML with a word on what to look at next."""
    taken: set[str] = set()
    agencies = CommentedSeq(_agency(agency, taken) for agency in answers.agencies)
    tree = CommentedMap(id=_slug(answers.name, set()), name=_said(answers.name), agencies=agencies)
    tree["other_routes"] = [
        CommentedMap(name=_said("NSPCC whistleblowing advice line"), number=_said("0800 028 0285"))
    ]
    tree.update(_slots(answers.agencies))
    tree.yaml_set_start_comment(_HEAD)
    tree.yaml_set_comment_before_after_key("agencies", before="\n")
    yaml, text = YAML(), StringIO()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 4096
    yaml.dump(tree, text)
    nations = dict.fromkeys(agency["nation"] for agency in answers.agencies)
    return text.getvalue() + _kinds(nations) + _policy(answers)


def _slots(agencies: Iterable[Mapping[str, str]]) -> Mapping[str, object]:
    """The usual times of release; where an agency is closed at all of them, its opening too."""
    usual = [f"{slot:%H:%M}" for slot in Slots().times]
    more = {a["opens"] for a in agencies if not any(_is_open(a, slot) for slot in usual)}
    if not more:
        return {}
    return {"slots": CommentedMap(times=[_said(t) for t in sorted({*usual, *sorted(more)[:3]})])}


def _is_open(agency: Mapping[str, str], at: str) -> bool:
    return agency["opens"] <= at and (agency["closes"] == "00:00" or at < agency["closes"])


def _kinds(nations: Iterable[str]) -> str:
    """Their kinds of referral; those without a limit wait as comments: the file is right."""
    blocks = [block for nation in nations for block in _BLOCK.findall(_timers(nation))]
    local = [block for block in blocks if "within:\n" in block]
    begins = "referrals:\n" if len(local) < len(blocks) else "# referrals:\n"
    kinds = (re.sub(r"(?m)^  (?=[- ])", "  # ", b) if b in local else b for b in blocks)
    return "".join(("\n", _KINDS, _LOCAL if local else "", begins, *kinds))


def _timers(nation: str) -> str:
    return (TIMERS / f"{nation.replace('_', '-')}.yaml").read_text("utf-8")


def _policy(answers: Answers) -> str:
    """The stages as a part of the file, so that their limits are filled in there."""
    if answers.escalation == "none":
        return ""
    # Its first paragraph says how to use it as a file of its own.
    template = (POLICIES / f"{answers.escalation}.yaml").read_text("utf-8").partition("\n\n")[2]
    for agreed in answers.limits:
        template = template.replace("within:\n", f"within: {agreed}\n", 1)
    return f"\n{_CHECK_IT}escalation:\n{indent(template, '  ')}"


def _agency(given: Mapping[str, str], taken: set[str]) -> CommentedMap:
    agency = CommentedMap(
        id=_slug(given["name"], taken),
        name=_said(given["name"]),
        sector=given["sector"],
        nation=given["nation"],
        hours=_hours(given),
        urgent=[CommentedMap(name="Emergency", number=_said(given["urgent"])), *_also(given)],
        leads=people_of(given["leads"], given),
        roles=CommentedMap(fallback=people_of(given["fallback"], given)),
    )
    homes = {
        "slack_workspaces": given.get("slack_workspace", ""),
        "teams_tenants": given.get("teams_tenant", ""),
        "email_domains": given.get("email_domain", ""),
    }
    agency.update({key: [_said(home)] for key, home in homes.items() if home.strip()})
    return agency


def _hours(given: Mapping[str, str]) -> CommentedMap:
    hours = CommentedMap(
        days=in_days(given["days"]), opens=_said(given["opens"]), closes=_said(given["closes"])
    )
    if given["closed"].strip():
        hours["closed"] = listed(given["closed"])
    if given["bank_holidays"] == "yes":
        hours["open_on_bank_holidays"] = True
    return hours


def _also(given: Mapping[str, str]) -> list[CommentedMap]:
    if not given["also_urgent"].strip():
        return []
    number = _said(given["also_urgent"])
    route = CommentedMap(name=_said(f"{given['name'].strip()}, duty desk"[:200]), number=number)
    when = {"open": "hours", "closed": "outside"}.get(given["also_when"].split()[-1])
    if when and number not in EMERGENCY:
        route[when] = _hours(given)
    return [route]


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
