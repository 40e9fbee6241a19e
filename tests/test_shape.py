"""The house keeps its shape: who may import whom, how long a file may grow, where caches live, what README must name."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHAIN = (
    ("sentence", "question", "locale", "modes", "temporary", "sample"),
    ("ingest",),
    ("warehouse",),
    ("metrics",),
    ("models",),
    ("programmes",),
    ("answers",),
    ("report",),
    ("commands",),
    ("__main__",),
)
# The steps of ingest, each of which knows only those before it.
INGEST_CHAIN = (
    *("reading", "roles", "fields", "vocabulary", "values", "guard", "formats", "shapes", "columns", "exports", "mapping", "wishes"),
    *("meanings", "rows", "repairs", "findings", "understand", "child", "__init__"),
)
CHARTS_MAY_IMPORT = {"charts", "locale", "sentence"}
NOT_OURS = {".git", ".venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"}
FRAME_LINES, PAGE_LINES, FILE_LINES = 80, 40, 200


def files(root: Path, *endings: str) -> list[Path]:
    """The repository's own files, as paths from its root."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = set(folders) - NOT_OURS
        found += [Path(folder, name).relative_to(root) for name in names]
    return sorted(path for path in found if not endings or path.suffix in endings)


def imported(root: Path, path: Path) -> Iterator[str]:
    """Whole names of the modules that a file imports, wherever in it; `from a import b` gives a.b."""
    for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            near = path.parent.parts[: len(path.parent.parts) - node.level + 1] if node.level else ()
            yield from (".".join((*near, *filter(None, [node.module]), alias.name)) for alias in node.names)


def backward_imports(root: Path) -> list[str]:
    """Every import in retention/ that does not lead to an earlier link of the chain or stay in its own."""
    rank = {name: place for place, link in enumerate(CHAIN) for name in link}
    wrong = []
    for path in files(root, ".py"):
        if path.parts[0] != "retention" or path.parts[1] == "__init__.py":
            continue
        here = path.parts[1].removesuffix(".py")
        for name in imported(root, path):
            there = (name.split(".") + [""])[1]
            if name.split(".")[0] != "retention":
                continue
            if here == "charts":
                allowed = there in CHARTS_MAY_IMPORT
            else:
                allowed = here in rank and there in rank and rank[there] <= rank[here]
            if not allowed:
                wrong.append(f"{path.as_posix()} imports {name}")
    return wrong


def backward_steps(root: Path) -> list[str]:
    """Every import in retention/ingest/ that leads to a later step of it; imports of the whole of ingest are none."""
    wrong = []
    for path in files(root, ".py"):
        if path.parts[:2] != ("retention", "ingest"):
            continue
        here = path.parts[2].removesuffix(".py")
        for name in imported(root, path):
            step = (name.split(".") + ["", ""])[2]
            if not name.startswith("retention.ingest.") or step == here:
                continue
            if step not in INGEST_CHAIN or here not in INGEST_CHAIN or INGEST_CHAIN.index(step) > INGEST_CHAIN.index(here):
                wrong.append(f"{path.as_posix()} imports {name}")
    return wrong


def undeclared_imports(root: Path) -> list[str]:
    """Every import of a library that pyproject.toml does not name (tests may use its `test` extra too)."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed, for_tests = ({re.split(r"[^\w-]", line)[0].replace("-", "_").lower() for line in lines} for lines in dependencies(project))
    own = {path.parts[0].removesuffix(".py") for path in files(root, ".py")} | {"shared"}
    wrong = []
    for path in files(root, ".py"):
        known = set(sys.stdlib_module_names) | own | needed | (for_tests if path.parts[0] == "tests" else set())
        wrong += [f"{path.as_posix()} imports {name}" for name in imported(root, path) if name.split(".")[0] not in known]
    return wrong


def dependencies(project: dict) -> tuple[list[str], list[str]]:
    return project["dependencies"], project["optional-dependencies"]["test"]


def too_long(root: Path) -> list[str]:
    """Files that have outgrown their limit; tests and catalogues have none."""
    wrong = []
    for path in files(root, ".py", ".sql"):
        if path.parts[0] == "tests":
            continue
        limit = FILE_LINES
        if path.parts[0] == "pages" and len(path.parts) == 2:
            limit = FRAME_LINES if path.name == "frame.py" else PAGE_LINES
        lines = len((root / path).read_text(encoding="utf-8").splitlines())
        if lines > limit:
            wrong.append(f"{path.as_posix()} has {lines} lines, more than {limit}")
    return wrong


def unnamed_work(root: Path) -> list[str]:
    """Files and folders whose name says nothing about what they are for."""
    return [path.as_posix() for path in files(root) if re.search(r"(^|/)(utils?|helpers?)(\.|/|$)", path.as_posix().lower())]


def not_in_readme(root: Path, names: list[str]) -> list[str]:
    """Names that stand in no table row of README.md."""
    rows = [line for line in (root / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [name for name in names if not any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", row) for row in rows)]


def unregistered(package: ModuleType) -> list[str]:
    """Values of the package's one kind (Metric, Programme) that stand in one of its files and not in its ALL."""
    kind, stems = type(package.ALL[0]), [path.stem for path in Path(package.__path__[0]).glob("*.py") if path.stem != "__init__"]
    modules = [importlib.import_module(f"{package.__name__}.{stem}") for stem in stems]
    return [f"{m.__name__}: {v.name}" for m in modules for v in vars(m).values() if isinstance(v, kind) and v not in package.ALL]


@pytest.mark.parametrize("check", [backward_imports, backward_steps, undeclared_imports, too_long, unnamed_work])
def test_the_house_keeps_its_shape(check):
    assert check(ROOT) == []


def test_the_library_never_loads_streamlit():
    paths = [path.with_suffix("") for path in files(ROOT, ".py") if path.parts[0] == "retention"]
    names = [".".join(path.parts).removesuffix(".__init__") for path in paths]
    assert len(names) > 10
    code = f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\nsys.exit('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr or "importing retention has loaded streamlit"


@pytest.mark.parametrize("folder", ["metrics", "programmes"])
def test_every_metric_and_programme_is_registered_and_in_readme(folder):
    package = importlib.import_module(f"retention.{folder}")
    assert unregistered(package) == []
    assert not_in_readme(ROOT, [value.name for value in package.ALL]) == []


def test_every_dependency_has_its_reason_in_readme():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.split(r"[^\w-]", line)[0] for lines in dependencies(project) for line in lines]
    assert not_in_readme(ROOT, named) == []


FAKE_PROJECT = '[project]\ndependencies = ["duckdb>=2", "python-calamine"]\noptional-dependencies.test = ["pytest>=9"]\n'


@pytest.mark.parametrize(
    ("check", "path", "text", "complaint"),
    [
        (backward_imports, "retention/warehouse/a.py", "from retention.metrics import ALL", "imports retention.metrics.ALL"),
        (backward_imports, "retention/metrics/a.py", "from ..models import b", "imports retention.models.b"),
        (backward_imports, "retention/charts/a.py", "def f():\n    import retention.warehouse.engine", "imports retention.warehouse"),
        (backward_imports, "retention/new/a.py", "from retention import sentence", "imports retention.sentence"),
        (backward_imports, "retention/answers/a.py", "from retention.charts import staircase", "imports retention.charts"),
        (backward_steps, "retention/ingest/values/a.py", "from retention.ingest.rows import clean", "imports retention.ingest.rows.clean"),
        (backward_steps, "retention/ingest/new/a.py", "from retention.ingest.values import dates", "imports retention.ingest.values"),
        (undeclared_imports, "retention/a.py", "import duckdb, python_calamine, polars", "imports polars"),
        (undeclared_imports, "retention/b.py", "import pytest", "imports pytest"),
        (too_long, "retention/a.sql", "select 1\n" * 201, "201 lines, more than 200"),
        (too_long, "pages/ladder.py", "a = 1\n" * 41, "41 lines, more than 40"),
        (too_long, "pages/frame.py", "a = 1\n" * 81, "81 lines, more than 80"),
        (unnamed_work, "retention/utils.py", "", "retention/utils.py"),
        (unnamed_work, "pages/helpers/a.py", "", "pages/helpers/a.py"),
    ],
)
def test_each_check_catches_its_own(tmp_path, check, path, text, complaint):
    good = {"retention/answers/good.py": "from retention.metrics import ALL\nfrom .near import x", "pages/shared/long.py": "a = 1\n" * 150}
    good |= {"retention/charts/good.py": "from retention.locale import Words", "tests/test_a.py": "import pytest\n" * 300}
    for name, content in {"pyproject.toml": FAKE_PROJECT, **good}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    assert check(tmp_path) == []
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(text)
    assert [complaint in found for found in check(tmp_path)] == [True]


def test_readme_is_read_by_whole_names_in_tables_only(tmp_path):
    (tmp_path / "README.md").write_text("repeat_rate in prose\n| `repeat_rate_yearly` | x |\n| pandas-stubs | y |\n| [duckdb](x) | z |\n")
    assert not_in_readme(tmp_path, ["repeat_rate", "repeat_rate_yearly", "pandas", "pandas-stubs", "duckdb"]) == ["repeat_rate", "pandas"]
