"""How long winning took, from contacts that name their customers."""

from __future__ import annotations

from datetime import date, timedelta

from retention.answers.lead_time import LeadTime, lead_time
from retention.question import Question
from tests.many_lines import make_shop

BOUGHT = date(2026, 3, 20)


def shop_with_waits(path, waits):
    workspace = make_shop(path, [(f"c{place}", BOUGHT, "5.00") for place in range(len(waits))])
    rows = [[place, BOUGHT - timedelta(days=wait), f"c{place}"] for place, wait in enumerate(waits)]
    rows += [[99, BOUGHT - timedelta(days=300), "nobody we know"], [100, BOUGHT - timedelta(days=400), None]]
    if waits:
        rows.append([101, BOUGHT + timedelta(days=9), "c0"])  # after the purchase: not how it was won
    with workspace.cursor() as cursor:
        cursor.executemany(
            'insert into contacts (import_id, file, "row", "day", stage, people, customer_id)'
            " values (1, 'c.csv', ?, ?, 'visited', 1, ?)",
            rows,
        )
    return workspace


def test_median_and_middle_half_in_whole_days(tmp_path):
    workspace = shop_with_waits(tmp_path / "w.duckdb", [*range(1, 13), -5])  # the last was in touch only after buying
    assert lead_time(workspace, Question()) == LeadTime(12, 6, 3, 9)
    workspace.close()


def test_few_contacts_with_customers_say_nothing(tmp_path):
    workspace = shop_with_waits(tmp_path / "w.duckdb", [*range(1, 10)])
    assert lead_time(workspace, Question()) == LeadTime(9, None, None, None)
    with workspace.cursor() as cursor:
        cursor.execute("update contacts set customer_id = null")
    assert lead_time(workspace, Question()) == LeadTime(0, None, None, None)
    workspace.close()
