"""Inputs that once came through as an undocumented exception, by target, as short as they could be made."""

FOUND: list[tuple[str, bytes]] = [
    ("numbers", b"of"),
    ("reader of json lines", b"\n \xc2\xa0\n"),  # passed over without a word: neither read nor unread
    ("reader of html", b"xx<!--y>"),  # a comment never closed, begun at the third character: read without an end
    ("addresses", b"postgresql://host/\xed\xa0\x80"),
]
