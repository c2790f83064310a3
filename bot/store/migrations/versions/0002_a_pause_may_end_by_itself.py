"""a pause may end by itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store import base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paused_until", base.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("paused_until")
