"""The house: who may import whom, one door a dependency, every file in its table, help without heavy imports."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import checker

PACKAGE = Path(checker.__file__).parent

# The ground floor, each standing only on what is left of it.
GROUND = ["values", "language", "tables", "frames", "resources", "settings"]
STAGES = ["reading", "extraction", "matching", "judging", "archive", "cache", "engine", "rendering"]
TOP = [
    "cli",
    "archive_verbs",
    "baseline_verbs",
    "call",
    "colour",
    "completion",
    "config_verb",
    "delivery",
    "gate_cache",
    "options",
    "output",
    "rule_verbs",
    "__main__",
    "progress",
    "file_lists",
]
ANYONE = ["exits", "__init__"]  # they import nothing of ours, but lazily

# Third-party package -> the files (or folders) that may import it.
DOORS = {
    "re2": ["language/patterns.py"],
    "pint": ["language/units.py"],
    "rapidfuzz": ["matching/"],
    "duckdb": ["matching/"],
    "jinja2": ["rendering/"],
    "markupsafe": ["rendering/"],
    "rich": ["progress.py"],
    "sqlalchemy": ["archive/"],
    "currency_converter": ["language/exchange.py"],
    "pyspark": ["engine/spark/"],
    "pypdf": ["reading/pdf/child.py"],
    "subprocess": ["reading/pdf/parent.py"],
    "tabulate": ["rendering/"],
    "trafilatura": ["reading/html/extractor.py"],
}


def modules():
    return sorted(path for path in PACKAGE.rglob("*.py") if "shipped" not in path.parts)


def imports(path):
    """Every module a file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it leads"
            yield node.module
            if node.module == "checker":
                yield from (f"checker.{alias.name}" for alias in node.names)


def room(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_used(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("checker.")} - {"__version__"}


def allowed(name):
    """The rooms that a room may import from."""
    below = GROUND[: GROUND.index(name)] if name in GROUND else GROUND
    beside = ["references", "shares", "extracting", "cluster", "reports"]
    more = {
        "pipeline": [*STAGES, *beside],
        "references": STAGES,
        "extracting": STAGES,
        "cluster": [*STAGES, "extracting"],
        "shares": [],
        "reports": STAGES,
        "proofs": STAGES,
        **{top: [*STAGES, "pipeline", "reports", "proofs", *TOP] for top in TOP},
        "__init__": [*STAGES, "pipeline", "reports"],
    }
    return {name, *below, *ANYONE, *more.get(name, [])}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_layers(path):
    assert room(path) in {
        *GROUND,
        *STAGES,
        *TOP,
        *ANYONE,
        "pipeline",
        "proofs",
        "references",
        "reports",
        "shares",
        "extracting",
        "cluster",
    }, "a room that DESIGN does not know"
    assert rooms_used(path) <= allowed(room(path))


def test_stages_never_import_each_other():
    for name in STAGES:
        assert not allowed(name) & (set(STAGES) - {name})


@pytest.mark.parametrize("dependency", DOORS)
def test_one_door_a_dependency(dependency):
    users = {
        p.relative_to(PACKAGE).as_posix() for p in modules() if dependency in {n.split(".")[0] for n in imports(p)}
    }
    assert all(user.startswith(tuple(DOORS[dependency])) for user in users)


def test_no_clock_no_network_no_environment_below_the_command_line():
    forbidden = {"time", "socket", "urllib.request", "http", "random", "locale", "asyncio"}
    for path in modules():
        if room(path) not in TOP:
            assert not forbidden & set(imports(path)), path
            assert not re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8")), path


# Folder -> the function that makes a file one of a table's, and the names of the tables.
TABLES = {
    "reading/formats": ("read", ["READERS", "CONTAINERS", "BINARIES"]),
    "extraction/kinds": ("find", ["KINDS"]),
    "extraction/context": ("find", ["CONTEXT"]),
    "rendering": ("render", ["FORMATS", "CLAIM_FORMATS"]),
}


@pytest.mark.parametrize("folder", TABLES)
def test_every_file_is_in_its_table(folder):
    verb, names = TABLES[folder]
    package = importlib.import_module(f"checker.{folder.replace('/', '.')}")
    listed = {function for name in names for function in getattr(package, name).values()}
    used = {name for function in listed for name in (function, *_called(function))}
    files = [path for path in (PACKAGE / folder).glob("[!_]*.py") if _defines(path, verb)]
    assert files
    for path in files:
        module = importlib.import_module(f"{package.__name__}.{path.stem}")
        assert getattr(module, verb) in used, f"{path} is in no table"


def _defines(path, name):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)


def _called(function):
    """What a table's function may hand on to: a reader chooses between two formats."""
    beside = function.__globals__
    return [beside.get("read"), *(vars(value).get("read") for value in beside.values() if hasattr(value, "__dict__"))]


HEAVY = ["pandas", "numpy", "pint", "re2", "pyarrow", "duckdb", "rapidfuzz", "tabulate", "jinja2", "trafilatura"]
HEAVY += ["lxml", "rich", "sqlalchemy", "pyspark"]


@pytest.mark.parametrize(
    "code",
    [
        "import checker",
        "from checker.cli import main; main(['--help'])",
        "from checker.cli import main; main(['gate', '--help'])",
        "from checker.cli import main; main(['--version'])",
    ],
)
def test_help_loads_nothing_heavy(code):
    told = f"{code}\nimport sys\nprint(sorted(set(sys.modules) & set({HEAVY})))"
    ran = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_public_names_are_where_the_table_says():
    for name in checker.__all__:
        assert getattr(checker, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        checker.nonsense  # noqa: B018 - the access is the test


def test_no_verb_shares_its_name_with_a_module():
    assert not {name for name in checker.__all__ if (PACKAGE / name).exists() or (PACKAGE / f"{name}.py").exists()}


_EXCUSED = re.compile(r"# noqa: [A-Z]+[0-9]+(?:, [A-Z]+[0-9]+)*(?P<why>.*)")


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_whatever_lint_is_told_to_pass_over_has_a_reason(path):
    excuses = list(_EXCUSED.finditer(path.read_text(encoding="utf-8")))
    assert [excuse[0] for excuse in excuses if not re.match(r" --? \S", excuse["why"])] == []
