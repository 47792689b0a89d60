"""Differences between two versions of a partnership's settings, and who may decide them."""

from typing import Any

import pytest

from bot.cli.demo import EXAMPLE
from storage.partnership import PersonId
from storage.partnership.changes.deciding import may_decide, same_person, takes_two
from storage.partnership.changes.tree import (
    Difference,
    MovedOnError,
    Place,
    Tree,
    changed,
    differences,
    plain,
    read,
    written,
)
from storage.partnership.loading import read_written, understood

FILE = read_written(EXAMPLE)
TREE = plain(FILE.tree)
CSC = ("agencies", "childrens-social-care")
RUTH, HELEN = PersonId("web:ruth-ellison"), PersonId("web:helen-ward")
ROUTE = {"name": {"en": "Protect"}, "number": "020 3117 2520", "checked": "2026-10-01"}
NEW = {"id": "web:new-person", "agency": "childrens-social-care", "name": "New", "title": "New"}


def _with(*edits: tuple[Place, Any, Any]) -> Tree:
    return changed(TREE, [Difference(*edit) for edit in edits])


@pytest.mark.parametrize(
    "edit",
    [
        ((*CSC, "hours", "opens"), "08:30", "09:00"),
        ((*CSC, "roles", "moderator"), None, ["web:grace-okafor"]),
        ((*CSC, "leads"), ["web:grace-okafor", "web:daniel-reid"], ["web:daniel-reid"]),
        (("members", "web:new-person"), None, NEW),
        (("pauses", "minutes"), 2, 3),
    ],
)
def test_what_differs_is_told_and_undone(edit: tuple[Place, Any, Any]) -> None:
    new = _with(edit)
    found = tuple(differences(TREE, new))
    assert [(d.at, d.before, d.after) for d in found] == [edit]
    assert understood(new)[1] == []
    assert read(written(found)) == found
    assert list(differences(TREE, changed(new, [d.back for d in found]))) == []


def test_what_no_longer_fits_changes_nothing() -> None:
    for at, before in [
        ((*CSC, "leads"), ["web:ruth-ellison"]),
        (("agencies", "moon", "leads"), []),
    ]:
        with pytest.raises(MovedOnError):
            _with((at, before, None))


@pytest.mark.parametrize(
    ("at", "before", "after", "two"),
    [
        ((*CSC, "hours", "opens"), "08:30", "09:00", False),
        ((*CSC, "leads"), ["a", "b"], ["b"], False),
        ((*CSC, "leads"), ["a"], ["a", "b"], True),
        ((*CSC, "leads"), ["a"], ["b"], True),
        ((*CSC, "roles", "reviewer"), None, ["b"], True),
        ((*CSC, "roles", "administrator"), ["a", "b"], ["b"], True),
        ((*CSC, "email_domains"), [], ["evil.example"], True),
        (("agencies", "new"), None, {"id": "new"}, True),
        (("members", "web:new-person"), None, NEW, False),
        (("members", "web:new-person"), None, {**NEW, "accounts": ["slack:T:U"]}, True),
        (("members", "web:tom-barker"), None, NEW, True),  # somebody was called so before
        (("members", "web:tom-barker", "email"), None, "x@evil.example", True),
        (("members", "web:tom-barker", "name"), "Tom", "Grace Okafor", True),
        (("members", "web:tom-barker", "agency"), "police", "school", True),
        (("members", "web:tom-barker"), {"id": "web:tom-barker"}, None, False),
        (("thresholds", "picture_from"), 5, 8, False),
        (("thresholds", "picture_from"), 8, 5, True),
        ((*CSC, "urgent"), [ROUTE], [{**ROUTE, "number": "0163"}], False),
        ((*CSC, "routes"), [ROUTE], [{**ROUTE, "number": "0163"}], True),
        ((*CSC, "routes"), None, [ROUTE], True),
        ((*CSC, "routes"), [ROUTE], [{**ROUTE, "checked": "2026-11-23"}], False),
        (("other_routes",), [ROUTE, {**ROUTE, "number": "0163"}], [ROUTE], False),
        (("other_routes",), [ROUTE], [{**ROUTE, "name": {"en": "Protect us"}}], True),
        (("times", "soon_max"), "20 minutes", "3 minutes", True),
        (("administrators",), ["a", "b"], ["a"], True),
        (("something-new",), None, 1, True),
    ],
)
def test_what_could_expose_somebody_takes_two(
    at: Place, before: Any, after: Any, two: bool
) -> None:
    assert takes_two([Difference(at, before, after)], {"web:tom-barker"}) is two


@pytest.mark.parametrize(
    ("at", "before", "after", "hers"),
    [
        ((*CSC, "roles", "reviewer"), None, ["b"], True),
        ((*CSC, "email_domains"), [], ["evil.example"], False),
        ((*CSC, "routes"), None, [ROUTE], True),
        (("other_routes",), None, [ROUTE], False),
        (("agencies", "police", "leads"), ["a"], ["a", str(RUTH)], False),
        (("members", "web:new-person"), None, NEW, True),
        (("members", "web:new-person"), None, {**NEW, "agency": "police"}, False),
        (("members", "web:tom-barker", "title"), "a", "b", False),
        (("members", "web:grace-okafor", "agency"), "childrens-social-care", "police", False),
        (("thresholds", "picture_from"), 5, 8, False),
    ],
)
def test_an_agencys_administrator_decides_only_what_is_theirs(
    at: Place, before: Any, after: Any, hers: bool
) -> None:
    edits = [Difference(at, before, after)]
    assert may_decide(RUTH, edits, FILE.partnership, TREE) is hers
    assert may_decide(HELEN, edits, FILE.partnership, TREE)
    assert not may_decide(PersonId("web:kofi-mensah"), edits, FILE.partnership, TREE)
    assert not may_decide(HELEN, [Difference(("id",), "a", "b")], FILE.partnership, TREE)


def test_two_accounts_of_one_person_are_one() -> None:
    account = PersonId("slack:T01:U01")
    linked = changed(TREE, [Difference(("members", str(RUTH), "accounts"), None, [str(account)])])
    partnership, _ = understood(linked)
    assert partnership is not None
    assert same_person(RUTH, account, partnership)
    assert not same_person(RUTH, HELEN, partnership)
