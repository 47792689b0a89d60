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
from handlers.contract.commands import Group
from handlers.detriment import command as afterwards
from handlers.email import command as email
from handlers.inbox import desk
from handlers.pause import cards as pause_cards
from handlers.pause import form as pause_form
from handlers.pause import pages as pause_pages
from handlers.pause import results as pause_results
from handlers.phrases.page import WAYS
from handlers.referral import completing as finishing
from handlers.referral import form as referral
from handlers.referral import page as referral_page
from handlers.referral import responding as following
from handlers.routes import page as routes
from handlers.second_opinion import form as opinion_form
from handlers.second_opinion import pages as opinion_pages
from handlers.second_opinion import reviewers as choosing
from handlers.shared import questions
from handlers.shared.concerns.topics import ABOUT, TOPICS
from handlers.shared.desk import notes, timeline
from handlers.thanks import command as thanks
from handlers.together import form as together_form
from storage.partnership import Platform
from storage.partnership.model import Sector
from storage.partnership.routes import RouteKind
from storage.partnership.scenarios.model import Strength
from storage.partnership.speaking.phrases import Kind, Topic
from storage.typed.encodings import Why
from tests.prompts import administration_words as administered
from tests.prompts.insight_words import INSIGHT, STORIES
from tests.prompts.remark_kinds import BOT_KINDS, GONE, LEAD_KINDS, RAISER_KINDS, STEPS

COMMANDS = ("concern", "challenge", "second-opinion")
PAUSED = ("voices", "premortem", "debrief", "practice")
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
    *("afterwards", "answer", "otherwise", "withdraw", "take-back"),
    *("referral", *(f"referral-{kind}" for kind in REFERRAL_ASKS)),
    *("receipt", "standin", "language", "email", "pause-ask", "pause-join", "debrief"),
    "accounts-enter",
    *("desk-narrow", "desk-find", "phrases", "practice", "practice-together", "practice-offer"),
    *("advocate-day", "thanks", "together", "together-alone", "tag", "routes", *STORIES),
    *(*administered.FORMS, *STORIES),
)
"""Forms by what their words begin with."""
SAID = ("chosen", "chosen.strength", "answer.strength")
PARTS = ("decision", "ask", "sentence", "owner", "because", "proposal")
"""What whoever challenges, or decides after a second opinion, says besides the rest."""

INVOLVED = ("left-out", "opinion-left-out")
"""Forms that ask whom of those who would get it they are about."""
CHOICES = {
    "about-{thread.about}": tuple(ABOUT.values()),
    "topic-{topic}": get_args(Topic),
    "topic-{thread.topic}": (
        *(*TOPICS, *concern_form.EARLIER_TOPICS),
        *drafting.REASONS,
    ),
    "release-line-{at}": RELEASE,
    "level-{value}-hint": drafting.LEVELS,
    "replies-line-{value}": challenge_form.REPLIES,
    "referral-role-{value}": referral.ROLES,
    "card-how-{thread.how}": concern_form.HOW,
    "raiser-page-{thread.command}": COMMANDS,
    "done-{word}": {
        *timeline.CONCERN.values(),
        *timeline.CHALLENGE.values(),
        *timeline.REFERRAL.values(),
        *timeline.OPINION.values(),
        *timeline.PAUSE.values(),
        *timeline.UNDECIDED.values(),
    },
    **{
        f"{{own}}{words}": ("", *notes.OWN.values())
        for words in ("notes-title", "notes-none", "note-label", "note-hint", "note-done")
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
    "{kind}-lines": ("voices", "premortem", "practice"),
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
    "thanks-for-{thread.topic}": thanks.WHY,
    "together-line-{same}": together_form.SAME,
    "routes-first-{about}": routes.ABOUT,
    "routes-then-{raised}": tuple(each for each in routes.RAISED if each != "no"),
    **{f"practice-strength-{{{of}}}": get_args(Strength) for of in SAID},
    "challenge-card-{challenge.step}": STEPS,
    "challenge-page-{reading}": challenge_pages.TITLES,
    "card-challenge-{name}": ("nudge", "due"),
    "brought-{seen}": ("named", "hidden"),
    "doubt-brought-{seen}": ("named", "hidden"),
    "draft-{event.one('level')}": drafting.LEVELS,
    "because-{event.one('topic')}": drafting.REASONS,
    "part-{n}": PARTS,
    "missing-{n}": ("decision", "what"),
    "missing-{name}": (
        *("route", "raised"),
        *("danger", "topic", "agency", "how", "release"),
        *("level", "replies", "kind", "role", "soon", "wanted"),
        *("by", "minutes", "answer", "worse", "again", "weeks", "why"),
        *("people", "same", "holds"),
    ),
    "{name}-label": tuple(afterwards.ASKED),
    "import-{what}": ("checked", "prepared", "written"),
    "phrases-kind-{kind}": get_args(Kind),
    "phrases-kind-{kind}-hint": get_args(Kind),
    "phrases-way-{way}": WAYS,
    "menu-{group}": get_args(Group),
    "digest-{name}": ("waiting", "owned", "unowned", "today", "over"),
    "{kind}-sent-title": (*RAISED, "together"),
    "{kind}-sent-next": (*RAISED, "together"),
    "{kind}-sent-next-code": ("challenge",),
    "button-{kind}": ("pick", "pass", "thanks", *LEADS_DO),
    **{f"{{kind}}-{part}": (*TEXTS, *INVOLVED) for part in ("label", "hint")},
    **{f"{{kind}}-{part}": INVOLVED for part in ("someone", "someone-hint")},
    "standin-{name}": ("first", "last"),
    "email-done-{way}": email.WAYS,
    "themes-by-{by}": ("tag", "reference"),
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
    "topic": (*TOPICS, *drafting.REASONS),
    "how": concern_form.HOW,
    "release": RELEASE,
    "level": drafting.LEVELS,
    "email-way": email.WAYS,
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
    "thanks-why": thanks.WHY,
    "together-same": together_form.SAME,
    "routes-about": routes.ABOUT,
    "routes-raised": routes.RAISED,
    "outcome": lead.OUTCOMES,
    "glass-tell": ("yes", "no"),
    **afterwards.ASKED,
    "pause-codes": ("none", *pause_form.CODES),
    "pause-decision": pause_pages.DECISIONS,
    **administered.OPTIONS,
}
HINTED = (
    "email-way",
    "pause-kind",
    "pause-by",
    "how",
    "release",
    "level",
    "challenge-how",
    "replies",
    "opinion-how",
    "together-same",
    "verdict",
)

TOGETHER: dict[str, set[str]] = {
    "accounts-on-{platform}": {f"accounts-on-{platform}" for platform in Platform},
    "accounts-main-{value}": {"accounts-main-this", "accounts-main-other"},
    "{prefix}-{v}": {f"{name}-{v}" for name, values in OPTIONS.items() for v in values},
    "{prefix}-{v}-hint": {f"{name}-{v}-hint" for name in HINTED for v in OPTIONS[name]},
    "{kind}-sent-{thread.release}": {
        "together-sent-slot",
        *(f"{kind}-sent-{r}" for kind in RAISED for r in RELEASE),
    },
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
    **(INSIGHT | administered.ADMINISTRATION),
}
"""Every id that the code puts together, by the shape it has there."""

BUTTONS = {"button-point", *(words for can in challenge_case.CAN.values() for words, _ in can)}
"""What buttons say that stand in a table of their own."""

ANSWERS = {id for shape in ("{prefix}-{v}", "{prefix}-{v}-hint") for id in TOGETHER[shape]} | {
    "owner-none",
    *("tell-agency-label", "keeps-label", "anyway-label", "thank-label", "tell-label"),
}
"""Answers to choose from, what explains them, and what stands beside a box to tick."""
