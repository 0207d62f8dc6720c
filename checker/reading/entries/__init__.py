"""Articles that stand in XML: entries of feeds, and agencies' news items."""
