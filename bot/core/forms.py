"""Forms as they leave: with what a question begins with, and a token by which they are known.

A form that comes twice is taken once, and answered alike each time.
"""

import json
import re
import zlib
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from secrets import token_urlsafe

from pydantic import TypeAdapter

from bot.core.act import Act
from bot.core.admission import Incoming, no
from bot.core.unit_of_work import UnitOfWork
from bot.core.waiting.bodies import THREAD, is_a
from handlers.contract.outcomes import Ask
from prompts.shapes import Field, Form, Long
from prompts.words import speak
from storage.crypto.aead import (
    LENGTH_BYTES,
    associated,
    open_bytes,
    pad,
    seal_bytes,
    unpad,
)
from storage.crypto.keys import Keys
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.partnership import Partnership
from storage.repository import Repository
from storage.repository.deduplication import Taken, already_sent, remember_sent
from storage.waiting.rows import read, spelled

TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_BEGAN, _BEGAN_SIZE = associated("form began"), 64
_REPLY, _REPLY_STEP = associated("form answered"), 2048
"""What answers anything raised fits into one such step many times over, once it is packed: its
length tells nothing."""
_forms: TypeAdapter[Form] = TypeAdapter(Form)


def packed(form: Form) -> bytes:
    """Makes few bytes of a page, in no language yet."""
    return zlib.compress(_forms.dump_json(form))


def unpacked(page: bytes) -> Form:
    """Makes the page of them again. Raises ValueError for what isn't one."""
    try:
        return _forms.validate_json(zlib.decompress(page))
    except zlib.error as error:
        raise ValueError("not a page") from error


def checked_token(incoming: Incoming) -> str:
    """Gives the token of a form that is sent, '' for anything else.

    Raises Refused for a form without a token of ours: it is older than this server.
    """
    if not incoming.event.verb.endswith(".send"):
        return ""
    if not TOKEN.fullmatch(incoming.token):
        raise no("form-too-old")
    return incoming.token


class SentForms:
    """Forms that were taken, by their tokens."""

    def __init__(self, keys: Keys, room: WaitingRoom) -> None:
        self._keys = keys
        self._room = room

    def tag(self, verb: str, token: str) -> str:
        """Gives what a form is known by: a keyed hash of what it does and its token."""
        return self._keys.form_token_tag(f"{verb} {token}") if token else ""

    async def earlier(
        self, tag: str, incoming: Incoming, work: UnitOfWork[Repository]
    ) -> "Earlier | None":
        """Finds what became of this form when it came before, if it did."""
        if not tag:
            return None
        # What waits first: it is in main before it waits no longer.
        waits = await self._room.find(tag)
        taken = _sent_with(waits, tag) if waits else None
        taken = taken or await already_sent(work.session, work.repo.partnership.id, tag)
        return self._earlier(taken, incoming, waits) if taken else None

    async def refuse_taken(
        self, there: UnitOfWork[Repository], tag: str, incoming: Incoming
    ) -> None:
        """Looks for this form in what waits, which is known by its first one: raises TakenBefore.

        Those that were added to it later are found only there.
        """
        if taken := await already_sent(there.session, there.repo.partnership.id, tag):
            raise TakenBefore(self._earlier(taken, incoming, None))

    def _earlier(self, taken: Taken, incoming: Incoming, waits: Waiting | None) -> "Earlier":
        same = taken.words in (None, self._words(incoming))
        answered = Ask(self._reply(taken, incoming.token)) if same else None
        return Earlier(answered, self._began(taken, incoming.token), waits)

    def with_own_token(self, incoming: Incoming) -> Incoming:
        """Makes of other words under one token, or another's, a form of its own: the same each time
        it comes."""
        return replace(incoming, token=self._words(incoming))

    async def remember(self, act: Act) -> None:
        """Keeps the answer to a form that was taken; one that is asked again was not.

        It is sealed with the form's own token, which only whoever sent it has: to all others every
        answer is alike, so that it tells neither what was sent nor how it is answered.
        """
        if not act.tag or act.form.submit is not None:
            return
        began = act.work.repo.begun[0].id if len(act.work.repo.begun) == 1 else ""
        cipher = self._keys.form_cipher(act.incoming.token)
        sealed = seal_bytes(cipher, _BEGAN, pad(began.encode(), _BEGAN_SIZE))
        page = packed(act.form)
        size = -(-(len(page) + LENGTH_BYTES) // _REPLY_STEP) * _REPLY_STEP
        reply = b64encode(seal_bytes(cipher, _REPLY, pad(page, size))).decode()
        taken, repo = Taken(reply, self._words(act.incoming), sealed), act.work.repo
        if repo.to_come.added:
            repo.to_come.sent = {"tag": act.tag, **spelled(taken._asdict())}
        else:
            remember_sent(repo, act.tag, taken)

    def _reply(self, taken: Taken, token: str) -> Form:
        if taken.reply.startswith("{"):  # of a form that was sent before replies were sealed
            return _forms.validate_json(taken.reply)
        cipher, sealed = self._keys.form_cipher(token), b64decode(taken.reply)
        return unpacked(unpad(open_bytes(cipher, _REPLY, sealed)))

    def _words(self, incoming: Incoming) -> str:
        # With the token, which nobody keeps, no guess at the words, or at whose they are, can be
        # tried on it. Whoever else sends the same form isn't told that theirs was sent.
        event, who = incoming.event, incoming.actor.person
        answers = sorted(
            (k, v if isinstance(v, str) else list(v)) for k, v in event.answers.items()
        )
        return self._keys.form_token_tag(json.dumps([incoming.token, who, event.subject, answers]))

    def _began(self, taken: Taken, token: str) -> str:
        if taken.began is None:
            return ""
        return unpad(open_bytes(self._keys.form_cipher(token), _BEGAN, taken.began)).decode()


@dataclass(frozen=True)
class Earlier:
    """A form that came before: what was answered, if it had the same words, and what it began."""

    answered: Ask | None
    thread: str
    waits: Waiting | None
    """What it began or said, where that waits for its release."""


class TakenBefore(Exception):
    """Ends an act in what waits: this form is among those that were taken there."""

    def __init__(self, earlier: Earlier) -> None:
        super().__init__("The form came before.")
        self.earlier = earlier


def _sent_with(item: Waiting, tag: str) -> Taken | None:
    forms = item.body["rows"]["submission"] if is_a(item, THREAD) else [item.body["sent"]]
    for form in forms:
        if form is not None and form["tag"] == tag:
            row = read("submission", form)
            return Taken(row["reply"], row["words"], row["began"])
    return None


class Drafts:
    """Gives forms their token, and their questions what they begin with."""

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership

    async def begin(self, act: Act) -> None:
        """Makes a form ready to be filled in; asked again, it keeps its token."""
        beside = (replace(form, token=token_urlsafe(16)) for form in act.form.beside)
        act.form = replace(act.form, beside=tuple(beside))
        if act.form.submit is None:
            return
        token = act.incoming.token
        act.form = replace(
            act.form,
            token=token if TOKEN.fullmatch(token) else token_urlsafe(16),
            fields=tuple(drafted(f, self._language(act.incoming)) for f in act.form.fields),
        )

    def _language(self, incoming: Incoming) -> str:
        # What we word for somebody hidden must not tell which language they have on.
        named = incoming.event.one("how") == "named"
        return incoming.actor.language if named else self._partnership.languages[0]


def drafted(field: Field, language: str) -> Field:
    """Says what a question begins with in the language of whoever is asked."""
    if not isinstance(field, Long) or field.draft is None:
        return field
    return replace(field, draft=None, value=field.value or speak(field.draft, language))
