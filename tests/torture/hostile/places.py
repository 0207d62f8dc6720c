"""What a file system can hold beside files. Name -> what makes it in a folder, the name that is told, what becomes of it."""

import os
import socket
import stat

from tests.torture.hostile.contents import READ, UNREAD, WORDS

PASSED = "passed over"


def _written(name, content=WORDS):
    def make(folder):
        path = os.path.join(os.fsencode(folder), name if isinstance(name, bytes) else os.fsencode(name))  # noqa: PTH118 - bytes
        with open(path, "wb") as file:  # noqa: PTH123 - bytes
            file.write(content.encode())

    return make


def _linked(to):
    return lambda folder: (folder / "x.txt").symlink_to(to)


def _listening(folder):
    here = os.getcwd()  # noqa: PTH109 - names of sockets are short
    os.chdir(folder)
    socket.socket(socket.AF_UNIX).bind("x.txt")
    os.chdir(here)


def _device(folder):
    try:
        os.mknod(folder / "x.txt", stat.S_IFCHR | 0o666, os.makedev(1, 5))  # zeros without end
    except PermissionError:
        os.mkfifo(folder / "x.txt")


def _circle(folder):
    (folder / "x.txt").symlink_to("y.txt")
    (folder / "y.txt").symlink_to("x.txt")


def _sparse(folder):
    with (folder / "x.txt").open("wb") as file:
        file.truncate(1 << 33)


def _deep(folder):
    here = os.getcwd()  # noqa: PTH109 - deeper than a path may be long
    os.chdir(folder)
    for _ in range(60):
        os.mkdir("d" * 90)  # noqa: PTH102
        os.chdir("d" * 90)
    with open("x.txt", "w") as file:  # noqa: PTH123
        file.write(WORDS)
    os.chdir(here)


def _many(folder):
    for number in range(2_000):
        (folder / f"x{number}.txt").write_bytes(b"")


def _same(folder):
    (folder / "x.txt").write_text(WORDS)
    os.link(folder / "x.txt", folder / "y.txt")


def _closed(folder):
    (folder / "x").mkdir()
    (folder / "x" / "x.txt").write_text(WORDS)


PLACES = {
    "a link to nothing": (_linked("nothing"), "in/x.txt", UNREAD),
    "a link to itself": (_linked("x.txt"), "in/x.txt", UNREAD),
    "links in a circle": (_circle, "in/x.txt", UNREAD),
    "a link to the folder above": (_linked(".."), "in/x.txt", UNREAD),
    "a link to zeros without end": (_linked("/dev/zero"), "in/x.txt", UNREAD),
    "a link to what a process is": (_linked("/proc/self/environ"), "in/x.txt", UNREAD),
    "a link out of the folder": (_linked("/etc/hostname"), "in/x.txt", UNREAD),
    "a pipe": (lambda folder: os.mkfifo(folder / "x.txt"), "in/x.txt", UNREAD),
    "a socket": (_listening, "in/x.txt", UNREAD),
    "a device": (_device, "in/x.txt", UNREAD),
    "8 GB of nothing": (_sparse, "in/x.txt", UNREAD),
    "a path that is too long": (_deep, "in/" + "d" * 90, UNREAD),
    "2,000 files of nothing": (_many, "in/x7.txt", UNREAD),
    "one file by two names": (_same, "in/x.txt", READ),
    "a folder named as a text": (lambda folder: (folder / "x.txt").mkdir(), "in/a_clean.md", READ),
    "a hidden file": (_written(".x.txt"), "in/a_clean.md", READ),
    "a type that is not read": (_written("x.csv"), "in/x.csv", PASSED),
    "no type": (_written("x"), "in/x", PASSED),
    "a name of bytes": (_written(b"x\xff\xfe.txt"), "in/x\\xff\\xfe.txt", READ),
    "a line end in a name": (_written("x\n::error::boom.txt"), "in/x\n::error::boom.txt", READ),
    "an escape sequence in a name": (_written("x\x1b[2J.txt"), "in/x\x1b[2J.txt", READ),
    "a name from right to left": (_written("x\u202etxt.exe.txt"), "in/x\u202etxt.exe.txt", READ),
    "a name of markup": (_written("x<script>|`*[a](b).txt"), "in/x<script>|`*[a](b).txt", READ),
    "a name of a formula": (_written("=cmd|' C'!A0.txt"), "in/=cmd|' C'!A0.txt", READ),
    "a name like an option": (_written("--format.txt"), "in/--format.txt", READ),
    "a name of blanks": (_written("   .txt"), "in/   .txt", READ),
    "a name with the sign of a record": (_written("x.jsonl:12.txt"), "in/x.jsonl:12.txt", READ),
    "a name of 255 bytes": (_written("x" * 251 + ".txt"), "in/" + "x" * 251 + ".txt", READ),
    "an ending in capitals": (_written("x.TXT"), "in/x.TXT", READ),
    "a name of two forms": (_written("x\u0065\u0301.txt"), "in/x\u0065\u0301.txt", READ),
    "nothing, by a bad name": (_written(b"x\xff\n.txt", ""), "in/x\\xff\n.txt", UNREAD),
}
