"""Spend typed in by hand and what channels are said to be for: kept, counted by every reader, and never lost with an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from retention.answers.channel_names import channel_key
from retention.answers.cost_spend import spend_rows, spent
from retention.question import Question
from retention.sentence import Refusal
from retention.warehouse.spend_ledger import MOST_TYPED, ChannelPurpose, TypedSpend
from tests.tiny_shop import flat_limits, make_tiny_shop

PRIZES = TypedSpend(date(2026, 4, 1), date(2026, 4, 10), "Prizes", Decimal("20.00"), "retention", Decimal(0))
HALF = Decimal("0.5")
ODD_NAMES = (
    *("Newsletter", " newsletter ", "NEWS  LETTER", "News\u00a0letter", "\u2003news\tletter\r\n", "E-mail", "e-MAIL", ""),
    *(
        "СМС постоянным",
        "смс  ПОСТОЯННЫМ",
        "Ёлка",
        "ёЛКА",
        "Știri",
        "ȘTIRI",
        "Ţară",
        "ȚARĂ",
        "Straße",
        "STRASSE",
        "ẞ",
        "İstanbul",
        "ıstanbul",
    ),
    *(
        "ΣΊΣΥΦΟΣ",
        "Σίσυφος",
        "µ",
        "Μ",
        "ſocial",
        "\u200bzero width",
        "a\x1fb",
        "a\x85b",
        "a\u3000b",
        "Īū",
        "ГҐЄЇ",
        "ұҚ",
        "éÉ",
        "e\u0301",
        "🎁 Gifts",
        "'; drop",
    ),
)


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    yield workspace
    workspace.close()


def rows(workspace, sql, question=Question()):  # noqa: B008
    with workspace.marts(question, flat_limits) as marts, marts.engine() as engine:
        return engine.arrow(sql).to_pylist()


def window(workspace):
    (row,) = rows(workspace, "select acquisition_spend, retention_spend, shared_spend, shared_to_acquisition from cost_window")
    return tuple(row.values())


def test_a_line_typed_in_counts_at_once_like_one_from_a_file(shop):
    assert window(shop) == (0, 1000, 3100, 1550)
    line_id = shop.spend.add(PRIZES)
    assert (shop.data_version, window(shop)) == (2, (0, 3000, 3100, 1550))
    assert shop.spend.typed() == (replace(PRIZES, line_id=line_id),)
    shop.spend.change(replace(PRIZES, line_id=line_id, purpose="shared", acquisition_share=Decimal("0.25"), channel="  Big \n prizes "))
    assert window(shop) == (0, 1000, 5100, 1550 + 500)
    assert shop.spend.typed()[0].channel == "Big prizes"
    shop.spend.remove(line_id)
    assert (shop.data_version, shop.spend.typed(), window(shop)) == (4, (), (0, 1000, 3100, 1550))


def test_a_shop_without_any_spend_can_type_it_in(shop):
    with shop.cursor() as cursor:
        cursor.execute("delete from spend")
    shop.spend.add(replace(PRIZES, channel=None))
    assert window(shop) == (0, 2000, 0, 0)
    assert rows(shop, "select line, origin, file, channel, channel_key, amount, is_ruled from spend_lines") == [
        {
            "line": shop.spend.typed()[0].line_id,
            "origin": "typed",
            "file": None,
            "channel": None,
            "channel_key": "",
            "amount": 2000,
            "is_ruled": False,
        }
    ]


def test_what_is_said_of_a_channel_holds_for_all_its_spellings_until_it_is_forgotten(shop):
    with shop.cursor() as cursor:
        cursor.execute("insert into spend select * replace ('  FAIR ' as channel, 5 as \"row\") from spend where channel = 'fair'")
        cursor.execute("update workspace set data_version = 2")
    shop.spend.say("fair", "acquisition", HALF)
    assert window(shop) == (6200, 1000, 0, 0)
    shop.spend.say("fair", "shared", Decimal("0.1"))
    assert shop.spend.purposes() == (ChannelPurpose("fair", "shared", Decimal("0.1000")),)
    assert window(shop) == (0, 1000, 6200, 620)
    told = rows(shop, "select purpose, told_purpose, acquisition_ten_thousandths, told_ten_thousandths from spend_lines where is_ruled")
    assert [tuple(row.values()) for row in told] == [("shared", "shared", 1000, 5000)] * 2
    shop.spend.forget("fair")
    assert (window(shop), shop.data_version) == ((0, 1000, 6200, 3100), 5)


def test_every_reader_of_spend_sees_what_was_said(shop):
    shop.spend.say("ads", "retention", HALF)
    with shop.marts(Question(), flat_limits) as marts:
        january = spent(row for row in spend_rows(marts, lead_days=0) if row["month"] == 2026 * 12)
    assert (january.winning, january.keeping) == (0, 5400)  # the 27 days of its 31 since the first sale


def test_the_later_word_holds_between_a_line_and_its_channel(shop):
    line_id = shop.spend.add(PRIZES)
    shop.spend.say("prizes", "acquisition", HALF)
    assert window(shop) == (2000, 1000, 3100, 1550)
    shop.spend.change(replace(PRIZES, line_id=line_id, amount=Decimal("30.00")))  # a sum put right says nothing of the purpose
    assert window(shop) == (3000, 1000, 3100, 1550)
    shop.spend.change(replace(PRIZES, line_id=line_id, purpose="shared", acquisition_share=Decimal("0.25")))
    assert window(shop) == (0, 1000, 5100, 1550 + 500)
    shop.spend.say("prizes", "acquisition", HALF)
    shop.spend.change(replace(PRIZES, line_id=line_id, purpose="shared", acquisition_share=Decimal("0.3")))
    assert window(shop) == (0, 1000, 5100, 1550 + 600)


def test_it_all_stays_when_an_import_is_taken_back(shop):
    shop.spend.add(PRIZES)
    shop.spend.say("fair", "retention", HALF)
    with shop.cursor() as cursor:
        cursor.execute("insert into imports values (1, 'spend.csv', null, 'x', '2026-01-01', 3, 0, '{}', '[]')")
    shop.undo(1)
    assert len(shop.spend.typed()) == len(shop.spend.purposes()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"amount": Decimal(0)}, "The amount must be more than 0"),
        ({"amount": Decimal("-5")}, "The amount must be more than 0"),
        ({"amount": Decimal("NaN")}, "The amount must be more than 0"),
        ({"amount": Decimal("1e12")}, "The amount is too large"),
        ({"first_day": date(2026, 4, 11)}, "The last day, 2026-04-10, lies before the first, 2026-04-11"),
        ({"first_day": date(1989, 12, 31)}, "Spend can lie between 1990-01-01 and"),
        ({"last_day": datetime.now(UTC).date() + timedelta(400)}, "Spend can lie between 1990-01-01 and"),
        ({"channel": "x" * 101}, "A channel's name can have 100 letters at most"),
        ({"purpose": "shared", "acquisition_share": Decimal("1.4")}, "lies between 0 and 100 %"),
    ],
)
def test_what_cannot_be_a_line_is_refused_in_one_sentence_and_changes_nothing(shop, change, said):
    with pytest.raises(Refusal, match=said):
        shop.spend.add(replace(PRIZES, **change))
    line_id = shop.spend.add(PRIZES)
    with pytest.raises(Refusal, match=said):
        shop.spend.change(replace(PRIZES, line_id=line_id, **change))
    assert shop.spend.typed() == (replace(PRIZES, line_id=line_id),) and shop.data_version == 2


def test_a_line_that_is_gone_cannot_be_changed_or_removed(shop):
    for change in (lambda: shop.spend.remove("nothing"), lambda: shop.spend.change(replace(PRIZES, line_id="nothing"))):
        with pytest.raises(Refusal, match="This line is gone already"):
            change()
    assert shop.data_version == 1


def test_a_share_that_is_none_is_refused(shop):
    with pytest.raises(Refusal, match="lies between 0 and 100 %"):
        shop.spend.say("fair", "shared", Decimal("-0.1"))
    assert (shop.spend.purposes(), shop.data_version) == ((), 1)


def test_too_many_lines_belong_into_a_sheet(shop):
    with shop.cursor() as cursor:
        cursor.execute(
            "insert into typed_spend select cast(range as varchar), '2026-01-01', '2026-01-01', 'a', 1, 'shared', 0.5, '2026-01-01'"
            f" from range({MOST_TYPED})"
        )
    with pytest.raises(Refusal, match="2000 lines are typed in already"):
        shop.spend.add(PRIZES)


def test_channels_are_compared_the_same_way_in_sql_and_outside(shop):
    with shop.cursor() as cursor:
        cursor.execute("delete from spend")
        cursor.executemany(
            "insert into spend values (1, 'a.csv', ?, '2026-04-01', '2026-04-01', ?, null, 1, 'shared', 0.5)", list(enumerate(ODD_NAMES))
        )
    found = rows(shop, 'select channel, channel_key from spend_lines order by "row"')
    assert [row["channel"] for row in found] == list(ODD_NAMES)
    assert [row["channel_key"] for row in found] == [channel_key(name) for name in ODD_NAMES]


def test_lines_of_two_sheets_in_the_same_row_stay_two_lines(shop):
    with shop.cursor() as cursor:
        cursor.execute("insert into spend select * from spend")
    shop.spend.add(PRIZES)
    found = rows(shop, "select count(*) as lines, count(distinct line) as names from spend_lines")
    assert found == [{"lines": 7, "names": 7}]
