"""The rows of an import, each checked against the partnership: what is wrong, and how to fix it.

The same rules as for the form in `command.py`. Pure, and without a wait: thousands of rows are
checked aside of whatever else the process does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Final

from handlers.referral.files.spreadsheet import Mistake, SheetRow, Table
from handlers.referral.form import ROLES, TEXT_MOST, wrong_day
from handlers.shared.days import read_day
from handlers.shared.identifying.words import identifiers
from handlers.shared.questions import NAME_MOST, REFERENCE_MOST
from prompts.words import LANGUAGES, Plain, Words, say, speak
from storage.partnership import AgencyId, Partnership, day_at
from storage.partnership.settings import OTHER
from storage.repository.people.people import Known
from storage.schema.values import AskedRole
from storage.typed.names import in_whole_words, meant

EVERY: Final = 500
"""After so many rows somebody hears how far it is."""
Tell = Callable[[int, int], None]
"""Hears how many rows are done, and of how many."""


@dataclass(frozen=True)
class ImportRow:
    """One referral, right in every part."""

    line: int
    reference: str = field(repr=False)
    kind: str
    what: str = field(repr=False)
    agency: AgencyId
    owner: Known | None
    role: AskedRole
    due: date | None

    @property
    def same(self) -> tuple[str, str, str]:
        """Two rows with this in common are one referral."""
        return same_as(self.reference, self.kind, self.agency)


def same_as(reference: str, kind: str, agency: str) -> tuple[str, str, str]:
    """Gives what makes two referrals the same: capitals and spaces don't tell references apart."""
    return " ".join(reference.split()).casefold(), kind, agency


@dataclass
class Checked:
    """What can be recorded, what needs fixing, and what should be looked at again."""

    rows: list[ImportRow] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    doubts: list[Mistake] = field(default_factory=list)


@dataclass
class _Reading:
    """One row while it is read, and what is wrong with it so far."""

    line: SheetRow
    wrong: list[Mistake] = field(default_factory=list)

    def cell(self, column: str) -> str:
        """Reads a column with plain spaces; nothing where the file has no such column."""
        return " ".join(self.line.cells.get(column, "").split())

    def refuse(self, column: str, fix: Words) -> None:
        """Notes that this cell can't be used."""
        self.wrong.append(Mistake(self.line.number, column, fix))


class Checker:
    """Checks rows against one partnership and the people it knows."""

    def __init__(
        self, partnership: Partnership, now: datetime, people: Mapping[AgencyId, Sequence[Known]]
    ) -> None:
        self._partnership = partnership
        self._now = now
        self._people = people
        self._called: dict[tuple[str, AgencyId], list[Known]] = {}

    def check(self, table: Table, tell: Tell = lambda _done, _all: None) -> Checked:
        """Checks every row of a table, and finds every mistake in it."""
        checked = Checked(mistakes=list(table.mistakes))
        broken = {(mistake.line, mistake.column) for mistake in table.mistakes}
        lines = {line for line, _ in broken}
        first: dict[tuple[str, str, str], int] = {}
        for count, line in enumerate(table.lines, 1):
            row = self._row(line, checked, broken)
            if row is not None and row.line not in lines:
                if (before := first.setdefault(row.same, row.line)) != row.line:
                    fix = say("import-twice", line=Plain(str(before)))
                    checked.mistakes.append(Mistake(row.line, "reference", fix))
                checked.rows.append(row)
            if count % EVERY == 0:
                tell(count, len(table.lines))
        checked.mistakes.sort(key=lambda mistake: mistake.line)
        return checked

    def _row(
        self, line: SheetRow, checked: Checked, broken: set[tuple[int, str]]
    ) -> ImportRow | None:
        """Makes the row, if nothing is wrong with it."""
        reading = _Reading(line)
        reference, what = _texts(reading)
        agency = self._agency(reading)
        kind = self._kind(reading, agency)
        owner = self._owner(reading, agency)
        role, day = _role(reading), self._due(reading, kind, agency)
        # Of a cell that can't even be read, nothing more is said.
        checked.mistakes += [m for m in reading.wrong if (m.line, m.column) not in broken]
        checked.doubts += self._doubts(line.number, reference, what)
        if reading.wrong or agency is None or kind is None:
            return None
        return ImportRow(line.number, reference, kind, what, agency, owner, role, day)

    def _agency(self, reading: _Reading) -> AgencyId | None:
        name = reading.cell("agency")
        found = self._agencies.get(name.casefold())
        if found is None:
            known = Plain(", ".join(a.id for a in self._partnership.agencies))
            fix = say("import-agency", known=known) if name else say("missing-agency")
            reading.refuse("agency", fix)
        return found

    @cached_property
    def _agencies(self) -> dict[str, AgencyId]:
        named = {n.casefold(): a.id for a in self._partnership.agencies for n in a.name.values()}
        return named | {a.id: a.id for a in self._partnership.agencies}

    def _kind(self, reading: _Reading, agency: AgencyId | None) -> str | None:
        name = reading.cell("kind")
        found = self._kinds.get(name.casefold(), [])
        if len(found) > 1 and agency is not None:  # nations call different kinds the same
            theirs = {kind.id for kind in self._partnership.kinds_in(agency)}
            found = [kind for kind in found if kind in theirs] or found
        if len(found) == 1:
            return self._kind_there(found[0], reading, agency)
        ids = Plain(", ".join(found or (*(k.id for k in self._partnership.referrals), OTHER)))
        fix = say("import-kind-which" if found else "import-kind", known=ids)
        reading.refuse("kind", fix if name else say("missing-kind"))
        return None

    def _kind_there(self, kind: str, reading: _Reading, agency: AgencyId | None) -> str | None:
        """Gives the kind, unless its limit is another nation's than the agency's."""
        if agency is None or kind == OTHER:
            return kind
        there = [known.id for known in self._partnership.kinds_in(agency)]
        if kind in there:
            return kind
        known = Plain(", ".join((*there, OTHER)))
        reading.refuse("kind", say("import-kind-elsewhere", known=known))
        return None

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for kind in self._partnership.referrals:
            for name in {" ".join(n.split()).casefold() for n in kind.name.values()}:
                found.setdefault(name, []).append(kind.id)
        other = say("referral-kind-other")
        named = {speak(other, language).casefold(): [OTHER] for language in LANGUAGES}
        ids = {kind.id: [kind.id] for kind in self._partnership.referrals}
        return named | found | ids | {OTHER: [OTHER]}

    def _owner(self, reading: _Reading, agency: AgencyId | None) -> Known | None:
        name = reading.cell("owner")
        if not name or agency is None:
            return None
        if len(name) > NAME_MOST:
            reading.refuse("owner", say("too-long", most=NAME_MOST))
            return None
        key = name.casefold(), agency
        if key not in self._called:
            self._called[key] = _meant(name, self._people.get(agency, ()))
        found = self._called[key]
        if len(found) == 1 and (name == found[0].person or in_whole_words(name, found[0].name)):
            return found[0]
        reading.refuse("owner", say("import-owner-which" if found else "referral-owner-unknown"))
        return None

    def _due(self, reading: _Reading, kind: str | None, agency: AgencyId | None) -> date | None:
        text, today = reading.cell("due"), day_at(self._partnership, agency, self._now)
        if words := wrong_day(text, kind or "", today):
            reading.refuse("due", words)
        return read_day(text)

    def _doubts(self, line: int, reference: str, what: str) -> list[Mistake]:
        """Points out what may be the name of a family, for none should be there."""
        text = f"{reference}\n{what}"[: REFERENCE_MOST + TEXT_MOST]
        today = day_at(self._partnership, None, self._now)
        shown = identifiers(text, (), self._partnership, today)
        return [Mistake(line, "", say("import-doubt", words=shown))] if shown else []


def _texts(reading: _Reading) -> tuple[str, str]:
    reference = reading.cell("reference")
    what = reading.line.cells.get("what", "").replace("\r\n", "\n").replace("\r", "\n")
    if not reference:
        reading.refuse("reference", say("missing-referral-reference"))
    if not what:
        reading.refuse("what", say("missing-referral-what"))
    if len(reference) > REFERENCE_MOST:
        reading.refuse("reference", say("too-long", most=REFERENCE_MOST))
    if len(what) > TEXT_MOST:
        reading.refuse("what", say("too-long", most=TEXT_MOST))
    return reference, what


def _role(reading: _Reading) -> AskedRole:
    role = reading.cell("role").casefold() or ROLES[0]
    if role in ROLES:
        return AskedRole(role)
    reading.refuse("role", say("import-role", known=Plain(", ".join(ROLES))))
    return ROLES[0]


def _meant(name: str, people: Sequence[Known]) -> list[Known]:
    """Finds them as the form does, or by their id."""
    by_id = [known for known in people if known.person == name]
    return by_id or meant(name, people, lambda known: known.name)
