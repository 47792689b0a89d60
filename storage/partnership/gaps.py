"""What a partnership's file lacks without being wrong: places where a challenge would get stuck."""

from collections.abc import Iterator

from storage.partnership.model import Agency, Partnership
from storage.partnership.shapes import label


def gaps(partnership: Partnership) -> Iterator[str]:
    """Each gap with what happens because of it and what to do; no person is ever named."""
    if partnership.escalation is None:
        yield (
            "There is no escalation: a challenge that isn't settled stays with the leads. "
            "Add escalation: with your policy's stages; deploy/escalation has three to start from."
        )
    for agency in partnership.agencies:
        yield from _stages(agency, partnership)
        yield from _others(agency, partnership)


def _stages(agency: Agency, partnership: Partnership) -> Iterator[str]:
    for number, stage in enumerate(partnership.stages, 1):
        if stage.answers != "owner" and not partnership.answering(stage, agency.id):
            yield (
                f"{_called(agency)}: nobody answers stage {number}. Give somebody the role "
                f"{stage.answers}{' in any agency' if stage.answers == 'chair' else ''}."
            )


def _others(agency: Agency, partnership: Partnership) -> Iterator[str]:
    managed = any(stage.answers == "manager" for stage in partnership.stages)
    if not managed and not partnership.holders(agency.id, "manager"):
        yield (
            f"{_called(agency)}: a challenge whose owner nobody knows, an urgent one too, goes to "
            "its leads. Give somebody the role manager."
        )
    if not partnership.holders_elsewhere(agency.id, "reviewer"):
        yield (
            f"{_called(agency)}: no other agency has a reviewer, so that nobody independent can "
            "look at a challenge to it. Give somebody elsewhere the role reviewer."
        )
    if not partnership.holders_elsewhere(agency.id, "moderator"):
        yield (
            f"{_called(agency)}: no other agency has a moderator. Give somebody elsewhere the role "
            "moderator."
        )


def _called(agency: Agency) -> str:
    return label(agency.name, "en")
