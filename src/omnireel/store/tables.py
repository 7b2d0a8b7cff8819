"""The tables. Times are microseconds since 1970 UTC; nested values are JSON text (see `codec`)."""

import sqlalchemy as sa

metadata = sa.MetaData()

interactions = sa.Table(
    "interactions",
    metadata,
    # The order in which they came; clocks may step back, this number does not.
    sa.Column(
        "number",
        sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
        primary_key=True,
        autoincrement=True,
    ),
    sa.Column("id", sa.String(64), nullable=False, unique=True),
    sa.Column("project", sa.String(128), nullable=False, index=True),
    sa.Column("dialect", sa.String(32), nullable=False),
    sa.Column("status", sa.String(16), nullable=False, index=True),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("worker", sa.String(200), nullable=False),
    sa.Column("created", sa.BigInteger, nullable=False),
    sa.Column("updated", sa.BigInteger, nullable=False),
    sa.Column("done", sa.Float, nullable=False),
    sa.Column("stage", sa.String(32), nullable=False),
    sa.Column("turn", sa.Text, nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("take", sa.Text),
    sa.Column("revision", sa.Text),
    sa.Column("failure", sa.Text),
)

assets = sa.Table(
    "assets",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("mime_type", sa.String(128), nullable=False),
    sa.Column("size_bytes", sa.BigInteger, nullable=False),
    sa.Column("created", sa.BigInteger, nullable=False),
)

# Which interaction needs which asset: what no row names may be deleted.
uses = sa.Table(
    "uses",
    metadata,
    sa.Column(
        "interaction",
        sa.String(64),
        sa.ForeignKey("interactions.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column(
        "sha256", sa.String(64), sa.ForeignKey("assets.sha256"), primary_key=True, index=True
    ),
)

workers = sa.Table(
    "workers",
    metadata,
    sa.Column("id", sa.String(200), primary_key=True),
    sa.Column("host", sa.String(128), nullable=False),
    sa.Column("process", sa.Integer, nullable=False),
    sa.Column("started", sa.BigInteger, nullable=False),
    sa.Column("beat", sa.BigInteger, nullable=False),
)

engines = sa.Table(
    "engines",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("version", sa.String(64), nullable=False),
    sa.Column("limits", sa.Text, nullable=False),
    sa.Column("updated", sa.BigInteger, nullable=False),
)
