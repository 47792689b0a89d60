"""What somebody says of how they fared, or that they want no more of it: the keyring's alone."""

from bot.core.act import Act
from bot.core.admission import no
from handlers.contract.outcomes import LetGo, SayFared
from storage.keyring.afterwards import Fared, FaredAnswers
from storage.keyring.store import Keyring


class Afterwards:
    """Keeps it there. Main's transaction has nothing to write, so this commit is the only one."""

    def __init__(self, keyring: Keyring) -> None:
        self._answers = FaredAnswers(keyring)

    async def keep(self, act: Act) -> None:
        """Keeps an answer, or forgets somebody. Raises Refused for a second answer."""
        for outcome in act.outcomes:
            if isinstance(outcome, SayFared):
                given = outcome.quarter, outcome.days, outcome.worse, outcome.again
                if not await self._answers.take(outcome.way_back, Fared(*given)):
                    raise no("afterwards-counted")
            elif isinstance(outcome, LetGo):
                await self._answers.let_go(outcome.way_back)
