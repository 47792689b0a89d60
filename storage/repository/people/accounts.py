"""Accounts that people link, as one transaction sees them: codes, and what becomes of them."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from secrets import choice
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlmodel import col, delete, select

from storage.crypto.aead import associated, open_bytes, pad, seal_bytes, tag_of, unpad
from storage.crypto.codes import ALPHABET, read_letters
from storage.crypto.keys import Keys
from storage.directory.accounts import join, part
from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId
from storage.schema import LinkCode

LETTERS: Final = 12
"""Sixty random bits, and few tries."""
_GROUP: Final = 4
ENTERED_WITHIN: Final = timedelta(minutes=10)
AGREED_WITHIN: Final = timedelta(minutes=30)
_SIZE: Final = 1024


@dataclass(frozen=True)
class Linking:
    """Two accounts that somebody is about to link."""

    holder: PersonId = field(repr=False)
    """Who got the code."""
    until: datetime
    other: PersonId | None = field(default=None, repr=False)
    """The account on which the code was entered: it opens nothing any more."""
    agreed: bool = False
    """They said on that account that both are theirs."""


class Accounts:
    """Codes that link accounts: of each person one, sealed, and for minutes."""

    def __init__(self, rows: OwnRows, keys: Keys, now: datetime, today: date) -> None:
        self._rows = rows
        self._now = now
        self._today = today
        self._cipher = AESGCMSIV(keys.key_for("linking accounts"))
        self._names = keys.key_for("whose accounts are linked")
        self.changed = False
        """Whether this transaction links accounts, or undoes that."""

    def tag(self, what: str) -> str:
        """Names an account, or a code, so that only our keys tell which it is."""
        return tag_of(self._names, f"{self._rows.pid} {what}")

    async def new_code(self, holder: PersonId) -> str:
        """Makes a code, in the place of whatever they were about."""
        letters = "".join(choice(ALPHABET) for _ in range(LETTERS))
        await self._keep(Linking(holder, self._now + ENTERED_WITHIN), letters)
        return "-".join(letters[at : at + _GROUP] for at in range(0, LETTERS, _GROUP))

    async def by_code(self, typed: str) -> Linking | None:
        """Finds whose code was typed, while it may be used."""
        return await self._found(LinkCode.code, f"code {read_letters(typed, LETTERS)}")

    async def of(self, holder: PersonId) -> Linking | None:
        """Finds what somebody is about who got a code."""
        return await self._found(LinkCode.holder, holder)

    async def entered_on(self, account: PersonId) -> Linking | None:
        """Finds what was begun with the code that was entered on this account."""
        return await self._found(LinkCode.other, f"other {account}")

    async def enter(self, linking: Linking, account: PersonId) -> Linking:
        """Has a code count as used, on this account; what else was begun there is over."""
        theirs = self._rows.mine(LinkCode), col(LinkCode.other) == self.tag(f"other {account}")
        await self._rows.change(delete(LinkCode).where(*theirs))
        entered = replace(linking, other=account, until=self._now + AGREED_WITHIN)
        await self._keep(entered)
        return entered

    async def agree(self, linking: Linking) -> None:
        """Keeps that they said on the other account that both are theirs."""
        await self._keep(replace(linking, agreed=True))

    async def drop(self, linking: Linking) -> None:
        """Forgets it: nothing is linked."""
        holder = self._rows.mine(LinkCode), col(LinkCode.holder) == self.tag(linking.holder)
        await self._rows.change(delete(LinkCode).where(*holder))

    async def join(self, account: PersonId, person: PersonId) -> None:
        """Has this account act as the person from now on."""
        self.changed = True
        connection = await (await self._rows.session()).connection()
        await join(connection, self._rows.pid, account, person)

    async def part(self, account: PersonId) -> None:
        """Has this account be somebody of its own again, with what was its."""
        self.changed = True
        connection = await (await self._rows.session()).connection()
        await part(connection, self._rows.pid, account)

    async def _keep(self, linking: Linking, letters: str = "") -> None:
        await self.drop(linking)
        holder, other = self.tag(linking.holder), linking.other
        self._rows.add(
            LinkCode,
            holder=holder,
            code=self.tag(f"code {letters}" if letters else f"used {holder}"),
            other=self.tag(f"other {other}" if other else f"none {holder}"),
            sealed=self._sealed(linking, holder),
            day=self._today,
        )

    async def _found(self, by: str, value: str) -> Linking | None:
        wanted = self._rows.mine(LinkCode), col(by) == self.tag(value)
        row = await self._rows.first(select(LinkCode).where(*wanted))
        if row is None:
            return None
        plain = json.loads(unpad(open_bytes(self._cipher, self._place(row.holder), row.sealed)))
        holder, until, other, agreed = plain
        known = PersonId(other) if other else None
        linking = Linking(PersonId(holder), datetime.fromisoformat(until), known, agreed)
        return linking if self._now < linking.until else None

    def _sealed(self, linking: Linking, holder: str) -> bytes:
        until, other = linking.until.isoformat(), linking.other or ""
        plain = json.dumps([linking.holder, until, other, linking.agreed]).encode()
        return seal_bytes(self._cipher, self._place(holder), pad(plain, _SIZE))

    def _place(self, holder: str) -> bytes:
        return associated("linking accounts", self._rows.pid, holder)
