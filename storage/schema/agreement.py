"""The table of who confirmed, for their agency, what the partnership has agreed."""

from datetime import date

from sqlmodel import Field

from storage.engine.rows import Row


class AgreementConfirmed(Row, table=True):
    """The newest confirmation of an agency, in the name of the lead who gave it."""

    __tablename__ = "agreement_confirmed"
    agency: str = Field(primary_key=True, max_length=64)
    version: str = Field(max_length=20)
    person: str = Field(max_length=200)
    day: date
