"""How meetings pause: the questions that a pause puts, which a partnership may write itself."""

from typing import Annotated

from pydantic import Field

from storage.partnership.shapes import Frozen, Words


class Pauses(Frozen):
    """What the partnership has agreed about pauses."""

    questions: Annotated[tuple[Words, ...], Field(max_length=60)] = ()
    """Three of these are put in each pause; ours, when there are none."""
    minutes: Annotated[int, Field(ge=1, le=15)] = 2
    """How long a silent round lasts unless the chair chooses otherwise."""
