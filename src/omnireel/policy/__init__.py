"""What may be asked and shown here: models and their limits."""
