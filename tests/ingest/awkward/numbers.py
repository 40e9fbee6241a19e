"""Amounts in every dress: which mark is the decimal one, what stands beside the digits, and cells that are no number at all."""

from __future__ import annotations

from tests.ingest.awkward.case import Case

DAYS = ("13.01.2024", "14.02.2024", "15.03.2024", "16.04.2024")


def orders(*amounts: str, header: str = "Amount") -> dict[str, str | bytes]:
    """A file of orders with these amounts, on days that leave no doubt, in columns apart by tabs."""
    rows = [f"{number}\t{day}\tc{number % 2}\t{amount}\n" for number, (day, amount) in enumerate(zip(DAYS, amounts, strict=False), 1)]
    return {"orders.tsv": f"Order\tDate\tCustomer\t{header}\n" + "".join(rows)}


CASES = [
    Case("decimal comma, thousands by a blank", orders("1 234,50", "12,25", "7,00"), lines=3, revenue="1253.75"),
    Case(
        "thousands by a no-break and a narrow blank", orders("1\u00a0234,50", "2\u202f000,25", "3\u2009000,00"), lines=3, revenue="6234.75"
    ),
    Case("thousands by a dot, no cents in some", orders("1.234,50", "2.000", "12,25"), lines=3, revenue="3246.75"),
    Case("thousands by a comma, no cents in some", orders("1,234.50", "2,000", "12.25"), lines=3, revenue="3246.75"),
    Case("thousands by an apostrophe", orders("CHF 1'234.50", "CHF 2’000.00", "CHF 12.00"), lines=3, revenue="3246.50", currency="CHF"),
    Case("lakhs as in India", orders("₹1,23,456.70", "₹12,000.00", "₹50.30"), lines=3, revenue="135507.00", currency="INR"),
    Case("złoty behind the amount", orders("12,50 zł", "1 000,00 zł", "7,25 zł"), lines=3, revenue="1019.75", currency="PLN"),
    Case("reais in front of the amount", orders("R$ 1.234,56", "R$ 10,00", "R$ 5,44"), lines=3, revenue="1250.00", currency="BRL"),
    Case("yuan behind the amount", orders("1200元", "35.50元", "4.50元"), lines=3, revenue="1240.00", currency="CNY"),
    Case("roubles and kopecks in words", orders("12 руб. 50 коп.", "100 руб. 05 коп.", "7 руб. 5 коп."), lines=3, revenue="119.60"),
    Case("crowns of no country", orders("kr 12,50", "100,00 kr.", "7,50 kr"), lines=3, revenue="120.00", absent=("currency",)),
    Case("a code behind the amount", orders("12.50 USD", "USD 100.00", "$7.50 USD"), lines=3, revenue="120.00", currency="USD"),
    Case("digits of other scripts", orders("１２３４．５０", "١٢٫٢٥", "۷.۲۵"), lines=3, revenue="1254.00"),
    Case("whole amounts with a dash for the cents", orders("12,-", "100,-", "7,50"), lines=3, revenue="119.50"),
    Case("all in thousands", orders("1.2K", "3.5K", "0.25K"), lines=3, revenue="4950.00", findings=("shortened_numbers",)),
    Case(
        "all in тысячи",
        orders("3,5 тыс. руб.", "1,25 тыс. руб.", "2 тыс. руб."),
        lines=3,
        revenue="6750.00",
        findings=("shortened_numbers",),
    ),
    Case("one amount in thousands among whole ones", orders("1200", "3500", "1.2K", "100"), lines=3, revenue="4800", refused=1),
    Case("powers of ten", orders("1.5E+03", "2.5E+02", "1E+01"), lines=3, revenue="1760"),
    Case("amounts as texts with an apostrophe in front", orders("'12.50", "'1,000.00", "'7.50"), lines=3, revenue="1020.00"),
    Case("nothing, in its many spellings", orders("12.50", "n/a", "-", "—"), lines=1, revenue="12.50", refused=3),
    Case(
        "errors of the spreadsheet",
        orders("12.50", "#REF!", "#####", "#ДЕЛ/0!"),
        lines=1,
        revenue="12.50",
        refused=3,
        findings=("error_cells",),
    ),
    Case(
        "an error instead of a customer",
        {"orders.csv": "Order,Date,Customer,Amount\n1,2024-01-13,ann,5\n2,2024-01-14,#N/A,6\n3,2024-01-15,bob,7\n4,2024-01-16,#REF!,8\n"},
        lines=4,
        customers=2,
        revenue="26",
        findings=("error_cells",),
    ),
    Case(
        "amounts that Excel took for dates",
        orders("12.50", "3.75", "2024-12-10", "12 окт"),
        lines=2,
        revenue="16.25",
        refused=2,
        findings=("numbers_became_dates",),
    ),
    Case("credit marked with letters stays unread", orders("120.00", "80.00", "20.00 CR"), lines=2, revenue="200.00", refused=1),
    Case(
        "nothing settles 1.234",
        orders("1.230", "2.500", "3.100"),
        lines=3,
        revenue="6830",
        doubts=("Amount",),
        findings=("ambiguous_numbers",),
    ),
    Case(
        "1.234 with the point as the owner says",
        orders("1.230", "2.500", "3.100"),
        lines=3,
        revenue="6.83",
        mapping={"files": [{"file": "orders.tsv", "formats": {"decimal": "."}}]},
    ),
    Case("negatives of every kind", orders("(3.00)", "4.00-", "−5.00", "20.00"), lines=4, revenue="8.00"),
    Case(
        "ids that have lost their zeros in some rows",
        {"orders.csv": "Order,Date,Customer,Amount\n1,2024-01-13,00123,5\n2,2024-01-14,123,6\n3,2024-01-15,04567,7\n"},
        lines=3,
        customers=3,
        revenue="18",
        findings=("ids_lost_zeros",),
    ),
]
