"""What no single setting can show: ids that meet, people who exist, hours that fit the slots.

Works on what the file says rather than on the finished model, so that these mistakes are told
together with all the others.
"""

from collections.abc import Iterator, Mapping

from storage.partnership.checks import fitting, names
from storage.partnership.checks.draft import FileDraft
from storage.partnership.error_messages import Finding


def check(tree: Mapping[str, object]) -> Iterator[Finding]:
    """Finds everything that is wrong between the settings."""
    draft = FileDraft(tree)
    for rule in (*names.RULES, *fitting.RULES):
        yield from rule(draft)
