"""Waits as if nothing were in a hurry: a busy machine must not decide what a test sees."""

from bot.slack.waits import Waits

UNHURRIED = Waits(who=60, making=60, opening=60, changing=60, telling=60)
