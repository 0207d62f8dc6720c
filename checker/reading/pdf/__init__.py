"""PDF: lines taken out by a child process, put together here as paragraphs with their pages."""
