"""Something that somebody does, on its way through the dispatcher's steps."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.core.admission import Admitted, Incoming
from bot.core.unit_of_work import UnitOfWork
from handlers.contract.outcomes import Ask, Outcomes
from prompts.shapes import Form
from storage.repository import Repository


@dataclass
class Act:
    """What came in, who did it, what its handler decided, and the page that answers it."""

    incoming: Incoming
    admitted: Admitted
    tag: str = field(repr=False)
    """Knows the form again should it come twice; '' where nothing is kept of it."""
    work: UnitOfWork[Repository]
    outcomes: Outcomes
    ask: Ask

    @property
    def form(self) -> Form:
        """Gives the page, as far as it is made."""
        return self.ask.form

    @form.setter
    def form(self, form: Form) -> None:
        self.ask = Ask(form, self.ask.name_of)


Effect = Callable[[Act], Awaitable[None]]
"""Adds to the page, or to what is stored with it. None asks which command it is."""
