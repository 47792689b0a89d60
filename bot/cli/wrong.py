"""What operators can fix, said in words that serve them better than a traceback."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.cli.settings_words import what_to_give
from storage.crypto.secrets_file import SecretFileError
from storage.engine.failures import FAILED, is_full
from storage.partnership.problems import PartnershipError

WRONG: Final = (
    NotDoneError, ValidationError, PartnershipError, SecretFileError, SQLAlchemyError, *FAILED,
    OSError,
)  # fmt: skip
FULL: Final = "It did not finish: the disk is full. Make room on it, then run this again."


def in_words(error: Exception) -> Iterator[str]:
    """Says what is wrong, a line each, and what to do."""
    if is_full(error):
        yield FULL
        return
    match error:
        case ValidationError():
            found = error.errors(include_input=False, include_url=False)
            for problem in found:
                place = " ".join(_variable(str(part)) for part in problem["loc"])
                yield f"Settings: {place}{': ' if place else ''}{what_to_give(problem)}"
        case _ if isinstance(error, (SQLAlchemyError, *FAILED)):
            # Its text may carry an address with a password, or rows.
            yield f"A database can't be used ({type(error).__name__}): run upstander check."
        case PermissionError():
            yield f"{error.filename}: {error.strerror}. Let the user that runs this use it."
        case OSError():
            place = f"{error.filename}: " if error.filename else ""
            yield f"{place}{error.strerror or type(error).__name__}"
        case _:
            yield str(error)


def _variable(field: str) -> str:
    """Gives the name under which operators know a setting."""
    known = Settings.model_fields.get(field)
    return f"UPSTANDER_{field.upper()}" if known and not known.validation_alias else field
