"""Scenarios to practise with: what they are, and what is wrong with those that a file describes."""
