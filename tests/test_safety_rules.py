"""What no page may do: run a visitor's text as code, swallow an error, ask another machine, or tell where it was built."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
VEGA_SCHEMA = "https://vega.github.io/schema/vega-lite/"
# Streamlit reads Markdown in the first text of all of these, and in these keywords. `st.text` and `st.dataframe` show plain text.
MARKDOWN = set(
    "markdown write caption title header subheader info warning error success toast metric badge expander popover tabs form_submit_button"
    " button download_button link_button page_link file_uploader slider select_slider selectbox multiselect radio segmented_control pills"
    " checkbox toggle number_input text_input text_area date_input spinner status dialog progress".split()
)
MARKDOWN_KEYWORDS = {"label", "body", "help", "delta", "value", "placeholder", "text"}
ALL_ARGUMENTS = {"write", "metric"}
PLAIN_VALUES = {"slider", "number_input", "select_slider", "date_input", "text_input", "text_area", "checkbox", "toggle", "progress"}
# The words of a language, what it makes of numbers and dates, and the escaper for whatever came from a file.
SAFE_CALLS = {"words", "plural", "md", "number", "percent", "money", "date", "month", "currency", "written", "len", "round", "N_"}
LOGGERS = {"log", "logger", "logging", "console"}


def called(node: ast.AST) -> str:
    """The last part of the name that a call calls: `st.markdown(…)` gives markdown."""
    return getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""


def is_safe(node: ast.AST, known: dict[str, list[ast.expr]]) -> bool:
    """Whether a text can hold only our own words: literals, translations, formatted figures, or data through md()."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            # a name counts as safe when everything the file assigns to it is
            others = {key: values for key, values in known.items() if key != name}
            return name in known and all(is_safe(value, others) for value in known[name])
        case ast.Call():
            if called(node) == "say":  # a sentence of the library may quote a file: its values go through md too
                return any(
                    getattr(value, "id", getattr(value, "attr", "")) == "md"
                    for value in (*node.args[1:], *(k.value for k in node.keywords))
                )
            return (
                called(node) in SAFE_CALLS
                or called(node).endswith("_in_words")
                or (called(node) in {"join", "strip", "capitalize"} and all(is_safe(one, known) for one in node.args))
            )
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(is_safe(part, known) for part in parts)
        case ast.FormattedValue(value=inner) | ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner) | ast.Starred(value=inner):
            return is_safe(inner, known)
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return is_safe(left, known) and is_safe(right, known)
    return False


def unescaped_text(tree: ast.Module) -> Iterator[str]:
    """Markdown made of something that did not pass through words(…) or md(…)."""
    known: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                known.setdefault(ast.unparse(target), []).append(node.value)
    for function in ast.walk(tree):
        # what calls itself "… in words" is trusted by name elsewhere, so whatever it returns must be safe
        if isinstance(function, ast.FunctionDef) and function.name.endswith("_in_words"):
            returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
            yield from (f"{function.name} returns {ast.unparse(text)}" for text in returned if not is_safe(text, known))
    for node in ast.walk(tree):
        name = called(node)
        if not isinstance(node, ast.Call) or name not in MARKDOWN or not isinstance(node.func, ast.Attribute):
            continue
        owner = ast.unparse(node.func.value)
        if owner in LOGGERS or (owner != "st" and name in {"write", "title", "progress"}):  # a file's write, a text's title
            continue
        texts = list(node.args if name in ALL_ARGUMENTS else node.args[:1])
        texts += [k.value for k in node.keywords if k.arg in MARKDOWN_KEYWORDS and not (k.arg == "value" and name in PLAIN_VALUES)]
        yield from (f"{name}({ast.unparse(text)})" for text in texts if not is_safe(text, known))


def raw_html(tree: ast.Module) -> Iterator[str]:
    """Ways around Streamlit's own escaping."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg in {"unsafe_allow_html", "unsafe_allow_javascript"}:
            yield str(node.arg)
        if isinstance(node, ast.Attribute) and (node.attr in {"html", "iframe", "components"}):
            yield ast.unparse(node)
        if isinstance(node, ast.Import | ast.ImportFrom) and "streamlit.components" in ast.unparse(node).replace(
            "streamlit import ", "streamlit."
        ):
            yield ast.unparse(node)


def made_up_sql(tree: ast.Module) -> Iterator[str]:
    """SQL put together from parts; values are bound, names come from the warehouse."""
    for node in ast.walk(tree):
        if called(node) in {"execute", "executemany", "sql", "arrow"} and isinstance(node, ast.Call):
            parts = [part for text in node.args[:1] for part in ast.walk(text)]
            if any(isinstance(part, ast.JoinedStr | ast.BinOp) or called(part) in {"format", "join", "replace"} for part in parts):
                yield ast.unparse(node.args[0])


def swallowed_errors(tree: ast.Module) -> Iterator[str]:
    """Handlers that catch everything and say nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            everything = node.type is None or bool(re.search(r"\b(Base)?Exception\b", ast.unparse(node.type)))
            silent = all(isinstance(one, ast.Pass | ast.Continue) or ast.unparse(one) == "..." for one in node.body)
            if everything and silent:
                yield f"line {node.lineno}"


def outside_addresses(tree: ast.Module) -> Iterator[str]:
    """Texts that would make the browser ask another machine: addresses, and icons that are fetched as a font."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings else ""
        if ":material/" in text or (re.search(r"https?://", text) and not text.startswith(VEGA_SCHEMA)):
            yield text


def links_in_charts(tree: ast.Module) -> Iterator[str]:
    """The one channel through which a chart's data could become a link."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.keyword) and node.arg == "href") or (isinstance(node, ast.Attribute) and node.attr == "Href"):
            yield "href"


RULES: dict[Callable[[ast.Module], Iterator[str]], tuple[str, ...]] = {
    unescaped_text: ("pages",),
    raw_html: ("app.py", "pages"),
    made_up_sql: ("app.py", "pages"),
    swallowed_errors: ("app.py", "pages", "retention", "sample_data"),
    outside_addresses: ("app.py", "pages", "retention/charts"),
    links_in_charts: ("pages", "retention/charts"),
}


def broken(rule: Callable[[ast.Module], Iterator[str]], root: Path) -> list[str]:
    paths = [path for place in RULES[rule] for path in ([root / place] if place.endswith(".py") else sorted((root / place).rglob("*.py")))]
    texts = [(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths if path.exists()]
    return [f"{name}: {found}" for name, text in texts for found in rule(ast.parse(text))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_breaks_a_rule(rule):
    assert broken(rule, ROOT) == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (unescaped_text, "st.markdown(name)"),
        (unescaped_text, "st.write('a', frame.iloc[0, 0])"),
        (unescaped_text, "column.metric(words('Best'), best.name)"),
        (unescaped_text, "st.slider(words('a'), help=f'of {product}')"),
        (unescaped_text, "st.caption(words.say(finding.message))"),
        (unescaped_text, "said = words('a')\nsaid = said + row['name']\nst.info(said)"),
        (unescaped_text, "with st.expander(title + '!'):\n    st.text(title)"),
        (raw_html, "st.markdown('a', unsafe_allow_html=True)"),
        (raw_html, "st.html('a')"),
        (raw_html, "import streamlit.components.v1 as v1"),
        (raw_html, "from streamlit import components"),
        (made_up_sql, "cursor.execute(f'select {name}')"),
        (made_up_sql, "cursor.execute('select ' + name, [1])"),
        (made_up_sql, "cursor.sql('select {}'.format(name))"),
        (swallowed_errors, "try:\n    a()\nexcept Exception:\n    pass"),
        (swallowed_errors, "try:\n    a()\nexcept:\n    ..."),
        (swallowed_errors, "for a in b:\n    try:\n        a()\n    except (ValueError, BaseException) as e:\n        continue"),
        (outside_addresses, "st.Page(a, icon=':material/home:')"),
        (outside_addresses, "logo = 'http://example.org/a.png'"),
        (links_in_charts, "chart.encode(href='c0')"),
        (links_in_charts, "alt.Href('c0')"),
    ],
)
def test_each_rule_catches_what_breaks_it(rule, source):
    assert len(list(rule(ast.parse(source)))) == 1


HARMLESS = """
'What it shows: see https://example.org.'
said = words('{count} rows', count=rows) + ' ' + md(file_name)
st.title(words('Data'))
left.metric(words('Revenue'), words.money(total, currency), help=words.say(passport, md), delta=None)
st.markdown('**' + said + '**' if rows else ', '.join(md(name) for name in names))
st.slider(words('Margin'), value=asked.margin_share)
st.text(name); buffer.write(name); logger.warning(name); cursor.execute('select ?', [name])
spec = {'$schema': 'https://vega.github.io/schema/vega-lite/v6.json'}
try:
    load()
except ValueError:
    pass
except Exception as error:
    show(error)
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_is_harmless_passes(rule):
    assert list(rule(ast.parse(HARMLESS))) == []
