"""What the dispatcher answers to whoever looks for words, with rules as the real one has."""

from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from prompts.shapes import Form, Long
from prompts.suggestions import Suggestion, SuggestionGroup, Suggestions
from prompts.words import Plain, say

WORDS = "What makes us use that word?"


def suggesting(event: Event) -> Ask:
    """Shows one sentence, or puts it in once it is chosen."""
    field = event.one("field")
    if event.one("phrase"):
        return Ask(Form(say("phrases-title"), fields=(Long(field, Plain("Words"), value=WORDS),)))
    row = Suggestion(f"{field} en ours-1-probe", Plain(WORDS))
    group = SuggestionGroup(say("phrases-kind-probe"), say("phrases-kind-probe-hint"), (row,))
    others = (Suggestion(f"{field} close", say("phrases-close")),)
    shown = Suggestions((group,), (), (say("phrases-ways"), say("phrases-way-later")), others, "en")
    return Ask(Form(say("phrases-title"), fields=(Long(field, Plain("Words"), suggestions=shown),)))
