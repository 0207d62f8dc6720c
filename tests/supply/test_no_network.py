"""No network at run time: asserted by the system, which sees C++ and children as well, and by Python where it cannot."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading import archives, pdfs, word
from tests.supply.walls import HAS_SECCOMP, REFUSED

SCRIPT = Path(__file__).with_name("behind_walls.py")
STORY = "LISBON, March 4, 2025 - A flood killed {} people in Lisbon on Monday, and cost $1.2 million (€1.1 million), police said."

# What a reader might be tempted to fetch: addresses in every place that has them.
REMOTE = "http://attacker.example/"
PAGE = (
    f'<!DOCTYPE html PUBLIC "a" "{REMOTE}x.dtd"><html><head><base href="{REMOTE}"><link rel="stylesheet" href="{REMOTE}s.css">'
    f'<link rel="canonical" href="{REMOTE}story"><meta http-equiv="refresh" content="0;url={REMOTE}"><script src="{REMOTE}s.js">'
    f'</script></head><body><img src="{REMOTE}i.png"><iframe src="{REMOTE}"></iframe><article><p>{STORY.format(31)}</p>'
    "</article></body></html>"
)
FEED = (
    f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{REMOTE}rss.dtd"><rss version="2.0"><channel><title>News</title>'
    f"<link>{REMOTE}</link><item><title>Flood</title><link>{REMOTE}a</link><description>{STORY.format(35)}</description>"
    f'<enclosure url="{REMOTE}a.mp3" length="1" type="audio/mpeg"/></item></channel></rss>'
)
MAIL = (
    "From: a@paper.example\r\nSubject: Flood\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n"
    f"--cut\r\nContent-Type: text/plain\r\n\r\n{STORY.format(31)}\r\n"
    f'--cut\r\nContent-Type: message/external-body; access-type=URL; URL="{REMOTE}"\r\n\r\n\r\n--cut--\r\n'
)
FILES = {
    "page.html": PAGE.encode(),
    "feed.rss": FEED.encode(),
    "mail.eml": MAIL.encode(),
    "page.warc": archives.response(STORY.format(37)),
    "word.docx": word.document(word.paragraph(word.run(STORY.format(38)))),
    "paper.pdf": pdfs.pdf(pdfs.lines([STORY.format(39)])),
    "record.json": json.dumps({"url": REMOTE, "title": "Flood", "text": STORY.format(40)}).encode(),
    "plain.txt": STORY.format(41).encode(),
    "told.md": f"# Flood\n\n![a]({REMOTE}i.png)\n\n{STORY.format(42)}\n".encode(),
}
FORMATS = ("markdown", "html", "json", "text", "csv", "sarif", "junit", "github", "gitlab", "rdjson")


def calls(folder):
    """Every command, over every kind of file, with every format, worker processes and everything that is kept."""
    news, kept = str(folder / "news"), str(folder / "archive.db")
    outputs = [f"--output={name}={folder / name}" for name in FORMATS]
    known = f"--baseline={folder / 'known.txt'}"
    return [
        ["report", news, "--published=2025-03-05", "--jobs=2", *outputs, "--format=none"],
        ["claims", news, f"--output=jsonl={folder / 'claims.jsonl'}", "--format=none"],
        ["archive", "add", news, f"--archive={kept}", "--batch=one"],
        ["baseline", "write", news, known, "--reason=known"],
        ["gate", news, f"--archive={kept}", known, "--format=none", f"--cache={folder / 'cache'}"],
        ["archive", "verify", f"--archive={kept}"],
    ]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "news").mkdir()
    for name, content in FILES.items():
        (tmp_path / "news" / name).write_bytes(content)
    return tmp_path


def behind(wall, what):
    command = [sys.executable, str(SCRIPT), wall, json.dumps(what)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


ON_LINUX = pytest.mark.skipif(not HAS_SECCOMP, reason="needs seccomp of Linux")
BOTH = pytest.mark.parametrize("wall", ["python", pytest.param("system", marks=ON_LINUX)])


def test_no_command_touches_the_network(folder):
    ran = behind("system" if HAS_SECCOMP else "python", calls(folder))
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [0] * 6, ran.stderr
    assert {name: (folder / name).stat().st_size > 0 for name in FORMATS} == dict.fromkeys(FORMATS, True)
    accounts = json.loads((folder / "json").read_text(encoding="utf-8"))["documents"]
    assert len(accounts) == len(FILES), "every kind of file was read behind the wall"


TRIES = {
    "connects": "socket.socket().connect(('127.0.0.1', 9))",
    "asks for an address": "socket.getaddrinfo('news.example', 80)",
    "sends": "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "swallows what went wrong": "contextlib.suppress(Exception).__enter__(); urllib.request.urlopen('http://127.0.0.1:9/')",
    "has a child": "subprocess.run([sys.executable, '-c', 'import socket; socket.socket().connect((\"127.0.0.1\", 9))'], check=True)",
}


@BOTH
@pytest.mark.parametrize("name", TRIES)
def test_the_wall_stands(wall, name):
    if (wall, name) == ("python", "has a child"):
        pytest.skip("what a child does is seen by the system only")
    tried = f"WALLS[{wall!r}](); {TRIES[name]}; print('through')"
    head = "import contextlib, socket, subprocess, sys, urllib.request; from tests.supply.walls import WALLS; "
    command = [sys.executable, "-c", head + tried]
    ran = subprocess.run(command, cwd=SCRIPT.parents[2], capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode in ({REFUSED} if wall == "python" else {-31, 1})
    assert ran.stdout == ""
