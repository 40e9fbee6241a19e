"""Referral reward: who brings a friend gets something, and so does the friend."""

from __future__ import annotations

from retention.programmes.assumption import BILLS, OTHER_SHOPS, Assumption, decision, uptake
from retention.programmes.programme import Customers, Effect, Programme, Values
from retention.sentence import N_


def spread(friends_told: float, share_who_come: float) -> tuple[float, float | None]:
    """New customers from each customer, k, and how many one becomes in the end if they tell friends in turn: 1 / (1 - k); None = no end."""
    each = friends_told * share_who_come
    return each, 1 / (1 - each) if each < 1 else None


def effect(values: Values, customers: Customers) -> Effect:
    """New customers who would not have come otherwise, and recommenders who stay longer, against the reward for *every* friend."""
    came_anyway, friends = values["came_anyway"], values["friends_yearly"]
    paid = (values["reward"] + values["friend_reward"] + values["handling"]) * customers.rung.average_check
    return Effect(
        uptake=values["uptake"],
        reward_yearly=friends * paid,
        reward_yearly_anyway=friends * paid * came_anyway,
        fewer_lapses=values["fewer_lapses"],
        new_customers_yearly=friends * (1 - came_anyway),
        newcomer_worth=1 + values["friend_worth"],
        member_cost_yearly=values["member_cost_yearly"],
    )


REFERRAL = Programme(
    name="referral",
    label=N_("Reward for recommending"),
    idea=N_("Thank those who bring a friend, and give the friend something too."),
    suits=("regular", "advocate"),
    assumptions=(
        decision("reward", N_("Reward for the one who recommends, share of the average check"), 0.3, maximum=10.0),
        decision("friend_reward", N_("Reward for the friend, share of the average check"), 0.2, maximum=10.0),
        decision(
            "handling",
            N_("Handling of one recommendation, share of the average check"),
            0.04,
            N_("Assumption: your own time and messages for each friend who comes."),
            maximum=10.0,
        ),
        uptake(0.02, 0.10, 0.25, OTHER_SHOPS, N_("Share of customers who recommend")),
        Assumption(
            name="friends_yearly",
            label=N_("Friends who come and buy, per recommender and year"),
            low=0.1,
            likely=0.3,
            high=1.0,
            unit="count",
            source=N_("Assumption: say each tells five friends in a year, and of a hundred told six come and buy."),
            minimum=0.0,
            maximum=20.0,
        ),
        Assumption(
            name="came_anyway",
            label=N_("Share of friends who would have come anyway"),
            low=0.1,
            likely=0.3,
            high=0.6,
            unit="share",
            source=N_("Assumption: ask new customers how they heard of you; without a reward some are told of you too."),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="friend_worth",
            label=N_("How much more a friend is worth than another new customer"),
            low=0.0,
            likely=0.10,
            high=0.25,
            unit="share",
            source=N_(
                "Recommended customers of a bank were worth at least 16 % more over six years (Schmitt and others, 2011); less here is our"
                " assumption for other trades."
            ),
            minimum=-0.5,
            maximum=5.0,
        ),
        Assumption(
            name="fewer_lapses",
            label=N_("How many fewer recommenders stop buying"),
            low=0.0,
            likely=0.10,
            high=0.40,
            unit="share",
            source=N_(
                "Among telephone customers who had recommended, 7 of 100 left instead of 19 (Garnefeld and others, 2013, compared with"
                " similar ones); a tenth fewer is our assumption."
            ),
            minimum=0.0,
            maximum=1.0,
        ),
        *BILLS,
    ),
    effect=effect,
    lever="friends_yearly",
    pays_later=True,
)
