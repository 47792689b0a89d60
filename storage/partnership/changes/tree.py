"""What differs between two versions of a partnership's settings, and settings so changed.

Blocks that have an id (agencies, members, kinds of referral) are told apart by it, wherever they
stand in their list. Everything else in a list is one value.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Tree = Mapping[str, Any]
Place = tuple[str, ...]
"""The way to a setting: keys, and the ids of blocks."""


class MovedOnError(Exception):
    """What was to be changed has been changed otherwise meanwhile."""


@dataclass(frozen=True)
class Difference:
    """One setting, or one whole block, before and after; None where it isn't there."""

    at: Place = field(repr=False)
    before: Any = field(repr=False)
    after: Any = field(repr=False)

    @property
    def back(self) -> "Difference":
        """Gives what undoes it."""
        return Difference(self.at, self.after, self.before)


def plain(tree: Mapping[str, object]) -> Tree:
    """Gives settings as they are stored: days are written out, and nothing is left open."""
    found: Tree = json.loads(json.dumps(tree, default=str))
    return found


def differences(before: object, after: object, at: Place = ()) -> Iterator[Difference]:
    """Finds what differs, as near to the single setting as it can be told."""
    old, new = _parts(before), _parts(after)
    if old is None or new is None or isinstance(before, list) != isinstance(after, list):
        if before != after:
            yield Difference(at, before, after)
        return
    for key in dict.fromkeys((*old, *new)):
        yield from differences(old.get(key), new.get(key), (*at, key))


def _parts(value: object) -> dict[str, Any] | None:
    """The settings of a block, or the blocks of a list by their ids; None for a single value."""
    if isinstance(value, Mapping):
        return {str(key): inside for key, inside in value.items()}
    if isinstance(value, list) and value:
        ids = [entry.get("id") if isinstance(entry, Mapping) else None for entry in value]
        if all(isinstance(id, str) for id in ids) and len(set(ids)) == len(ids):
            return dict(zip(map(str, ids), value, strict=True))
    return None


def changed(tree: Tree, edits: Iterable[Difference]) -> Tree:
    """Gives the settings with these changes. Raises MovedOnError where one no longer fits."""
    new: dict[str, Any] = json.loads(json.dumps(tree))
    for edit in edits:
        _put(new, edit.at, edit)
    return new


def _put(block: Any, at: Place, edit: Difference) -> None:
    step, rest = at[0], at[1:]
    there = _found(block, step)
    if rest and there is not None:
        _put(there, rest, edit)
    elif rest and isinstance(block, dict) and edit.before is None:
        block[step] = [] if isinstance(edit.after, dict) and "id" in edit.after else {}
        _put(block[step], rest, edit)
    elif rest or there != edit.before:
        raise MovedOnError
    else:
        _replace(block, step, edit.after)


def _found(block: Any, step: str) -> Any:
    if isinstance(block, dict):
        return block.get(step)
    blocks = block if isinstance(block, list) else []
    return next((e for e in blocks if isinstance(e, dict) and e.get("id") == step), None)


def _replace(block: Any, step: str, value: Any) -> None:
    if isinstance(block, dict):
        block.pop(step, None)
        if value is not None:
            block[step] = value
        return
    places = [n for n, entry in enumerate(block) if entry.get("id") == step]
    for place in places:
        block[place : place + 1] = [] if value is None else [value]
    if not places and value is not None:
        block.append(value)


def value_at(tree: Tree, at: Place) -> Any:
    """Finds the setting at a place; None where it isn't there."""
    here: Any = tree
    for step in at:
        here = _found(here, step)
    return here


def stands(edits: Iterable[Difference], tree: Tree) -> bool:
    """Tells whether all of it is so: it came about, and nothing came on top of it."""
    return all(value_at(tree, edit.at) == edit.after for edit in edits)


def written(edits: Sequence[Difference]) -> str:
    """Writes changes down, to be stored."""
    return json.dumps([[list(e.at), e.before, e.after] for e in edits], ensure_ascii=False)


def read(text: str) -> tuple[Difference, ...]:
    """Reads changes that were stored."""
    return tuple(Difference(tuple(at), before, after) for at, before, after in json.loads(text))
