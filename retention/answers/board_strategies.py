"""What to do for the people of each rung and profit tier: who they are and one piece of advice an owner can act on."""

from __future__ import annotations

from dataclasses import dataclass

from retention.sentence import N_


@dataclass(frozen=True)
class CellStrategy:
    """Who stands in a cell of the board, and what to do for them."""

    who: str
    advice: str


# Thirds of all customers by what they have brought so far, under the names of customer_groups.TIERS.
TIER_LABELS = {"best": N_("Profitable"), "middle": N_("Middling"), "lowest": N_("Least profitable")}
TIER_VERBS = {"best": N_("Develop"), "middle": N_("Move up"), "lowest": N_("Hold at minimal spend")}

BOARD_STRATEGIES = {
    ("first_purchase", "best"): CellStrategy(
        N_("First purchases so large that few customers have brought more."),
        N_(
            "Thank them by name within days and show what goes with what they bought: the second and third visit of these people is worth"
            " your own time."
        ),
    ),
    ("first_purchase", "middle"): CellStrategy(
        N_("Ordinary first purchases, the last of them not long ago."),
        N_("Give one reason to come again soon, with a date on it, and put the better choice beside the one they took."),
    ),
    ("first_purchase", "lowest"): CellStrategy(
        N_("Small first purchases that have left little or nothing."),
        N_(
            "Let an automatic thank-you and the newsletter do the work; no discount and nobody's hours until they come again by themselves."
        ),
    ),
    ("regular", "best"): CellStrategy(
        N_("They come often and bring more than most."),
        N_(
            "Keep what they come for in stock, tell them first about what is new, and call within days when they stay silent longer than"
            " usual."
        ),
    ),
    ("regular", "middle"): CellStrategy(
        N_("They come often and spend about as much as most."),
        N_("Offer what goes with their usual purchase, or the better version of it, instead of money off what they buy anyway."),
    ),
    ("regular", "lowest"): CellStrategy(
        N_("They come often enough and leave little each time."),
        N_("Keep the service they are used to without extra rewards, and reward a larger basket rather than one more small visit."),
    ),
    ("advocate", "best"): CellStrategy(
        N_("They recommend the shop, or pay the full price by choice, and bring more than most."),
        N_("Give them your best service and a say in what comes next, and thank them for everyone they bring; they need no discount."),
    ),
    ("advocate", "middle"): CellStrategy(
        N_("They recommend the shop, or pay the full price by choice, and spend about as much as most."),
        N_("Put something into their hands that is easy to pass on to a friend, and let them try one thing they have never bought here."),
    ),
    ("advocate", "lowest"): CellStrategy(
        N_("They speak well of the shop, or pay the full price, and buy little themselves."),
        N_("A kind word and a small thank-you for each friend they bring is enough; do not pay to make them buy more."),
    ),
    ("lapsed", "best"): CellStrategy(
        N_("Silent for longer than nearly all comparable waits, after having brought more than most."),
        N_("Begin with these: call or write in person, ask first why they left, mend what they name, and only then make one offer."),
    ),
    ("lapsed", "middle"): CellStrategy(
        N_("Silent for longer than nearly all comparable waits, after having spent about as much as most."),
        N_("Write once, at the time of year they used to buy, with an honest question and one reason to return; stop if no answer comes."),
    ),
    ("lapsed", "lowest"): CellStrategy(
        N_("Silent for longer than nearly all comparable waits, after having left little or nothing."),
        N_("Leave them in the general mailing if that costs nothing, make no offer, and spend the money where it brings more."),
    ),
}
