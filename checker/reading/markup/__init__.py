"""XML: its elements with their places, the words in them, and nothing that it declares or points to."""
