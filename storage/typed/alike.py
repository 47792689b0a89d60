"""Signs that are drawn alike, as one: whoever looks for a number needn't know every space."""

import unicodedata
from functools import lru_cache
from typing import Final

_BY_KIND: Final = {"Zs": " ", "Pd": "-"}
_SIGNS: Final = {
    **dict.fromkeys("−⁃", "-"),
    **dict.fromkeys("⁄∕", "/"),
    **dict.fromkeys("’‘ʼ＇", "'"),
}


def alike(text: str) -> str:
    """Gives a text as long as before, with one kind of space, dash, apostrophe and figure."""
    return text if text.isascii() else "".join(map(_plainer, text))


@lru_cache(maxsize=4096)
def _plainer(sign: str) -> str:
    figure = unicodedata.decimal(sign, None)
    if figure is not None:
        return str(figure)
    kind = unicodedata.category(sign)
    found = _BY_KIND.get(kind) or _SIGNS.get(sign) or unicodedata.normalize("NFKC", sign)
    return found if len(found) == 1 else sign
