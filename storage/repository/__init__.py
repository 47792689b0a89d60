"""What a handler may read and write, inside the one transaction the dispatcher holds."""

from storage.repository.repository import Repository

__all__ = ["Repository"]
