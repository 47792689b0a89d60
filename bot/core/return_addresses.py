"""Who is behind a hidden thread: kept as it begins, and shown to one lead if in confidence."""

from dataclasses import replace

from bot.core.act import Act
from bot.core.admission import Actor, wants_receipt
from handlers.contract.people import Anonymous, InConfidence
from handlers.shared.labels import agency_name
from prompts.shapes import Facts
from prompts.words import Plain, Words, say
from storage.crypto.identity import ReturnAddress
from storage.keyring.store import Keyring
from storage.partnership import Partnership


async def keep_address(act: Act) -> None:
    """Keeps whom to answer about what they begin here, unless they come back with a receipt."""
    who = act.admitted.who
    if not isinstance(who, Anonymous | InConfidence) or wants_receipt(act.incoming.event):
        return
    address = _address(who, act.incoming.actor)
    act.work.addresses.update((thread.way_back, address) for thread in act.work.repo.begun)


def _address(who: Anonymous | InConfidence, actor: Actor) -> ReturnAddress:
    hidden = isinstance(who, Anonymous)
    return ReturnAddress(
        person=actor.account,
        address=actor.address,
        language=actor.language,
        agency=actor.agency,
        name="" if hidden else actor.name,
        mode="anonymous" if hidden else "confidence",
    )


class NamesInConfidence:
    """Shows the lead who picked it up, and only them, by whom it is."""

    def __init__(self, keyring: Keyring, partnership: Partnership) -> None:
        self._keyring = keyring
        self._partnership = partnership

    async def show(self, act: Act) -> None:
        """Puts the name on top of a page whose handler says that its reader may know it."""
        if not act.ask.name_of:
            return
        thread = await act.work.repo.thread(act.ask.name_of)
        ref = thread.return_ref if thread else None
        address = await self._keyring.open(ref) if ref else None
        if address is not None and address.mode == "confidence":
            act.form = replace(act.form, blocks=(self._by(address), *act.form.blocks))

    def _by(self, address: ReturnAddress) -> Facts:
        rows: list[tuple[Words, Words]] = [(say("fact-by"), Plain(address.name))]
        if address.agency:
            rows.append((say("fact-agency"), agency_name(address.agency, self._partnership)))
        return Facts(tuple(rows))
