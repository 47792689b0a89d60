"""What a leader reads each quarter: what there is enough of, and nothing besides."""

from tests.core.anytown import Town
from tests.core.years import published, year


async def test_a_leader_reads_what_helped_what_is_slow_and_what_to_say(town: Town) -> None:
    (await town.does("leila", "leaders")).sees("no numbers yet", "thank them before you answer")
    await published(town)
    page = await town.does("leila", "leaders")
    page.sees(
        "A lead picked up about 45 of about 100 concerns on the same day.",
        "stage 3, Between senior liaison officers: about 30 of about 70 got no answer in time",
        "From Oct–Dec 2026, about 105 concerns were raised",
        "in your own name",
    )
    page.sees_not("*", "None", "stage 5")
    assert (await town.does("ruth", "leaders")).text == page.text


async def test_of_what_is_hidden_a_leader_reads_nothing(town: Town) -> None:
    async with town.core.transactions.begin() as work:
        hidden = [(place, None) for place in year()[-1].figures]
        work.repo.figures.publish("2026-Q4", 8, hidden)
    page = await town.does("leila", "leaders")
    page.sees("too few to show any number here", "Thank you to everyone who spoke up this quarter")
    page.sees_not("of about")
