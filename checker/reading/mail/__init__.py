"""Mails: their parts told apart in one pass, the words of those that are text, and what a mail says of itself."""
