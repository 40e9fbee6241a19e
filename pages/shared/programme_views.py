"""The views of the programmes page: which there are, in the order of the questions a shop asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from retention.sentence import N_
from shared.compare_view import compare_view
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.programme_shop import ProgrammeShop
from shared.question import Asked
from shared.try_view import try_view
from shared.who_view import who_view


@dataclass(frozen=True)
class View:
    """One way of looking at programmes.

    needs_sales: it reads the shop's own sales, so a business typed in does not have it.
    """

    label: str
    show: Callable[[PageWords, Asked, ProgrammeShop], None]
    needs_sales: bool = False


VIEWS = {
    "try": View(N_("Try one"), try_view),
    "compare": View(N_("Compare"), compare_view),
    "who": View(N_("Who gets it"), who_view, needs_sales=True),
}


def choose_view(words: PageWords, is_typed: bool) -> View:
    """The view asked for; the first one at first."""
    offered = [code for code, view in VIEWS.items() if not (is_typed and view.needs_sales)]
    return VIEWS[link_choice(words, N_("View"), {code: VIEWS[code].label for code in offered}, offered, "programmes_view")]
