"""The evidence behind the thresholds: by hand in a shop of five, by laws in a living one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from retention.answers.ask import ask
from retention.answers.threshold_evidence import Example, signs_in, threshold_evidence
from retention.question import Question
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

FIRST = date(2026, 1, 1)
# at risk after 30 days of silence, lapsed after 45: the 31st day of silence is the first too many
VISITS = {"a": (0, 31), "b": (0, 32), "c": (0, 46), "d": (0, 47), "e": (0,), "f": (0, 60, 120), "g": (0, 1, 2, 62)}
AS_OF = FIRST + timedelta(150)


def evidence(workspace, question=None):
    with workspace.marts(question or Question(), flat_limits) as marts:
        found = threshold_evidence(marts)
    workspace.close()
    return found


def counts(found):
    return {one.purchases: (one.at_risk.count, one.at_risk.of, one.lapsed.count, one.lapsed.of) for one in found.silences}


def test_silences_beyond_the_limits_by_hand(tmp_path):
    lines = [(customer, FIRST + timedelta(day), "1.00") for customer, days in VISITS.items() for day in days]
    found = evidence(make_shop(tmp_path / "silent.duckdb", lines), Question(as_of=AS_OF))
    # after the first purchase: a waited for 31 days, so on no evening for more than 30; b, c, d, f did and came back, d and f after more
    # than 45; e still waits. After the second: a, b, c and d still wait, f came back after 60. From the third on: f waits for 30 days, so
    # not too long, g came back after 60 and waits for 88
    assert counts(found) == {1: (4, 5, 2, 3), 2: (1, 5, 1, 5), 3: (1, 2, 1, 2), None: (6, 12, 4, 10)}


def test_five_customers_show_what_they_can(tmp_path):
    found = evidence(make_tiny_shop(tmp_path / "tiny.duckdb"))
    assert counts(found) == {1: (0, 1, 0, 1), 2: (0, 0, 0, 0), 3: (0, 1, 0, 1), None: (0, 2, 0, 2)}
    assert [(one.at_risk_after_days, one.lapsed_after_days) for one in found.examples] == [(30, 45)] * 4
    assert (found.waits, found.chances, found.levels_off_at, found.is_full_price_sign) == ((), (), None, False)
    assert "Too few customers have come back" in found.missing[0].text


def test_where_nobody_came_back_nobody_is_late(tmp_path):
    workspace = make_shop(tmp_path / "once.duckdb", [("a", FIRST, "1.00"), ("b", FIRST + timedelta(40), "1.00")])
    with ask(workspace, Question()) as marts:
        found = threshold_evidence(marts)
    workspace.close()
    assert found.examples == tuple(Example(*customer, None, None, None) for customer in ((1, 0), (2, 30), (4, 90), (10, 365)))
    assert counts(found) == {1: (0, 0, 0, 0), None: (0, 0, 0, 0)}
    assert "Nobody in the data has come back" in found.missing[0].text


def test_signs_are_there_when_the_data_hold_them(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    before = signs_in(workspace)
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set discount = 1 where customer_id = 'anna'")
        cursor.execute(
            "insert into feedback (import_id, file, \"row\", customer_id, day, score) values (1, 'f', 2, 'anna', '2026-02-01', 9)"
        )
    after = signs_in(workspace)
    workspace.close()
    assert (before.has_scores, before.has_discounts) == (False, False)
    assert (after.has_scores, after.has_discounts) == (True, True)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def living(shop, **asked):
    with ask(shop, Question(**asked)) as marts:
        return threshold_evidence(marts)


def test_the_limits_stand_where_the_curve_reaches_the_sliders_share(shop):
    for at_risk, lapsed in ((0.90, 0.95), (0.60, 0.80)):
        for curve in living(shop, at_risk_quantile=at_risk, lapsed_quantile=lapsed).waits:
            shares = [share for _, share in curve.points]
            assert curve.points[0] == (0, 0.0) and shares == sorted(shares) and shares[-1] == pytest.approx(1)
            for share, days in ((at_risk, curve.at_risk_after_days), (lapsed, curve.lapsed_after_days)):
                before = max((reached for day, reached in curve.points if day < days), default=0.0)
                reached = max(reached for day, reached in curve.points if day <= days)
                assert before < share <= reached + 1e-9


def test_longer_limits_raise_fewer_alarms(shop):
    few, many = living(shop, at_risk_quantile=0.95, lapsed_quantile=0.98), living(shop, at_risk_quantile=0.70, lapsed_quantile=0.80)
    assert few.silences[-1].at_risk.of < many.silences[-1].at_risk.of
    assert few.silences[-1].at_risk.count < many.silences[-1].at_risk.count
    assert all(one.lapsed.of <= one.at_risk.of for found in (few, many) for one in found.silences)
    for found in (few, many):
        assert all(one.at_risk_after_days <= one.lapsed_after_days for one in found.examples)
        assert all(one.even_odds_after_days > 0 for one in found.examples)
    # what the limits are set to changes neither the chances nor the model
    assert (few.chances, few.levels_off_at) == (many.chances, many.levels_off_at)
    assert [one.even_odds_after_days for one in few.examples] == [one.even_odds_after_days for one in many.examples]


def test_chances_after_each_purchase(shop):
    found = living(shop)
    assert found.chance_days == 365 and [one.purchase_number for one in found.chances] == list(range(1, len(found.chances) + 1))
    assert len(found.chances) > 3 and found.chances[0].waits == 240
    assert all(one.low < one.chance < one.high for one in found.chances)
    assert 1 <= found.levels_off_at <= len(found.chances)
