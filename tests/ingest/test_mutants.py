"""Two thousand damaged files: each is read or refused in one sentence, and of those that are read no record is lost."""

from __future__ import annotations

import os
import random
from pathlib import Path

import duckdb
import pytest

from retention.ingest.formats.raw import read_raw
from retention.ingest.understand import understand
from retention.sentence import Refusal
from tests.ingest.accounting import every_record_accounted_for
from tests.ingest.mutants import mutant, seeds

MUTANTS, PARTS = 2_000, 20
# To understand a file takes ten times as long as to read it; RETENTION_MUTANTS=1 understands every one, in ten minutes.
UNDERSTOOD = int(os.environ.get("RETENTION_MUTANTS", "25"))


@pytest.mark.parametrize("part", range(PARTS))
def test_a_damaged_file_is_read_or_refused(part: int, tmp_path: Path) -> None:
    honest = sorted(seeds(tmp_path).items())
    read = refused = 0
    connection = duckdb.connect(config={"threads": 1})
    for number in range(part, MUTANTS, PARTS):
        chance = random.Random(number)
        name, content = honest[number % len(honest)]
        path, spool = tmp_path / f"{number} {name}", tmp_path / f"spool {number}"
        path.write_bytes(mutant(content, chance))
        spool.mkdir()
        try:
            raws = read_raw(path, name, connection)
            for raw in raws:
                counted = connection.execute(f'select count(*), count(distinct "row") from {raw.table}').fetchall()
                assert counted == [(raw.rows, raw.rows)], (number, raw)
            read += 1
            if (number // PARTS) % UNDERSTOOD == 0:
                with every_record_accounted_for():
                    understand(connection, raws, None, spool, None)
        except Refusal as refusal:
            assert "\n" not in str(refusal), number
            refused += 1
        except Exception as error:  # which of the two thousand it was
            raise AssertionError(f"mutant {number} of {name}") from error
        if (number // PARTS) % UNDERSTOOD == 0:  # what understanding leaves in the connection belongs to one reading
            connection.close()
            connection = duckdb.connect(config={"threads": 1})
    connection.close()
    assert (read > 20, refused > 10) == (True, True), (read, refused)


def test_the_honest_files_are_all_read(tmp_path: Path) -> None:
    for number, (name, content) in enumerate(sorted(seeds(tmp_path).items())):
        (tmp_path / f"mine {name}").write_bytes(content)
        spool = tmp_path / str(number)
        spool.mkdir()
        with duckdb.connect(config={"threads": 1}) as connection, every_record_accounted_for():
            reading = understand(connection, read_raw(tmp_path / f"mine {name}", name, connection), None, spool, None)
        assert reading.totals.order_lines >= 12, name
