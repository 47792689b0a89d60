"""What a partnership has agreed: what is unacceptable there, and how people challenge it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from storage.partnership.base import Frozen
from storage.partnership.speaking.phrases import Passage
from storage.partnership.values import DateOnly

_Version = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20)]
_Passages = Annotated[tuple[Passage, ...], Field(min_length=1, max_length=12)]


class Agreement(Frozen):
    """The shared statement, in the partnership's own words."""

    version: _Version
    """Another one is confirmed anew by each agency."""
    since: DateOnly
    short: Passage
    """The whole in a sentence or two: it stands where it matters."""
    unacceptable: _Passages
    how: _Passages
    """How people challenge it."""
