"""The evidence behind the thresholds: by hand in a shop of five, by laws in a living one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate

import pyarrow as pa
import pytest

from retention.answers.ask import ask
from retention.answers.threshold_evidence import Example, signs_in, threshold_evidence
from retention.models.mbg_nbd import MbgNbd
from retention.question import Question
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

FIRST = date(2026, 1, 1)
# at risk after 30 days of silence, lapsed after 45: the 31st day of silence is the first too many
VISITS = {"a": (0, 31), "b": (0, 32), "c": (0, 46), "d": (0, 47), "e": (0,), "f": (0, 60, 120), "g": (0, 1, 2, 62)}
STILL_OPEN = {"h": (119,), "i": (120,), "j": (104,), "k": (105,)}
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


def silent_shop(path, visits):
    return make_shop(path / "own.duckdb", [(customer, FIRST + timedelta(day), "1.00") for customer, days in visits.items() for day in days])


def test_a_silence_that_still_lasts_goes_beyond_on_the_evening_after_the_last_allowed_day(tmp_path):
    found = evidence(silent_shop(tmp_path, STILL_OPEN), Question(as_of=AS_OF))
    # on the evening of day 150: h 31 days, i 30, j 46, k 45
    assert counts(found) == {1: (0, 3, 0, 1), None: (0, 3, 0, 1)}


def own_limits(*_):
    """At risk after 10, then 20, then half of (10 days + the days from the first to the last purchase); lapsed much later."""
    columns = {"repeat_purchases": [0, 1, 2], "at_risk_flat_days": [10, 20, 0], "at_risk_base_millidays": [0, 0, 10_000]}
    columns |= {"at_risk_factor_millionths": [0, 0, 500_000], "lapsed_flat_days": [500] * 3}
    columns |= {"lapsed_base_millidays": [0] * 3, "lapsed_factor_millionths": [0] * 3}
    return pa.table({name: pa.array(values, pa.int64()) for name, values in columns.items()})


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        ((11,), {1: 0}),
        ((12,), {1: 1}),
        ((5, 21), {1: 0, 2: 0}),
        ((5, 22), {1: 0, 2: 1}),
        ((5, 15, 16), {1: 0, 2: 0, 3: 0}),  # half of 10 + 20: after the third purchase 15 days
        ((5, 15, 17), {1: 0, 2: 0, 3: 1}),
        ((5, 16, 16), {1: 0, 2: 0, 3: 0}),  # half of 10 + 21, rounded down
        ((5, 15, 10, 21), {1: 0, 2: 0, 3: 0}),  # the fourth takes the last row, with its own age: half of 10 + 30
        ((5, 15, 10, 22), {1: 0, 2: 0, 3: 1}),
    ],
)
def test_every_silence_is_held_against_the_limit_of_its_purchase(tmp_path, waits, expected):
    days = (0, *accumulate(waits))
    workspace = silent_shop(tmp_path, {"a": days})
    with workspace.marts(Question(as_of=FIRST + timedelta(days[-1])), own_limits) as marts:
        found = threshold_evidence(marts)
    workspace.close()
    assert {one.purchases: one.at_risk.count for one in found.silences if one.purchases and one.purchases <= len(waits)} == expected


def returning(count, waits=(20, 20, 20)):
    """So many customers who came back after these days, beginning on days 0 to 4."""
    return {f"r{number:03}": tuple(accumulate((number % 5, *waits))) for number in range(count)}


def even_odds(path, visits):
    with ask(silent_shop(path, visits), Question()) as marts:
        return [(one.even_odds_after_days, one.is_beyond_data) for one in threshold_evidence(marts).examples]


def test_even_odds_are_not_told_from_few_who_came_back(tmp_path):
    once = {f"o{number:03}": (number % 5,) for number in range(50)}
    assert even_odds(tmp_path, returning(29) | once) == [(None, False)] * 4


def test_even_odds_longer_than_the_data_are_not_told(tmp_path):
    found = even_odds(tmp_path, returning(30))
    # half a silence longer than the 64 days there are was seen by nobody
    assert (None, True) in found and all(beyond or 0 <= days <= 64 for days, beyond in found)


def test_even_odds_are_the_models_up_to_the_length_of_the_data(tmp_path, monkeypatch):
    # after 1, 2, 4 and 10 purchases, from odds of 1/4, 2/4, 4/4 and 10/4: at once, at once, at once, (30 + 365) (2.5^(1/9.5) - 1) = 39.99
    for days, said in ((40, (40, False)), (39, (None, True))):
        monkeypatch.setattr(MbgNbd, "fit", lambda _: MbgNbd(0.5, 30.0, 4.0, 1.0))
        path = tmp_path / str(days)
        path.mkdir()
        assert even_odds(path, returning(30, (20, days - 24))) == [(0, False)] * 3 + [said]


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
    assert found.examples == tuple(
        Example(*customer, None, None, None, is_beyond_data=False) for customer in ((1, 0), (2, 30), (4, 90), (10, 365))
    )
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
        assert all((one.even_odds_after_days is None) is one.is_beyond_data for one in found.examples)
        assert any(one.even_odds_after_days for one in found.examples)
    # what the limits are set to changes neither the chances nor the model
    assert (few.chances, few.levels_off_at) == (many.chances, many.levels_off_at)
    assert [one.even_odds_after_days for one in few.examples] == [one.even_odds_after_days for one in many.examples]


def test_chances_after_each_purchase(shop):
    found = living(shop)
    assert found.chance_days == 365 and [one.purchase_number for one in found.chances] == list(range(1, len(found.chances) + 1))
    assert len(found.chances) > 3 and found.chances[0].waits == 240
    assert all(one.low < one.chance < one.high for one in found.chances)
    assert 1 <= found.levels_off_at <= len(found.chances)
