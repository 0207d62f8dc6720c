"""Exit codes: what they mean, decided in one function. Imports nothing, so that every floor may use it."""

from dataclasses import dataclass

PASSED = 0  # everything was read, and nothing counts against it
DISCREPANCIES = 1  # the gate found discrepancies
USAGE = 2  # wrong before anything was read: command line, settings, rules, a path that does not exist
INCOMPLETE = 3  # something could not be read or written, nothing was read at all, or an unforeseen exception
INTERRUPTED = 130  # Ctrl-C, as shells report it


class UsageError(Exception):
    """Something is wrong before anything is read; its arguments are lines: what, where and how to repair it."""


class BrokenError(Exception):
    """Something foreseen could not be read or written; its arguments are lines: what, where and how to repair it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of a run when it ends. The defaults are a run on which nothing can be held."""

    is_interrupted: bool = False
    is_misused: bool = False  # wrong before anything was read
    is_broken: bool = False  # an unforeseen exception, or something could not be written
    unread: int = 0  # files that should have been read and were not
    read: int = 1  # documents read, where reading was the task
    counted: int = 0  # discrepancies that count for the gate
    allowed: int = 0  # how many of them the gate lets pass


def exit_code(outcome: Outcome) -> int:
    """The exit code of a run: the gravest that holds, in this order."""
    if outcome.is_interrupted:
        return INTERRUPTED
    if outcome.is_misused:
        return USAGE
    if outcome.is_broken or outcome.unread or not outcome.read:
        return INCOMPLETE
    return DISCREPANCIES if outcome.counted > outcome.allowed else PASSED
