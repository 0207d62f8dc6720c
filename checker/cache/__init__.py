"""What a run keeps for the next one: its outcome, and the claims of documents. Bytes in, bytes out; all is checked.

Only `checker.cache.claims` needs pandas: whether anything has changed is decided before it is loaded.
"""
