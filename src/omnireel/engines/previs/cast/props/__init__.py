"""Props by their nouns: things that drawings do not show, or not from every side."""
