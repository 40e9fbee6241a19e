"""A cached answer belongs to one workspace and one version of its data, or one visitor would be shown another's customers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOMES_OF_CACHES = tuple(f"pages/shared/{name}.py" for name in ("cache", "cost_cache", "ladder_cache", "programme_cache"))
IN_THE_KEY = ("workspace", "data_version")
LIMITS = {"max_entries", "max_size", "ttl"}


def mentions(tree: ast.AST) -> list[ast.AST]:
    """Every place that names one of Streamlit's caches, however it was imported."""
    names = (getattr(node, "attr", getattr(node, "id", getattr(node, "name", ""))) for node in ast.walk(tree))
    return [node for node, name in zip(ast.walk(tree), names, strict=True) if str(name).startswith(("cache_data", "cache_resource"))]


def stray_caches(root: Path) -> list[str]:
    """Files that cache by themselves instead of in the places for it."""
    paths = [root / "app.py", *sorted(root.glob("pages/**/*.py")), *sorted(root.glob("retention/**/*.py"))]
    found = [path.relative_to(root).as_posix() for path in paths if path.exists() and mentions(ast.parse(path.read_text(encoding="utf-8")))]
    return [path for path in found if path not in HOMES_OF_CACHES]


def unbound_caches(source: str) -> list[str]:
    """What is wrong with the cached functions of this source: a key that forgets whose data it is, or no limit."""
    tree, wrong, decorating = ast.parse(source), [], []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        for decorator in (one for one in function.decorator_list if mentions(one)):
            decorating += mentions(decorator)
            hashed = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
            wrong += [f"{function.name} has no parameter {name}" for name in IN_THE_KEY if name not in hashed]
            given = {keyword.arg for keyword in decorator.keywords} if isinstance(decorator, ast.Call) else set()
            if not given & LIMITS:
                wrong.append(f"{function.name} has no limit (one of {', '.join(sorted(LIMITS))})")
    others = [node for node in mentions(tree) if node not in decorating and not isinstance(node, ast.alias)]
    return wrong + [f"line {getattr(node, 'lineno', '?')} caches without a decorator" for node in others]


def test_only_their_homes_cache():
    assert stray_caches(ROOT) == []


@pytest.mark.parametrize("home", HOMES_OF_CACHES)
def test_every_cached_answer_knows_its_workspace_and_its_data(home):
    source = (ROOT / home).read_text(encoding="utf-8")
    assert mentions(ast.parse(source)), "the rule would hold for nothing"
    assert unbound_caches(source) == []


GOOD = """
import streamlit as st
from streamlit import cache_resource

@st.cache_data(max_entries=200, show_spinner=False)
def answer(workspace: str, data_version: int, question: str, _connection: object) -> int:
    return 1

@cache_resource(ttl=60)
def marts(workspace, /, *, data_version):
    return 1

def plain(question):
    return question
"""
KEYED = "(workspace, data_version):\n    return 1"


@pytest.mark.parametrize(
    ("source", "complaints"),
    [
        ("@st.cache_data(ttl=1)\ndef a():\n    return 1", ["a has no parameter workspace", "a has no parameter data_version"]),
        ("@st.cache_data(ttl=1)\ndef a(_workspace, data_version):\n    return 1", ["a has no parameter workspace"]),
        ("@st.cache_resource(ttl=1)\ndef a(workspace, *data_version):\n    return 1", ["a has no parameter data_version"]),
        ("@cache_data(ttl=1)\ndef a(workspace):\n    return 1", ["a has no parameter data_version"]),
        ("@st.cache_data\ndef a" + KEYED, ["a has no limit (one of max_entries, max_size, ttl)"]),
        ("@st.cache_data()\nasync def a" + KEYED, ["a has no limit (one of max_entries, max_size, ttl)"]),
        ("@other\n@st.cache_data(ttl=1)\ndef a(workspace, version):\n    return 1", ["a has no parameter data_version"]),
        ("class A:\n    @st.cache_data(ttl=1)\n    def a(self, workspace):\n        return 1", ["a has no parameter data_version"]),
        ("a = st.cache_data(ttl=1)(lambda: 1)", ["line 1 caches without a decorator"]),
        ("keep = st.cache_resource\n@keep\ndef a():\n    return 1", ["line 1 caches without a decorator"]),
    ],
)
def test_the_rule_catches_what_breaks_it(source, complaints):
    assert unbound_caches(GOOD) == []
    assert unbound_caches(source) == complaints


def test_a_cache_elsewhere_is_named(tmp_path):
    sources = {
        HOMES_OF_CACHES[0]: GOOD,
        "pages/ladder.py": "from streamlit import cache_data as keep",
        "retention/a.py": "cached = 1",
        "app.py": "",
    }
    for name, source in sources.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(source)
    assert stray_caches(tmp_path) == ["pages/ladder.py"]
