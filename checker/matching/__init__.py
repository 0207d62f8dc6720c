"""Stage three: claims to pairs. Finds the claims about one fact, and tells how their values stand to each other."""

from checker.matching.lasting import lasting_keys
from checker.matching.local import match

__all__ = ["lasting_keys", "match"]
