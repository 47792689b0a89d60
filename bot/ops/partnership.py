"""The partnership's settings in force, for operators: out as YAML, in again from a file."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.jobs.follower import mark_of
from bot.ops.backup import current_core
from bot.wiring import Core
from handlers.administration.people.sheet import Sheet, sheet_of
from prompts.words import speak
from storage.engine.database import transaction
from storage.engine.own_rows import OwnRows
from storage.partnership import earliest_day
from storage.partnership.changes.tree import Difference, Tree, changed, differences, plain
from storage.partnership.loading import read_written, understood
from storage.repository.versions import Change, Versions
from storage.schema import PartnershipVersion
from storage.typed.encodings import UnreadableError, decoded

_SHOWN = 200
"""Letters of a value that are printed."""


async def export(settings: Settings) -> str:
    """Writes all settings in force as a file that can be changed and applied."""
    async with current_core(settings) as core:
        tree, _ = await _now(core)
    out = StringIO()
    yaml = YAML()
    yaml.allow_unicode, yaml.width = True, 100
    yaml.dump(tree, out)
    return out.getvalue()


async def compare(settings: Settings, file: Path) -> list[str]:
    """Tells what applying a file would change. Raises PartnershipError for a wrong file."""
    wanted = plain(read_written(file).tree)
    async with current_core(settings) as core:
        tree, _ = await _now(core)
        return list(in_lines(tuple(_found(tree, wanted, file))))


async def apply(settings: Settings, file: Path) -> int:
    """Has a file be the next version, for every server within a second; gives its number."""
    wanted = plain(read_written(file).tree)
    async with current_core(settings) as core:
        tree, _ = await _now(core)
        edits = tuple(_found(tree, wanted, file))
        return await _add(core, wanted, Change(edits, "apply", mark=mark_of(wanted)))


async def take_people(settings: Settings, file: Path, *, look: bool) -> tuple[list[str], list[str]]:
    """Takes a spreadsheet of people, all or nothing: gives what changes, or what is wrong."""
    data = await asyncio.to_thread(file.read_bytes)
    try:
        text = decoded(data)
    except UnreadableError:
        raise NotDoneError(f"{file} can't be read: save it as CSV (UTF-8).") from None
    async with current_core(settings) as core:
        tree, _ = await _now(core)
        sheet = sheet_of(text, tree)
        if wrong := list(_mistakes(sheet)):
            return [], wrong
        if sheet.edits and not look:
            await _add(core, changed(tree, sheet.edits), Change(sheet.edits, "import"))
    return list(in_lines(sheet.edits)), []


def _mistakes(sheet: Sheet) -> Iterator[str]:
    for mistake in sheet.mistakes:
        where = f"line {mistake.line}: " if mistake.line else ""
        yield f"{where}{speak(mistake.fix, 'en')}"


def _found(tree: Tree, wanted: Tree, file: Path) -> Iterator[Difference]:
    if tree.get("id") != wanted.get("id"):
        raise NotDoneError(
            f"{file} is of another partnership: its id has to stay {tree.get('id')}, since all "
            "that is stored belongs to it."
        )
    return differences(tree, wanted)


async def _now(core: Core) -> tuple[Tree, int]:
    await core.follower.store()  # as a server does that starts
    async with transaction(core.engine) as session:
        newest = await Versions(OwnRows.within(session, core.partnership.id)).newest()
    if newest is None:
        raise NotDoneError("No version of the partnership is stored: see UPSTANDER_PARTNERSHIP.")
    tree: dict[str, Any] = json.loads(newest.settings)
    return tree, newest.number


async def _add(core: Core, tree: Tree, change: Change) -> int:
    partnership, wrong = understood(tree)
    if partnership is None or wrong:
        raise NotDoneError("\n".join(f"{what}: {fix}" for _, what, fix in wrong))
    async with transaction(core.engine) as session:
        versions = Versions(OwnRows.within(session, core.partnership.id))
        day = earliest_day(core.partnership, core.clock.now())
        await versions.add(tree, change, day)
        await session.flush()
        newest: PartnershipVersion | None = await versions.newest()
    return newest.number if newest else 0


def in_lines(edits: Sequence[Difference]) -> Iterator[str]:
    """Spells differences as the file's own settings: + came, - went, ~ became."""
    for edit in edits:
        yield from _spelled(edit.at, edit.before, edit.after)


def _spelled(at: tuple[str, ...], before: object, after: object) -> Iterator[str]:
    """Spells what differs inside a long list alone, or else whoever reads it sees two alike."""
    place = ", ".join(at)
    match before, after:
        case None, _:
            yield f"+ {place}: {_short(after)}"
        case _, None:
            yield f"- {place}: {_short(before)}"
        case dict(), dict():
            for key in {**before, **after}:
                if before.get(key) != after.get(key):
                    yield from _spelled((*at, str(key)), before.get(key), after.get(key))
        case list(), list() if any(map(_is_long, (before, after))):
            yield from _in_list(at, before, after)
        case _:
            yield f"~ {place}: {_short(before)} -> {_short(after)}"


def _in_list(at: tuple[str, ...], before: list[Any], after: list[Any]) -> Iterator[str]:
    gone, came = ([x for x in a if x not in b] for a, b in ((before, after), (after, before)))
    if len(before) == len(after) and (gone or came):
        for number, (one, other) in enumerate(zip(before, after, strict=True), 1):
            if one != other:
                yield from _spelled((*at, f"no. {number}"), one, other)
        return
    for sign, entries in (("-", gone), ("+", came)):
        yield from (f"{sign} {', '.join(at)}: {_short(entry)}" for entry in entries)
    if not (gone or came):
        yield f"~ {', '.join(at)}: in another order"


def _is_long(value: object) -> bool:
    return len(json.dumps(value, ensure_ascii=False)) > _SHOWN


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"{text[:_SHOWN]}..." if _is_long(value) else text
