"""Web pages: a tokenizer that no depth exhausts, the choice of the main text, what a page says of itself."""
