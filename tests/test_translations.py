"""Every text a person reads has its words in every language, with the same {named} places and all plural forms."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from retention.locale import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "retention" / "locale"
TRANSLATED = sorted(set(LANGUAGES) - {"en"})
PLURAL_FORMS = {"ro": 3, "ru": 3}
MARKERS = {"words", "plural", "sentence", "counted", "N_"}


def collected(root: Path, places: list[str], made: Path) -> Catalog:
    """All texts in the code, found by the same rules (in pyproject.toml) as `make translations`."""
    found = [str(root / place) for place in places]
    CommandLineInterface().run(["pybabel", "--quiet", "extract", "-F", str(ROOT / "pyproject.toml"), "-o", str(made), *found])
    with made.open("rb") as file:
        return read_po(file)


def places(text: str) -> set[str]:
    """The {named} places of a text."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A text as the tuple of its forms; one that counts nothing has one."""
    return (text,) if isinstance(text, str) else tuple(text)


def lacking(source: Catalog, translated: Catalog, plural_forms: int) -> list[str]:
    """What a catalogue still owes its readers, message by message."""
    wrong = [f"no longer in the code: {key}" for key in translated.obsolete]
    wrong += [f"no longer in the code: {message.id}" for message in translated if message.id and message.id not in source]
    for message in source:
        if message.id:
            wrong += owed(message, translated.get(forms(message.id)[0]), plural_forms)
    return wrong


def owed(message: Message, translation: Message | None, plural_forms: int) -> list[str]:
    """What one translation lacks."""
    if translation is None:
        return [f"missing: {message.id}"]
    said, counts = forms(translation.string), not isinstance(message.id, str)
    wrong = [f"not translated: {message.id}"] if not all(said) or len(said) != (plural_forms if counts else 1) else []
    if translation.fuzzy:
        wrong.append(f"fuzzy: {message.id}")
    wanted = places(forms(message.id)[-1])  # the plural has them all
    return wrong + [f"other places in {form!r}" for form in said if form and places(form) != wanted]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return collected(ROOT, ["app.py", "pages", "retention"], tmp_path_factory.mktemp("texts") / "messages.pot")


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(source, language):
    assert len(source) > 50
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        translated = read_po(file, locale=language)
    assert translated.num_plurals == PLURAL_FORMS[language]
    assert lacking(source, translated, PLURAL_FORMS[language]) == []


def test_a_text_is_found_however_it_is_marked(tmp_path):
    (tmp_path / "a.py").write_text(
        'a = N_("one"); sentence("two" " {n}", n=1); counted("{count} row", "{count} rows", n, file=f)\n'
        'self.words("three"); words.plural("{count} day", "{count} days", 3); words(metric.label, title="no")\n'
        'def words(text="no"): return plain("no")\n'
    )
    found = collected(tmp_path, ["a.py"], tmp_path / "a.pot")
    assert {message.id for message in found if message.id} == {
        "one",
        "two {n}",
        "three",
        ("{count} row", "{count} rows"),
        ("{count} day", "{count} days"),
    }


def test_what_a_catalogue_owes_is_named():
    source, translated = Catalog(), Catalog(locale="ru")
    for text in ("good", "missing", "empty", "fuzzy", "{a} and {b}", ("{count} row", "{count} rows"), ("{count} day", "{count} days")):
        source.add(text)
    translated.add("good", "хорошо")
    translated.add("empty", "")
    translated.add("fuzzy", "нечётко", flags=["fuzzy"])
    translated.add("{a} and {b}", "{a} и {c}")
    translated.add(("{count} row", "{count} rows"), ("{count} строка", "{count} строки", "{count} строк"))
    translated.add(("{count} day", "{count} days"), ("{count} день", "{count} дня", ""))
    translated.add("gone", "ушло")
    assert lacking(source, translated, 3) == [
        "no longer in the code: gone",
        "missing: missing",
        "not translated: empty",
        "fuzzy: fuzzy",
        "other places in '{a} и {c}'",
        "not translated: ('{count} day', '{count} days')",
    ]


def texts_inside_f_strings(root: Path) -> list[str]:
    """Texts for translation that stand inside an f-string: before Python 3.12 the collector does not see them."""
    found = []
    for path in [*(root / "pages").rglob("*.py"), *(root / "retention").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for call in ast.walk(node):
                is_marked = isinstance(call, ast.Call) and getattr(call.func, "attr", getattr(call.func, "id", "")) in MARKERS
                if is_marked and call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
                    found.append(f"{path.name}: {call.args[0].value}")
    return found


def test_no_text_hides_inside_an_f_string(tmp_path):
    assert texts_inside_f_strings(ROOT) == []
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bad.py").write_text("f\"{words('Hidden')} {words(metric.label)}\"", encoding="utf-8")
    assert texts_inside_f_strings(tmp_path) == ["bad.py: Hidden"]


def plural_calls(root: Path) -> set[str]:
    """The singular of every literal text that the code says with a number of things."""
    found = set()
    for path in (*root.glob("pages/**/*.py"), *root.glob("retention/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in {"plural", "counted"} and node.args and isinstance(node.args[0], ast.Constant):
                found.add(node.args[0].value)
    return found


def test_a_text_that_counts_is_collected_with_its_plural(tmp_path):
    # a call of words(…) among the arguments of words.plural(…) makes the collector take the text for a plain one: it would stay English
    plurals = {message.id[0] for message in collected(ROOT, ["pages", "retention"], tmp_path / "all.pot") if isinstance(message.id, tuple)}
    assert len(plurals) > 50
    assert plural_calls(ROOT) - plurals == set()
