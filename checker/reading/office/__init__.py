"""Word documents: the parts of a package, capped, and the paragraphs in them as a reader of the page sees them."""
