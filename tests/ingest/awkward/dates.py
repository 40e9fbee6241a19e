"""Days in every dress: orders of day and month, names, periods, counts of days and seconds, and what Excel made of them."""

from __future__ import annotations

from tests.ingest.awkward.case import Case


def orders(*days: str) -> dict[str, str | bytes]:
    """A file of orders on these days, ten each, in columns apart by semicolons."""
    return {"orders.csv": "Order;Date;Customer;Amount\n" + "".join(f"{n};{day};c{n % 2};10\n" for n, day in enumerate(days, 1))}


def case(name: str, days: tuple[str, ...], first: str, last: str, **more: object) -> Case:
    """The file of these days, all of which are read."""
    return Case(name, orders(*days), lines=len(days), revenue=str(10 * len(days)), first=first, last=last, **more)  # type: ignore[arg-type]


# A shop's days from January to March 2024, written with the day first; Excel made real dates of those up to the 12th.
WHOLE = [(day, month) for month in (1, 2, 3) for day in range(1, 29, 3)]
SWAPPED = tuple(f"2024-{day:02}-{month:02} 00:00:00" if day <= 12 else f"{day:02}/{month:02}/2024" for day, month in WHOLE)
# The same over a whole year, in no order at all: either reading may be true.
SCATTERED = tuple(f"2024-{d:02}-{m:02} 00:00:00" for d, m in zip((1, 9, 4, 12, 7, 2), (9, 1, 12, 4, 2, 7), strict=True)) + tuple(
    f"{d}/{m:02}/2024" for d, m in zip((28, 13, 21, 30, 17, 25), (1, 12, 6, 3, 9, 11), strict=True)
)

CASES = [
    case("the 13th settles the order of all", ("05.01.2024", "06.02.2024", "13.03.2024"), "2024-01-05", "2024-03-13"),
    case("the month first, as the 13th says", ("01/05/2024", "02/06/2024", "03/13/2024"), "2024-01-05", "2024-03-13"),
    case("nothing settles the order", ("02/01/2024", "05/02/2024", "06/03/2024"), "2024-01-02", "2024-03-06", doubts=("Date",)),
    case(
        "the order as the owner says",
        ("02/01/2024", "05/02/2024", "06/03/2024"),
        "2024-02-01",
        "2024-06-03",
        mapping={"files": [{"file": "orders.csv", "formats": {"date": "%m/%d/%Y"}}]},
    ),
    case(
        "two ways in one column", ("2024-01-05", "05.02.2024", "28.02.2024"), "2024-01-05", "2024-02-28", findings=("several_date_styles",)
    ),
    case("digits and names in one column", ("31/12/2023", "Jan 3, 2024", "February 4, 2024"), "2023-12-31", "2024-02-04"),
    case(
        "dots with the day first, slashes with the month",
        ("31.12.2023", "01.02.2024", "12/30/2023", "01/03/2024"),
        "2023-12-30",
        "2024-02-01",
    ),
    case(
        "both orders behind one separator",
        ("13/01/2024", "14/02/2024", "15/02/2024", "03/25/2024"),
        "2024-01-13",
        "2024-03-25",
        findings=("mixed_day_order",),
    ),
    case("years of two digits, days of one", ("5.1.24", "16.2.24", "7.3.24"), "2024-01-05", "2024-03-07"),
    case("the clock of twelve hours", ("1/13/2024 11:30:00 PM", "1/14/2024 12:05 AM", "1/15/2024 1:00 p.m."), "2024-01-13", "2024-01-15"),
    case(
        "zones: the shop's own clock counts",
        ("2025-05-11 23:55:16 -0400", "2025-05-12T00:30:00+02:00", "2025-05-13T23:59:59Z", "2025-05-14 23:00 EST"),
        "2025-05-11",
        "2025-05-14",
    ),
    case("days of Excel as numbers", ("45292", "45293.75", "45300"), "2024-01-01", "2024-01-09"),
    case("seconds since 1970", ("1704067200", "1704153600", "1706745600"), "2024-01-01", "2024-02-01", findings=("seconds_counted",)),
    case("thousandths of seconds since 1970", ("1704067200000", "1706745600000"), "2024-01-01", "2024-02-01"),
    case("eight digits, the year first", ("20240105", "20240217"), "2024-01-05", "2024-02-17"),
    case("eight digits, the day first, zeros lost", ("5012024", "17022024"), "2024-01-05", "2024-02-17"),
    case("fourteen digits", ("20240105101112", "20240217235959"), "2024-01-05", "2024-02-17"),
    case("months by number", ("2024-01", "2024-02", "2024-03"), "2024-01-01", "2024-03-01", findings=("months_only",)),
    case("months by number, the year behind", ("01.2024", "02.2024", "03.2024"), "2024-01-01", "2024-03-01", findings=("months_only",)),
    case("months by name", ("январь 2024", "февр. 2024", "март 2024 г."), "2024-01-01", "2024-03-01", findings=("months_only",)),
    case("months as Excel shows them", ("Jan-24", "Feb-24", "Mar-24"), "2024-01-01", "2024-03-01", findings=("months_only",)),
    case("quarters", ("Q1 2024", "2 кв. 2024", "IV квартал 2024 г."), "2024-01-01", "2024-10-01", findings=("quarters_only",)),
    case("years", ("2022", "2023", "2024"), "2022-01-01", "2024-01-01", findings=("years_only",)),
    case("Russian names of months", ("5 января 2024 г.", "17 февраля 2024 г.", "1 мая 2024"), "2024-01-05", "2024-05-01"),
    case("Romanian names with the day of the week", ("vin. 5 ian. 2024", "sâmbătă, 17 februarie 2024"), "2024-01-05", "2024-02-17"),
    case("German and French names", ("5. März 2024", "17. Mai 2024", "mar. 4 juin 2024"), "2024-03-05", "2024-06-04"),
    case(
        "Spanish, Portuguese and Italian names",
        ("5 de enero de 2024", "6 de fevereiro de 2024", "7 maggio 2024"),
        "2024-01-05",
        "2024-05-07",
    ),
    case("Polish, Turkish and Ukrainian names", ("5 sty 2024", "12 Şub 2024", "5 травня 2024 р."), "2024-01-05", "2024-05-05"),
    case("Chinese days", ("2024年1月5日", "2024年2月17日"), "2024-01-05", "2024-02-17"),
    Case(
        "days that no calendar has",
        orders("13.01.2024", "31.02.2024", "00.00.0000", "14.01.2024", "15.01.2024", "31.12.9999", "16.01.2024"),
        lines=4,
        revenue="40",
        first="2024-01-13",
        last="2024-01-16",
        refused=3,
    ),
    case("Excel changed day and month about", SWAPPED, "2024-01-01", "2024-03-28", findings=("swapped_days",)),
    case(
        "the swapped days left as they stand, as somebody wished",
        SWAPPED,
        "2024-01-01",
        "2024-10-03",
        findings=("swapped_days",),
        mapping={"repairs": {"swapped_days": False}},
    ),
    case("perhaps Excel changed day and month about", SCATTERED, "2024-01-09", "2024-12-13", findings=("swapped_days",)),
    Case(
        "year and month in columns of their own",
        {"orders.csv": "Order;Year;Month;Customer;Amount\n1;2024;1;a;10\n2;2024;2;b;10\n3;2024;3;a;10\n"},
        lines=3,
        revenue="30",
        first="2024-01-01",
        last="2024-03-01",
        findings=("months_only",),
    ),
    Case(
        "year, month by name and day in columns of their own",
        {"продажи.csv": "Заказ;Год;Месяц;День;Клиент;Сумма\n1;2024;январь;5;а;10\n2;2024;февраль;17;б;10\n"},
        lines=2,
        revenue="20",
        first="2024-01-05",
        last="2024-02-17",
    ),
    Case(
        "date and time in two columns",
        {"orders.csv": "Order;Date;Time;Customer;Amount\n1;13.01.2024;09:30;a;10\n2;14.01.2024;21:05;b;10\n"},
        lines=2,
        revenue="20",
        first="2024-01-13",
        last="2024-01-14",
    ),
]
