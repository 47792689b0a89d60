"""Accounts elsewhere with which people sign in: OpenID Connect, Slack's, and Microsoft's."""
