"""Which verbs only ask for a form or a page, and so may be links."""

ASKS = frozenset(
    {
        "afterwards",
        "challenge",
        "challenge.answer",
        "challenge.ask",
        "challenge.close",
        "challenge.open",
        "challenge.point",
        "challenge.reply",
        "concern",
        "debrief",
        "glass",
        "help",
        "language",
        "mine",
        "mine.answer",
        "mine.more",
        "mine.open",
        "mine.quiet",
        "mine.withdraw",
        "moderate",
        "opinion.answer",
        "opinion.decide",
        "opinion.open",
        "opinion.to.challenge",
        "opinion.to.concern",
        "opinion.to.referral",
        "pause",
        "pause.answer",
        "pause.ask",
        "pause.chair",
        "pause.codes",
        "pause.decide",
        "pause.group",
        "pause.join",
        "pause.open",
        "pause.refresh",
        "pause.to.opinion",
        "pause.to.referral",
        "pause.who",
        "receipt",
        "referral",
        "referral.done",
        "referral.help",
        "referral.later",
        "referral.notmine",
        "referral.open",
        "second-opinion",
        "standin",
        "thread.ask",
        "thread.close",
        "thread.open",
        "thread.pass",
        "thread.reply",
    }
)


LOOKS = frozenset(
    {
        "challenge.open",
        "mine.open",
        "mine.quiet",
        "referral.mine",
        "referral.open",
        "thread.open",
        "thread.pick",
    }
)
"""By these somebody looks at what is new."""


def only_asks(verb: str) -> bool:
    """Nothing changes by it. A verb that isn't known here is pressed, which is always safe."""
    return verb in ASKS
