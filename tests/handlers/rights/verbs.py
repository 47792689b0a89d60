"""What each verb answers whoever tries it: observed on copies of the tour's own moments."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_urlsafe

from bot.core.admission import Incoming
from bot.core.dispatch import Dispatch, Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.registry import verbs
from prompts.words import LANGUAGES, speak
from storage.partnership import Partnership, PersonId
from tests.core.anytown import Town
from tests.handlers.rights.columns import COLUMNS, GUEST, About, Stands, about, seen, widened
from tests.handlers.rights.moments import Moment, Trial, kept

NOBODY_THERE = "–"
Row = Mapping[str, str]
"""What happens, by column."""


@dataclass
class Rights:
    """Fills the rows: of each verb the first moment of the tour in which it was done for good, and
    in which somebody has what it is about, if there is one."""

    trial: Trial
    folder: Path
    rows: dict[str, Row] = field(default_factory=dict)
    halfway: dict[str, tuple[Moment, Reply]] = field(default_factory=dict)
    """The others' first moments, as long as there is no better one."""

    async def watch(
        self, town: Town, incoming: Incoming, go_on: Callable[[Incoming], Awaitable[Reply]]
    ) -> Reply:
        """Has it done, and tried by everybody else as well."""
        verb = incoming.event.verb
        if verb in self.rows or verb not in verbs():
            return await go_on(incoming)
        moment = kept(town, incoming, self.folder)
        reply = await go_on(incoming)
        if isinstance(reply, Refuse):
            moment.forget()
        elif _asked_again(verb, reply) or _is_nobodys(moment):
            self.halfway.setdefault(verb, (moment, reply))
        else:
            await self._fill(moment, reply)
        return reply

    async def finish(self) -> None:
        """Fills the rows of verbs that never ended otherwise than with their form."""
        for verb, (moment, reply) in self.halfway.items():
            if verb not in self.rows:
                await self._fill(moment, reply)

    async def _fill(self, moment: Moment, reply: Reply) -> None:
        verb, what = moment.incoming.event.verb, about(moment)
        here = widened(moment.partnership, what.agency)
        more = [seen(m) for m in here.members if m not in moment.partnership.members]
        await self.trial.stands_at(moment, [*more, GUEST])
        # Whoever did it on the tour needn't do it again.
        known = {moment.incoming.actor.person: _told(verb, reply, changed=True)}
        self.rows[verb] = {
            name: await self._tried(what, here, stands, known) for name, stands in COLUMNS.items()
        }
        moment.forget()

    async def _tried(
        self, what: About, here: Partnership, stands: Stands, known: dict[PersonId, str]
    ) -> str:
        trial, incoming = self.trial, what.moment.incoming
        start = trial.changes()
        standing = await stands(what, here, trial)
        if standing is None:
            return NOBODY_THERE
        actor, as_known = standing.actor, standing.partnership is here and not standing.left
        if as_known and actor.person in known:
            return known[actor.person]
        before = trial.changes()
        token = token_urlsafe(16) if incoming.token else ""
        reply = await trial.does(replace(incoming, actor=actor, token=token), standing.partnership)
        now = trial.changes()
        told = _told(incoming.event.verb, reply, changed=now != before)
        if now != start:
            trial.back()
        return told


def _asked_again(verb: str, reply: Ask) -> bool:
    return reply.form.submit is not None and reply.form.verb == verb


def _is_nobodys(moment: Moment) -> bool:
    what = about(moment)
    return bool(what.thread) and what.owner is None


def _told(verb: str, reply: Reply, *, changed: bool) -> str:
    if isinstance(reply, Refuse):
        assert not changed, f"{verb} is refused, and rows have changed"
        assert all(speak(w, lang) for w in reply.errors.values() for lang in LANGUAGES)
        return "refused" if "" in reply.errors else f"asked for {', '.join(reply.errors)}"
    assert isinstance(reply, Ask)
    return "does" if verbs()[verb].changes else "sees"


class Watched(Dispatch):
    """The tour's dispatcher, beside which others try."""

    def __init__(self, town: Town, rights: Rights) -> None:
        super().__init__(town.core.transactions)
        self._town, self._rights = town, rights

    async def handle(self, incoming: Incoming) -> Reply:
        """Answers as ever."""
        return await self._rights.watch(self._town, incoming, super().handle)
