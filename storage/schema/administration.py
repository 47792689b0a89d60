"""The tables of what administrators changed in the partnership, and of what they may yet decide.

Who did it stands there: they act in their role, and on nobody's thread.
"""

from datetime import date

from sqlmodel import Field

from storage.engine.rows import Row


class PartnershipVersion(Row, table=True):
    """One version of the partnership's settings. None is ever changed; the newest is in force."""

    __tablename__ = "partnership_version"
    number: int = Field(primary_key=True)
    settings: str
    """All of it, as JSON."""
    edits: str
    """What differs from the version before."""
    source: str = Field(max_length=12)
    mark: str = Field(max_length=64)
    """Knows the file again from which it came; '' for what was changed on pages."""
    person: str | None = Field(max_length=200)
    second: str | None = Field(max_length=200)
    """Who agreed, where it took two."""
    day: date


class PartnershipProposal(Row, table=True):
    """What somebody wants changed: until they confirm it, or until a second person agrees."""

    __tablename__ = "partnership_proposal"
    id: str = Field(primary_key=True, max_length=32)
    edits: str
    source: str = Field(max_length=12)
    person: str = Field(max_length=200)
    waits: bool
    """They have confirmed it, and somebody else has to agree."""
    day: date
    number: int
    """Of all that there are, by which the one that came first stands first."""


class FormerPerson(Row, table=True):
    """An id that was somebody's, as a keyed mark: known again when it comes back, and no name."""

    __tablename__ = "former_person"
    mark: str = Field(primary_key=True, max_length=64)


class AgencyCheck(Row, table=True):
    """When an agency was last asked whether its people and numbers are right, and who said so."""

    __tablename__ = "agency_check"
    agency: str = Field(primary_key=True, max_length=64)
    quarter: str = Field(max_length=7)
    """The quarter in which it was asked."""
    person: str | None = Field(max_length=200)
    day: date | None
