"""The second concern with one reference is seen to be the second, by those before whom both lie."""

from datetime import timedelta

from tests.core.anytown import Town


async def _opened(town: Town, who: str, reference: str, how: str = "named") -> str:
    """Somebody raises a concern; what its lead then reads on its page."""
    await town.raises(who, reference=reference, how=how, release="now")
    return (await town.opens("daniel")).text


async def test_a_lead_sees_how_often_a_reference_came_this_quarter(town: Town) -> None:
    assert "Same reference" not in await _opened(town, "leila", "HOME-7")
    assert "Same reference" not in await _opened(town, "leila", "HOME-70")
    assert "2 concerns with this reference" in await _opened(town, "kofi", "home 7", "anonymous")
    town.clock.set(town.clock.now() + timedelta(days=40))  # the next quarter
    assert "Same reference" not in await _opened(town, "leila", "HOME-7")


async def test_it_is_no_theme_that_many_have_no_reference(town: Town) -> None:
    await _opened(town, "leila", "")
    assert "Same reference" not in await _opened(town, "kofi", "")
