"""Walls around a process and its children, for tests of what the package may do at run time.

A socket that is made and asks nobody is let through: urllib3, which comes with trafilatura, binds one to `::1` while it is
imported, to learn whether the machine has IPv6, and closes it.
"""

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Callable

# Machine -> the numbers of connect, accept, sendto, sendmsg, listen, accept4 and sendmmsg there.
_CALLS = {"x86_64": (42, 43, 44, 46, 50, 288, 307), "aarch64": (203, 202, 206, 211, 201, 242, 269)}
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IS, _RETURN = 0x20, 0x15, 0x06
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_NUMBER = 0  # where the call's number stands

HAS_SECCOMP = sys.platform == "linux" and platform.machine() in _CALLS
REFUSED = 70  # the exit of what walked into the wall of Python


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def no_network_of_the_system() -> None:
    """From here on the system kills this process or child that connects, listens or sends, from C++ as well."""
    calls = _CALLS[platform.machine()]
    told = [(_IS, len(calls) - place, 0, number) for place, number in enumerate(calls)]
    steps = [(_LOAD, 0, 0, _NUMBER), *told, (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _KILL)]
    kept = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(kept))
    system = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)):
        if system.prctl(*call):
            raise OSError(ctypes.get_errno(), "the wall cannot be built")


def no_network_of_python() -> None:
    """From here on this process ends, and tells why, when it binds, connects, asks for an address or opens a URL."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    is_probe = event == "socket.bind" and arguments[1] == ("::1", 0)
    if event.startswith(_ASKING) and not is_probe:
        sys.stderr.write(f"the network: {event} {arguments}")
        sys.stderr.flush()
        os._exit(REFUSED)  # an exception might be swallowed


_ASKING = (
    *(f"socket.{name}" for name in ("bind", "connect", "get", "send")),
    *("urllib.", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib."),
)

WALLS: dict[str, Callable[[], None]] = {"system": no_network_of_the_system, "python": no_network_of_python}
