"""What the partnership has agreed, in a line, where it matters; and where its policies are."""

from typing import Final

from prompts.shapes import Block, Callout, Link
from prompts.words import Day, Labelled, say
from storage.partnership import AgencyId, Partnership
from storage.schema import Thread

BEHAVIOUR: Final = frozenset(
    ("victim-blaming", "discrimination", "conduct", "silencing", "bullying", "retaliation")
)
"""What concerns are about in which people's behaviour is the matter."""


def agreed(partnership: Partnership) -> tuple[Block, ...]:
    """Says it; nothing where the partnership hasn't written it down."""
    if (found := partnership.agreement) is None:
        return ()
    return (Callout(say("agreement-line", words=Labelled(dict(found.short))), "note"),)


def agreed_about(thread: Thread, partnership: Partnership) -> tuple[Block, ...]:
    """Says it beside what is about somebody's behaviour."""
    return agreed(partnership) if thread.topic in BEHAVIOUR else ()


def policies(own: AgencyId | None, partnership: Partnership) -> tuple[Link, ...]:
    """Links to the policies that hold for somebody: their own agency's before everybody's."""
    theirs = partnership.agency(own).policies if own else ()
    return tuple(
        Link(
            say("help-policy", name=Labelled(dict(policy.name)), day=Day(policy.checked)),
            policy.link,
        )
        for policy in (*theirs, *partnership.policies)
    )
