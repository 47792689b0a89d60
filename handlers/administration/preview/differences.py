"""A difference in words: which setting, what it was, and what it would be."""

from collections.abc import Iterator, Mapping, Sequence, Set
from textwrap import shorten
from typing import Any, Final, get_args

from handlers.administration.preview.values import Names, closed_days, value_words
from handlers.shared.labels import agency_name
from prompts.shapes import Block, Callout, Facts
from prompts.words import LANGUAGES, Labelled, Plain, Term, Words, say, speak
from storage.partnership import PersonId, Role, Thresholds
from storage.partnership.changes.tree import Difference
from storage.repository import Repository

MOST: Final = 40
"""So many differences are shown; of a spreadsheet's, the rest is counted."""
_CALLED: Final = 120
"""Letters of what a change is called by."""
_BLOCKS: Final = ("agencies", "members")
_GOES: Final = ("name", "sector", "nation", "leads")
"""What is told of an agency that closes; its hours and numbers are nobody's matter any more."""
SETTINGS: Final = frozenset(
    {
        *("leads", "roles", *(f"roles-{role.replace('_', '-')}" for role in get_args(Role))),
        *("hours", "urgent", "front-door", "name", "title", "email", "agency", "language"),
        *(f"hours-{name}" for name in ("days", "opens", "closes", "closed")),
        "hours-open-on-bank-holidays",
        *("sector", "nation", "routes"),
        *("accounts", "administrators", "thresholds", "times", "slots", "policies"),
        *("other-routes", "slack-workspaces", "teams-tenants", "email-domains", "operators"),
        *(f"thresholds-{name.replace('_', '-')}" for name in Thresholds.model_fields),
    }
)
"""Settings that have words of ours; one within another is called by the one around it."""


async def difference_blocks(
    edits: Sequence[Difference], repo: Repository, most: int = MOST
) -> tuple[Block, ...]:
    """Shows every difference, people and agencies by their names: first which agency comes or
    goes."""
    parts = _told(edits)
    shown = parts[:most]
    names = await _names(shown, edits, repo)
    rows = tuple((_place(edit, names), _change(edit, names)) for edit in shown)
    more = len(parts) - most
    rest = (Callout(say("administration-more", count=more), "note"),) if more > 0 else ()
    return (Facts(rows), *rest)


async def called(edits: Sequence[Difference], repo: Repository) -> Words:
    """Calls a change by the first thing in which it differs, so that two of one day are told apart
    before they are read."""
    parts = _told(edits)
    names = await _names(parts[:1], edits, repo)
    place, change = _place(parts[0], names), _change(parts[0], names)
    what = say("administration-called", place=place, change=change)
    more = len(parts) - 1
    words = say("administration-called-more", what=what, count=more) if more else what
    return Labelled(
        {each: shorten(speak(words, each), _CALLED, placeholder=" …") for each in LANGUAGES}
    )


def _told(edits: Sequence[Difference]) -> list[Difference]:
    ordered = sorted(edits, key=lambda edit: not _is_block(edit, "agencies"))
    return [part for edit in ordered for part in _parts(edit)]


def _is_block(edit: Difference, *kinds: str) -> bool:
    return len(edit.at) == 2 and edit.at[0] in kinds


def _parts(edit: Difference) -> Iterator[Difference]:
    """Parts an agency that comes in, so that each thing that is said of it is seen."""
    if not _is_block(edit, "agencies") or not isinstance(edit.after, Mapping):
        yield edit
        return
    yield Difference(edit.at, None, {"name": edit.after.get("name", edit.at[1])})
    for key, value in edit.after.items():
        if key == "roles":
            yield from (
                Difference((*edit.at, key, role), None, held) for role, held in value.items()
            )
        elif key not in ("id", "name"):
            yield Difference((*edit.at, key), None, value)


async def _names(
    shown: Sequence[Difference], edits: Sequence[Difference], repo: Repository
) -> Names:
    values = [v for edit in shown for side in (edit.before, edit.after) for v in _each(side)]
    ids = {str(v) for v in values if isinstance(v, str) and ":" in v}
    ids |= {edit.at[1] for edit in shown if edit.at[0] == "members" and len(edit.at) > 1}
    of = repo.partnership
    known = await repo.people.names_of([PersonId(id) for id in ids])
    there = {
        **{str(agency.id): agency_name(agency.id, of) for agency in of.agencies},
        **{str(member.id): Plain(member.name) for member in of.members},
        **{str(person): Plain(name) for person, name in known.items()},
        **{edit.at[1]: _called(edit) for edit in edits if _is_block(edit, *_BLOCKS)},
    }
    homes = {home for edit in shown for home in _homes(edit) if isinstance(home, str)}
    return {**there, **await _gone((ids | homes) - set(there), repo)}


async def _gone(ids: Set[str], repo: Repository) -> Names:
    """Calls whoever was taken out meanwhile by the names they had, as long as those are kept."""
    found: dict[str, Words] = {}
    for id in ids:
        name = await repo.versions.once_called("members" if ":" in id else "agencies", id)
        if name or ":" not in id:
            found[id] = _spelled(name) if name else say("agency-left")
    return found


def _called(edit: Difference) -> Words:
    """Calls a block that comes or goes by its own name."""
    block = edit.after or edit.before
    return _spelled(block.get("name", edit.at[1]) if isinstance(block, Mapping) else edit.at[1])


def _spelled(name: object) -> Words:
    return Labelled(dict(name)) if isinstance(name, Mapping) else Plain(str(name))


def _homes(edit: Difference) -> Iterator[object]:
    if edit.at[0] == "agencies":
        yield from edit.at[1:2]
    elif edit.at[0] == "members":
        sides = (edit.before, edit.after)
        homes = (side.get("agency") if isinstance(side, Mapping) else None for side in sides)
        yield from sides if edit.at[2:] == ("agency",) else homes


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _place(edit: Difference, names: Names) -> Words:
    match edit.at:
        case ("agencies", agency):
            return say("administration-agency", agency=names[agency])
        case ("members", person):
            return say("administration-person", name=names[person])
        case ("agencies" | "members", id, *rest):
            of = names.get(id) or (Plain(id) if ":" in id else say("agency-left"))
            return say("administration-place", of=of, what=_setting(rest))
        case _:
            return _setting(edit.at)


def _setting(at: Sequence[str]) -> Words:
    """Calls a setting by our words; one that only files have, as the file calls it."""
    if at[1:-1] and at[-2] == "hours":  # those of a number
        return say("administration-place", of=_setting(at[:-2]), what=_setting(at[-2:]))
    ids = ("-".join(at).replace("_", "-"), at[0].replace("_", "-"))
    if known := next((id for id in ids if id in SETTINGS), ""):
        return say(f"administration-of-{known}")
    return Plain(", ".join(at).replace("_", " "))


def _change(edit: Difference, names: Names) -> Term:
    before, after, setting = edit.before, edit.after, edit.at[-1]
    if setting == "closed":  # each day by itself, however they are written together
        before, after = closed_days(before), closed_days(after)
    if isinstance(before, bool) or isinstance(after, bool):  # left out, it is not so
        before, after = bool(before), bool(after)
    if _is_block(edit, "agencies") and isinstance(before, Mapping):
        before = {key: before[key] for key in _GOES if key in before}
    if isinstance(before or [], list) and isinstance(after or [], list):
        return _list_change(before or [], after or [], setting, names)
    if before is None:
        return say("administration-added", what=value_words(after, setting, names))
    if after is None:
        return say("administration-gone", what=value_words(before, setting, names))
    return _from_to(before, after, setting, names)


def _from_to(before: Any, after: Any, setting: str, names: Names) -> Term:
    if isinstance(before, Mapping) and isinstance(after, Mapping) and "name" in after:
        before, after = _what_differs(before, after)
    was, becomes = (value_words(side, setting, names) for side in (before, after))
    return say("administration-from-to", before=was, after=becomes)


def _list_change(before: Sequence[Any], after: Sequence[Any], setting: str, names: Names) -> Term:
    added = [entry for entry in after if entry not in before]
    gone = [entry for entry in before if entry not in after]
    come, went = (value_words(entries, setting, names) for entries in (added, gone))
    if len(added) == len(gone) == 1 and isinstance(added[0], Mapping):
        return _from_to(gone[0], added[0], setting, names)
    if added and gone:
        return say("administration-added-gone", added=come, gone=went)
    if added:
        return say("administration-added", what=come)
    if gone:
        return say("administration-gone", what=went)
    return say("administration-order", order=value_words(after, setting, names))


def _what_differs(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Leaves out of a number, or a policy, what stays as it is, but for its name."""
    keys = dict.fromkeys((*before, *after))
    wanted = [key for key in keys if key == "name" or before.get(key) != after.get(key)]
    old, new = ({key: side[key] for key in wanted if key in side} for side in (before, after))
    return old, new
