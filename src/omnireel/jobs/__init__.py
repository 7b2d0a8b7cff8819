"""The durable workflow that takes an interaction from queued to its end."""
