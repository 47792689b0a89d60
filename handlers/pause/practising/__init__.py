"""Practising together in a meeting, on a silent round."""
