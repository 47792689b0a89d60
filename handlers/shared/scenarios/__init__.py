"""Scenarios to practise with, alone or together."""
