"""Who may change what, and what takes two people.

What is not listed as harmless takes two: whoever adds a setting needn't think of this, and whoever
gives somebody something to read, or a mailbox that opens somebody's pages, is never alone.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from storage.partnership.base import PersonId
from storage.partnership.changes.tree import Difference, Tree, value_at
from storage.partnership.model import AgencyId, Partnership
from storage.partnership.settings import Thresholds

_OWN: Final = frozenset(
    {"name", "hours", "urgent", "front_door", "routes", "policies", "leads", "roles"}
)
"""What an agency's administrators change of it; where its people sit is everybody's matter."""
_HARMLESS_OF_AGENCY: Final = frozenset({"name", "hours", "urgent", "front_door", "policies"})
_HARMLESS_OF_MEMBER: Final = frozenset({"language", "title"})
_HARMLESS: Final = frozenset({"name", "policies", "referrals", "phrases"})
_ENOUGH: Final = 2


def administers(person: PersonId, partnership: Partnership) -> tuple[AgencyId, ...]:
    """Finds the agencies that somebody administers: all, if it is the partnership."""
    if person in partnership.administrators:
        return tuple(agency.id for agency in partnership.agencies)
    return tuple(a.id for a in partnership.agencies if person in a.roles.get("administrator", ()))


def is_administrator(person: PersonId, partnership: Partnership) -> bool:
    """Tells whether somebody administers anything."""
    return person in partnership.administrators or bool(administers(person, partnership))


def same_person(one: PersonId, other: PersonId, partnership: Partnership) -> bool:
    """Tells whether these are two accounts of one person, as far as the partnership says so."""
    both = {one, other}
    if partnership.person_of(one) == partnership.person_of(other):
        return True
    return any(both <= {m.id, *m.accounts} for m in partnership.members)


def leaves_too_few(before: Partnership, after: Partnership) -> bool:
    """Tells whether fewer than two would administer the partnership, where two or more do: whoever
    is left could decide nothing that takes two, nor undo that.
    """
    return _administering(after, before) < _ENOUGH <= _administering(before)


def _administering(*of: Partnership) -> int:
    found: list[PersonId] = []
    for person in of[0].administrators:
        if not any(same_person(person, other, each) for other in found for each in of):
            found.append(person)
    return len(found)


def may_decide(
    person: PersonId, edits: Sequence[Difference], partnership: Partnership, tree: Tree
) -> bool:
    """Tells whether somebody may decide all of this, alone or as one of two."""
    if any(edit.at[0] == "id" for edit in edits):
        return False  # all that is stored belongs to a partnership by its id
    if person in partnership.administrators:
        return True
    own = administers(person, partnership)
    return bool(edits) and all(_is_of(edit, own, tree) for edit in edits)


def _is_of(edit: Difference, own: Collection[AgencyId], tree: Tree) -> bool:
    match edit.at:
        case ("agencies", agency, what, *_):
            return agency in own and what in _OWN
        case ("members", id, *_):
            homes = {_home(value_at(tree, ("members", id))), _home(edit.before), _home(edit.after)}
            moved = {edit.before, edit.after} if edit.at[2:] == ("agency",) else set()
            return ((homes | moved) - {None}) <= set(own)
        case _:
            return False


def _home(member: object) -> object:
    return member.get("agency") if isinstance(member, dict) else None


def takes_two(edits: Sequence[Difference], known: Collection[str]) -> bool:
    """Tells whether any of this could expose somebody.

    `known` are the people who have been here before: whoever comes back under an id that has been
    somebody's would find what is theirs.
    """
    return not all(_is_harmless(edit, known) for edit in edits)


def _is_harmless(edit: Difference, known: Collection[str]) -> bool:
    match edit.at:
        case ("agencies", _, "leads") | ("agencies", _, "roles", _):
            return edit.at[-1] != "administrator" and _only_fewer(edit)
        case ("agencies", _, "routes") | ("other_routes",):
            return _only_known(edit)
        case ("agencies", _, what, *_):
            return what in _HARMLESS_OF_AGENCY
        case ("members", id):
            new = isinstance(edit.after, dict) and not edit.after.get("accounts")
            return edit.after is None or (edit.before is None and new and id not in known)
        case ("members", _, what, *_):
            return what in _HARMLESS_OF_MEMBER
        case ("thresholds", name):
            return _only_higher(name, edit)
        case _:
            return edit.at[0] in _HARMLESS


def _only_higher(name: str, edit: Difference) -> bool:
    """What isn't written down stands as if it were."""
    known = Thresholds.model_fields.get(name)
    usual = known.default if known else None
    before, after = (usual if v is None else v for v in (edit.before, edit.after))
    return isinstance(before, int) and isinstance(after, int) and after > before


def _only_known(edit: Difference) -> bool:
    """Whoever speaks up trusts whoever answers there: one alone only takes numbers out."""
    known, new = ([_unseen(route) for route in side or []] for side in (edit.before, edit.after))
    return all(route in known for route in new)


def _unseen(route: Mapping[str, object]) -> dict[str, object]:
    """Leaves out when somebody last looked at it."""
    return {name: value for name, value in route.items() if name != "checked"}


def _only_fewer(edit: Difference) -> bool:
    before, after = edit.before or [], edit.after or []
    return isinstance(before, list) and isinstance(after, list) and set(after) <= set(before)
