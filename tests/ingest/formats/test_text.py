from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.ingest.formats import text
from retention.ingest.formats.encoding import plain_text
from retention.sentence import Refusal
from tests.ingest.small_files import cells_of, raw_text

RUSSIAN = "Дата;Заказчик\n01.01.2020;Лента\n02.01.2020;О'КЕЙ\n"
RUSSIAN_IN_CAPITALS = "ИТОГО;СУММА\nМОСКВА;5\nПРИВЕТ;6\n"
ROMANIAN = "Produs,Preţ\nMaşină de spălat,5\nBrânză şi ţuică,6\n"
POLISH = "Zażółć,gęślą jaźń\nŁódź,Kraków\n"
FRENCH = "id,name\n1,Café crème\n2,Hôtel à Nîmes\n"
GERMAN = "Straße,Müller\nGrößen,Äpfel\n"
TURKISH = "Şeker,ağaç\nİstanbul,çığ\nküçük,ışık\n"
CHINESE = "日期,金额\n北京,12\n上海商店,13\n"
TAIWANESE = "日期,金額\n臺北商店,12\n"
JAPANESE = "日付,金額\n鈴木,さとう商店\n"
KOREAN = "날짜,금액\n서울상점,12\n"
UKRAINIAN = "Дата;Клієнт\n01;Їжак Ґанок\n"
CZECH = "Datum;Zákazník;Množství\n1;Šárka Nováková;Žemle\n"
LITHUANIAN = "Data;Prekė\n1;Rūta Šimkutė, žuvis\n"
GREEK = "Πελάτης;Ποσό\nΓιώργος;Τυρί\n"
SHORT_RUSSIAN = "Клиент\nЯков\n"


@pytest.mark.parametrize(
    ("content", "encoding", "found"),
    [
        ("id,amt\n1,2\n", "ascii", "ascii"),
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-32", "utf-32"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "cp866"),
        (RUSSIAN_IN_CAPITALS, "cp1251", "cp1251"),
        (RUSSIAN_IN_CAPITALS, "koi8-r", "koi8-r"),
        (ROMANIAN, "cp1250", "cp1250"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859-2", "iso8859-2"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (TURKISH, "cp1254", "cp1254"),
        (CHINESE, "gbk", "gb18030"),
        (TAIWANESE, "big5", "big5"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (CZECH, "cp1250", "cp1250"),
        (CZECH, "iso8859-2", "iso8859-2"),
        (LITHUANIAN, "cp1257", "cp1257"),
        (GREEK, "cp1253", "cp1253"),
        (SHORT_RUSSIAN, "mac_cyrillic", "mac_cyrillic"),
        (SHORT_RUSSIAN, "koi8-r", "koi8-r"),
        (SHORT_RUSSIAN, "cp1251", "cp1251"),
        (FRENCH, "utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found_from_the_bytes(tmp_path, content, encoding, found):
    path = tmp_path / "file.csv"
    path.write_bytes(content.encode(encoding))
    plain = plain_text(path)
    assert (plain.encoding, plain.path.read_text("utf-8-sig"), plain.damaged_letters) == (found, content, 0)


def test_a_utf8_file_with_one_broken_letter_stays_utf8(tmp_path):
    path = tmp_path / "file.csv"
    path.write_bytes((RUSSIAN * 5).encode() + b"\xd0;x\n")
    assert (plain_text(path).encoding, plain_text(path).damaged_letters) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("content", "delimiter", "cells"),
    [
        ("a,b\n1,2\n3,4", ",", [("a", "b"), ("1", "2"), ("3", "4")]),
        ("id;amt\na;1.234,56\nb;12,00\n", ";", [("id", "amt"), ("a", "1.234,56"), ("b", "12,00")]),
        ("x;y\n1,5;2,5\n2,5;3,5\n4,5;5,5\n", ";", [("x", "y"), ("1,5", "2,5"), ("2,5", "3,5"), ("4,5", "5,5")]),
        ("a\tb\r\n1\t2\r\n", "\t", [("a", "b"), ("1", "2")]),
        ("a|b\n1|2\n", "|", [("a", "b"), ("1", "2")]),
        (" id  date  n\n 001 1997  1\n 002 1998  2\n", " ", [("id", "date", "n"), ("001", "1997", "1"), ("002", "1998", "2")]),
        ("a,b\r1,2\r", ",", [("a", "b"), ("1", "2")]),
        ("a,b\r\n1,2\n3,4\n", ",", [("a", "b"), ("1", "2"), ("3", "4")]),
        ("one\ntwo\n", None, [("one",), ("two",)]),
        ('a,b\n"1,5","x ""y"""\n"",\n', ",", [("a", "b"), ("1,5", 'x "y"'), (None, None)]),
        ("a,b\n1,'x, y'\n2,'z, z, z'\n3,'w,w'\n", ",", [("a", "b"), ("1", "x, y"), ("2", "z, z, z"), ("3", "w,w")]),
        ('a b\n1 "2 3"\n4 "5 6 7"\n', " ", [("a", "b"), ("1", "2 3"), ("4", "5 6 7")]),
        ('a,b\n1, "2,794"\n', ",", [("a", "b"), ("1", "2,794")]),
        ('a,b\n"x \\"y\\"",2\n"z",3\n', ",", [("a", "b"), ('x "y"', "2"), ("z", "3")]),
    ],
)
def test_the_delimiter_is_found_and_every_cell_read(tmp_path, content, delimiter, cells):
    with raw_text(tmp_path, content) as (raw, connection):
        assert (raw.delimiter, list(cells_of(raw, connection).values())) == (delimiter, cells)
        assert raw.rows == len(cells)


def test_a_regular_file_stays_where_it_is_and_an_irregular_one_is_read_record_by_record(tmp_path):
    with raw_text(tmp_path, "a,b\n1,2\n", "regular [1]*.csv") as (raw, connection):
        assert raw.is_consecutive
        assert cells_of(raw, connection) == {1: ("a", "b"), 2: ("1", "2")}
    with raw_text(tmp_path, "a,b\n\n1,2\n,\n") as (raw, connection):
        assert not raw.is_consecutive
        assert cells_of(raw, connection) == {1: ("a", "b"), 2: (None, None), 3: ("1", "2"), 4: (None, None)}


def test_a_row_number_is_the_line_where_the_record_starts(tmp_path):
    with raw_text(tmp_path, 'a,b\n1,"x\ny"\n2,z\n') as (raw, connection):
        assert cells_of(raw, connection) == {1: ("a", "b"), 2: ("1", "x\ny"), 4: ("2", "z")}


def test_rows_with_too_few_or_too_many_cells_are_all_there(tmp_path):
    with raw_text(tmp_path, "a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n1,2,3\n") as (raw, connection):
        cells = cells_of(raw, connection)
        assert (cells[1], cells[3], cells[4]) == (("a", "b", "c", None), ("4", "5", None, None), ("6", "7", "8", "9"))


def test_an_unquoted_comma_with_a_blank_behind_it_does_not_tear_the_cell(tmp_path):
    with raw_text(tmp_path, "id,street,city\n1,Main,A\n2,Rua do Paço, 67,Rio\n") as (raw, connection):
        assert cells_of(raw, connection)[3] == ("2", "Rua do Paço, 67", "Rio")
        assert [found.code for found in raw.findings] == ["rejoined_cells"]


@pytest.mark.parametrize("content", ['id,name\n1,"abc\n2,def\n3,x\n', 'id,name\n1,"abc\n2,def\n3,"x"\n4,y\n'])
def test_a_quote_without_its_partner_costs_no_other_row(tmp_path, content):
    with raw_text(tmp_path, content) as (raw, connection):
        cells = cells_of(raw, connection)
        assert (len(cells), cells[2], cells[3]) == (content.count("\n"), ("1", '"abc'), ("2", "def"))
        assert [(found.code, found.rows) for found in raw.findings] == [("stray_quotes", 1)]


def test_nul_characters_are_left_out_and_said(tmp_path):
    with raw_text(tmp_path, b"id,amt\na\0b,2\n") as (raw, connection):
        assert cells_of(raw, connection)[2] == ("ab", "2")
        assert [found.code for found in raw.findings] == ["nul_characters"]


def test_a_table_wider_than_any_is_refused(tmp_path):
    with pytest.raises(Refusal, match="has 600 columns"), raw_text(tmp_path, ",".join("x" * 600) + "\n"):
        pass


def test_a_cell_longer_than_any_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "MAX_PIECE_BYTES", 1_000)
    with pytest.raises(Refusal, match="more than 1000 characters"), raw_text(tmp_path, "a,b\n\n" + "x" * 2_000 + ",1\n"):
        pass


CELL = st.text(st.sampled_from("ab1.5 '\"é\n"), max_size=6).map(str.strip)


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=30), delimiter=st.sampled_from(",;\t|"))
def test_whatever_a_program_writes_comes_back(tmp_path_factory, rows: list[tuple[str, ...]], delimiter: str):
    rows = [("first", "second", "third"), *rows]
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    folder: Path = tmp_path_factory.mktemp("written")
    with raw_text(folder, written.getvalue()) as (raw, connection):
        expected = [tuple(cell or None for cell in row) for row in rows]
        assert [row for row in cells_of(raw, connection).values() if any(row)] == [row for row in expected if any(row)]
        assert raw.rows == len(rows)
