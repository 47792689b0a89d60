"""What a file lacks without being wrong: where a challenge or a referral would get stuck."""

from collections.abc import Callable, Iterable, Iterator

from storage.partnership.base import Nation, PersonId, Platform, PlatformId, label
from storage.partnership.model import Agency, Partnership

_NAMED = 10
"""So many agencies are named in a line; of a county's all lacking the same, the rest is counted."""


def gaps(partnership: Partnership) -> Iterator[str]:
    """Tells each gap, what happens because of it and what to do; no person is ever named.

    What keeps somebody from being heard comes first; what several agencies lack is told once.
    """
    yield from _together(_takers, partnership)
    if partnership.escalation is None:
        yield (
            "There is no escalation: a challenge that isn't settled stays with the leads. "
            "Add escalation: with your policy's stages; deploy/escalation has three to start from."
        )
    yield from _together(_stages, partnership)
    yield from _together(_others, partnership)
    yield from _together(_groups, partnership)
    yield from _kinds(partnership)


def _together(
    of: Callable[[Agency, Partnership], Iterator[str]], partnership: Partnership
) -> Iterator[str]:
    """Tells what several agencies lack in one line that names them."""
    lacking: dict[str, list[str]] = {}
    for agency in partnership.agencies:
        for what in of(agency, partnership):
            lacking.setdefault(what, []).append(_called(agency))
    for what, names in lacking.items():
        more = f" and {len(names) - _NAMED} others" if len(names) > _NAMED + 1 else ""
        yield f"{', '.join(names[:_NAMED] if more else names)}{more}: {what}"


def _kinds(partnership: Partnership) -> Iterator[str]:
    if not partnership.referrals:
        yield (
            "There is no kind of referral: each needs a day of its own. Add referrals: with your "
            "limits; deploy/timers has each nation's to start from."
        )
        return
    nations = {agency.nation for agency in partnership.agencies}
    for kind in partnership.referrals:
        if kind.nations and not nations & set(kind.nations):
            yield (
                f"The kind of referral {kind.id} is for {_spelled(kind.nations)}, and no agency is "
                "there. Take it out, or add a nation to its nations."
            )
    for agency in partnership.agencies:
        if not partnership.kinds_in(agency.id):
            yield (
                f"{_called(agency)}: no kind of referral is for {_spelled((agency.nation,))}, so "
                "that each to it needs a day of its own. Add some; deploy/timers has each nation's."
            )


def _takers(agency: Agency, partnership: Partnership) -> Iterator[str]:
    takers = (*agency.leads, *partnership.holders(agency.id, "manager"))
    if all(_is_told_by_nothing(person, partnership) for person in takers):
        yield (
            "nobody who could take a referral or hear a concern there is on Slack or Teams, or "
            "has an email under members, so that nothing tells them of it. Name a lead who is, or "
            "give one an email."
        )


def _is_told_by_nothing(person: PersonId, partnership: Partnership) -> bool:
    member = partnership.member(person)
    on_the_web = PlatformId.read(person).platform == Platform.WEB
    return on_the_web and (member is None or member.email is None)


def _groups(agency: Agency, _partnership: Partnership) -> Iterator[str]:
    if agency.groups:
        yield (
            "groups is not used, since reading groups would take far wider permissions. Take the "
            "line away; where agencies share a workspace or a tenant, email_domains tells whose "
            "person somebody is."
        )


def _spelled(nations: Iterable[Nation]) -> str:
    return " and ".join(nation.replace("_", " ").title() for nation in nations)


def _stages(agency: Agency, partnership: Partnership) -> Iterator[str]:
    for number, stage in enumerate(partnership.stages, 1):
        if stage.answers != "owner" and not partnership.answering(stage, agency.id):
            yield (
                f"nobody answers stage {number}. Give somebody the role "
                f"{stage.answers}{' in any agency' if stage.answers == 'chair' else ''}."
            )


def _others(agency: Agency, partnership: Partnership) -> Iterator[str]:
    managed = any(stage.answers == "manager" for stage in partnership.stages)
    if not managed and not partnership.holders(agency.id, "manager"):
        yield (
            "a challenge whose owner nobody knows, an urgent one too, goes to "
            "its leads. Give somebody the role manager."
        )
    if not partnership.holders_elsewhere(agency.id, "reviewer"):
        yield (
            "no other agency has a reviewer, so that nobody independent can "
            "look at a challenge to it. Give somebody elsewhere the role reviewer."
        )
    if not partnership.holders_elsewhere(agency.id, "moderator"):
        yield ("no other agency has a moderator. Give somebody elsewhere the role moderator.")


def _called(agency: Agency) -> str:
    return label(agency.name, "en")
