"""Alembic's entry for the key database."""

from __future__ import annotations

from alembic import context

from bot.privacy.keys import KeysBase

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=KeysBase.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    user_module_prefix="base.",
)
with context.begin_transaction():
    context.run_migrations()
