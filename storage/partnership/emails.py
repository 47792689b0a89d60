"""E-mail addresses, as the partnership's file names them: plain ones, in one spelling."""

import re
from typing import Final

from storage.partnership.values import wrong

MOST: Final = 254
"""Characters of an address that mail servers pass on."""
# No quotes, comments, spaces or line breaks: whatever could say more in a head than an address.
_EMAIL: Final = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*"
    r"@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
)
_LOCAL_MOST: Final = 64


def one_spelling(address: str) -> str:
    """Spells an address as it is compared: nobody means another person by its capitals."""
    return address.strip().lower()


def is_email(address: str) -> bool:
    """Tells whether this is an address in one spelling, and nothing besides."""
    local = address.partition("@")[0]
    fits = len(address) <= MOST and len(local) <= _LOCAL_MOST
    return fits and _EMAIL.fullmatch(address) is not None


def domain_of(address: str) -> str:
    """Gives what stands behind the @."""
    return address.rpartition("@")[2]


def email_address(written: object) -> object:
    """Reads an address from the file, in any capitals."""
    found = one_spelling(written) if isinstance(written, str) else ""
    if not is_email(found):
        raise wrong("this is not an e-mail address", "write it plainly, like name@school.example")
    return found
