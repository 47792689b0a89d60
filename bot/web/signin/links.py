"""One-time links: sent to an address that the file names, or printed by an operator."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Final

from bot.base.logs import log
from bot.base.rate_limits import Window
from bot.core.delivery.answers import NOT_SENT
from bot.mail.letters import Letter
from bot.mail.smtp import Smtp
from bot.web.signin.cookies import Sealed, Values
from bot.web.signin.once import Once
from bot.web.signin.starts import TEN_MINUTES, Start
from prompts.words import say, speak
from storage.crypto.aead import tag_of
from storage.engine.clock import Clock
from storage.partnership import Partnership, PersonId, WebMember
from storage.partnership.emails import MOST, one_spelling

LINK: Final = "/sign-in/link"
WAY: Final = "link"
INVITED_FOR: Final = 3600
"""Seconds for which an operator's link opens: somebody has to bring it to whom it is for."""
_TAG: Final = 11
_TO_ONE: Final = 3
"""Letters to one address in ten minutes that one network may ask for: nobody shuts others out."""
_SIZE: Final = 64


@dataclass(frozen=True)
class Asked:
    """What goes into the browser that asked, and what goes out by mail."""

    values: Values = field(repr=False)
    sending: Awaitable[None] = field(repr=False)


class Links:
    """Makes links, and tells whom one was for. None of it is stored, and none is named."""

    def __init__(
        self, key: bytes, clock: Clock, partnership: Partnership, mail: Smtp | None, base: str
    ) -> None:
        self._sealed = Sealed(key, "invite", _SIZE)
        # In a link that somebody reads out or types, a person is eleven letters.
        self._key = key
        self._partnership = partnership
        self._clock = clock
        self._mail = mail
        self._base = base
        self._used = Once(clock, timedelta(seconds=INVITED_FOR))
        # What was used before is forgotten with the process, so nothing from then opens any more.
        self._since = int(clock.now().timestamp())
        self._to_one = Window(_TO_ONE, TEN_MINUTES, clock)
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def sends(self) -> bool:
        """Whether links can be sent: a mail server is set up."""
        return self._mail is not None

    def ask(self, address: str, language: str, network: str) -> Values:
        """Has a link sent, if the file names this address; gives what the browser carries.

        For any other address all is the same: the words, the work, the bytes in the browser.
        """
        spelt, code = one_spelling(address)[:MOST], token_urlsafe(16)
        listed = {m.email: m.id for m in self._partnership.members if m.email}
        person = listed.get(spelt, PersonId(""))
        link = f"{self._base}{LINK}?lang={language}&code={code}"
        text = speak(say("sign-in-letter", link=link), language)
        letter = Letter(spelt, speak(say("sign-in-letter-title"), language), text, language)
        if self._mail is not None and self._to_one.allows(f"{network} {spelt}"):
            task = asyncio.create_task(_sent(self._mail, letter if person else None))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return {"who": person, "hash": _hashed(code)}

    def opened(self, start: Start | None, code: str) -> PersonId | None:
        """Tells whom a link was for that this browser asked for; None for any other."""
        if start is None or start.way != WAY or start.at < self._since:
            return None
        # Whoever asked in vain has a hash like everybody else's, of a code that nobody was sent.
        right = compare_digest(str(start.values["hash"]), _hashed(code))
        person = PersonId(str(start.values["who"]))
        return person if right and person and self._used.first(code) else None

    def invitation(self, person: PersonId) -> str:
        """Writes a link that an operator brings to somebody. Raises LookupError for a stranger."""
        if self._partnership.member(person) is None:
            raise LookupError
        ends = int(self._clock.now().timestamp()) + INVITED_FOR
        sealed = self._sealed.seal({"w": self._tag(person), "e": ends, "o": token_urlsafe(8)})
        return f"{self._base}{LINK}?invitation={sealed}"

    def invited(self, text: str) -> PersonId | None:
        """Tells whom an operator's link is for; None once it has ended, or was used."""
        found = self._still_opens(text)
        if found is None or not self._used.first(str(found["o"])):
            return None
        return self._tagged(str(found["w"]))

    def invites(self, text: str) -> WebMember | None:
        """Finds whom an operator's link would sign in, and uses nothing up."""
        found = self._still_opens(text)
        unused = found and not self._used.was(str(found["o"]))
        person = self._tagged(str(found["w"])) if found and unused else None
        return self._partnership.member(person) if person else None

    def _tag(self, person: PersonId) -> str:
        return tag_of(self._key, person)[:_TAG]

    def _tagged(self, tag: str) -> PersonId | None:
        people = (m.id for m in self._partnership.members)
        return next((person for person in people if self._tag(person) == tag), None)

    def _still_opens(self, text: str) -> Values | None:
        found = self._sealed.open(text)
        if found is None:
            return None
        ends, now = int(found["e"]), self._clock.now().timestamp()
        return found if now < ends and ends - INVITED_FOR >= self._since else None


async def _sent(mail: Smtp, letter: Letter | None) -> None:
    """Sends it; to an address of nobody's the mail server is greeted alike, and told nothing."""
    try:
        await (mail.send(letter) if letter else mail.greeted())
    except NOT_SENT as error:
        log.failed("sending a link to sign in", error)


def _hashed(code: str) -> str:
    return sha256(code.encode(errors="replace")).hexdigest()
