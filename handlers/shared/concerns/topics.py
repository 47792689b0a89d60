"""What a concern can be about."""

from collections.abc import Mapping

ABOUT: Mapping[str, str] = {
    "harm": "harm",
    "threshold": "decision",
    "delay": "system",
    "no-feedback": "system",
    "plan-not-done": "system",
    "information-sharing": "system",
    "roles": "system",
    "voice-missing": "decision",
    "victim-blaming": "conduct",
    "bias": "conduct",
    "discrimination": "conduct",
    "closure": "decision",
    "conduct": "conduct",
    "silencing": "conduct",
    "bullying": "conduct",
    "retaliation": "conduct",
    "something-else": "other",
}
"""What a concern can be about, the main thing first, and of what kind it is then: practice,
behaviour and harm from the field's own pick-lists."""
TOPICS = tuple(ABOUT)
