"""Words for how a deal ended, in all languages together: beginnings of words in its stage."""

from __future__ import annotations

# What did not come about is looked at first: "закрыто и не реализовано".
ENDS: dict[str, str] = {
    "cancelled": (
        "lost, закрыто и не, не реализован, проигран, провал, закрито та не, не реалізован, програн, pierdut, pierdere, verloren, perdu, "
        "perdid, cierre perdido, persa, perso, przegran, utracon, kaybedil, 输单, 丢单"
    ),
    "sale": (
        "won, успешно, успешна, реализован, выигран, успішно, реалізован, виграно, castigat, gewonnen, gagne, ganad, ganho, ganha, "
        "vinto, vinta, wygran, kazanil, 赢单, 成交"
    ),
}
# Headers of what a deal is to bring.
BUDGETS = "budget, бюджет, бюджет сделки, deal budget, buget, presupuesto, orcamento, budzet"
