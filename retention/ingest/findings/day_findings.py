"""What a person should know about the days of a table: several ways of writing them, months only, and what Excel made of them."""

from __future__ import annotations

from collections.abc import Iterator

from retention.ingest.columns.profile import Column
from retention.ingest.reading import Severity
from retention.ingest.rows.clean import Cleaned
from retention.ingest.values.dates import EPOCH, DayFormat, Period
from retention.ingest.values.swapped_days import Swap
from retention.sentence import Sentence, counted, sentence

Said = tuple[str, Severity, int, Sentence]


def findings_of_days(cleaned: Cleaned) -> Iterator[Said]:
    """Everything there is to say about the columns that are read as days: code, severity, rows, and the sentence."""
    if cleaned.plan is None:
        return
    table = cleaned.table
    for column in table.columns:
        if way := table.days.get(column.position):
            if way.period:
                yield f"{way.period}s_only", "warning", cleaned.kept, _period(way.period, column, table.raw.file)
            if way.pattern == EPOCH:
                said = sentence(
                    "Column {column} of {file} counts seconds, and nothing says in which time zone; its days are those of Greenwich",
                    column=column.header,
                    file=table.raw.file,
                )
                yield "seconds_counted", "info", cleaned.kept, said
            if way.swap:
                yield "swapped_days", "warning", way.swap.cells, _swap(way.swap, column, table.raw.file)
            yield from _several_ways(way, column, table.raw.file)


def _period(period: Period, column: Column, file: str) -> Sentence:
    match period:
        case "month":
            return sentence(
                "Column {column} of {file} holds months only: everything was put on the first day of its month, so weekdays and gaps"
                " within a month cannot be known",
                column=column.header,
                file=file,
            )
        case "quarter":
            return sentence(
                "Column {column} of {file} holds quarters only: everything was put on the first day of its quarter, so months, weekdays"
                " and shorter gaps cannot be known",
                column=column.header,
                file=file,
            )
        case "year":
            return sentence(
                "Column {column} of {file} holds years only: everything was put on the first of January, so months, weekdays and gaps"
                " within a year cannot be known",
                column=column.header,
                file=file,
            )


def _swap(swap: Swap, column: Column, file: str) -> Sentence:
    count = swap.cells
    if swap.is_certain and swap.is_undone:
        return counted(
            "{count} date in column {column} of {file} had its day and month swapped by Excel, and was put right",
            "{count} dates in column {column} of {file} had their days and months swapped by Excel, and were put right",
            count,
            column=column.header,
            file=file,
        )
    if swap.is_undone:
        return counted(
            "{count} date in column {column} of {file} was read with its day and month swapped, as you asked",
            "{count} dates in column {column} of {file} were read with their days and months swapped, as you asked",
            count,
            column=column.header,
            file=file,
        )
    return counted(
        "{count} date in column {column} of {file} may have had its day and month swapped by Excel: the others beside it are texts"
        " with days above 12; it was read as it stands",
        "{count} dates in column {column} of {file} may have had their days and months swapped by Excel: the others beside them are"
        " texts with days above 12; they were read as they stand",
        count,
        column=column.header,
        file=file,
    )


def _several_ways(way: DayFormat, column: Column, file: str) -> Iterator[Said]:
    days = column.days
    written = {
        "2024-12-31": days.iso,
        **{separator.join(("31", "12", "2024")): cells for separator, cells in days.separators.items()},
        "2024/12/31": days.year_first,
        "20241231": days.compact if days.compact > days.serials else 0,
        "31 Dec 2024": days.named,
        "45657": days.serials,
    }
    found = sorted((style for style in written if written[style]), key=lambda style: -written[style])
    if way.is_mixed:
        said = sentence(
            "Some dates in column {column} of {file} can only be read with the day first and others only with the month first; those that"
            " could be either were read as {pattern}",
            column=column.header,
            file=file,
            pattern="31.12.2024" if _day_first(way) else "12/31/2024",
        )
        yield "mixed_day_order", "warning", days.parts, said
    elif len(found) > 1 and way.period is None:
        said = sentence(
            "Dates in column {column} of {file} are written in several ways ({styles}); all of them were read",
            column=column.header,
            file=file,
            styles=", ".join(found),
        )
        yield "several_date_styles", "info", column.filled, said


def _day_first(way: DayFormat) -> bool:
    """Whether the commonest of the dates in parts have their day first."""
    return next((pattern.startswith("%d") for pattern in (way.pattern, *way.others) if pattern[1] in "dm" and "b" not in pattern), True)
