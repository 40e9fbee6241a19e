"""The files of the sample shops: the same bytes from the same seed, the truth beside them, and nobody's files overwritten."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from retention.sample import BY_NAME, SHOPS, make_shop
from retention.sentence import Refusal

COMMITTED = Path(__file__).parents[2] / "sample_data"
TABLES = ("orders", "customers", "spend", "contacts", "feedback")
LARGEST_SHOP_BYTES = 1_500_000


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Every file as text, its columns under their canonical names, read as parameters.json says and by nothing of ours."""
    read = {}
    for file in json.loads((folder / "parameters.json").read_text(encoding="utf-8"))["files"]:
        path = folder / file["file"]
        frame = pd.read_csv(path, sep=file["delimiter"], encoding=file["encoding"], dtype=str, keep_default_na=False)
        assert list(frame.columns) == list(file["columns"])
        frame = frame.rename(columns=file["columns"])
        for name in frame.columns.intersection(["amount", "discount", "cost"]):
            frame[name] = frame[name].str.replace(file["formats"]["decimal"], "", regex=False).astype(int)
        for name in frame.columns.intersection(["ordered_at", "day", "first_day", "last_day", "signed_up_on"]):
            # dates are ten characters long in all three shops; the café writes the minute behind them
            frame[name] = pd.to_datetime(frame[name].str[:10], format=file["formats"]["date"])
        read[path.stem] = frame
    return read


def minor_units(money: str) -> int:
    return int(money.replace(".", ""))


@pytest.mark.parametrize("shop", SHOPS)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_gives_others(shop: str, tmp_path: Path) -> None:
    written = make_shop(shop, 80, 5, tmp_path / "first")
    make_shop(shop, 80, 5, tmp_path / "again")
    make_shop(shop, 80, 6, tmp_path / "other")
    assert [path.name for path in written] == [f"{table}.csv" for table in TABLES]
    first, other = hashes(tmp_path / "first"), hashes(tmp_path / "other")
    assert first == hashes(tmp_path / "again")
    assert all(first[name] != other[name] for name in first)


@pytest.mark.parametrize("shop", SHOPS)
def test_the_committed_files_are_what_their_seed_gives(shop: str, tmp_path: Path) -> None:
    committed = COMMITTED / shop
    truth = json.loads((committed / "parameters.json").read_text(encoding="utf-8"))
    make_shop(shop, truth["customers"], truth["seed"], tmp_path)
    assert hashes(tmp_path) == hashes(committed)
    assert sum(path.stat().st_size for path in committed.iterdir()) < LARGEST_SHOP_BYTES


@pytest.mark.parametrize("shop", SHOPS)
def test_reading_the_files_again_gives_the_truth_to_the_cent(shop: str, tmp_path: Path) -> None:
    make_shop(shop, 5_000, 3, tmp_path)
    document = json.loads((tmp_path / "parameters.json").read_text(encoding="utf-8"))
    truth, read = document["realised"], tables(tmp_path)
    orders, people, spent, feedback = read["orders"], read["customers"], read["spend"], read["feedback"]
    anonymous, returned = orders[orders["customer_id"] == ""], orders[orders["amount"] < 0]

    assert document["note"].startswith("Invented data")
    assert (len(orders), orders["order_id"].nunique()) == (truth["order_lines"], truth["orders"])
    assert (len(returned), len(anonymous)) == (truth["returned_lines"], truth["lines_without_customer"])
    assert set(orders["customer_id"]) - {""} == set(people["customer_id"])
    assert people["customer_id"].is_unique and len(people) == truth["customers"] == 5_000
    for name, amount in {
        "revenue": orders["amount"].sum(),
        "returned": returned["amount"].sum(),
        "revenue_without_customer": anonymous["amount"].sum(),
        "discount": orders["discount"].sum(),
        "cost": orders["cost"].sum(),
    }.items():
        assert amount == minor_units(truth[name]), name
    assert truth["margin_share"] == pytest.approx(1 - orders["cost"].sum() / orders["amount"].sum(), abs=1e-6)
    assert str(orders["ordered_at"].min().date()) == truth["first_date"]
    assert str(orders["ordered_at"].max().date()) == truth["last_date"]
    brought = people[people["referred_by"] != ""]
    assert (len(brought), brought["referred_by"].nunique()) == (truth["referred"], truth["referrers"])
    words = BY_NAME[shop].words
    by_purpose = spent.groupby("purpose")["amount"].sum()
    assert {name: by_purpose[word] for name, word in words.purposes.items()} == {n: minor_units(m) for n, m in truth["spend"].items()}
    by_stage = read["contacts"]["people"].astype(int).groupby(read["contacts"]["stage"]).sum()
    assert {name: by_stage[word] for name, word in words.stages.items()} == truth["contacts"]
    score = feedback["score"].astype(int)
    assert {"answers": len(score), "promoters": (score >= 9).sum(), "detractors": (score <= 6).sum()} == truth["feedback"]


@pytest.mark.parametrize("shop", SHOPS)
def test_the_last_twelve_months_are_counted_as_the_files_say(shop: str, tmp_path: Path) -> None:
    make_shop(shop, 2_000, 4, tmp_path)
    document = json.loads((tmp_path / "parameters.json").read_text(encoding="utf-8"))
    year, read = document["realised"]["last_12_months"], tables(tmp_path)
    since = pd.Timestamp(year["first_day"])
    bought = read["orders"].query("customer_id != '' and amount >= 0")
    firsts = bought.groupby("customer_id")["ordered_at"].min()
    again = set(bought.loc[bought["ordered_at"] >= since, "customer_id"])
    assert (firsts >= since).sum() == year["acquired"]
    assert len(again & set(firsts.index[firsts < since])) == year["kept"]
    within = read["spend"][read["spend"]["first_day"] >= since].groupby("purpose")["amount"].sum()
    spent = {name: within[word] for name, word in BY_NAME[shop].words.purposes.items()}
    assert spent == {name: minor_units(money) for name, money in year["spend"].items()}
    assert year["ratio"] == pytest.approx(float(year["cac"]) / float(year["crc"]), rel=0.01)


def test_the_shops_differ_in_what_a_new_customer_costs_against_a_kept_one() -> None:
    ratio = {}
    for shop in SHOPS:
        truth = json.loads((COMMITTED / shop / "parameters.json").read_text(encoding="utf-8"))
        ratio[shop] = truth["realised"]["last_12_months"]["ratio"]
    assert ratio == {"toys": pytest.approx(6, abs=0.5), "cafe": pytest.approx(3, abs=0.5), "online": pytest.approx(9, abs=0.5)}


@pytest.mark.parametrize("shop", SHOPS)
def test_a_shop_with_one_customer_is_written_too(shop: str, tmp_path: Path) -> None:
    make_shop(shop, 1, 0, tmp_path)
    assert len(tables(tmp_path)["customers"]) == 1


@pytest.mark.parametrize(
    ("shop", "customers", "seed", "said"),
    [
        ("bakery", 10, 1, "no sample shop called bakery: choose one of toys, cafe, online"),
        ("toys", 0, 1, "1 to 10000000 customers, not 0"),
        ("toys", 10, -1, "0 or a larger whole number, not -1"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(shop: str, customers: int, seed: int, said: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=re.escape(said)):
        make_shop(shop, customers, seed, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["orders.csv", "parameters.json"])
def test_a_persons_own_files_are_not_overwritten(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("my own\n", encoding="utf-8")
    with pytest.raises(Refusal, match=f"already holds {re.escape(name)}"):
        make_shop("toys", 10, 1, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "my own\n"


def test_a_sample_may_take_the_place_of_a_sample(tmp_path: Path) -> None:
    make_shop("toys", 10, 1, tmp_path / "replaced")
    make_shop("online", 10, 2, tmp_path / "replaced")
    make_shop("online", 10, 2, tmp_path / "new")
    assert hashes(tmp_path / "replaced") == hashes(tmp_path / "new")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="cannot be written to"):
        make_shop("toys", 10, 1, tmp_path / "taken")


@pytest.mark.parametrize("shop", SHOPS)
def test_every_column_is_explained_in_the_read_me(shop: str) -> None:
    explained = (COMMITTED / "README.md").read_text(encoding="utf-8")
    truth = json.loads((COMMITTED / shop / "parameters.json").read_text(encoding="utf-8"))
    missing = [header for file in truth["files"] for header in file["columns"] if f"`{header}`" not in explained]
    assert missing == []
