"""What can happen to a referral: each act, in the town and in its model."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import text

from handlers.contract.outcomes import Ask, Refuse
from storage.partnership import Limit
from tests.handlers.referral.files import WHOLE, File, place_of
from tests.handlers.referral.machine import PEOPLE, Watch
from tests.storage import calendar_model as wall

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
TO = ("", "amina", "daniel", "grace", "ruth")


@dataclass(frozen=True)
class Act:
    """One thing that happens; `number` and `more` say to whom, how long, or which."""

    name: str
    number: int = 0
    more: str = ""

    async def happens(self, watch: Watch) -> None:
        """It happens on both sides."""
        await _ACTS[self.name](self, watch)

    def who(self, watch: Watch) -> str:
        """One of those who have it, mostly; sometimes somebody else."""
        holders = sorted(watch.model.holders)
        if self.number % 7 == 0 or not holders:
            return PEOPLE[self.number % len(PEOPLE)]
        return holders[self.number % len(holders)]


def may(watch: Watch, who: str) -> bool:
    """Whether it is theirs to act on."""
    return watch.model.state == "live" and who in watch.model.holders


async def _passes(act: Act, watch: Watch) -> None:
    await watch.passes(act.number * MINUTE)


async def _off(act: Act, watch: Watch) -> None:
    await watch.passes(act.number * MINUTE, off=True)


async def _turn(act: Act, watch: Watch) -> None:
    """Time passes until something happens, or a little longer."""
    waits = watch.model.turn
    wait = max(waits[1] - watch.now, MINUTE) if waits else DAY
    whole = timedelta(minutes=-(-wait // MINUTE))
    await watch.passes(whole + act.number * MINUTE, off=act.more == "off")


async def _mine(act: Act, watch: Watch) -> None:
    who, model = act.who(watch), watch.model
    page = await watch.does(who, "referral.mine")
    can = may(watch, who) and (not model.taken or model.owner == who)
    assert isinstance(page.reply, Ask if can else Refuse), page.text
    if can:
        model.mine(who, watch.now)


async def _not_mine(act: Act, watch: Watch) -> None:
    who = act.who(watch)
    to = act.more if act.more != who else ""
    page = await watch.does(who, "referral.notmine.send", owner=to, text="Not mine.")
    can = may(watch, who)
    assert isinstance(page.reply, Ask if can else Refuse), page.text
    if can:
        watch.model.hand_on(to or None, watch.now)


async def _help(act: Act, watch: Watch) -> None:
    who = act.who(watch)
    page = await watch.does(who, "referral.help.send", text="It is stuck.")
    assert isinstance(page.reply, Ask if may(watch, who) else Refuse), page.text
    if may(watch, who):
        watch.model.news = True


async def _later(act: Act, watch: Watch) -> None:
    who, model, now = act.who(watch), watch.model, watch.now
    day = (now + (1 + act.number % 40) * DAY).date()
    page = await watch.does(who, "referral.later.send", later=act.more, day=day.isoformat())
    can = may(watch, who)
    assert isinstance(page.reply, Ask if can else Refuse), page.text
    if not can:
        return
    hours = model.there(model.place.asked, model.owner)
    midnight = datetime.combine(day, time(0), ZoneInfo(hours.timezone))
    until = {
        "hours": lambda: now + 2 * HOUR,
        "tomorrow": lambda: wall.on_a_later_day(hours, now),
        "day": lambda: wall.next_open(hours, midnight),
    }[act.more]()
    asked = model.later(until, now)
    if asked is None:
        page.sees("We do not remind you again")
    else:
        shown = asked.astimezone(ZoneInfo(model.place.asked.timezone))
        page.sees(f"We ask you again on {shown:%-d %B %Y} at {shown:%H:%M}")


async def _done(act: Act, watch: Watch) -> None:
    who = act.who(watch)
    page = await watch.does(who, "referral.done.send", outcome="done", text="Done.")
    assert isinstance(page.reply, Ask if may(watch, who) else Refuse), page.text
    if may(watch, who):
        watch.model.done(who)


async def _heard(_act: Act, watch: Watch) -> None:
    page = await watch.does("leila", "referral.heard")
    open_ = watch.model.state != "closed"
    assert isinstance(page.reply, Ask if open_ else Refuse), page.text
    if open_:
        watch.model.state, watch.model.turn, watch.model.tell = "closed", None, None


async def _further(_act: Act, watch: Watch) -> None:
    page = await watch.does("leila", "referral.further")
    went = watch.model.state != "closed" and watch.model.further(watch.now)
    assert isinstance(page.reply, Ask if went else Refuse), page.text


async def _away(act: Act, watch: Watch) -> None:
    """Somebody is away for years; another one hears what they would."""
    who, other = PEOPLE[act.number % 6], PEOPLE[(act.number + 1) % 6]
    async with watch.town.core.engine.begin() as connection:
        await connection.execute(
            text(
                "INSERT OR REPLACE INTO stand_in (partnership_id, person, stand_in, first, last)"
                " VALUES ('anytown', :who, :other, '2020-01-01', '2035-01-01')"
            ),
            {"who": WHOLE[who], "other": WHOLE[other]},
        )
    watch.model.away[who] = other


async def _restart(_act: Act, watch: Watch) -> None:
    await watch.serves(watch.file, swept=True)


async def _audit(_act: Act, watch: Watch) -> None:
    assert await watch.town.core.ticks.audit() == 0


async def _file(act: Act, watch: Watch) -> None:
    """Another file, and whatever is open is moved to it."""
    today = watch.now.date()
    closed = tuple(today + n * DAY for n in range(1, 4))
    old = watch.file
    new = {
        "holidays": lambda: replace(old, more_closed=closed),
        "none": lambda: replace(old, more_closed=()),
        "longer": lambda: replace(old, limit=Limit(old.limit.amount + 3, old.limit.unit)),
        "shorter": lambda: replace(old, limit=Limit(1, old.limit.unit)),
    }[act.more]()
    await watch.serves(new, swept=True)
    await watch.town.core.ticks.recalculate()
    await _is_moved(watch, old, new)


async def _is_moved(watch: Watch, old: File, new: File) -> None:
    """By when it is due is the model's to say; of the turn, that it may be then."""
    model, now, before = watch.model, watch.now, watch.model.turn
    model.place = place_of(watch.town.core.partnership, watch.kind)
    [owed] = await watch.of("referral", "due_at")
    [by] = await watch.of("referral", "answer_by")
    assert isinstance(owed, datetime)
    assert isinstance(by, datetime)
    live = model.state == "live" and watch.kind == "information"
    moved = live and old != new
    if moved:
        [began] = await watch.of("referral", "began")
        assert isinstance(began, datetime)
        model.due_at = wall.owed_by(model.place.kind, model.place.asked, began)
    assert abs(owed - model.due_at) < timedelta(seconds=1)
    if not moved or model.level > 0:
        assert abs(by - model.by) < timedelta(seconds=1)
        return
    assert by >= owed or by == model.by or by == now
    model.by = by
    await _turn_is_moved(watch, before, now)


async def _turn_is_moved(watch: Watch, before: tuple[str, datetime] | None, now: datetime) -> None:
    model = watch.model
    rows = list(zip(await watch.of("step", "name"), await watch.of("step", "due_at"), strict=True))
    turns = [(str(n), at) for n, at in rows if n in ("nudge", "due", "over")]
    assert len(turns) == (before is not None), "a turn was lost, or doubled"
    if before is None:
        return
    [(name, at)] = turns
    assert isinstance(at, datetime)
    limit, hours = model.limit(0), model.there(model.place.asked, model.owner)
    assert name in ("nudge", "due", "over")
    assert (name, at) == before or at >= now
    if name == "due" and not model.again:
        assert at >= min(model.by, max(now, model.by)), "asked too early that it is due"
    if name == "nudge":
        assert at < max(model.in_working_time(model.by, limit, hours), now + HOUR)
    if name == "over":
        assert before[0] == "over"
        assert at >= min(model.by, before[1])
    model.turn = (name, at)


_ACTS = {
    "passes": _passes, "turn": _turn, "off": _off, "mine": _mine, "not mine": _not_mine,
    "help": _help, "later": _later, "done": _done, "heard": _heard, "further": _further,
    "away": _away, "restart": _restart, "audit": _audit, "file": _file,
}  # fmt: skip
_ANY = st.integers(0, 100)
_TIMES = st.one_of(
    st.integers(1, 120),
    st.integers(60, 1440),
    st.integers(1440, 5 * 1440),
    st.integers(1, 21 * 1440),
)


def acts() -> st.SearchStrategy[Act]:
    """Any of them; time passes most."""
    simple = ("mine", "help", "done", "heard", "further", "away", "restart", "audit")
    after = st.sampled_from((0, 0, 1, 30, 200))
    turn = st.builds(Act, st.just("turn"), after, st.sampled_from(("", "", "", "off")))
    return st.one_of(
        turn,
        turn,
        turn,
        st.builds(Act, st.just("passes"), _TIMES),
        st.builds(Act, st.just("off"), _TIMES),
        st.builds(Act, st.sampled_from(("mine", "mine", "mine", *simple)), _ANY),
        st.builds(Act, st.just("not mine"), _ANY, st.sampled_from(TO)),
        st.builds(
            Act, st.just("later"), _ANY, st.sampled_from(("hours", "hours", "tomorrow", "day"))
        ),
        st.builds(
            Act, st.just("file"), st.just(0),
            st.sampled_from(("holidays", "none", "longer", "shorter")),
        ),
    )  # fmt: skip
