"""What is typed stays in the tab until it is sent; what is to be confirmed, until it is."""

from dataclasses import replace

from bot.web.render.shapes import draft_over, drafted
from prompts.shapes import Button, Form, Line
from prompts.words import say

FORM = Form(
    say("administration-person-title"),
    "administration.person.send",
    "school",
    fields=(Line("name", say("administration-name-label")),),
    submit=say("administration-person-submit"),
)
PREVIEW = Form(
    say("administration-confirm-title"),
    buttons=(Button(say("administration-confirm"), "administration.confirm", "p1"),),
)
DONE = Form(say("administration-title"))


def test_a_form_of_administration_is_kept_also_without_a_long_box() -> None:
    assert drafted(FORM)
    assert not drafted(replace(FORM, verb="mine.find.send"))


def test_what_was_shown_to_be_confirmed_is_kept_until_it_is() -> None:
    assert draft_over(FORM.verb, "school", PREVIEW) == ""
    assert draft_over(FORM.verb, "school", FORM) == ""  # asked again
    assert draft_over("administration.confirm", "p1", DONE) == "administration.*"
    assert draft_over("concern.send", "", DONE) == "concern.send "
    assert draft_over("administration.undo", "3", DONE) == ""
