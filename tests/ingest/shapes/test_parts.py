from __future__ import annotations

import pytest

from tests.ingest.awkward import shapes, shapes_books, shapes_totals
from tests.ingest.small_files import read_files

SOME = [case for module in (shapes, shapes_books, shapes_totals) for case in module.CASES][::3]


@pytest.mark.parametrize("case", SOME, ids=lambda case: case.name)
def test_what_was_understood_is_read_again_the_same_by_its_own_mapping(tmp_path, case):
    first = read_files(tmp_path, case.files)
    entries = [
        {
            "file": table.file,
            "sheet": table.sheet,
            "role": table.role,
            "header_row": table.header_row,
            "columns": dict(table.columns),
            "formats": dict(table.formats),
        }
        for table in first.files
    ]
    (tmp_path / "again").mkdir()
    again = read_files(tmp_path / "again", case.files, {"files": entries})
    assert (again.totals, [table.headers for table in again.files]) == (first.totals, [table.headers for table in first.files])
