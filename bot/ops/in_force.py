"""The partnership as it is in force: what was changed on pages counts, and else the file."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import bindparam, select

from bot.base.settings import Settings
from storage.engine.database import looking_engine, opened, read
from storage.engine.failures import FAILED
from storage.partnership import Partnership
from storage.partnership.loading import read_partnership, understood
from storage.schema import main_metadata

_version: Final = main_metadata.tables["partnership_version"]
_NEWEST: Final = (
    select(_version.c.settings, _version.c.source)
    .where(_version.c.partnership_id == bindparam("pid"))
    .order_by(_version.c.number.desc())
    .limit(1)
)


async def in_force(settings: Settings) -> Partnership:
    """Reads it, and makes nothing. Raises PartnershipError for a wrong file.

    Where no database can be asked, the file is all that is known.
    """
    partnership = read_partnership(Path(settings.partnership))
    with suppress(*FAILED, OSError):
        async with opened(looking_engine(settings.main_url)) as engine:
            rows = await read(engine, _NEWEST, {"pid": partnership.id})
        if rows and rows[0].source != "file":  # one that came from a file gives way to the file
            stored, _ = understood(json.loads(rows[0].settings))
            return stored or partnership
    return partnership
