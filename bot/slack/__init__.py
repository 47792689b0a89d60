"""The Slack edge: payloads in, modals and messages out."""
