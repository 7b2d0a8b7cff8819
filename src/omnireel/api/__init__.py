"""Wire dialects, one package each: JSON in, JSON out, no decisions."""
