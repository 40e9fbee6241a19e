"""What each rung of the ladder is called and what to do for the people on it."""

from __future__ import annotations

from dataclasses import dataclass

from retention.sentence import N_


@dataclass(frozen=True)
class Strategy:
    """A rung's name, its one-word strategy, what that means in practice, and who stands there."""

    label: str
    verb: str
    advice: str
    who: str


STRATEGIES = {
    "prospect": Strategy(
        N_("Prospect"),
        N_("Attract"),
        N_("Be found and give a first reason to come: an honest promise, seen where these people already look."),
        N_("Has seen or heard of the shop, has not come yet."),
    ),
    "visitor": Strategy(
        N_("Visitor"),
        N_("Involve"),
        N_("Answer fast, take away the doubt, make the first purchase small and easy."),
        N_("Came in, called or wrote, has not bought yet."),
    ),
    "first_purchase": Strategy(
        N_("First purchase"),
        N_("Involve again"),
        N_("The second and third purchase decide: thank, ask how it was, give a reason to return soon."),
        N_("Has bought once or twice and is not silent for too long."),
    ),
    "regular": Strategy(
        N_("Regular"),
        N_("Retain"),
        N_("Keep what they come for, notice a longer silence early, reward the habit of coming, not waiting for discounts."),
        N_("Has bought often enough and keeps to their usual pace."),
    ),
    "advocate": Strategy(
        N_("Advocate"),
        N_("Cherish"),
        N_("Give attention, not money off: the best service, a say in what comes next, thanks for everyone they bring."),
        N_("A regular who recommends the shop, or buys at full price by choice."),
    ),
    "lapsed": Strategy(
        N_("Lapsed"),
        N_("Find out why"),
        N_("Ask first why they left, start with the most valuable, then make one good offer."),
        N_("Silent for longer than nearly all comparable waits between purchases."),
    ),
}
