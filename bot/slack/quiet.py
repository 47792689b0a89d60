"""A logger that says nothing. slack_sdk logs bodies and channels, Bolt whole requests: what an
operator needs is logged by us, without any of it."""

import logging

QUIET = logging.getLogger("upstander.slack.quiet")
QUIET.setLevel(logging.CRITICAL + 1)
QUIET.propagate = False
QUIET.disabled = True
