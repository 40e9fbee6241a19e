"""Excel and OpenDocument workbooks to raw tables, one per sheet that is not empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from duckdb import DuckDBPyConnection
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.guard.recognise import damaged, protected, shown
from retention.ingest.guard.survey import Survey
from retention.ingest.reading import Finding
from retention.sentence import Refusal, counted, sentence

Cell = int | float | str | bool | time | date | datetime | timedelta
BATCH_ROWS = 4_096
# Between these Arrow writes a number with a fraction as Python does; beyond them it would turn a barcode of 13 digits into 4.6e+12.
PLAIN_FROM, PLAIN_UNTIL = 1e-4, 1e10
WHOLE_UNTIL = 1e16  # whole numbers below this print all their digits; above, Excel has kept only fifteen of them


def read_workbook(path: Path, shown_name: str, connection: DuckDBPyConnection, surveys: Mapping[str, Survey]) -> list[RawTable]:
    """One raw table for each sheet with something on it. `surveys` is what the pre-flight counted, by sheet name.

    Refuses a workbook that is locked, damaged or empty, and one whose sheets the parser sees as empty though they are not.
    """
    tables: list[RawTable] = []
    try:
        with CalamineWorkbook.from_path(path) as book, _one_thread(connection):
            for position, described in enumerate(book.sheets_metadata):
                if described.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_index(position)
                survey = surveys.get(sheet.name, Survey(shown_name, sheet.name))
                if sheet.end is not None:
                    tables.append(_read_sheet(sheet, sheet.end, survey, shown_name, connection))
                elif survey.has_values:
                    raise Refusal(
                        sentence(
                            "Sheet {sheet} of {file} could not be read although it is not empty; save it as CSV and try again",
                            sheet=shown(sheet.name),
                            file=shown_name,
                        )
                    )
    except PasswordError as error:
        raise protected(shown_name) from error
    except CalamineError as error:
        raise damaged(shown_name) from error
    if not tables:
        raise Refusal(sentence("{file} is empty; choose the file that holds the table", file=shown_name))
    return tables


@contextmanager
def _one_thread(connection: DuckDBPyConnection) -> Iterator[None]:
    """The engine works with a single thread meanwhile: Python hands it the rows one batch at a time, and a second thread only spins."""
    ((threads,),) = connection.execute("select current_setting('threads')").fetchall()
    connection.execute("set threads = 1")
    try:
        yield
    finally:
        connection.execute(f"set threads = {threads}")


def _read_sheet(sheet: CalamineSheet, end: tuple[int, int], survey: Survey, shown_name: str, connection: DuckDBPyConnection) -> RawTable:
    rows = end[0] + 1
    survey.reach(rows, end[1] + 1)
    table, names = next_table(connection), [f"c{position}" for position in range(sheet.width)]
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in names)])
    connection.register("sheet_rows", pa.RecordBatchReader.from_batches(schema, _batches(sheet, schema)))
    blanked = ", ".join(f"nullif({name}, '') as {name}" for name in names)
    connection.execute(f"create table {table} as select row, {blanked} from sheet_rows")
    connection.unregister("sheet_rows")
    return RawTable(shown_name, shown(sheet.name), table, sheet.width, rows, None, None, _findings(survey, shown_name, sheet), True)


def _batches(sheet: CalamineSheet, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    rows, above, numbers = sheet.iter_rows(), 0, pa.array(range(1, BATCH_ROWS + 1), pa.int64())
    while batch := list(islice(rows, BATCH_ROWS)):
        columns = [_texts(column) for column in zip(*batch, strict=True)]
        yield pa.record_batch([pc.add(numbers.slice(0, len(batch)), above), *columns], schema=schema)
        above += len(batch)


def _texts(column: tuple[Cell, ...]) -> pa.StringArray:
    """The cells as plain text. Columns of one kind, nearly all there are, are converted in one go."""
    match {*map(type, column)}:
        case kinds if kinds == {str}:
            return pa.array(column, pa.string())
        case kinds if kinds == {float}:
            return _number_texts(pa.array(column, pa.float64()))
        case kinds if kinds == {date}:
            return pa.array(column, pa.date32()).cast(pa.string())
        case _:
            return pa.array([cell_text(cell) for cell in column], pa.string())


def _number_texts(numbers: pa.DoubleArray) -> pa.StringArray:
    size = pc.abs(numbers)
    most = pc.max(size).as_py()
    if most < WHOLE_UNTIL and pc.all(pc.equal(numbers, pc.floor(numbers))).as_py():
        return numbers.cast(pa.int64()).cast(pa.string())
    if most < PLAIN_UNTIL and pc.all(pc.or_(pc.equal(size, 0), pc.greater_equal(size, PLAIN_FROM))).as_py():
        return numbers.cast(pa.string())
    return pa.array([cell_text(number) for number in numbers.to_pylist()], pa.string())


def cell_text(cell: Cell) -> str:
    """One cell as plain text: 12345.0 is "12345", dates are ISO, true and false are words."""
    match cell:
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < WHOLE_UNTIL else repr(cell)
        case datetime():
            return cell.isoformat(" ", "seconds")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case time():
            return cell.isoformat("seconds")
        case _:
            return str(cell)


def _findings(survey: Survey, shown_name: str, sheet: CalamineSheet) -> tuple[Finding, ...]:
    if not survey.unsaved_formulas:
        return ()
    said = counted(
        "{count} cell on sheet {sheet} of {file} holds a formula whose result was not saved, and was read as blank;"
        " open the file in a spreadsheet program, save it and load it again",
        "{count} cells on sheet {sheet} of {file} hold formulas whose results were not saved, and were read as blank;"
        " open the file in a spreadsheet program, save it and load it again",
        survey.unsaved_formulas,
        sheet=shown(sheet.name),
        file=shown_name,
    )
    return (Finding("formulas_without_results", "warning", survey.unsaved_formulas, said, shown_name, shown(sheet.name)),)
