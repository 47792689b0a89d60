"""Who and what is named: each with an id of its own, each of them somebody who exists."""

from collections.abc import Callable, Iterator

from storage.partnership.base import Platform, PlatformId, in_one_spelling
from storage.partnership.checks.draft import (
    HOMES,
    FileDraft,
    as_list,
    as_text,
    operators_named,
    people_named,
)
from storage.partnership.emails import one_spelling
from storage.partnership.error_messages import Finding
from storage.partnership.settings import OTHER


def _unique_ids(draft: FileDraft) -> Iterator[Finding]:
    for key in ("agencies", "members", "referrals"):
        seen: set[object] = set()
        for n, entry in draft.entries(key):
            name = as_text(entry.get("id"))
            if name is not None and name in seen:
                yield (
                    (key, n, "id"),
                    f"{key} no. {n + 1}: this id is taken",
                    "give each its own id",
                )
            seen.add(name)


def _own_emails(draft: FileDraft) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, entry in draft.entries("members"):
        written = entry.get("email")
        address = one_spelling(written) if isinstance(written, str) else ""
        if address and address in seen:
            yield (
                ("members", n, "email"),
                f"members no. {n + 1}: somebody else has this address",
                "give each their own: whoever reads that mailbox can sign in",
            )
        seen.add(address)


def _own_accounts(draft: FileDraft) -> Iterator[Finding]:
    seen: set[str] = set()
    for n, entry in draft.entries("members"):
        for k, account in enumerate(as_list(entry.get("accounts"))):
            spelt = in_one_spelling(account) if isinstance(account, str) else ""
            if spelt in seen:
                yield (
                    ("members", n, "accounts", k),
                    f"members no. {n + 1}: this account is listed twice",
                    "leave it with the one person whose it is",
                )
            seen.add(spelt)


def _own_kinds(draft: FileDraft) -> Iterator[Finding]:
    for n, entry in draft.entries("referrals"):
        if entry.get("id") == OTHER:
            yield (
                ("referrals", n, "id"),
                f"referrals no. {n + 1}: {OTHER} is what Upstander calls everything else",
                "give it another id",
            )


def _members_agencies(draft: FileDraft) -> Iterator[Finding]:
    known = {as_text(entry.get("id")) for _, entry in draft.entries("agencies")}
    for n, member in draft.entries("members"):
        if isinstance(member.get("agency"), str) and member["agency"] not in known:
            yield (
                ("members", n, "agency"),
                f"members no. {n + 1}: there is no agency with this id",
                "use the id of one of the agencies",
            )


def _known_people(draft: FileDraft) -> Iterator[Finding]:
    agencies = [entry for _, entry in draft.entries("agencies")]
    homes = {
        kind: {
            PlatformId.read(in_one_spelling(f"{kind}:{home}")).own
            for entry in agencies
            for home in as_list(entry.get(key))
        }
        for kind, key in HOMES.items()
    }
    for place, person in (*people_named(draft), *operators_named(draft)):
        kind, home, _ = PlatformId.read(person)
        if kind == Platform.WEB and person not in draft.members:
            yield place, "this person is not among the members", "add them under members"
        elif kind in homes and home not in homes[kind]:
            yield (
                place,
                f"this person's {kind} home belongs to no agency",
                f"add it to {HOMES[kind]} of their agency",
            )


def _own_leads(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        for k, person in enumerate(agency.leads):
            kind, home, _ = PlatformId.read(person)
            strange = (
                draft.members.get(person, agency.id) != agency.id
                if kind == Platform.WEB
                else home not in getattr(agency, HOMES[kind])
            )
            if strange:
                yield (
                    ("agencies", n, "leads", k),
                    "this lead belongs to another agency",
                    "name someone of this agency; others may hold a role instead",
                )
            if person in agency.leads[:k]:
                yield (
                    ("agencies", n, "leads", k),
                    "this lead is listed twice",
                    "take one of the two away",
                )


def _someone_else_at_the_end(draft: FileDraft) -> Iterator[Finding]:
    for n, agency in draft.agencies:
        if set(agency.roles["fallback"]) <= set(agency.leads):
            yield (
                ("agencies", n, "roles", "fallback"),
                "a concern that no lead picks up would go to the same leads again",
                "name at least one person who is not a lead, such as their manager",
            )


RULES: tuple[Callable[[FileDraft], Iterator[Finding]], ...] = (
    _unique_ids,
    _own_emails,
    _own_accounts,
    _own_kinds,
    _members_agencies,
    _known_people,
    _own_leads,
    _someone_else_at_the_end,
)
"""What is looked for, in this order."""
