"""The Slack edge: payloads in, modals and messages out."""

from bot.slack.app import SlackEdge, build_slack

__all__ = ["SlackEdge", "build_slack"]
