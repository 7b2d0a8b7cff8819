"""The nouns of omnireel and their failures: frozen dataclasses over the standard library."""
