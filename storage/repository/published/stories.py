"""Stories that their raisers let be told: sealed until the quarter is published, then everybody's.

Neither writing one nor publishing it touches the thread that it comes from, so that no row, and no
order of rows, leads from the one to the other.
"""

import json
from dataclasses import dataclass, field
from random import SystemRandom

from sqlalchemy import ColumnElement, and_, delete
from sqlmodel import col, select

from storage.content import Spoken, Texts
from storage.crypto.content import ContentKeys, new_content_key, open_text, seal_text
from storage.engine.ids import new_id
from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId
from storage.schema import Message, Story, StoryDraft, Thread, ThreadKey
from storage.schema.values import State

_PLACE = "story"
_chance = SystemRandom()


@dataclass(frozen=True)
class Told:
    """A story in its lead's own words."""

    said: str = field(repr=False)
    did: str = field(repr=False)


class Stories:
    """The stories of one partnership, as one transaction reads and writes them."""

    def __init__(self, rows: OwnRows, texts: Texts, keys: ContentKeys) -> None:
        self._rows = rows
        self._texts = texts
        self._keys = keys

    async def draft_of(self, thread_id: str) -> Told | None:
        """Opens the story of a thread that waits for its quarter; None if there is none."""
        found = await self._found(thread_id)
        return self._open(found) if found is not None and found.sealed is not None else None

    async def is_told(self, thread_id: str) -> bool:
        """Tells whether the story of a thread was published, so that it can't be taken back."""
        found = await self._found(thread_id)
        return found is not None and found.sealed is None

    async def keep(self, thread_id: str, story: Told) -> None:
        """Keeps the story of a thread, in place of what was written before."""
        await self.take_back(thread_id)
        tag, key = await self._tag(thread_id), new_content_key()
        body = json.dumps({"said": story.said, "did": story.did})
        sealed = seal_text(key, tag, _PLACE, body)
        wrapped = self._keys.wrap_content_key(tag, key)
        self._rows.add(StoryDraft, tag=tag, wrapped=wrapped, sealed=sealed)

    async def take_back(self, thread_id: str) -> None:
        """Destroys the story of a thread, if one waits; what was told stays told."""
        if await self._texts.readable(thread_id):
            waits = self._mine(), col(StoryDraft.tag) == await self._tag(thread_id), _unpublished()
            await self._rows.change(delete(StoryDraft).where(*waits))

    async def publish(self, quarter: str) -> None:
        """Publishes what waits as this quarter's, in no order, and keeps that it was told."""
        waits = select(StoryDraft).where(self._mine(), _unpublished()).with_for_update()
        drafts = await self._rows.all(waits)
        stories = [self._open(draft) for draft in drafts]
        _chance.shuffle(stories)
        for story in stories:
            new = {"id": new_id(), "said": story.said, "did": story.did}
            self._rows.add(Story, quarter=quarter, **new)
        for draft in drafts:
            draft.wrapped = draft.sealed = None

    async def of(self, quarter: str) -> list[Told]:
        """Reads the stories of a quarter, in the order of their random ids."""
        mine = self._rows.mine(Story), col(Story.quarter) == quarter
        rows = await self._rows.all(select(Story).where(*mine).order_by(col(Story.id)))
        return [Told(row.said, row.did) for row in rows]

    async def answered_by(self, person: PersonId, kind: str) -> dict[str, list[Spoken]]:
        """Opens what raisers said of this kind, by thread, in what this person answered."""
        mine, of = self._rows.mine, col(Message.thread_id)
        answered = col(Thread.state).in_((State.ANSWERED, State.CLOSED))
        its = mine(Thread), col(Thread.id) == of, col(Thread.picked_by) == person, answered
        said = mine(Message), col(Message.side) == "raiser", col(Message.kind) == kind
        found = await (await self._rows.session()).execute(
            select(Message, ThreadKey)
            .join(Thread, and_(*its))
            .join(ThreadKey, and_(mine(ThreadKey), col(ThreadKey.thread_id) == of))
            .where(*said, col(Message.held).is_(False))
            .order_by(of, col(Message.number))
        )
        spoken: dict[str, list[Spoken]] = {}
        for message, key in found:
            self._texts.know(message.thread_id, key.wrapped)
            spoken.setdefault(message.thread_id, []).append(await self._texts.open(message))
        return spoken

    async def _found(self, thread_id: str) -> StoryDraft | None:
        if not await self._texts.readable(thread_id):
            return None
        return await self._rows.get(StoryDraft, await self._tag(thread_id))

    async def _tag(self, thread_id: str) -> str:
        return await self._texts.tag(thread_id, _PLACE)

    def _open(self, draft: StoryDraft) -> Told:
        key = self._keys.unwrap_content_key(draft.tag, draft.wrapped or b"")
        return Told(**json.loads(open_text(key, draft.tag, _PLACE, draft.sealed or b"")))

    def _mine(self) -> ColumnElement[bool]:
        return self._rows.mine(StoryDraft)


def _unpublished() -> ColumnElement[bool]:
    return col(StoryDraft.sealed).is_not(None)
