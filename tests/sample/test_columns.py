"""How numbers and words are written into the files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa

from retention.sample.columns import identifiers, money, quoted, words, write_columns


def test_money_has_two_decimals_its_sign_and_the_shops_mark() -> None:
    amounts = np.array([0, 5, -5, 100, -123450, 999_999_999_99])
    assert money(amounts, ",").to_pylist() == ["0,00", "0,05", "-0,05", "1,00", "-1234,50", "999999999,99"]


def test_ids_count_from_one_and_nobody_has_none() -> None:
    assert identifiers("FID-", 5, np.array([41, -1, 123_456])).to_pylist() == ["FID-00042", None, "FID-123457"]


def test_words_are_taken_by_number() -> None:
    assert words(["ceai", "cafea"], np.array([1, -1, 0])).to_pylist() == ["cafea", None, "ceai"]


def test_only_what_could_be_misread_is_quoted() -> None:
    assert [quoted(text, ",") for text in ("mug", "mug, large", 'the "best" mug')] == ["mug", '"mug, large"', '"the ""best"" mug"']
    assert quoted("mug, large", ";") == "mug, large"


def test_a_file_is_written_part_by_part_in_its_own_encoding(tmp_path: Path) -> None:
    parts = [
        {"amount": pa.array(["1,00", None]), "product": pa.array(["Мяч", "Кукла"])},
        {"amount": pa.array([], pa.string()), "product": pa.array([], pa.string())},
        {"amount": pa.array(["2,00"]), "product": pa.array(["Пазл"])},
    ]
    write_columns(tmp_path / "a.csv", {"product": "Товар", "amount": "Сумма"}, parts, ";", "\r\n", "cp1251")
    assert (tmp_path / "a.csv").read_bytes().decode("cp1251") == "Товар;Сумма\r\nМяч;1,00\r\nКукла;\r\nПазл;2,00\r\n"
