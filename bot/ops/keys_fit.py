"""Whether the keys are those that the stores were written with, and what to bring back if not."""

from bot.base.settings import Settings
from storage.crypto.keys import Keys


def misfit(
    settings: Settings, partnership_id: str, secret: bool | None, ratchet: bool | None
) -> str:
    """Says which key is another one, of two that were tried; nothing where both fit."""
    if secret or (ratchet and not settings.secret_path.exists()):
        return (
            "These stores were written with another secret: bring back the secret file that "
            f"belongs to them, at {settings.secret_path}, or set UPSTANDER_SECRET_FILE to where "
            "it is."
        )
    if ratchet:
        also = "" if secret is False else " or secret"
        return (
            f"The keyring was written with another ratchet{also}: bring back the folder "
            f"ratchet-{partnership_id} in {settings.keys_folder} (replicas share one), or move the "
            "keyring away to start anew without it."
        )
    return ""


def missing(settings: Settings, partnership_id: str, keys: Keys, *, begins_keyring: bool) -> str:
    """Says which key isn't there, where nothing that was written tells of it; or nothing."""
    begin = "At the very beginning upstander migrate makes it."
    if not settings.secret_path.exists():
        return (
            f"There is no secret at {settings.secret_path}: bring it back, or set "
            f"UPSTANDER_KEYS_DIR to the folder of the keys. {begin}"
        )
    if not begins_keyring and not keys.ratchet(partnership_id).versions():
        return (
            f"There is no folder ratchet-{partnership_id} in {settings.keys_folder}: bring it "
            f"back, or set UPSTANDER_KEYS_DIR to the folder of the keys. {begin}"
        )
    return ""
