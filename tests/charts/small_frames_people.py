"""Small frames of the charts about who matters, by hand."""

from __future__ import annotations

import pandas as pd

FRAMES: dict[str, pd.DataFrame] = {
    "stability_shares": pd.DataFrame(
        [
            ("Раз в год", 1, 0.012, None, "1,2\u00a0% клиентов", ""),
            ("Размеренно", 2, 0.118, 0.384, "11,8\u00a0% клиентов", "38,4\u00a0% маржи"),
            ("Неравномерно", 3, 0.31, 0.431, "31\u00a0% клиентов", "43,1\u00a0% продаж"),
            ("Слишком мало покупок, чтобы судить", 4, 0.56, 0.185, "56\u00a0% клиентов", "18,5\u00a0% маржи"),
        ],
        columns=("label", "place", "customer_share", "money_share", "customers_text", "money_text"),
    ),
    "adoption_by_rung": pd.DataFrame(
        [
            ("Первая покупка", 1, 0.2, 0.143, 0.272, "20\u00a0%", "14–27\u00a0%", "30 из 1\u00a0150", False),
            ("Постоянный клиент", 2, 0.45, 0.382, 0.519, "45\u00a0%", "38–52\u00a0%", "90 из 200", False),
            ("Впервые купили в этом окне", 3, 0.31, 0.262, 0.363, "31\u00a0%", "26–36\u00a0%", "104 из 335", True),
        ],
        columns=("label", "place", "share", "low", "high", "share_text", "range_text", "people_text", "is_new"),
    ),
}
