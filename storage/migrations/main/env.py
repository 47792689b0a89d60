"""Runs the migrations of this store on a connection that is handed in."""

from alembic import context
from sqlalchemy import Connection

from storage.migrations.main.statistics import tell
from storage.schema import main_metadata as metadata

connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    version_table="main_version",
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
    tell(connection)
