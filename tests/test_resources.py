"""Shipped folders are found in the checkout as they are in the wheel."""

import json

import pytest

from checker.resources import schema_text, shipped


@pytest.mark.parametrize(("folder", "sign"), [("rules", "*.toml"), ("templates", "*.j2")])
def test_shipped_folders_hold_what_they_should(folder, sign):
    assert list(shipped(folder).glob(sign))


def test_schemas_are_json_schemas():
    assert json.loads(schema_text("report"))["$schema"].startswith("https://json-schema.org/")


def test_an_unknown_folder_is_an_error():
    with pytest.raises(KeyError):
        shipped("nowhere")
