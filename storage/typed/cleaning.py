"""What people type, as it is kept: nothing in it that can't be seen.

Hidden characters turn words round on a screen, make two equal codes differ, and let an empty answer
pass for one that isn't.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""The flags of Wales, Scotland and England: a black one, and hidden letters behind it."""
_BLANKS: Final = str.maketrans(dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " "))
"""Letters and signs that are drawn as nothing."""
_NEVER_SEEN: Final = frozenset("\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f\ufffc")
_NUMBER_SIGNS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2")
"""Arabic signs that Unicode counts as formats, though they are drawn."""
_JOINERS: Final = frozenset("\u200c\u200d")
_LOOKS: Final = frozenset("\ufe0e\ufe0f")
"""Behind a sign: as text, or as a picture."""
_SCRIPTS_THAT_JOIN: Final = "\u0600"
"""From here on: Arabic, and those of India, in which a joiner spells another word."""


def clean(text: str) -> str:
    """Gives what somebody typed without what can't be seen; empty if nothing can.

    Accents are composed (NFC), line ends are alike, and emoji stay whole.
    """
    if not text.isascii():
        # Half a surrogate pair can be typed into a payload, and can't be shown to anyone.
        text = text.encode(errors="replace").decode()
    elif not _CONTROL.search(text):
        return text.strip()
    kept = "".join(_seen(_ENDS.sub("\n", text).translate(_BLANKS)))
    whole = unicodedata.normalize("NFC", kept).strip()
    return whole if any(map(_is_drawn, whole)) else ""


def _seen(text: str) -> Iterator[str]:
    flags = {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}
    for at, sign in enumerate(text):
        if not _is_hidden(sign) or at in flags or _is_needed(text, at):
            yield sign


def _is_hidden(sign: str) -> bool:
    if "\U000e0000" <= sign <= "\U000e0fff" or "\ufe00" <= sign <= "\ufe0f":
        return True
    formats = unicodedata.category(sign) in ("Cc", "Cf") and sign not in "\n\t"
    return (formats and sign not in _NUMBER_SIGNS) or sign in _NEVER_SEEN


def _is_needed(text: str, at: int) -> bool:
    """Tells whether the sign before it would be another without it."""
    before, sign, after = text[at - 1 : at], text[at], text[at + 1 : at + 2]
    if sign in _LOOKS:
        kind = unicodedata.category(before) if before else ""
        return kind in ("So", "Sm", "Nd", "Cn") or (kind == "Po" and before in "*#‼⁉")
    if sign not in _JOINERS or not before or not after:
        return False
    if unicodedata.category(after) in ("So", "Cn"):
        return before in _LOOKS or unicodedata.category(before) in ("So", "Sk", "Cn")
    letters = unicodedata.category(after)[0] == "L" and unicodedata.category(before)[0] in "LM"
    return letters and min(before, after) >= _SCRIPTS_THAT_JOIN


def _is_drawn(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] in "LNPS" or kind == "Cn"  # a newer emoji than this Python knows
