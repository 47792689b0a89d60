"""Ids of what stands on top of a form, of a card and of a line in a list."""

from tests.prompts.word_tables import TOGETHER

TITLES = {
    "challenge-next",
    *TOGETHER["challenge-page-{reading}"],
    *TOGETHER["raiser-page-{thread.command}"],
}
"""Titles of forms, and what sends them, whose ids don't say so."""

ON_CARDS = {
    *(
        "card-title",
        "news-title",
        "listed-title",
        "listed-concern",
        "listed-challenge",
        "listed-referral",
        "listed-second-opinion",
        "listed-pause",
        "listed-debrief",
        "digest-title",
    ),
    *("moderator-card", "reviewer-card", "glass-card", "opinion-card", "opinion-card-yours"),
    *TOGETHER["challenge-card-{challenge.step}"],
    *TOGETHER["{case.kind}-card"],
    *TOGETHER["{case.kind}-over"],
    *("pause-time-asked", "pause-asked"),
    *(f"listed-{each}" for each in ("practice", "advocate", "thanks")),
    *("practice-offer-card", "advocate-card", "thanks-card", "agreement-card", "leaders-word"),
    *("administration-card", "administration-right-card"),
}
"""Titles of cards and of what stands in a list."""
