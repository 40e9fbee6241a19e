"""The SQL keeps its shape: every file says what one row is, staging only renames, and the marts read the same to every engine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SQL = Path(__file__).resolve().parents[1] / "retention" / "warehouse"
LAYERS = ("staging", "marts", "checks", "answers")
# "one row per customer and day; key: customer, day", or "one row: the whole window; key: first_day" where there is only one
KEY = r"; key: \"?\w+\"?(, \"?\w+\"?)*$"
ROW = r"^-- one row( per | for |: ).+" + KEY
FIRST_LINE = {"staging": ROW, "marts": ROW, "checks": r"^-- .+" + KEY, "answers": ROW}
WAIST = "purchase_days"  # in front of it the engine's own dialect, behind it only what all engines read alike

# Functions that gave equal results on every engine tried: no dates, logarithms, quantiles or medians. Any other is named by the test.
PORTABLE_CALLS = {"sum", "min", "max", "count", "row_number", "ntile", "lag", "lead", "floor", "abs", "cast", "coalesce", "nullif"}
BEFORE_BRACKETS = set(
    "as and by exists from in not on or over then else when where select join union all between is case end using".split()
)
# Besides functions: outer joins (their nulls mean something), dates, floats, and what only one engine reads.
NOT_PORTABLE = (
    r"\b(left|right|full|natural|semi|anti|asof|positional)\s+(outer\s+)?join\b",
    r"\b(outer|lateral|interval|current_date|current_time|current_timestamp|double|float|real)\b",
    r"\b(date|time|timestamp)\s*''|\bas\s+(date|time|timestamp)\s*\)",
    r"\b(qualify|pivot|unpivot|summarize|exclude|ilike|glob|similar|using|tablesample|filter)\b",
    r"\b(group|order)\s+by\s+all\b|\bdistinct\s+on\b|\bwithin\s+group\b|,\s*from\b|::|//|\[|\{",
)


def stripped(text: str) -> str:
    """The SQL without comments, without the insides of its quoted texts and quoted names, in lower case."""
    pattern = r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"[^\"]*\""
    return re.sub(pattern, lambda m: {"'": "''", '"': "quoted"}.get(m.group()[0], " "), text, flags=re.S).lower()


def arguments(sql: str, opened: int) -> int:
    """How many arguments stand in the bracket that opens at this place."""
    depth, count = 0, 1
    for mark in sql[opened:]:
        depth += (mark == "(") - (mark == ")")
        count += mark == "," and depth == 1
        if depth == 0:
            break
    return count


def without_key_line(folder: Path) -> list[str]:
    """Files whose first line does not say what one row is and by which columns it is known."""
    wrong = []
    for layer in LAYERS:
        for path in sorted((folder / layer).glob("*.sql")):
            first = path.read_text(encoding="utf-8").splitlines()[:1]
            if not first or not re.match(FIRST_LINE[layer], first[0]):
                wrong.append(f"{layer}/{path.name}: {''.join(first)}")
    return wrong


def joins_in_staging(folder: Path) -> list[str]:
    """Staging files that do more than rename, cast and choose rows."""
    wrong = []
    for path in sorted((folder / "staging").glob("*.sql")):
        found = re.findall(r"\bjoin\b|\bgroup\s+by\b|\bfrom\s+\w+(?:\s+as)?(?:\s+\w+)?\s*,", stripped(path.read_text(encoding="utf-8")))
        wrong += [f"staging/{path.name}: {' '.join(words.split())}" for words in found]
    return wrong


def not_portable(folder: Path) -> list[str]:
    """What in the marts behind the waist only some engines understand, or understand in their own way."""
    wrong = []
    for path in sorted((folder / "marts").glob("*.sql")):
        if path.stem == WAIST:
            continue
        sql = stripped(path.read_text(encoding="utf-8"))
        found = [" ".join(m.group().split()) for pattern in NOT_PORTABLE for m in re.finditer(pattern, sql)]
        for call in re.finditer(r"(\w+)\s*\(", sql):
            name = call.group(1)
            if name not in PORTABLE_CALLS | BEFORE_BRACKETS:
                found.append(f"{name}()")
            if name in ("lag", "lead") and arguments(sql, call.end() - 1) != 3:
                found.append(f"{name} without its three arguments")
        wrong += [f"marts/{path.name}: {words}" for words in found]
    return wrong


@pytest.mark.parametrize("check", [without_key_line, joins_in_staging, not_portable])
def test_the_sql_keeps_its_shape(check):
    assert len(list(SQL.glob("marts/*.sql"))) >= 7
    assert check(SQL) == []


GOOD_STAGING = """-- one row per line of spend; key: file, "row"
select file, "row", first_day - date '1970-01-01' as day, 'left join' as words  -- no join, no group by
from spend
where purpose in (select kept from filters)
"""
GOOD_MART = """-- one row per customer; key: customer
-- left join and median() in a comment do not count, nor 'interval' in a text
with
firsts as (
    select
        customer,
        sum(case when day > 0 then 1 else 0 end) over (partition by customer order by day rows unbounded preceding) as date,
        lead(coalesce(day, 0), 1, 2147483647) over (partition by customer order by day) as next_day
    from purchase_days
    cross join question
    where month in (1, 2) and (orders > 0)
)

select customer, cast(floor(1e0 * value / 2) as bigint) as value, 'interval' as note from firsts inner join b on (b.a = 1)
"""


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_good_files_pass(tmp_path):
    write(tmp_path, "staging/spend_lines.sql", GOOD_STAGING)
    write(tmp_path, "marts/firsts.sql", GOOD_MART)
    write(tmp_path, "marts/purchase_days.sql", "-- one row per customer and day; key: customer, day\nselect round(year(x))")
    write(tmp_path, "checks/doubled.sql", "-- orders written twice; key: order_id\nselect 1")
    assert without_key_line(tmp_path) + joins_in_staging(tmp_path) + not_portable(tmp_path) == []


@pytest.mark.parametrize(
    "first",
    [
        "select 1",
        "-- one row per customer",
        "-- customers; key: customer",
        "-- one row per customer; key:",
        "-- one row per a; key: a b",
        "",
    ],
)
def test_a_file_without_its_key_line_is_named(tmp_path, first):
    write(tmp_path, "answers/rungs.sql", first)
    assert without_key_line(tmp_path) == [f"answers/rungs.sql: {first}"]


@pytest.mark.parametrize(
    ("sql", "complaint"),
    [
        ("select 1 from a cross join b", "join"),
        ("select 1 from a\ngroup   by b", "group by"),
        ("select 1 from a as b, c", "from a as b,"),
    ],
)
def test_staging_that_does_more_is_named(tmp_path, sql, complaint):
    write(tmp_path, "staging/a.sql", sql)
    assert joins_in_staging(tmp_path) == [f"staging/a.sql: {complaint}"]


@pytest.mark.parametrize(
    ("sql", "complaint"),
    [
        ("select date '2020-01-01'", "date ''"),
        ("select cast(day as date)", "as date)"),
        ("select day + interval 1 day", "interval"),
        ("select current_date", "current_date"),
        ("select date_trunc('month', day)", "date_trunc()"),
        ("select log(value)", "log()"),
        ("select median(value)", "median()"),
        ("select quantile_cont(value, 0.5)", "quantile_cont()"),
        ("select arg_max(a, b)", "arg_max()"),
        ("select a from b left  join c on 1 = 1", "left join"),
        ("select a from b semi join c on 1 = 1", "semi join"),
        ("select a from b inner join c using (d)", "using"),
        ("select day::integer", "::"),
        ("select a // 2", "//"),
        ("select a[1]", "["),
        ("select a from b qualify x = 1", "qualify"),
        ("select a, from b", ", from"),
        ("select a group by all", "group by all"),
        ("select * exclude a from b", "exclude"),
        ("select cast(a as double)", "double"),
        ("select lag(day) over (order by day)", "lag without its three arguments"),
        ("select lead(coalesce(a, b), 1) over (order by day)", "lead without its three arguments"),
    ],
)
def test_words_that_not_every_engine_reads_alike_are_named(tmp_path, sql, complaint):
    write(tmp_path, "marts/a.sql", sql)
    assert not_portable(tmp_path) == [f"marts/a.sql: {complaint}"]
