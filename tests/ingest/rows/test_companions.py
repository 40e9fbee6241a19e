"""What joined tables give the sales besides their sums: names instead of numbers."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.small_files import finding, read_files, rows_of, said

FILES = {
    "vanzari.csv": "id,data,client_id,produs_id,filiala_id,suma\n1,2024-01-05,5,7,1,10\n2,2024-01-06,6,8,2,20\n3,2024-01-07,5,7,1,30\n",
    "produse.csv": "id,nume,categorie,pret\n7,Ceai,Băuturi,10\n8,Cană,Vase,20\n",
    "filiale.csv": "id,nume,oras\n1,Centru,Iași\n2,Nord,Cluj\n",
}


def test_numbers_of_products_and_shops_give_way_to_their_names(tmp_path: Path) -> None:
    reading = read_files(tmp_path, FILES)
    assert rows_of(reading, "order_lines", "row", "product", "category", "store", "customer_id") == [
        (2, "Ceai", "Băuturi", "Centru", "5"),
        (3, "Cană", "Vase", "Nord", "6"),
        (4, "Ceai", "Băuturi", "Centru", "5"),
    ]
    assert [table.role for table in reading.files] == ["order_lines", "products", "unknown"]
    assert finding(reading, "table_not_used") is None
    joins = [said(found.sentence) for found in reading.findings if found.code == "joined_tables"]
    assert joins == [
        "produse.csv was joined to vanzari.csv by column produs_id",
        "filiale.csv was joined to vanzari.csv by column filiala_id",
    ]


def test_names_that_stand_in_the_sales_stay(tmp_path: Path) -> None:
    sales = "data,client_id,produs,filiala,suma\n2024-01-05,5,Ceai verde,Centru,10\n2024-01-06,6,Cană,Nord,20\n"
    reading = read_files(tmp_path, {**FILES, "vanzari.csv": sales})
    assert rows_of(reading, "order_lines", "product", "store") == [("Ceai verde", "Centru"), ("Cană", "Nord")]
