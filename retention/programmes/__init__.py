"""From expectation to money for a decision: what each programme would earn or lose."""

from __future__ import annotations

from retention.programmes.bundle import BUNDLE
from retention.programmes.buy_n_get_one import BUY_N_GET_ONE
from retention.programmes.cashback import CASHBACK
from retention.programmes.discount import DISCOUNT
from retention.programmes.do_nothing import DO_NOTHING
from retention.programmes.free_extra import FREE_EXTRA
from retention.programmes.guaranteed_draw import GUARANTEED_DRAW
from retention.programmes.panic_reaction import PANIC_REACTION
from retention.programmes.points import POINTS
from retention.programmes.premium_price import PREMIUM_PRICE
from retention.programmes.programme import Programme
from retention.programmes.referral import REFERRAL
from retention.programmes.vip_service import VIP_SERVICE
from retention.sentence import Refusal, sentence

ALL: tuple[Programme, ...] = (
    DISCOUNT,
    CASHBACK,
    POINTS,
    BUY_N_GET_ONE,
    BUNDLE,
    GUARANTEED_DRAW,
    REFERRAL,
    VIP_SERVICE,
    FREE_EXTRA,
    PREMIUM_PRICE,
    DO_NOTHING,
    PANIC_REACTION,
)


def by_name(name: str) -> Programme:
    """The programme of this name; Refusal that lists the known names."""
    for programme in ALL:
        if programme.name == name:
            return programme
    known = ", ".join(programme.name for programme in ALL)
    raise Refusal(sentence("There is no programme called {name}; the known ones are {known}.", name=name, known=known))
