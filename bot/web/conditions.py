"""The stylesheet of one form's conditions: field names vary, and inline styles are forbidden."""

import re
from collections.abc import Iterable

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")

# Where a browser knows no :has(), everything is simply visible.
_RULE = 'form:not(:has([id="{0}"]:checked)) [data-when="{0}"]{{display:none}}'


def stylesheet(answers: Iterable[str]) -> str:
    """Hides what waits for these answers until they are chosen; what isn't an id is left out."""
    rules = [_RULE.format(answer) for answer in answers if _ID.fullmatch(answer)]
    return "@supports selector(:has(*)){" + "\n".join(rules) + "}\n"
