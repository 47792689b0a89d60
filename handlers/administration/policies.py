"""Policies that people may want to read: an agency's own, or everybody's, by name and link."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from handlers.administration.deciding import RefusedChange, answered, propose, settings_now
from handlers.administration.numbers.form import change_title
from handlers.administration.roles import administered
from handlers.contract.outcomes import Ask, Outcomes, Refuse, no
from handlers.contract.people import Event, Named
from handlers.shared import questions
from handlers.shared.labels import agency_name, short_code
from prompts.shapes import Button, Form, Line, Link, Section, Text, Tick
from prompts.words import Day, Labelled, Words, say
from storage.partnership import Agency, Policy
from storage.partnership.changes.tree import Difference, Place, value_at
from storage.repository import Repository

LINES: Final = ("name", "name_cy", "link")
_NAME_MOST: Final = 100
_LINK_MOST: Final = 500


def policy_sections(policies: Sequence[Policy], agency: str = "") -> tuple[Section, ...]:
    """Shows each policy, with a button that changes it."""
    return tuple(
        Section(
            Labelled(dict(policy.name)),
            (Link(say("administration-policy-seen", day=Day(policy.checked)), policy.link),),
            (Button(say("administration-policy-change"), "administration.policy",
                    f"{agency}_{_mark(policy)}"),),
        )
        for policy in policies
    )  # fmt: skip


def add_button(agency: str = "") -> Button:
    """Gives the button that adds one."""
    return Button(say("administration-policy-title"), "administration.policy", agency)


def _mark(policy: Policy) -> str:
    """Names a policy wherever it stands in its list by then."""
    return short_code(f"{policy.name['en']} {policy.link}")


def _named(who: Named, event: Event, repo: Repository) -> tuple[Agency | None, int]:
    """Finds whose policy it is, and which; one after the last is a new one. Raises RefusedChange
    where it isn't theirs, or has gone."""
    id, _, mark = event.subject.partition("_")
    agency = administered(who, id, repo) if id else None
    if agency is None and (id or who.person not in repo.partnership.administrators):
        raise RefusedChange(no("administration-not-yours"))
    marks = [*map(_mark, _policies(agency, repo))]
    if mark and mark not in marks:
        raise RefusedChange(no("administration-entry-gone"))
    return agency, marks.index(mark) if mark else len(marks)


def _policies(agency: Agency | None, repo: Repository) -> tuple[Policy, ...]:
    return agency.policies if agency else repo.partnership.policies


@answered
async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Asks for a policy, as it stands."""
    return [Ask(_form(*_named(who, event, repo), repo))]


def _form(agency: Agency | None, place: int, repo: Repository) -> Form:
    there = [*_policies(agency, repo), None][place]
    values = _values(there)
    lines = (
        Line(name, say(f"administration-policy-{name.replace('_', '-')}-label"),
             value=values[name], required=name != "name_cy",
             most=_LINK_MOST if name == "link" else _NAME_MOST)
        for name in LINES
    )  # fmt: skip
    away = (Tick("away", say("administration-policy-away")),) if there else ()
    whose = agency_name(agency.id, repo.partnership) if agency else say("administration-everybody")
    asked = questions.form(
        "administration-policy",
        "administration.policy",
        f"{agency.id if agency else ''}_{_mark(there) if there else ''}",
        *lines,
        *away,
        blocks=(Text(whose), Text(say("administration-policy-intro"))),
    )
    return replace(asked, title=change_title(there.name)) if there else asked


def _values(policy: Policy | None) -> dict[str, str]:
    if policy is None:
        return dict.fromkeys(LINES, "")
    return {
        "name": policy.name["en"],
        "name_cy": policy.name.get("cy", ""),
        "link": policy.link,
    }


@answered
async def send(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Shows what would change, to be confirmed."""
    agency, place = _named(who, event, repo)
    away = event.one("away") == "yes"
    new = _written(event, repo)
    if not away and (wrong := _wrong(new)):
        return [Refuse(wrong)]
    tree = await settings_now(repo)
    at: Place = ("agencies", agency.id, "policies") if agency else ("policies",)
    before: list[dict[str, Any]] | None = value_at(tree, at)
    listed = before or []
    after = [*listed[:place], *([] if away else [new]), *listed[place + 1 :]]
    edits = [] if after == listed else [Difference(at, before, after)]
    return await propose(who, event, edits, "page", repo)


def _written(event: Event, repo: Repository) -> dict[str, Any]:
    """Whoever sends it has just looked at where it leads."""
    name = {"en": event.one("name").strip(), "cy": event.one("name_cy").strip()}
    return {
        "name": {language: text for language, text in name.items() if text},
        "link": event.one("link").strip(),
        "checked": repo.today_at(None).isoformat(),
    }


def _wrong(policy: dict[str, Any]) -> dict[str, Words]:
    try:
        Policy.model_validate(policy)
    except ValidationError as error:
        fields = {str(each["loc"][0]) for each in error.errors()} & {"name", "link"}
        return {field: say(f"missing-administration-policy-{field}") for field in sorted(fields)}
    return {}
