"""Stage three: claims to pairs. Finds the claims about one fact, and tells how their values stand to each other."""

from checker.matching.pairing import match

__all__ = ["match"]
