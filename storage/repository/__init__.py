"""What a handler may read and write, inside the one transaction the dispatcher holds."""

from storage.repository.repository import Repository, Side

__all__ = ["Repository", "Side"]
