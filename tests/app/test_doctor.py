"""The import doctor with readings made by hand: what it asks, what each repair does to the figures, and the way back."""

from __future__ import annotations

import importlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from retention.ingest.reading import Doubt, Finding, Reading, RefusedRow, Repair, Totals, Understood
from retention.ingest.roles import SOURCES
from retention.sentence import Refusal, counted, sentence
from retention.warehouse import open_workspace

PAGES = Path(__file__).resolve().parents[2] / "pages"
AS_IT_STANDS = Totals(4, 4, 3, Decimal("1000.00"), "EUR", date(2026, 1, 2), date(2026, 2, 1), None, 1)
MERGED = replace(AS_IT_STANDS, customers=2, returning_customers=2)
MERGE = counted("{count} customer is written in two ways", "{count} customers are written in two ways", 1)
UNDERSTOOD = Understood(
    "orders.csv",
    None,
    "orders",
    "cp1251",
    ";",
    0,
    4,
    {"Date": "ordered_at", "Client *": "customer_id", "Sum": "amount"},
    ("Date", "Client *", "Sum", "Note"),
    {"Date": ("01/02/2026",), "Sum": ("10.00",), "Note": ("![x](http://evil.example)",)},
    {"date": "%d/%m/%Y", "decimal": "."},
    "a" * 64,
    (sentence("Column {column} holds dates", column="Date"), sentence("{file} looks like this shop's export", file="orders.csv")),
    "Shopify",
)
DOUBT = Doubt("orders.csv", None, "Date", "date", "01/02/2026", (("%d/%m/%Y", "2026-02-01"), ("%m/%d/%Y", "2026-01-02")))
FINDINGS = (
    Finding("ambiguous_dates", "warning", 4, sentence("Dates could also mean {other}", other=date(2026, 1, 2))),
    Finding("merged_customers", "info", 1, sentence("said by the repair already")),
    Finding("refused_rows", "warning", 1, sentence("One row could not be read")),
    Finding("total_rows", "info", 1, sentence("One row of totals was left out")),
)


class Files:
    """Stands in for the reading of files: answers by the mapping it is given, and keeps what it was asked."""

    def __init__(self, folder: Path, currencies: tuple[str, ...] = ("EUR",)) -> None:
        self.folder, self.currencies = folder, currencies
        self.asked: list[dict] = []
        self.refuses = False
        self.table = UNDERSTOOD
        self.stands, self.merged = AS_IT_STANDS, MERGED

    def read(self, paths, *, names, mapping, progress) -> Reading:
        progress(0.5, sentence("Understanding {file}", file="orders.csv"))
        self.asked.append(mapping)
        if self.refuses:
            raise Refusal(sentence("No row of {file} could be read", file="orders.csv"))
        spool = self.folder / f"spool_{len(self.asked)}"
        spool.mkdir()
        entry = next(iter(mapping.get("files", [])), {})
        is_on = mapping.get("repairs", {}).get("merged_customers", True)
        is_settled, has_rates = "date" in entry.get("formats", {}), bool(mapping.get("rates"))
        several = Finding("several_currencies", "error", 2, sentence("2 rows wait for their rates"))
        return Reading(
            (replace(self.table, role=entry.get("role", self.table.role), columns=entry.get("columns", self.table.columns)),),
            (*FINDINGS, *([several] if len(self.currencies) > 1 and not has_rates else [])),
            (RefusedRow("orders.csv", None, 5, sentence("{value} is no date", value="=cmd")),),
            1,
            self.merged if is_on else self.stands,
            {"order_lines": order_lines(spool)},
            spool,
            (Repair("merged_customers", MERGE, 1, is_on, self.stands, self.merged),),
            () if is_settled else (DOUBT,),
            self.currencies,
            self.stands,
        )


def order_lines(folder: Path) -> Path:
    lines = [("1", "anna", "10.00"), ("2", "anna", "20.00"), ("3", "boris", "5.00"), ("4", "boris", "7.00")]
    table = pa.table(
        {
            "file": ["orders.csv"] * 4,
            "sheet": pa.array([None] * 4, pa.string()),
            "row": [2, 3, 4, 6],
            "order_id": [line[0] for line in lines],
            "customer_id": [line[1] for line in lines],
            "ordered_at": pa.array([date(2026, 1, 2 + n) for n in range(4)], pa.date32()).cast(pa.timestamp("us")),
            "amount": pa.array([Decimal(line[2]) for line in lines], pa.decimal128(18, 4)),
            **{name: pa.array([None] * 4, pa.decimal128(18, 4)) for name in ("discount", "cost", "quantity")},
            **{name: pa.array([None] * 4, pa.string()) for name in ("product", "category", "channel", "store", "city")},
            "status": ["sale"] * 4,
            "currency": ["EUR"] * 4,
        }
    )
    path = folder / "order_lines.arrow"
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return path


@pytest.fixture
def files(tmp_path, monkeypatch):
    return given(monkeypatch, Files(tmp_path))


def given(monkeypatch, files: Files) -> Files:
    monkeypatch.syspath_prepend(str(PAGES))
    monkeypatch.setattr(importlib.import_module("shared.upload"), "read", files.read)
    return files


@pytest.fixture
def open_doctor(own_home):
    """The data page after a file was dropped on it; the workspace is closed at the end."""

    def open_doctor(language: str = "en") -> AppTest:
        app = AppTest.from_file(str(PAGES / "frame.py"), default_timeout=90)
        app.query_params["language"] = language
        app.switch_page("data.py").run()
        return done(app.file_uploader[0].upload("orders.csv", b"whatever").run())

    yield open_doctor
    open_workspace(own_home / "workspace.duckdb").close()


def done(app: AppTest) -> AppTest:
    assert not app.exception, app.exception
    return app


def texts(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error, app.subheader)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def table(app: AppTest, place: int = 0) -> dict[str, dict[str, str]]:
    return app.table[place].value.to_dict()


def labelled(elements, label: str):
    return next(element for element in elements if element.label == label)


def test_the_card_says_what_a_file_was_taken_for_and_why(files, open_doctor):
    shown = texts(open_doctor())
    assert "**orders\\.csv**: Orders, 4 rows, an export of Shopify" in shown
    assert "- Column Date holds dates\n- orders\\.csv looks like this shop's export" in shown
    assert "Encoding cp1251, columns separated by: semicolon" in shown
    assert "evil\\.example" in shown and "(http" not in shown.replace("\\(http", "")


def test_used_columns_come_first_and_the_others_behind_them(files, open_doctor):
    app = open_doctor()
    columns = [box.label for box in app.selectbox if box.key and box.key.startswith("meaning_")]
    assert columns == ["Date", "Client \\*", "Sum", "Note"]
    assert "1 column that is not used" in [expander.label for expander in app.expander]


def test_eighty_columns_can_be_seen_and_changed(files, open_doctor):
    headers = ("Date", "Sum", *(f"Column {number}" for number in range(78)))
    files.table = replace(UNDERSTOOD, headers=headers, columns={"Date": "ordered_at", "Sum": "amount"})
    app = open_doctor()
    assert "78 columns that are not used" in [expander.label for expander in app.expander]
    labelled(app.selectbox, "Column 77").set_value("customer_id")
    done(labelled(app.button, "Read again with these meanings").click().run())
    assert files.asked[-1]["files"] == [
        {"file": "orders.csv", "sheet": None, "columns": {"Date": "ordered_at", "Sum": "amount", "Column 77": "customer_id"}}
    ]


def test_a_doubt_is_asked_in_dates_of_the_reader_and_the_answer_reads_again(files, open_doctor):
    app = open_doctor()
    assert "**Does 01/02/2026 mean Feb 1, 2026 or Jan 2, 2026?**" in texts(app)
    assert app.radio[0].options == ["Feb 1, 2026", "Jan 2, 2026"]
    assert app.radio[0].value is None
    assert "could also mean" not in texts(app)  # the question says it
    done(app.radio[0].set_value("%m/%d/%Y").run())
    assert files.asked[-1]["files"] == [{"file": "orders.csv", "sheet": None, "formats": {"date": "%m/%d/%Y"}}]
    assert not app.radio


def test_the_question_speaks_the_readers_language(files, open_doctor):
    assert open_doctor("ru").radio[0].options == ["1 февр. 2026\u202fг.", "2 янв. 2026\u202fг."]


def test_a_repair_says_what_it_changes_and_can_be_taken_back(files, open_doctor):
    app = open_doctor()
    assert "1 customer is written in two ways" in texts(app)
    assert "It changes: **customers 3 → 2, repeat rate 33.3% → 100%**" in texts(app)
    assert "said by the repair already" not in texts(app)
    columns = table(app)
    assert {title: column["Customers"] for title, column in columns.items()} == {
        "As it stands in the files": "3",
        "As it is counted now": "2",
    }
    assert columns["As it is counted now"]["Sales"] == "€1,000.00"
    assert "Spend" not in columns["As it is counted now"]

    done(app.toggle[0].set_value(False).run())
    assert files.asked[-1]["repairs"] == {"merged_customers": False}
    assert app.toggle[0].value is False
    assert "It would change: **customers 3 → 2" in texts(app)
    assert list(table(app)) == ["As it is counted now"]

    done(labelled(app.button, "Take back the last change").click().run())
    assert "repairs" not in files.asked[-1]
    assert app.toggle[0].value is True
    assert "Take back the last change" not in [button.label for button in app.button]


def test_a_repair_that_changes_no_sum_says_so(files, open_doctor):
    files.merged = files.stands
    assert "The sums stay the same." in texts(open_doctor())


def test_nothing_is_said_of_sales_that_wait_for_their_rates(files, open_doctor):
    files.currencies = ("EUR", "USD")
    files.stands = files.merged = replace(AS_IT_STANDS, revenue=None, currency=None)
    shown = texts(open_doctor())
    assert "The sums stay the same." not in shown
    assert "What it does to the sales can be said once the rates are known." in shown


def test_a_refused_change_keeps_what_was_and_says_why(files, open_doctor, own_home):
    app = open_doctor()
    files.refuses = True
    done(app.toggle[0].set_value(False).run())
    assert [error.value for error in app.error] == ["No row of orders\\.csv could be read"]
    assert app.toggle[0].value is True
    assert "customers 3 → 2" in texts(app)
    assert "Take back the last change" not in [button.label for button in app.button]
    assert [entry.import_id for entry in open_workspace(own_home / "workspace.duckdb").imports()] == [1]


def test_rates_are_asked_for_and_given(tmp_path, monkeypatch, open_doctor):
    files = given(monkeypatch, Files(tmp_path, ("EUR", "USD", "MDL")))
    app = open_doctor()
    assert "several currencies" in texts(app)
    assert texts(app).count("2 rows wait for their rates") == 1  # on the card, not among the findings too
    assert [box.label for box in app.number_input if box.key.startswith("rate_")] == ["One USD in EUR", "One MDL in EUR"]
    done(labelled(app.selectbox, "Show everything in").set_value("MDL").run())
    labelled(app.number_input, "One USD in MDL").set_value(17.85)
    labelled(app.number_input, "One EUR in MDL").set_value(0.00001)
    done(labelled(app.button, "Convert at these rates").click().run())
    assert (files.asked[-1]["rates"], files.asked[-1]["currency"]) == ({"EUR": "0.00001", "USD": "17.85"}, "MDL")
    assert labelled(app.number_input, "One USD in MDL").value == 17.85  # and they can be changed again


def test_another_kind_of_table_is_guessed_anew(files, open_doctor):
    app = open_doctor()
    labelled(app.selectbox, "Kind of table").set_value("spend")
    labelled(app.number_input, "Row of the headers").set_value(3)
    done(labelled(app.button, "Read again with these meanings").click().run())
    assert files.asked[-1]["files"] == [{"file": "orders.csv", "sheet": None, "role": "spend", "header_row": 2}]


def test_what_is_confirmed_is_remembered_until_it_is_taken_back_or_forgotten(files, open_doctor, own_home):
    app = open_doctor()
    workspace = open_workspace(own_home / "workspace.duckdb")
    confirmed = {"headers": ["date", "client *", "sum", "note"], "role": "orders", "columns": dict(UNDERSTOOD.columns), "formats": {}}
    for _ in range(2):
        done(labelled(app.button, "Read again with these meanings").click().run())
        assert [meaning.document for meaning in workspace.remembered()] == [confirmed]
    done(app.toggle[0].set_value(False).run())
    done(labelled(app.button, "Take back the last change").click().run())
    assert [meaning.document for meaning in workspace.remembered()] == [confirmed]  # the switch had nothing to do with it
    done(app.file_uploader[0].upload("more.csv", b"the same headers").run())
    assert files.asked[-1]["remembered"] == [confirmed]
    done(labelled(app.button, "Forget it").click().run())
    assert workspace.remembered() == ()
    done(labelled(app.button, "Read again with these meanings").click().run())
    assert len(workspace.remembered()) == 1


def test_a_confirmation_taken_back_is_no_longer_remembered(files, open_doctor, own_home):
    app = open_doctor()
    done(labelled(app.button, "Read again with these meanings").click().run())
    done(labelled(app.button, "Take back the last change").click().run())
    assert open_workspace(own_home / "workspace.duckdb").remembered() == ()


def test_findings_are_grouped_and_the_refused_rows_listed(files, open_doctor):
    app = open_doctor()
    assert [box.value for box in app.warning] == ["Worth a look:\n\n- One row could not be read"]
    assert [box.value for box in app.info] == ["Good to know:\n\n- One row of totals was left out"]
    assert app.dataframe[0].value.values.tolist() == [["orders.csv", "", 5, "=cmd is no date"]]


def test_the_history_says_what_each_file_was_and_takes_it_back(files, open_doctor):
    app = open_doctor()
    assert "- orders\\.csv: Orders, 4 rows, 1 left out" in texts(app)
    done(labelled(app.button, "Take this import back").click().run())
    assert "Nothing has been loaded yet." in texts(app)
    assert "Your own sales are all it takes" in texts(app)


def test_with_no_data_the_page_teaches(own_home):
    app = AppTest.from_file(str(PAGES / "frame.py"), default_timeout=90)
    done(app.switch_page("data.py").run())
    assert "a date, an amount and a customer are enough" in texts(app)
    assert "what winning and keeping a customer cost" in texts(app)
    assert len(app.get("download_button")) == 5
    done(labelled(app.button, "Sample: café").click().run())
    assert labelled(app.selectbox, "Shop").value == "cafe"
    open_workspace(own_home / "workspace.duckdb").close()


def test_every_field_of_every_kind_of_table_has_its_words():
    from retention.ingest.fields import FIELDS, ROLE_LABELS

    assert [field for sources in SOURCES.values() for field in sources if field not in FIELDS] == []
    assert [role for role in SOURCES if role not in ROLE_LABELS] == []
