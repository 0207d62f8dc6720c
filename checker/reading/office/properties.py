"""What the attributes of a Word document's elements say, in both of its namespaces."""

from collections.abc import Mapping

_OFF = frozenset(("0", "false", "off", "none"))


def told(attributes: Mapping[str, str], name: str) -> str:
    """The attribute of that name, in whichever namespace; empty without one."""
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property is set: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not."""
    return told(attributes, "val").lower() not in _OFF
