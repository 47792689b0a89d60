"""A database as the code of revision 0004 left it: rows in every table, and much that falls due."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, MetaData

from bot.wiring import Core
from storage.crypto.content import ContentKey, new_content_key, seal_text
from storage.crypto.identity import ReturnAddress
from storage.keyring.ballots import Ballots, Vote
from storage.partnership import AgencyId
from storage.partnership.turns import rules_of

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DUE = NOW - timedelta(minutes=5)
LATER = NOW + timedelta(days=1)
KEPT_AT = datetime(2026, 11, 24, 10, 30, 15, 123457, tzinfo=UTC)
DAY = NOW.date()
CARE, SCHOOL = "childrens-social-care", "school"
GRACE, DANIEL, AMINA, LEILA = (
    f"web:{who}" for who in ("grace-okafor", "daniel-reid", "amina-yusuf", "leila-haddad")
)
NOT_NOW = "0" * 16
"""The fingerprint of rules that the file has no longer."""


@dataclass
class Old:
    """Rows to be written, table by table, and the addresses that belong to them."""

    core: Core
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    secret: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, ContentKey] = field(default_factory=dict)

    def add(self, table: str, **values: object) -> None:
        """One more row."""
        self.rows.setdefault(table, []).append({"partnership_id": "anytown", **values})

    def thread(self, id: str, command: str, state: str, **more: object) -> None:
        """A thread of the school's to children's social care, and what was said first in it."""
        given = {
            "how": "named", "about": "decision", "topic": "threshold", "danger": False,
            "agency": CARE, "told_agency": SCHOOL, "return_ref": f"ref-{id}",
            "raiser": LEILA, "raiser_name": "Leila Haddad", "name_goes": True, "release": "now",
            "picked_by": None, "picked_name": None, "keeps": False, "hold": False, "day": DAY,
        }  # fmt: skip
        self.add("thread", **{**given, "id": id, "command": command, "state": state, **more})
        key = self._keys[id] = new_content_key()
        wrapped = self.core.keys.content.wrap_content_key(id, key)
        self.add("thread_key", thread_id=id, wrapped=wrapped)
        self.says(id, 1, "raiser", "raised", "Nobody asked the child.")

    def hidden(self, id: str, state: str, **more: object) -> None:
        """A concern of somebody who doesn't show their name, released with the agency's others."""
        hidden = {"how": "anonymous", "raiser": None, "raiser_name": None, "release": "slot"}
        self.thread(id, "concern", state, **{**hidden, **more})
        self.secret[f"ref-{id}"] = "anonymous"

    def filler(self, id: str, command: str, state: str, **more: object) -> None:
        """A thread that nobody raised about anything, with what once stood there all the same."""
        words = {"about": "system", "topic": "roles", "return_ref": ""}
        self.thread(id, command, state, **{**words, **more})

    def says(
        self, id: str, number: int, side: str, kind: str, text: str, held: bool = False
    ) -> None:
        """Something said in it, sealed."""
        body = {"text": text, "reference": "CASE-1", "link": "", "left_out": (), "parts": {}}
        sealed = seal_text(self._keys[id], id, str(number), json.dumps(body))
        self.add("message", thread_id=id, number=number, side=side, kind=kind, sealed=sealed,
                 held=held, day=DAY)  # fmt: skip

    def falls_due(self, id: str, name: str, arg: str = "", at: datetime = DUE) -> None:
        """A step of it."""
        command = next(t["command"] for t in self.rows["thread"] if t["id"] == id)
        number = len(self.rows.get("step", ()))
        self.add("step", id=f"step-{number}", thread_id=id, command=command, name=name, arg=arg,
                 due_at=at, attempts=0)  # fmt: skip

    def lies_before(self, id: str, **people: str) -> None:
        """Who may open it, by role."""
        for role, person in people.items():
            self.add("audience", thread_id=id, person=person, role=role)

    def write(self, connection: Connection) -> set[str]:
        """Writes everything into the tables as they are in this database; gives their names."""
        there = MetaData()
        there.reflect(connection)
        for name, rows in self.rows.items():
            connection.execute(there.tables[name].insert(), rows)
        return set(there.tables) - {"main_version"}

    async def write_addresses(self) -> None:
        """What the keyring keeps beside them."""
        for row in self.rows["thread"]:
            if row["return_ref"] in self.secret:
                address = ReturnAddress(LEILA, '{"slug": "leila-haddad"}', "en", None, "",
                                        "anonymous")  # fmt: skip
                await self.core.keyring.put(row["return_ref"], address)
            elif row["return_ref"] and (row["state"] != "closed" or row["keeps"]):
                await self.core.keyring.put_dummy(row["return_ref"])


async def fill(core: Core) -> Old:
    """Gathers rows for every table; their stores have no newer schema than 0004."""
    old = Old(core)
    _concerns(old)
    _challenges(old)
    _referrals(old)
    _second_opinion(old)
    await _pauses(old)
    _others(old)
    return old


def _concerns(old: Old) -> None:
    old.hidden("waits", "waiting")
    old.falls_due("waits", "deliver", "000002:raiser")
    old.falls_due("waits", "release")
    old.says("waits", 2, "raiser", "answer", "There was a second time.", held=True)
    old.hidden("talks", "picked", picked_by=GRACE, picked_name="Grace Okafor")
    old.lies_before("talks", lead=GRACE)
    old.says("talks", 2, "lead", "question", "When was that?", held=True)
    old.says("talks", 3, "raiser", "answer", "On Friday.", held=True)
    old.falls_due("talks", "settle", "~")
    old.falls_due("talks", "deliver", "000003:raiser")
    old.falls_due("talks", "deliver", "000002:lead")
    old.thread("open", "concern", "open")
    old.lies_before("open", lead=GRACE)
    for name in ("nudge", "second", "fallback"):
        old.falls_due("open", name)
    old.thread("answered", "concern", "answered", picked_by=GRACE, picked_name="Grace Okafor")
    old.falls_due("answered", "forget")


def _challenges(old: Old) -> None:
    for id, state, step in (("unheard", "open", "silent"), ("reminded", "open", "nudge"),
                            ("almost", "open", "due"), ("asked-30", "closed", "asked"),
                            ("asked-90", "closed", "unasked")):  # fmt: skip
        old.thread(id, "challenge", state, keeps=state == "closed")
        old.add("challenge", thread_id=id, level="probe", owner=AMINA, owner_name="Amina Yusuf",
                rung="owner", stage=0, released=DAY, stage_day=None, before_day=None, rounds=0,
                adopted_by=None, adopted_name=None, diverted_after=None, reviewer=None,
                due=DAY)  # fmt: skip
        old.lies_before(id, owner=AMINA)
        old.falls_due(id, step, "30" if step == "asked" else "")
    old.falls_due("reminded", "due", at=LATER)
    old.falls_due("almost", "silent", at=LATER)


def _referrals(old: Old) -> None:
    partnership = old.core.partnership
    kind = partnership.kind("information")
    assert kind is not None
    rules = rules_of(kind.within, partnership.agency(AgencyId(CARE)))
    micros = (KEPT_AT - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    packed = f"{rules:16}{micros:013x}n"
    for id, name, arg, at in (
        ("asked", "nudge", "", DUE), ("due", "due", "", DUE), ("over", "over", "+", DUE),
        ("put-off", "due", "+", DUE), ("moved", "over", packed, LATER),
        ("moved-again", "due", f"{packed}+", LATER), ("told", "tell", "due", DUE),
        ("told-up", "tell", "up", DUE), ("done", "forget", "", DUE),
    ):  # fmt: skip
        moved = id.startswith("moved")
        old.filler(id, "referral", "answered" if id == "done" else "open")
        old.add("referral", thread_id=id, kind="information", began=NOW - timedelta(days=3),
                due_at=DUE - timedelta(hours=1), answer_by=DUE - timedelta(hours=1),
                rules=NOT_NOW if moved else rules, role="lead", owner=AMINA,
                owner_name="Amina Yusuf", news=False, level=0, asked=1,
                heard="asked" if name in ("tell", "over", "forget") else "")  # fmt: skip
        old.lies_before(id, asked=AMINA)
        old.falls_due(id, name, arg, at)


def _second_opinion(old: Old) -> None:
    for id, name, arg, state in (("views", "nudge", "0", "open"), ("shown", "due", "", "open"),
                                 ("decided", "deliver", "000002:raiser", "answered"),
                                 ("begins", "release", "", "waiting"),
                                 ("silent", "forget", "", "answered")):  # fmt: skip
        old.thread(id, "second-opinion", state)
        old.add("opinion", thread_id=id, wanted=1, agency=None, role="reviewer", soon="day",
                due_at=LATER)  # fmt: skip
        if state != "waiting":
            old.add("reviewer", thread_id=id, person="web:fiona-grant", agency="health-trust",
                    place=0, declined=False, message=None, day=DAY)  # fmt: skip
        old.falls_due(id, name, arg)
    old.says("decided", 2, "raiser", "decided", "We go ahead.", held=True)


async def _pauses(old: Old) -> None:
    ballots = Ballots(old.core.keyring)
    for id, command, kind, name, arg in (
        ("round", "pause", "voices", "reveal", "1"),
        ("left", "pause", "premortem", "forget", ""),
        ("back", "debrief", "debrief", "reveal", "1"),
    ):
        keeper = await ballots.begin()
        ballot = await ballots.open() if name == "reveal" else None
        if ballot is not None:
            vote = Vote("somebody", {"answer": "stop"})
            assert await ballots.cast(keeper, ballot, vote)
        old.filler(id, command, "open", raiser=GRACE, raiser_name="Grace Okafor")
        old.add("pause", thread_id=id, kind=kind, by_name=False, many=0, minutes=5, round=1,
                ballot=ballot, keeper=keeper, began_at=DUE, closes_at=DUE, longer=0,
                asked_longer=False, questions="1,2,3", codes=5, word=f"word-{id}", decided=None,
                debriefed=False)  # fmt: skip
        old.falls_due(id, name, arg)
    old.add("room", id="room-1", place="web:meeting", address='{"slug": "meeting"}', language="en")
    old.add("pause_room", thread_id="round", room="web:room:room-1")
    old.filler("wants", "asked", "closed", agency="", told_agency=None, raiser="web:guest",
               raiser_name="Guest")  # fmt: skip
    old.lies_before("wants", past=GRACE)


def _others(old: Old) -> None:
    old.add("member", person="web:guest", agency=None, name="Guest", language="en",
            chosen_language="cy", timezone=None, address='{"slug": "guest"}')  # fmt: skip
    old.add("stand_in", person=DANIEL, stand_in=GRACE, first=DAY, last=DAY)
    old.add("morning", agency=CARE, day=DAY)
    old.add("afterwards", quarter="2026-Q3", days=30, worse="no", again="yes", count=3)
    old.add("break_glass", thread_id="open", asked_by=GRACE, asked_name="Grace Okafor",
            sealed_why=b"sealed", tell=True, agreed_by=None, agreed_name=None, day=DAY)  # fmt: skip
    stand = (("open", GRACE), ("over", AMINA), ("shown", "web:fiona-grant"))
    for number, (key, person) in enumerate(stand, 1):
        old.add("card_sent", id=f"card-{number}", key=key, person=person, ref="standing")
    waiting: Mapping[str, object] = {"key": "open", "card": '{"title": {"text": "Hello"}}'}
    for id, action, at in (("late", "send", LATER), ("dead", "update", None)):
        old.add("outbox", id=id, person=GRACE, return_ref=None, action=action, due_at=at,
                leased_until=None, attempts=0, dead=None if at else "gone", **waiting)  # fmt: skip
    old.add("submission", tag="t" * 64, reply="{}", day=DAY)
    old.add("seen_event", tag="s" * 64, until=LATER)
    old.add("audit", thread_id="long-gone", number=1, day=date(2026, 11, 20), what="closed",
            sealed_by=None, link=b"l" * 32)  # fmt: skip
    old.add("audit_day", day=date(2026, 11, 20), root=b"r" * 32, heads=b"h" * 32)
