"""Ids of words that the code puts together from parts, and what each part can be."""

import re
from typing import get_args

from handlers.challenge import case as challenge_case
from handlers.challenge import drafting
from handlers.challenge import form as challenge_form
from handlers.challenge import pages as challenge_pages
from handlers.challenge.answering import VERDICTS
from handlers.concern import form as concern_form
from handlers.concern import lead
from handlers.detriment import command as afterwards
from handlers.inbox import desk
from handlers.pause import cards as pause_cards
from handlers.pause import form as pause_form
from handlers.pause import pages as pause_pages
from handlers.pause import results as pause_results
from handlers.referral import completing as finishing
from handlers.referral import form as referral
from handlers.referral import page as referral_page
from handlers.referral import responding as following
from handlers.second_opinion import form as opinion_form
from handlers.second_opinion import pages as opinion_pages
from handlers.second_opinion import reviewers as choosing
from handlers.shared import questions
from handlers.shared.closing import QUESTIONS
from handlers.shared.desk import timeline
from storage.partnership.model import Sector
from storage.partnership.routes import RouteKind
from storage.schema.values import ChallengeStep
from storage.typed.encodings import Why

STEPS = get_args(ChallengeStep)
COMMANDS = ("concern", "challenge", "second-opinion")
PAUSED = ("voices", "premortem", "debrief")
STATES = ("waiting", "open", "picked", "answered", "closed")
RELEASE = questions.RELEASE
LEADS_DO = lead.SAYS
TEXTS = (*LEADS_DO, "moderate")
RAISED = ("concern", "challenge", "opinion")
REFERRAL_ASKS = ("notmine", "help", "done", "later", "update", "change", "withdraw")
FORMS = (
    *TEXTS,
    "note",
    *("concern", "opinion", "pass", "verdict", "point", "deciding", "opining", "glass"),
    *(
        "afterwards",
        "answer",
        "otherwise",
        "withdraw",
        "take-back",
        "receipt",
        "standin",
        "language",
    ),
    *("referral", *(f"referral-{kind}" for kind in REFERRAL_ASKS)),
    *("pause-ask", "pause-join", "debrief"),
    *("desk-narrow", "desk-find"),
)
"""Forms by what their words begin with."""
PARTS = ("decision", "ask", "sentence", "owner", "because", "proposal")
"""What whoever challenges, or decides after a second opinion, says besides the rest."""

GONE = ("gone", "unreached")
"""How somebody isn't there for something any more."""
BOT_KINDS = {
    *("picked", "name-learned", "nobody-yet", "name-asked", "name-allowed", "settled"),
    *("withdrawn", "changed"),
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

RAISER_KINDS = {"raised", "added", "withdrawn", "answer", "unsettled", "view", "decided"}
REVIEWER_KINDS = {"opinion-{event.one('verdict')}"}
"""What reviewers say has words of its own on the page where views stand side by side."""
LEAD_SHAPES = {
    "referral-{event.one('outcome')}": {f"referral-{outcome}" for outcome in finishing.OUTCOMES},
}
"""Kinds of what a lead says that are put together, by their shape in the code."""
LEAD_KINDS = {
    "update",
    *("passed", "reply", "ask", "moderate-why", "outcome-close", "notmine", "help"),
    *(kind for found in LEAD_SHAPES.values() for kind in found),
    *(f"outcome-{outcome}" for outcome in lead.OUTCOMES),
    *(f"verdict-{verdict}" for verdict in VERDICTS),
}

INVOLVED = ("left-out", "opinion-left-out")
"""Forms that ask whom of those who would get it they are about."""
CHOICES = {
    "about-{thread.about}": concern_form.ABOUT,
    "topic-{thread.topic}": (*concern_form.TOPICS, *drafting.REASONS),
    "card-how-{thread.how}": concern_form.HOW,
    "raiser-page-{thread.command}": COMMANDS,
    "done-{word}": {
        *timeline.CONCERN.values(),
        *timeline.CHALLENGE.values(),
        *timeline.REFERRAL.values(),
    },
    "listed-{thread.command}": (*COMMANDS, "pause", "debrief"),
    "referral-{name}": ("nudge", "due"),
    "import-{wrong.why}": get_args(Why),
    "referral-owner-{what}": GONE,
    "history-{spoken.kind}": ("took", "lapsed"),
    "button-{act}": referral_page.ACTS,
    "referral-state-{thread.state}": STATES[1:],
    "missing-referral-{n}": ("reference", "what"),
    "referral-{name}-label": ("reference", "due", "what"),
    "referral-{name}-hint": ("reference", "due", "what"),
    "{name}-title": ("referred", "raised", "at-rest"),
    "{name}-none": ("raised",),
    "desk-count-{name}": ("all", *desk.LATE, *desk.WHOSE),
    "desk-kind-{k}": (*COMMANDS, "referral"),
    "desk-late-{late}": desk.LATE,
    "desk-whose-{whose}": desk.WHOSE,
    "desk-state-{state}": desk.STATES,
    "desk-sort-{s}": desk.SORTS,
    "desk-{name}-label": ("kind", "late", "whose", "state", "agency", "sort"),
    "referral-{kind}-label": ("notmine", "help", "done", "update", "withdraw"),
    "referral-{kind}-hint": ("notmine", "help", "done", "update", "withdraw"),
    "second-opinion-state-{thread.state}": ("waiting", "open", "answered", "closed"),
    "opinion-{name}-label": ("what", "proposal", "view", "soon", "wanted", "role"),
    "opinion-{name}-hint": ("what", "proposal", "view"),
    "opinion-{verdict}": opinion_pages.VERDICTS,
    "opinion-{_verdict(spoken)}": opinion_pages.VERDICTS,
    "opinion-{differ}": ("differ", "alike"),
    "button-to-{b}": opinion_pages.BECOMES,
    **{
        f"{{case.kind}}-{part}": PAUSED
        for part in (
            *("alone", "answer-title", "before", "card", "chair", "codes", "decide", "over"),
            "page",
        )
    },
    "{case.kind}-until": PAUSED,
    "{kind}-lines": ("voices", "premortem"),
    "{kind}-result": PAUSED,
    "{kind}-few": PAUSED,
    "debrief-{name}": pause_results.LOOKING_BACK,
    "debrief-{name}-hint": pause_results.LOOKING_BACK,
    "debrief-{q}": pause_results.LOOKING_BACK,
    "pause-decided-{case.pause.decided}": (*pause_pages.DECISIONS, "done"),
    "pause-question-{number}": tuple(str(n) for n in range(1, pause_cards.OURS + 1)),
    "pause-{answer}": pause_results.COMFORT,
    "pause-{remark.answer}": pause_results.COMFORT,
    "receipt-{where}": ("chat", "page"),
    "challenge-card-{challenge.step}": STEPS,
    "challenge-page-{reading}": challenge_pages.TITLES,
    "card-challenge-{name}": ("nudge", "due"),
    "brought-{seen}": ("named", "hidden"),
    "doubt-brought-{seen}": ("named", "hidden"),
    "draft-{event.one('level')}": drafting.LEVELS,
    "because-{event.one('topic')}": drafting.REASONS,
    "part-{n}": PARTS,
    "missing-{n}": ("decision", "what", "ask"),
    "missing-{name}": (
        *("danger", "about", "topic", "agency", "how", "release"),
        *("level", "replies", "kind", "role", "soon", "wanted"),
        *("by", "minutes", "answer", "worse", "again"),
    ),
    "{name}-label": tuple(afterwards.ASKED),
    "import-{what}": ("checked", "prepared", "written"),
    "digest-{name}": ("waiting", "owned", "unowned", "today", "over"),
    "{kind}-sent-title": RAISED,
    "{kind}-sent-next": RAISED,
    "{kind}-sent-next-code": ("challenge",),
    "button-{kind}": ("pick", "pass", *LEADS_DO),
    **{f"{{kind}}-{part}": (*TEXTS, *INVOLVED) for part in ("label", "hint")},
    **{f"{{kind}}-{part}": INVOLVED for part in ("someone", "someone-hint")},
    "standin-{name}": ("first", "last"),
    "help-{kind}": get_args(RouteKind),
    "help-{kind}-about": get_args(RouteKind),
    "agency-group-{agency.sector}": get_args(Sector),
    **{f"{{kind}}-{part}": FORMS for part in ("title", "submit")},
    "{kind}-done-title": LEADS_DO,
    "{kind}-done": LEADS_DO,
}
"""Every id that the code puts together from one part, and what that part can be."""

OPTIONS = {
    "danger": ("no", "yes"),
    "about": concern_form.ABOUT,
    "topic": (*concern_form.TOPICS, *drafting.REASONS),
    "how": concern_form.HOW,
    "release": RELEASE,
    "level": drafting.LEVELS,
    "challenge-how": challenge_form.HOW,
    "replies": challenge_form.REPLIES,
    "referral-role": referral.ROLES,
    "referral-outcome": finishing.OUTCOMES,
    "later": following.LATER,
    "opinion": opinion_pages.VERDICTS,
    "opinion-soon": tuple(opinion_form.SOON),
    "opinion-wanted": opinion_form.WANTED,
    "opinion-role": choosing.ROLES,
    "opinion-how": opinion_form.HOW,
    "pause": pause_results.COMFORT,
    "pause-kind": pause_form.KINDS,
    "pause-by": pause_form.HOWS,
    "pause-ask": ("named", "anonymous"),
    "verdict": VERDICTS,
    "outcome": lead.OUTCOMES,
    "glass-tell": ("yes", "no"),
    **afterwards.ASKED,
    "pause-codes": ("none", *pause_form.CODES),
    "pause-decision": pause_pages.DECISIONS,
}
HINTED = (
    "pause-kind",
    "pause-by",
    "how",
    "release",
    "level",
    "challenge-how",
    "replies",
    "opinion-how",
    "verdict",
)

TOGETHER: dict[str, set[str]] = {
    "{prefix}-{v}": {f"{name}-{v}" for name, values in OPTIONS.items() for v in values},
    "{prefix}-{v}-hint": {f"{name}-{v}-hint" for name in HINTED for v in OPTIONS[name]},
    "{kind}-sent-{thread.release}": {f"{kind}-sent-{r}" for kind in RAISED for r in RELEASE},
    "{thread.command}-state-{thread.state}": {
        *(f"{command}-state-{s}" for command in ("concern", "challenge") for s in STATES),
        *(f"{command}-state-{s}" for command in ("pause", "debrief") for s in ("open", "closed")),
    },
    "{case.kind}-{numbered}": {*(f"{kind}-round" for kind in PAUSED), "voices-again"},
    "bot-{spoken.kind}{mine}": {f"bot-{kind}{to}" for kind in BOT_KINDS for to in ("", "-lead")},
    "said-{kind}-{you}": {
        f"said-{kind}-{who}"
        for kind in RAISER_KINDS | LEAD_KINDS | {"referred", "question"}
        for who in ("you", "other")
    },
    **{shape: {re.sub(r"{.+}", v, shape) for v in values} for shape, values in CHOICES.items()},
}
"""Every id that the code puts together, by the shape it has there."""

BUTTONS = {"button-point", *(words for can in challenge_case.CAN.values() for words, _ in can)}
"""What buttons say that stand in a table of their own."""

ANSWERS = {id for shape in ("{prefix}-{v}", "{prefix}-{v}-hint") for id in TOGETHER[shape]} | {
    "owner-none",
    *("tell-agency-label", "keeps-label", "anyway-label"),
}
"""Answers to choose from, what explains them, and what stands beside a box to tick."""

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
}
"""Titles of cards and of what stands in a list."""
