"""Limits that are kept without keeping whom they are kept for."""

import gc
import sys
from array import array
from datetime import timedelta

import pytest

from bot.base.rate_limits import WRONG_LEAST, WRONG_SPREAD, Window, WrongTries
from tests.core.anytown import MONDAY, FixedClock

ADDRESS = "203.0.113.77"


def reachable(root: object) -> list[object]:
    """Every object that is held by this one, directly or not; classes and modules aside."""
    found: dict[int, object] = {}
    waiting = [root]
    while waiting:
        one = waiting.pop()
        module = type(one).__name__ == "module" or (isinstance(one, dict) and "__name__" in one)
        if id(one) in found or isinstance(one, type) or module:
            continue
        found[id(one)] = one
        waiting += gc.get_referents(one)
    return list(found.values())


def holds(root: object, text: str) -> bool:
    """Whether that text is anywhere in it, as text or as bytes, in part of a longer one too."""
    return any(
        (isinstance(one, str) and text in one) or (isinstance(one, bytes) and text.encode() in one)
        for one in reachable(root)
    )


def test_so_many_and_no_more_until_the_window_is_over() -> None:
    clock = FixedClock()
    window = Window(3, 60, clock)
    assert [window.allows("a") for _ in range(5)] == [True, True, True, False, False]
    clock.set(MONDAY + timedelta(seconds=59))
    assert not window.allows("a")
    clock.set(MONDAY + timedelta(seconds=60))
    assert [window.allows("a") for _ in range(4)] == [True, True, True, False]


def test_one_who_asks_too_often_is_no_trouble_to_another() -> None:
    window = Window(1, 60, FixedClock())
    assert window.allows("a")
    assert not window.allows("a")
    assert window.allows("b")


@pytest.mark.parametrize("days", [-11_000, -1, -1 / 24, 1 / 24, 1, 11_000])
def test_a_clock_that_is_set_neither_locks_anybody_out_nor_opens_anything(days: float) -> None:
    clock = FixedClock()
    window = Window(1, 60, clock)
    assert window.allows("a")
    clock.jump(timedelta(days=days))
    assert not window.allows("a")
    clock.set(clock.now() + timedelta(seconds=60))
    assert window.allows("a")


def test_memory_has_a_bound_and_then_newcomers_share_one_counter() -> None:
    window = Window(2, 60, FixedClock(), most=3)
    assert all(window.allows(who) for who in "abc")
    assert [window.allows(f"new {n}") for n in range(4)] == [True, True, False, False]
    assert window.allows("a")  # whoever was there before keeps a counter of their own
    for n in range(5000):
        window.allows(f"more {n}")
    counters = [one for one in reachable(window) if isinstance(one, dict)]
    assert max(len(counter) for counter in counters) < 10


def test_a_window_ends_when_it_would_have_whoever_came_in_it() -> None:
    clock = FixedClock()
    quiet, busy = Window(1, 60, clock), Window(1, 60, clock)
    clock.set(MONDAY + timedelta(seconds=70))
    busy.allows("another")  # the first for a while; nobody learns of it by when theirs ends
    clock.set(MONDAY + timedelta(seconds=80))
    for window in (quiet, busy):
        assert [window.allows("a") for _ in range(2)] == [True, False]
    clock.set(MONDAY + timedelta(seconds=125))
    assert quiet.allows("a")
    assert busy.allows("a")


def test_neither_person_nor_address_is_held() -> None:
    clock = FixedClock()
    window, wrong = Window(2, 60, clock), WrongTries(clock)
    for who in (ADDRESS, "web:leila-haddad"):
        assert [window.allows(who) for _ in range(3)] == [True, True, False]
        assert [wrong.too_many(who) for _ in range(50)][-1]
    for kept in (window, wrong):
        assert not holds(kept, ADDRESS)
        assert not holds(kept, "leila")
    # The search does find what is there.
    assert holds({"one": [(ADDRESS.encode(),)]}, ADDRESS)


def test_the_same_person_leaves_another_trace_in_every_window_and_every_process() -> None:
    clock = FixedClock()
    windows = [Window(5, 60, clock), Window(5, 60, clock)]
    traces: list[bytes] = []
    for step in range(2):
        clock.set(MONDAY + timedelta(minutes=step))
        for window in windows:
            window.allows(ADDRESS)
            traces += [one for one in reachable(window) if isinstance(one, bytes)]
    assert len(traces) == len(set(traces)) == 8  # a key and a trace, in two windows of each


def test_whoever_is_wrong_very_often_is_asked_to_rest_until_the_window_is_over() -> None:
    clock = FixedClock()
    wrong = WrongTries(clock, seconds=60)
    told = [wrong.too_many(ADDRESS) for _ in range(60)]
    assert told[:WRONG_LEAST] == [False] * WRONG_LEAST
    assert told[WRONG_LEAST + WRONG_SPREAD :] == [True] * (60 - WRONG_LEAST - WRONG_SPREAD)
    assert told == sorted(told)
    clock.set(MONDAY + timedelta(seconds=60))
    assert not wrong.too_many(ADDRESS)


def test_wrong_codes_of_one_network_are_no_trouble_to_another() -> None:
    wrong = WrongTries(FixedClock())
    for _ in range(500):
        wrong.too_many(ADDRESS)
    # Of two hundred, one shares its place with a chance of one in eighty.
    others = [wrong.too_many(f"198.51.100.{n}") for n in range(200)]
    assert others.count(True) <= 1


def test_wrong_codes_take_no_more_memory_however_many_networks_send_them() -> None:
    wrong = WrongTries(FixedClock())
    before = _bytes_of(wrong)
    for n in range(50_000):
        wrong.too_many(f"2001:db8:{n >> 16:x}:{n & 0xFFFF:x}::/64")
    assert _bytes_of(wrong) == before < 100_000


def _bytes_of(root: object) -> int:
    return sum(sys.getsizeof(one) for one in reachable(root) if isinstance(one, array | dict))
