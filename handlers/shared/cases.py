"""What a handler acts on is found before it is called, or refused: one decorator says who may."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeVar

from handlers.contract import Event, Outcomes, Refuse
from prompts.words import say
from storage.repository import Repository

C = TypeVar("C")
W = TypeVar("W")
Of = Callable[[W, Event, Repository], Awaitable[C]]
Handle = Callable[[C, Event], Awaitable[Outcomes]]


def acts_on(
    find: Of[W, C | None], refusal: str, *, when: Callable[[C], bool] = lambda _: True
) -> Callable[[Handle[C]], Of[W, Outcomes]]:
    """Makes a decorator that hands a handler the case it acts on.

    It refuses in these words where `find` finds none, or `when` doesn't hold of it.
    """

    def decorate(handle: Handle[C]) -> Of[W, Outcomes]:
        @wraps(handle)
        async def acts(who: W, event: Event, repo: Repository) -> Outcomes:
            case = await find(who, event, repo)
            if case is None or not when(case):
                return [Refuse({"": say(refusal)})]
            return await handle(case, event)

        return acts

    return decorate
