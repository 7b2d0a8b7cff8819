"""The only writer of durable state: rows in a database, blobs by URL.

    with store.open(settings) as kept:
        kept.get(interaction_id)

`store.codec` turns domain values into JSON and back.
"""

from omnireel.store.codec import dump, load, to_plain
from omnireel.store.opened import Store, open  # noqa: A004 - reads as `store.open(settings)`

__all__ = ["Store", "dump", "load", "open", "to_plain"]
