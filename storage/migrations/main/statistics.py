"""What SQLite is told of a large partnership, so that it uses the indexes that one needs.

Without statistics it takes the primary key's first column for as good as any index, and reads a
partnership through. Measured ones would come late and change with what happens to be stored; these
give the same plan from the first row on. Told at every start, since a rebuilt table loses its own.
"""

from typing import Final

from sqlalchemy import Connection, text

SIZES: Final = {
    ("thread", "thread"): "1000000 1000000 1",
    ("thread", "thread_raiser"): "500000 500000 20",
    ("thread", "thread_live"): "20000 20000 5000 50 1",
    ("thread", "thread_back"): "20000 20000 1",
    ("audience", "audience"): "3000000 3000000 3 1",
    ("audience", "audience_person"): "1000000 1000000 50 1",
    ("audit", "audit"): "5000000 5000000 5 1",
    ("audit", "audit_grown"): "5000000 5000000 2000",
}
"""By table and index: all rows, and how many share the first column, the first two, and so on."""


def tell(connection: Connection) -> None:
    """Writes them down; PostgreSQL counts for itself."""
    if connection.dialect.name != "sqlite":
        return
    connection.execute(text("ANALYZE sqlite_schema"))  # makes the table
    connection.execute(text("DELETE FROM sqlite_stat1"))
    connection.execute(
        text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:table, :index, :sizes)"),
        [{"table": t, "index": i, "sizes": sizes} for (t, i), sizes in SIZES.items()],
    )
    connection.execute(text("ANALYZE sqlite_schema"))  # reads it
