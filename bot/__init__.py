VERSION = "0.1.0"
"""The product's, as in pyproject.toml."""
