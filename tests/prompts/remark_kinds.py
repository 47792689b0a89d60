"""Kinds of remarks on a thread, by who makes them, where the code puts them together from parts."""

from typing import get_args

from handlers.challenge.answering import VERDICTS
from handlers.concern import lead
from handlers.referral import completing as finishing
from handlers.shared.closing import QUESTIONS
from storage.schema.values import ChallengeStep

STEPS = get_args(ChallengeStep)
GONE = ("gone", "unreached")
"""How somebody isn't there for something any more."""
BOT_KINDS = {
    *("picked", "name-learned", "nobody-yet", "nobody-else"),
    *("name-asked", "name-allowed", "settled"),
    *("withdrawn", "changed", "together"),
    *("took", "lapsed", "climbed", "further", "heard", "moved"),
    *("no-answer", "pointed", "adopted", "name-opened", "to-role"),
    *("shown", "nobody-answered"),
    *(f"{what}-{how}" for what in ("lead", "asked", "opinion", "owner") for how in GONE),
    "adopter-gone",
    *(f"to-{step}" for step in STEPS if step != "owner"),  # it begins with the owner
    *(f"{kind}-{days}" for kind in ("asked", "fared") for days in QUESTIONS),
}
BOT_SHAPES = {
    "to-{step}": {f"to-{step}" for step in STEPS if step != "owner"},
    "asked-{step.number}": {f"asked-{days}" for days in QUESTIONS},
    "owner-{what}": {f"owner-{how}" for how in GONE},
    "{what}-{how}": {
        *(f"{what}-{how}" for what in ("lead", "asked", "opinion") for how in GONE),
        "adopter-gone",  # whoever is only not reached carries it on
    },
}
"""Kinds of the bot's own remarks that are put together, by their shape in the code."""
EARLIER_KINDS = {f"fared-{days}" for days in QUESTIONS}
"""What earlier versions stored, and still stands on threads."""

RAISER_KINDS = {
    *("raised", "added", "withdrawn", "answer", "unsettled", "view", "decided", "grateful"),
}
REVIEWER_KINDS = {"opinion-{event.one('verdict')}"}
"""What reviewers say has words of its own on the page where views stand side by side."""
LEAD_SHAPES = {
    "referral-{event.one('outcome')}": {f"referral-{outcome}" for outcome in finishing.OUTCOMES},
}
"""Kinds of what a lead says that are put together, by their shape in the code."""
LEAD_KINDS = {
    "update",
    "thanks",
    *("passed", "reply", "ask", "moderate-why", "outcome-close", "notmine", "help"),
    *(kind for found in LEAD_SHAPES.values() for kind in found),
    *(f"outcome-{outcome}" for outcome in lead.OUTCOMES),
    *(f"verdict-{verdict}" for verdict in VERDICTS),
}
