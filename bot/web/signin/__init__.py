"""Signing in: by a link that is sent once, or with an account elsewhere. It leaves no row."""
