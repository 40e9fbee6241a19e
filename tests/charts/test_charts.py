"""Every chart, whatever it draws, keeps the same promises; one walk through ALL holds them to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from retention.charts import ALL, spec
from retention.charts.theme import BLUE, GREY, ORANGE, PURPLE
from retention.locale import LANGUAGES, Words
from tests.charts.small_frames import FRAMES

ROOT = Path(__file__).resolve().parents[2]
NAMES = [chart.__name__ for chart in ALL]


class Marked(Words):
    """Words that mark what went through them."""

    def __call__(self, text: str, **values: object) -> str:
        return f"⟦{text}⟧"


def every(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Each value inside a chart's instructions, with the names that lead to it."""
    yield path, node
    if isinstance(node, dict):
        for name, inner in node.items():
            yield from every(inner, (*path, str(name)))
    elif isinstance(node, list):
        for inner in node:
            yield from every(inner, path)


def built_with(words: Words, name: str) -> dict[str, object]:
    return ALL[NAMES.index(name)](words, "EUR").to_dict()


def columns_of(name: str) -> tuple[str, ...]:
    return tuple(import_module(f"retention.charts.{name}").COLUMNS)


def test_every_file_of_the_folder_is_in_the_list() -> None:
    files = {path.stem for path in (ROOT / "retention" / "charts").glob("*.py")} - {"__init__", "theme"}

    assert files == set(NAMES) == set(FRAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_chart_speaks_the_language_and_carries_no_data_and_no_width(name: str, language: str) -> None:
    made = spec(name, language, "EUR")

    assert made["config"]["locale"] == Words(language).vega_locale()
    assert made["data"] == {"name": "source"}
    assert [path for path, _ in every(made) if path[-1:] in (("datasets",), ("data",))] == [("data",)]
    assert "width" not in made
    height = made["height"]
    assert height["step"] >= 26 if isinstance(height, dict) else height > 100
    assert spec(name, language, "EUR") is made
    assert spec(name, language, None)["config"] == made["config"]


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_draws_its_columns_and_nothing_else(name: str) -> None:
    made = spec(name, "en", "EUR")
    read, computed = set(), set()
    for path, value in every(made):
        if path[-1:] == ("field",) or path[-1:] == ("groupby",):
            read.update([value] if isinstance(value, str) else value)
        elif path[-1:] == ("as",):
            computed.add(value)
        elif isinstance(value, str):
            read.update(set(re.findall(r"datum\.([a-z_0-9]+)", value)) - {"value"})  # a number or kind on an axis or legend
    read.discard("")  # what a row's number is counted from

    assert read - computed == set(columns_of(name)) - computed
    assert set(columns_of(name)) <= read
    assert tuple(FRAMES[name].columns) == columns_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_says_nothing_of_its_own(name: str) -> None:
    made = built_with(Marked("en"), name)
    for path, value in every(made):
        if path[-1:] == ("title",) and isinstance(value, str):
            assert "⟦" in value or value == "title", value  # "title" makes a tooltip's line its heading and is never shown
        if path[-2:] == ("text", "value"):
            pytest.fail(f"fixed words in a text: {value}")
        if isinstance(value, str) and path[-1:] in (("labelExpr",), ("calculate",), ("expr",)):
            for words in re.findall(r'"([^"]*)"', value):
                assert "\\u27e6" in words or "\\u27e7" in words or words == "", value


def test_the_currency_stands_in_the_title_of_money() -> None:
    titles = {value for path, value in every(spec("value_histogram", "ro", "MDL")) if path[-1:] == ("title",)}
    unknown = {value for path, value in every(spec("value_histogram", "en", None)) if path[-1:] == ("title",)}

    assert any(str(title).endswith(", lei") for title in titles)
    assert "Value of a customer" in unknown


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it: 1 to 21."""

    def luminance(colour: str) -> float:
        shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_stand_out_on_both_papers_of_the_theme() -> None:
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]

    assert theme["chartCategoricalColors"] == [BLUE, ORANGE, PURPLE, GREY]
    for paper in (theme["light"], theme["dark"]):
        assert min(contrast(colour, paper["backgroundColor"]) for colour in (BLUE, ORANGE, PURPLE, GREY)) >= 3
        assert contrast(paper["textColor"], paper["backgroundColor"]) >= 7
        assert contrast(paper["primaryColor"], "#ffffff") >= 4.5  # what stands on a button
