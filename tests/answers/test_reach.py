"""From reach to return by hand: six customers, three channels, contacts that name them in other letters.

In the window (2025-07-01 to 2025-12-31), days from the first purchase to the next ones in brackets:
a  Ads      10 July,     second (10), third (114)
b  Ads      15 July,     second (139)
c  Friends  1 August
d  Ads      20 November, second (20), known for 41 days
e  ?        31 December
old         first bought in 2024, again on 1 August: not won in the window
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from retention.answers.ask import ask
from retention.answers.channel_names import channel_key
from retention.answers.reach import channels_compared, reach
from retention.answers.reach_counts import Comebacks
from retention.answers.reach_paths import Path
from retention.models.proportions import share_of
from retention.question import Question
from retention.warehouse.engine import sql_text
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop, number_lines
from tests.tiny_shop import flat_limits, make_tiny_shop

LINES = [
    ("old", date(2024, 6, 1), "9.00"),
    ("old", date(2025, 8, 1), "9.00"),
    ("a", date(2025, 7, 10), "9.00"),
    ("a", date(2025, 7, 20), "9.00"),
    ("a", date(2025, 11, 1), "9.00"),
    ("b", date(2025, 7, 15), "9.00"),
    ("b", date(2025, 12, 1), "9.00"),
    ("c", date(2025, 8, 1), "9.00"),
    ("c", date(2025, 8, 9), "-9.00"),
    ("d", date(2025, 11, 20), "9.00"),
    ("d", date(2025, 12, 10), "9.00"),
    ("e", date(2025, 12, 31), "9.00"),
]
CHANNELS = {"a": "Ads", "b": "ads", "d": "Ads"}
CONTACTS = [
    (date(2025, 6, 30), "ads", "reached", 999),  # before the window
    (date(2025, 7, 1), " ADS", "reached", 1000),
    (date(2025, 7, 31), "ads ", "reached", 500),
    (date(2025, 8, 31), "Ads", "visited", 10),
    (date(2025, 8, 31), "Ads", "enquired", 2),
    (date(2025, 9, 30), "Fair", "reached", 50),
    (date(2026, 1, 1), "ads", "reached", 999),  # after the as-of day
]
ASKED = Question(as_of=date(2025, 12, 31), window_months=6)


def make_reach_shop(path, contacts=CONTACTS):
    workspace = make_shop(path, LINES)
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set channel = 'Friends', store = 'North' where customer_id in ('c', 'old')")
        cursor.executemany(
            "insert into customers (import_id, file, \"row\", customer_id, acquired_channel) values (1, 'people.csv', 2, ?, ?)",
            [[customer, channel] for customer, channel in CHANNELS.items()],
        )
        for number, line in enumerate(contacts):
            cursor.execute(
                'insert into contacts (import_id, file, "row", "day", channel, stage, people) values (1, \'contacts.csv\', ?, ?, ?, ?, ?)',
                [number, *line],
            )
    return workspace


def answer(path, question=ASKED, contacts=CONTACTS):
    workspace = make_reach_shop(path / "shop.duckdb", contacts)
    with workspace.marts(question, flat_limits) as marts:
        found = reach(marts)
    workspace.close()
    return found


def people(path):
    return [step.people for step in path.steps]


def said(found):
    return [note.text for note in found.notes]


def test_the_way_of_everybody_by_hand(tmp_path):
    found = answer(tmp_path)
    assert (found.window_first_day, found.customers, found.typed) == (date(2025, 7, 1), 6, ())
    assert [step.name for step in found.whole.steps] == ["reached", "visited", "enquired", "first", "second", "third"]
    assert people(found.whole) == [1550, 10, 2, 5, 3, 1]
    # nobody counted who came of the 50 at the fair; c and e came by channels without contacts: of the two who asked three became customers
    assert [step.share for step in found.whole.steps] == pytest.approx([None, 10 / 1500, 0.2, 1.5, 0.6, 1 / 3])
    assert [step.of for step in found.whole.steps] == [None, "reached", "visited", "enquired", "first", "second"]
    assert found.uncounted == 2
    assert any("above 100 %" in text for text in said(found))


def test_only_purchases_have_a_range_and_it_is_wilsons(tmp_path):
    steps = {step.name: step for step in answer(tmp_path).whole.steps}
    assert all(steps[name].low is None for name in ("reached", "visited", "enquired", "first"))
    expected = share_of(3, 5)
    assert (steps["second"].low, steps["second"].high) == (expected.low, expected.high)


def test_within_90_days_counts_only_those_known_for_90_days(tmp_path):
    came = answer(tmp_path).whole.comebacks
    assert (came.first, came.second.count, came.third.count, came.third.of) == (5, 3, 1, 3)
    assert (came.second_soon.count, came.second_soon.of) == (1, 3)
    assert (came.third_soon.count, came.third_soon.of) == (0, 3)


def test_channels_written_otherwise_are_the_same_channel(tmp_path):
    found = answer(tmp_path)
    assert [(path.name, people(path)) for path in found.channels] == [
        ("Ads", [1500, 10, 2, 3, 3, 1]),
        (None, [None, None, None, 1, 0, 0]),
        ("Friends", [None, None, None, 1, 0, 0]),
        ("Fair", [50, None, None, 0, 0, 0]),
    ]
    assert channel_key("  Über  ADS ") == channel_key("über ads")


def test_every_month_of_the_window_is_there(tmp_path):
    found = answer(tmp_path)
    assert [(path.name, people(path)) for path in found.months] == [
        ("2025-07", [1500, None, None, 2, 2, 1]),
        ("2025-08", [None, 10, 2, 1, 0, 0]),
        ("2025-09", [50, None, None, 0, 0, 0]),
        ("2025-10", [None, None, None, 0, 0, 0]),
        ("2025-11", [None, None, None, 1, 1, 0]),
        ("2025-12", [None, None, None, 1, 0, 0]),
    ]
    assert [path.is_finished for path in found.months] == [True, True, True, True, False, False]
    assert found.months[0].steps[3].share == 2 / 1500 and found.months[0].steps[3].of == "reached"
    assert all(path.is_whole and path.is_month for path in found.months)


@pytest.mark.parametrize(
    ("as_of", "months", "cut"),
    [
        (date(2025, 12, 31), 6, []),
        (date(2025, 12, 30), 6, ["2025-12"]),
        (date(2025, 12, 15), 5, ["2025-07", "2025-12"]),
    ],
)
def test_a_month_that_the_window_cuts_is_marked(tmp_path, as_of, months, cut):
    found = answer(tmp_path, Question(as_of=as_of, window_months=months))
    assert [path.name for path in found.months if not path.is_whole] == cut


def test_without_contacts_the_steps_before_a_purchase_are_unknown_and_that_is_said(tmp_path):
    found = answer(tmp_path, contacts=[])
    assert people(found.whole) == [None, None, 5, 3, 1]
    assert found.whole.steps[2].share is None
    assert ["upload a sheet of contacts" in text for text in said(found)] == [True]


def test_typed_figures_stand_in_for_everybody_and_for_no_channel_and_no_month(tmp_path):
    found = answer(tmp_path, Question(as_of=ASKED.as_of, window_months=6, prospects=400, visitors=20), contacts=[])
    assert people(found.whole) == [400, 20, 5, 3, 1]
    assert (found.typed, found.uncounted, found.whole.steps[2].share) == (("reached", "visited"), 0, 0.25)
    assert all(path.steps[0].people is None for path in (*found.channels, *found.months))
    assert ["typed in" in text for text in said(found)] == [True]


def test_what_the_sheet_says_counts_before_what_is_typed(tmp_path):
    found = answer(tmp_path, Question(as_of=ASKED.as_of, window_months=6, prospects=400, visitors=20))
    assert (people(found.whole)[:3], found.typed) == ([1550, 10, 2], ())


def test_where_only_questions_are_counted_visits_are_not_asked_for(tmp_path):
    found = answer(tmp_path, Question(as_of=ASKED.as_of, window_months=6, visitors=20), [(date(2025, 8, 31), "Ads", "enquired", 2)])
    assert [(step.name, step.people) for step in found.whole.steps[:3]] == [("reached", None), ("enquired", 2), ("first", 5)]
    assert found.typed == ()


def test_filters_hide_what_cannot_be_split(tmp_path):
    found = answer(tmp_path, Question(as_of=ASKED.as_of, window_months=6, stores=("North",), prospects=400))
    assert (people(found.whole), found.typed) == ([None, None, 1, 0, 0], ())
    assert ["not split by shop" in text for text in said(found)] == [True]


def test_a_filter_by_channel_keeps_its_contacts_and_no_typed_figure(tmp_path):
    found = answer(
        tmp_path,
        Question(as_of=ASKED.as_of, window_months=6, channels=("Friends",), prospects=400),
        [*CONTACTS, (date(2025, 8, 1), "friends", "visited", 4)],
    )
    assert (people(found.whole), found.whole.steps[2].share) == ([None, 4, 1, 0, 0], 0.25)
    assert "A figure typed in cannot be split by channel, so with this filter it is not used." in said(found)


def test_five_customers_without_channels_have_no_table_of_channels(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        found = reach(marts)
    workspace.close()
    # since 22 February only Clara is new: her second purchase came after 30 days, and 90 have not passed
    assert (found.channels, found.differences, found.compared, people(found.whole)) == ((), (), 0, [None, None, 1, 1, 0])
    assert found.whole.comebacks.second_soon.of == 0 and not found.whole.is_finished


def test_sales_that_name_nobody(tmp_path):
    workspace = make_shop(tmp_path / "nobody.duckdb", [(None, date(2026, 1, 1), "5.00")])
    with workspace.marts(Question(), flat_limits) as marts:
        found = reach(marts)
    workspace.close()
    assert (found.customers, people(found.whole)) == (0, [None, None, 0, 0, 0])


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def test_a_customers_channel_is_the_one_the_cost_of_winning_them_is_counted_by(living):
    with ask(living, Question()) as marts, marts.engine() as engine:
        everybody = {row["customer"]: row["channel"] for row in engine.arrow(sql_text("answers", "customer_firsts")).to_pylist()}
        won = {row["customer"]: row["channel"] for row in engine.arrow(sql_text("answers", "reach_channels")).to_pylist()}
        bought = engine.arrow(sql_text("answers", "reach_purchases"))["customer"].to_pylist()
    assert list(won) == bought
    assert won == {customer: everybody[customer] for customer in bought}


def test_channels_and_months_add_up_to_everybody(living):
    with ask(living, Question()) as marts:
        found = reach(marts)
    for paths in (found.channels, found.months):
        assert [sum(path.steps[place].people for path in paths) for place in (2, 3, 4)] == people(found.whole)[2:]
        assert sum(path.comebacks.second_soon.of for path in paths) == found.whole.comebacks.second_soon.of
    assert found.compared == 3 and found.differences == ()  # one channel is drawn like the others


def test_a_channel_whose_people_do_not_come_back_is_named(tmp_path):
    lines = [("old", date(2024, 1, 1), "9.00")]
    for number in range(120):
        lines.append((f"c{number:03}", date(2025, 7, 1 + number % 20), "9.00"))
        if number % 2 or number % 20 == 0:  # everybody of one channel, one in ten of the other
            lines.append((f"c{number:03}", date(2025, 8, 1 + number % 20), "9.00"))
    workspace = make_shop(tmp_path / "two.duckdb", lines)
    with workspace.cursor() as cursor:
        cursor.execute(
            "update order_lines set channel = case when substr(customer_id, 4) in ('1', '3', '5', '7', '9') then 'Good' else 'Bad' end"
        )
    with workspace.marts(Question(as_of=date(2025, 12, 31)), flat_limits) as marts:
        found = reach(marts)
    workspace.close()
    assert {one.channel: (one.share.count, one.share.of) for one in found.differences} == {"Good": (60, 60), "Bad": (6, 60)}
    assert all(one.chance < 1e-9 for one in found.differences)


# channels that count different stages: advertisements are shown, a fair is visited, nobody counts what friends say
UNLIKE = [(date(2025, 8, 1), "Ads", "reached", 1000), (date(2025, 8, 1), "Fair", "visited", 20)]


def answer_of_channels(path, channels, contacts, question=ASKED):
    """A shop whose channels won so many customers in August, each with one purchase, and one customer long before."""
    lines = [(f"{channel}{number:03}", date(2025, 8, 2), "9.00") for channel, count in channels.items() for number in range(count)]
    workspace = make_shop(path / "channels.duckdb", [*((channel, date(2024, 6, 1), "9.00") for channel in channels), *lines])
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set channel = nullif(regexp_replace(customer_id, '[0-9]+$', ''), 'nowhere')")
        for number, line in enumerate(contacts):
            cursor.execute(
                'insert into contacts (import_id, file, "row", "day", channel, stage, people) values (1, \'contacts.csv\', ?, ?, ?, ?, ?)',
                [number, *line],
            )
    with workspace.marts(question, flat_limits) as marts:
        found = reach(marts)
    workspace.close()
    return found


def shares(path):
    return {
        step.name: (step.counted, step.of_people) for step in path.steps if step.share is not None and step.name not in ("second", "third")
    }


def test_a_step_is_measured_only_on_channels_counted_at_both_stages(tmp_path):
    found = answer_of_channels(tmp_path, {"Ads": 40, "Fair": 10}, UNLIKE)
    assert people(found.whole)[:3] == [1000, 20, 50]
    # nobody counted who of the 1,000 came, nor whom the fair reached; of its 20 visitors 10 became customers
    assert shares(found.whole) == {"first": (10, 20)} and found.uncounted == 40
    assert [step.share for step in found.whole.steps][:3] == [None, None, 0.5]
    assert not any("above 100 %" in text for text in said(found))
    assert sum("a share counts only the channels" in text for text in said(found)) == 1
    assert {path.name: shares(path) for path in found.channels} == {"Ads": {"first": (40, 1000)}, "Fair": {"first": (10, 20)}}
    assert {path.name: shares(path) for path in found.months}["2025-08"] == {"first": (10, 20)}


def test_a_channel_counted_at_both_stages_stands_alone_where_the_others_are_not(tmp_path):
    lines = [*UNLIKE, (date(2025, 8, 1), "Ads", "visited", 50)]
    found = answer_of_channels(tmp_path, {"Ads": 10, "Fair": 10, "Friends": 3}, lines)
    assert people(found.whole)[:3] == [1000, 70, 23]
    assert shares(found.whole) == {"visited": (50, 1000), "first": (20, 70)} and found.uncounted == 3
    assert sum("a share counts only the channels" in text for text in said(found)) == 1


def test_a_stage_without_any_channel_counts_for_the_whole_shop(tmp_path):
    lines = [(date(2025, 8, 1), "Ads", "reached", 1000), (date(2025, 8, 1), None, "visited", 100)]
    found = answer_of_channels(tmp_path, {"Ads": 10, "Friends": 5}, lines)
    assert shares(found.whole) == {"visited": (100, 1000), "first": (15, 100)} and found.uncounted == 0
    assert not any("a share counts only" in text for text in said(found))


def test_one_line_without_a_channel_is_no_count_of_the_whole_shop(tmp_path):
    lines = [*UNLIKE, (date(2025, 8, 1), None, "visited", 2)]
    found = answer_of_channels(tmp_path, {"Ads": 40, "Fair": 10, "nowhere": 1}, lines)
    assert shares(found.whole) == {"first": (11, 22)} and found.uncounted == 40


def test_what_is_typed_in_is_of_the_whole_shop(tmp_path):
    asked = Question(as_of=ASKED.as_of, window_months=6, prospects=400)
    found = answer_of_channels(tmp_path, {"Ads": 40, "Fair": 10}, UNLIKE[1:], asked)
    assert shares(found.whole) == {"visited": (20, 400), "first": (10, 20)} and found.uncounted == 40


@pytest.mark.parametrize("typed", [None, 400])
def test_a_filter_that_names_none_of_the_channels_of_contacts_says_so(tmp_path, typed):
    asked = Question(as_of=ASKED.as_of, window_months=6, channels=("Online",), prospects=typed)
    found = answer_of_channels(tmp_path, {"Online": 4, "Shop": 3}, UNLIKE, asked)
    assert people(found.whole)[:3] == [None, None, 4]
    assert said(found) == [
        "In the sheet of contacts no line names a channel of this filter, so people reached and visitors are not known here."
    ]


def test_a_filter_without_any_contacts_still_asks_for_them(tmp_path):
    found = answer_of_channels(tmp_path, {"Online": 4, "Shop": 3}, [], Question(as_of=ASKED.as_of, window_months=6, channels=("Online",)))
    assert ["upload a sheet of contacts" in text for text in said(found)] == [True]


def test_a_channel_is_drawn_from_the_customers_list_before_the_dearest_line_of_the_first_day(tmp_path):
    """Only the list names d's channel with another one; e bought twice on the first day, the dearer line second."""
    workspace = make_reach_shop(tmp_path / "shop.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set channel = 'Shop' where customer_id = 'd'")
        cursor.execute("update order_lines set channel = 'Cheap' where customer_id = 'e'")
        cursor.execute(
            'insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, status, currency, channel)'
            " values (1, 'many.csv', 99, 'e', '2025-12-31', 20, 'sale', 'EUR', 'Dear')"
        )
        number_lines(cursor)
    with workspace.marts(ASKED, flat_limits) as marts:
        firsts = {path.name: path.comebacks.first for path in reach(marts).channels}
    workspace.close()
    assert firsts == {"Ads": 3, "Dear": 1, "Friends": 1, "Fair": 0}


@pytest.mark.parametrize(("known", "waited", "counted"), [(90, 90, (1, 1)), (90, 91, (0, 1)), (89, 80, (0, 0)), (91, 90, (1, 1))])
def test_ninety_days_is_ninety_days_on_both_sides(tmp_path, known, waited, counted):
    first = date(2025, 12, 31) - timedelta(known)
    lines = [("old", date(2024, 1, 1), "9.00"), ("a", first, "9.00"), ("old", date(2025, 12, 31), "9.00")]
    workspace = make_shop(tmp_path / "own.duckdb", [*lines, ("a", first + timedelta(waited), "9.00")])
    with workspace.marts(Question(as_of=date(2025, 12, 31)), flat_limits) as marts:
        soon = reach(marts).whole.comebacks.second_soon
    workspace.close()
    assert (soon.count, soon.of) == counted


def channels_of(*backs):
    """Paths of channels of which so many of so many came back within 90 days."""
    return [
        Path(
            f"c{place}", (), Comebacks(of, share_of(count, of), share_of(0, count), share_of(count, of), share_of(0, of)), False, True, True
        )
        for place, (count, of) in enumerate(backs)
    ]


def test_many_channels_are_held_to_more():
    # 43 of 100 against 180 of 600 is beyond noise (1 %), also where two channels are compared; among seven it is not
    compared, found = channels_compared(channels_of((43, 100), (180, 600)))
    assert (compared, {one.channel for one in found}) == (2, {"c0", "c1"})
    assert channels_compared(channels_of((43, 100), *[(30, 100)] * 6)) == (7, ())


@pytest.mark.parametrize(("back", "of", "compared"), [(5, 10, 2), (4, 8, 0), (2, 10, 0)])
def test_channels_of_too_few_expected_people_are_not_compared(back, of, compared):
    # people expected on the rarer side of the smaller channel: 5, 4 and 2
    assert channels_compared(channels_of((back, of), (back, of)))[0] == compared
