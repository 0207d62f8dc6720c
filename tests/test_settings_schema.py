"""The shipped schema of settings files takes what `checker.settings` takes, and refuses what it refuses."""

import datetime as dt
import json
import tomllib

import jsonschema
import pytest

from checker.options import REPORT_FORMATS
from checker.resources import schema_text
from checker.settings import _KEYS, FAIL_ON, PARTS, SWITCHES, Settings, SettingsError, load
from checker.tables import SEVERITIES
from tests.test_settings import WRONG

SCHEMA = json.loads(schema_text("settings"))
CHECKED = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
# What only the reader sees: the text of the file, or a number that TOML has and JSON has not.
OF_THE_TEXT = {"no TOML", "a key of very many parts", "quoted parts", "a deep value", "too large"}

RIGHT = [
    "",
    'format = "json"',
    'format = "none"',
    "published = 2025-02-11",
    'published = "2025-02-11"',
    'rules = "a.toml"',
    'rules = ["a.toml", "b"]',
    '[rules]\npacks = "a"\nC119 = "off"\nC620 = "warning"\n[rules.tolerance]\nconverted = 0.05\nx = 0',
    '[fields]\ntitle = "headline.main"\ntext = ["parts[kind=b].t", "a.*.b"]',
    "max-megabytes = 2000\nmax-claims = 1\njobs = 1\nmax-findings = 0",
    'fail-on = "note"',
]


def as_json(content):
    """What a program that checks TOML by a JSON Schema shows it: days as text."""
    return json.loads(json.dumps(content, default=dt.date.isoformat))


def is_taken(tmp_path, text):
    path = tmp_path / "checker.toml"
    path.write_text(text)
    try:
        load(path)
    except SettingsError:
        return False
    return True


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_keys_vocabularies_and_defaults_are_those_of_the_settings():
    properties = SCHEMA["properties"]
    assert set(properties) == set(_KEYS)
    assert set(properties["fields"]["properties"]) == set(PARTS)
    assert properties["fail-on"]["enum"] == list(FAIL_ON) == list(SEVERITIES)
    assert properties["format"]["enum"] == [*REPORT_FORMATS, "none"]
    assert SCHEMA["$defs"]["rules"]["additionalProperties"]["enum"] == list(SWITCHES)
    told = {key: one["default"] for key, one in properties.items() if "default" in one}
    assert told == {key: getattr(Settings(), key.replace("-", "_")) for key in told}
    assert set(told) == {"max-megabytes", "max-claims", "fail-on", "max-findings"}


@pytest.mark.parametrize("text", RIGHT)
def test_both_take_what_is_right(tmp_path, text):
    assert is_taken(tmp_path, text)
    assert CHECKED.is_valid(as_json(tomllib.loads(text)))


@pytest.mark.parametrize("name", sorted(set(WRONG) - OF_THE_TEXT))
def test_both_refuse_what_is_wrong(tmp_path, name):
    text = WRONG[name][0]
    assert not is_taken(tmp_path, text)
    assert not CHECKED.is_valid(as_json(tomllib.loads(text)))
