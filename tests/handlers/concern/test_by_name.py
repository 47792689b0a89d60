"""A concern raised by name, from raising to closing."""

from tests.core.anytown import Town


async def test_from_raising_to_closing(town: Town) -> None:
    sent = await town.raises("leila")
    sent.sees("We have your concern", "on its way to Anytown Children's Social Care")

    opened = await town.opens("daniel")
    opened.sees("Leila Haddad", "Anytown Community School", "The meeting ended", "CASE-17")
    picked = await opened.presses("I’ll pick this up")
    picked.sees("You have picked this up", "Leila Haddad")
    (await town.mine("leila")).sees("Daniel Reid has picked this up")

    asked = await (await picked.presses("Ask a question")).fills(text="Which meeting was it?")
    asked.sees("Question sent")
    answer = await (await town.mine("leila")).sees("Which meeting was it?").presses("Add something")
    (await answer.fills(text="The one on Friday.")).sees("Added")
    opened = (await town.opens("daniel")).sees("The one on Friday.")

    closing = await opened.presses("Give the final answer")
    (await closing.fills(outcome="acted", text="We met again.")).sees("Answer sent")
    mine = (await town.mine("leila")).sees("something was done", "We met again.", "Is this settled")
    (await mine.presses("Yes, it is settled")).sees("It is closed. Thank you")
    (await town.mine("leila")).sees("This is closed.", "We met again.")
