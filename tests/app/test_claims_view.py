"""See for yourself: the three boxes begin at the published examples and follow their sliders."""

from __future__ import annotations

import pytest

from tests.app.test_pages import charts, texts, visit
from tests.living_shop import make_living_shop
from tests.tiny_shop import make_tiny_shop

PAGE = "costs?costs_view=claims"
TYPED = f"{PAGE}&figures=typed&typed_acquired=120&typed_kept=500&typed_winning=9000&typed_keeping=2000"


@pytest.mark.parametrize("page", [PAGE, TYPED])
def test_the_boxes_begin_at_the_published_examples(own_home, page):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    app = visit(page)
    workspace.close()
    said = texts(app)
    assert "a new customer costs 92.20 on average and a kept one 9.15: **10.08 : 1**" in said
    assert "the next customer costs 198.78 to win and 198.78 to keep, and both are worth 198.78." in said
    assert "each cost 7.14. But of 100 who got nothing 68.0 stayed as well, 2.00 fewer, so **one more kept cost 250.00**" in said
    assert "between 152.36 and 696.06" in said and "10.0 times as cheap" in said and "3.5 times the cost of winning one" in said
    assert "If 85 of 100 stay each year instead of 80" in said and "**27.5% more**" in said
    assert len(charts(app)) == 3


def test_points_begin_at_the_shop_s_own_share(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    app = visit(PAGE)
    stay = app.slider(key="claim_stay").value
    assert f"If {stay + 5} of 100 stay each year instead of {stay}" in texts(app) and stay != 80
    app.slider(key="claim_stay").set_value(90).run()
    workspace.close()
    assert "**40.7% more**. The leavers become fewer by 50%." in texts(app) and app.query_params["claim_stay"] in ("90", ["90"])


def test_curves_on_which_nothing_pays(own_home):
    said = texts(visit(f"{TYPED}&claim_margin=10&claim_won=1&claim_fast_won=0.05"))
    assert "not even the first coin pays on one of the sides" in said


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("claim_courted_kept=10001", "More bought again than there were"),
        ("claim_courted_kept=6600", "on these figures the money kept nobody"),
        ("claim_courted_kept=6700", "Chance could hide a few whom the money kept: 95 times in 100, one more kept cost at least 1,676.76"),
        ("claim_courted=100&claim_courted_kept=69&claim_others=100&claim_others_kept=70", "Chance could hide a few"),
        ("claim_courted_kept=6850", "which chance alone could do"),
        ("claim_courted_kept=0", "Nobody who got the offer bought again"),
        ("claim_courted=4&claim_courted_kept=3&claim_others=4&claim_others_kept=1", "too few people to trust the range"),
    ],
)
def test_groups_that_tell_less(own_home, figures, said):
    assert said in texts(visit(f"{TYPED}&{figures}"))


def test_an_offer_that_cost_nothing(own_home):
    app = visit(f"{TYPED}&claim_spend=0")
    said = texts(app)
    assert not app.exception and "each cost 0.00." in said and "times as cheap" not in said and len(charts(app)) == 3
    app.number_input(key="claim_spend").set_value(100.0).run()
    assert "times as cheap" in texts(app) and app.query_params["claim_spend"] in ("100", ["100"])


@pytest.mark.parametrize("written", ["inf", "-inf", "nan", "1e400", "9" * 400, "-5", "1.5", "٣", "x", ""])
def test_no_number_in_a_link_brings_the_page_down(own_home, written):
    names = ("courted", "courted_kept", "others", "others_kept", "spend", "new", "won", "margin", "fast_won", "points", "stay", "discount")
    app = visit(f"{TYPED}&" + "&".join(f"claim_{name}={written}" for name in names))
    assert not app.exception and len(charts(app)) >= 2
    assert app.number_input(key="claim_courted").value in (10_000, 1)  # 1.5 is no number of people, and no other is kept


def test_what_was_typed_stands_in_the_link_and_comes_back(own_home):
    app = visit(f"{TYPED}&claim_courted=12000&claim_spend=60000.5")
    assert app.number_input(key="claim_courted").value == 12_000 and app.number_input(key="claim_spend").value == 60_000.5
    app.number_input(key="claim_courted").set_value(10_000).run()
    assert "claim_courted" not in app.query_params and app.query_params["claim_spend"] in ("60000.5", ["60000.5"])


def test_everybody_stays(own_home):
    assert "If 100 of 100 stay each year instead of 99" in texts(visit(f"{TYPED}&claim_stay=99&claim_points=20&claim_discount=1"))


def test_sales_that_name_nobody(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb", [("1", None, "2026-01-05", "10.00", None, "sale")])
    app = visit(PAGE)
    workspace.close()
    assert not app.error and len(charts(app)) == 3 and "instead of 80" in texts(app)
