"""How the tables came to be, one step per file; run when a store is opened."""
