"""Inputs that once came through as an undocumented exception, by target, as short as they could be made."""

FOUND: list[tuple[str, bytes]] = [
    ("numbers", b"of"),
    ("reader of json lines", b"\n \xc2\xa0\n"),  # passed over without a word: neither read nor unread
    ("reader of html", b"xx<!--y>"),  # a comment never closed, begun at the third character: read without an end
    ("archive file", b"\x10\n\r\xd7\x03 \x00\xff_2"),  # a name in it that is no text: UnicodeDecodeError
    ("addresses", b"postgresql://host/\xed\xa0\x80"),
]
