"""What waits for its release, as whoever raised it reads and changes it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.crypto.keys import Keys
from storage.repository import Repository
from storage.repository.to_come import ToCome
from storage.schema import Thread


class WaitingRepository(Repository):
    """Threads that lie in no database yet; people are those whom main knows."""

    def __init__(self, session: AsyncSession, keys: Keys, main: Repository) -> None:
        super().__init__(session, main.partnership, keys, main.now)
        self.people = main.people
        self.waits = True
        self.to_come = _Together(self)


class _Together(ToCome):
    """What is said more goes out together with what waits already."""

    def __init__(self, repo: WaitingRepository) -> None:
        super().__init__()
        self._repo = repo

    async def say(
        self,
        thread: Thread,
        kind: str,
        text: str,
        at: datetime,
        *,
        parts: Mapping[str, str] | None = None,
        last: bool = False,
        left_out: Sequence[str] = (),
        may_read: Sequence[str] = (),
    ) -> None:
        """Says it now, in a thread that waits itself."""
        await self._repo.say(
            thread, "raiser", kind, text, parts=parts, left_out=left_out, may_read=may_read
        )
