"""A folder in which a server ran: its stores, and its keys."""

from tests.cli.operator import Operator
from tests.conftest import Stores
from tests.core import anytown as town_of

DATA, KEYS = ".upstander", ".upstander-keys"


async def serve_once(operator: Operator) -> None:
    """Has a server run there: somebody speaks up anonymously, and somebody by name."""
    folder = operator.folder / DATA
    folder.mkdir(mode=0o700, exist_ok=True)
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.sqlite3" for name in ("main", "keyring"))
    async with town_of.anytown(Stores(main, keyring, "sqlite"), folder) as town:
        await town.raises("leila", how="anonymous", release="now")
        await town.raises("leila", how="named")


def everything(operator: Operator) -> dict[str, bytes]:
    """What stands in the folder, byte for byte."""
    files = (path for path in operator.folder.rglob("*") if path.is_file())
    return {str(path.relative_to(operator.folder)): path.read_bytes() for path in files}
