"""The only writer of durable state: rows in a database, blobs by URL."""
