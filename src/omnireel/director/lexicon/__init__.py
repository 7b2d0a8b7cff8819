"""The words the director knows, as tables: nouns, places, verbs, adjectives, closed classes."""
