from __future__ import annotations

from retention.programmes.business import Business
from retention.programmes.do_nothing import DO_NOTHING
from retention.programmes.evaluate import evaluate


def test_nothing_comes_of_nothing():
    outcome = evaluate(DO_NOTHING, Business.of(100, 6, 50, 0.4, staying_share_year=0.8), {}, months=24)
    assert (outcome.net, outcome.cost, outcome.kept, outcome.won, outcome.liability) == (0, 0, 0, 0, 0)
    assert (outcome.p5, outcome.p95, outcome.probability_of_loss, outcome.break_even_lift) == (0, 0, 0, 0)
    assert outcome.months[0].sales_before == 2500
