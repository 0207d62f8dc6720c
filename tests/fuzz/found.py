"""Inputs that once came through as an undocumented exception, by target, as short as they could be made."""

FOUND: list[tuple[str, bytes]] = [
    ("numbers", b"of"),
    ("addresses", b"postgresql://host/\xed\xa0\x80"),
]
