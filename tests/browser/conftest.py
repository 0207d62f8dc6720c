"""A real browser: the system's Chromium (`apt-get install chromium`) through Playwright; without one the tests are skipped."""

import os
import shutil
from functools import cache
from importlib.resources import files

import pytest

from checker.rendering import FORMATS
from tests.browser.runs import RUNS, many

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def _binary():
    named = [os.environ.get("CHECKER_BROWSER"), *map(shutil.which, _NAMES)]
    return next((path for path in named if path), None)


@pytest.fixture(scope="session")
def browser():
    driver = pytest.importorskip("playwright.sync_api", reason="no browser tests: playwright is not installed")
    binary = _binary()
    if binary is None:
        pytest.skip("no browser tests: no Chromium is installed (apt-get install chromium, or CHECKER_BROWSER=PATH)")
    with driver.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=binary, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, which checks pages for what keeps people out."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@cache
def _written(name):
    return FORMATS["html"](many(1000) if name == "thousand" else RUNS[name]())


class Opened:
    """A page, and all that it asked for, complained about or threw."""

    def __init__(self, context, address):
        self.asked, self.said = [], []
        self.page = context.new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.address = address
        self.page.goto(address)

    @property
    def hash(self):
        return self.page.evaluate("decodeURIComponent(location.hash)")

    def shown(self, selector=".card"):
        return self.page.locator(f":is({selector}):visible").count()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens the report of a run, as a file, in a window of its own."""
    contexts = []

    def open_(name, hash_="", written=None, **options):
        file = tmp_path / f"{name}.html"
        file.write_text(written or _written(name), encoding="utf-8")
        contexts.append(browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **options}))
        return Opened(contexts[-1], f"{file.as_uri()}{hash_}")

    yield open_
    for context in contexts:
        context.close()
