"""Numbers, money, dates and plurals as each language writes them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from retention.locale import LANGUAGES, Words, best_language
from retention.sentence import CalendarMonth, Money, Sentence, Share, as_json, counted, from_json, sentence

NBSP = "\u00a0"
EN, RU, RO = (Words(language) for language in LANGUAGES)


def test_numbers_have_each_languages_marks():
    assert [words.number(1234567.891, 2) for words in (EN, RU, RO)] == ["1,234,567.89", f"1{NBSP}234{NBSP}567,89", "1.234.567,89"]


def test_shares_are_written_as_per_cent():
    assert [words.percent(0.12345) for words in (EN, RU, RO)] == ["12.3%", f"12,3{NBSP}%", f"12,3{NBSP}%"]
    assert EN.percent(0.1) == "10%"
    assert EN.percent(0.126, 0) == "13%"


@pytest.mark.parametrize(
    ("words", "amount", "currency", "text"),
    [
        (EN, 1500, "EUR", "€1,500"),
        (EN, Decimal("12.5"), "EUR", "€12.50"),
        (EN, 1500, "RUB", f"1,500{NBSP}RUB"),
        (RU, 1500, "RUB", f"1{NBSP}500{NBSP}₽"),
        (RU, 12.5, "MDL", f"12,50{NBSP}лей"),
        (RO, 1500, "RON", f"1.500{NBSP}lei"),
        (RO, 12.5, "MDL", f"12,50{NBSP}lei"),
        (RO, -1500, "EUR", f"-1.500{NBSP}EUR"),
        (EN, 99.5, "JPY", "¥100"),
        (EN, 12.5, None, "12.50"),
    ],
)
def test_money_is_written_with_its_currency(words, amount, currency, text):
    assert words.money(amount, currency) == text


def test_dates_and_months():
    day = date(2026, 1, 3)
    assert [words.date(day) for words in (EN, RU, RO)] == ["Jan 3, 2026", "3 янв. 2026\u202fг.", "3 ian. 2026"]
    assert [words.month(2026, 1) for words in (EN, RU, RO)] == ["January 2026", "январь 2026", "ianuarie 2026"]


def test_a_browsers_wish_finds_the_nearest_language():
    assert [best_language(wish) for wish in ("ru-MD", "ro", "mo", "de-DE", None, "")] == ["ru", "ro", "ro", "en", "en", "en"]


def test_plural_forms_follow_the_count():
    said = [words.say(counted("{count} customer", "{count} customers", n)) for words in (RU, RO) for n in (1, 3, 21, 25)]
    assert said == ["1 клиент", "3 клиента", "21 клиент", "25 клиентов", "1 client", "3 clienți", "21 de clienți", "25 de clienți"]


def test_a_value_from_a_file_is_quoted_where_asked_and_never_a_number():
    said = sentence("{file} has {rows} rows", file="<b>", rows=1200)
    assert EN.say(said, lambda text: f"[{text}]") == "[<b>] has 1,200 rows"


def test_braces_in_a_files_name_are_just_letters():
    assert EN.say(sentence("{file} is empty", file="{0} {x}")) == "{0} {x} is empty"


def test_a_sentence_survives_being_written_down():
    said = counted("{count} row of {day}", "{count} rows of {day}", 2, day=date(2026, 1, 3), amount=Decimal("1.10"), share=0.5)
    assert from_json(as_json(said)) == said


def test_charts_get_twelve_months_and_seven_days_from_sunday():
    locale = RU.vega_locale()
    assert locale["time"]["months"][0] == "январь" and len(locale["time"]["months"]) == 12
    assert locale["time"]["days"][0] == "воскресенье" and len(locale["time"]["days"]) == 7
    assert (locale["number"]["decimal"], locale["number"]["thousands"]) == (",", NBSP)


def test_money_shares_months_and_sentences_in_a_sentence_are_written_and_kept():
    label = Sentence("“{name}”", (("name", "a*b"),))
    said = sentence(
        "{who}: {money}, {share} in {month}",
        who=label,
        money=Money(1500.0, "EUR"),
        share=Share(0.125, 0),
        month=CalendarMonth(date(2026, 1, 1)),
    )
    assert EN.say(said) == "“a*b”: €1,500, 12% in January 2026"
    assert RU.say(said, lambda text: text.replace("*", "")) == f"«ab»: 1{NBSP}500{NBSP}€, 12{NBSP}% in январь 2026"
    assert from_json(json.loads(json.dumps(as_json(said)))) == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [1e28, -1e40, 1.7e308, float("inf")])
def test_no_number_is_too_large_to_be_written(language, value):
    words = Words(language)
    assert words.number(value, 2) and words.money(value, "EUR") and words.money(value, None) and words.percent(value)
