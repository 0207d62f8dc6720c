"""What can be wrong with an archive: the address is no archive (usage), or one cannot be read or written (broken)."""

from checker.exits import BrokenError, UsageError


class ArchiveError(UsageError):
    """What is at the address is no archive that this checker reads, or holds nothing of that name."""


class DamagedError(BrokenError):
    """The archive is damaged, or cannot be read or written now."""
