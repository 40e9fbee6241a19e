"""The options that make up the question: what they ask, and what they refuse."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from retention.commands.command import add_question, read_question
from retention.question import Question


def asked(*options: str) -> Question:
    parser = ArgumentParser()
    add_question(parser)
    return read_question(parser.parse_args(["--workspace", "shop.duckdb", *options]))


def test_without_options_the_question_is_the_plain_one():
    assert asked() == Question()


def test_every_threshold_can_be_asked():
    question = asked(
        *("--regular-from", "4", "--at-risk-quantile", "0.8", "--lapsed-quantile", "0.97"),
        *("--advocate-score", "8", "--full-price-streak", "3"),
    )
    assert (question.regular_from, question.at_risk_quantile, question.lapsed_quantile) == (4, 0.8, 0.97)
    assert (question.advocate_score, question.full_price_streak) == (8, 3)
    assert asked("--advocate-score", "0").advocate_score == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--regular-from", "1", "1 is not a whole number of 2 or more"),
        ("--regular-from", "three", "three is not a whole number of 2 or more"),
        ("--regular-from", "2.5", "2.5 is not a whole number of 2 or more"),
        ("--window-months", "0", "0 is not a whole number of 1 or more"),
        ("--advocate-score", "11", "11 is not a whole number from 0 to 10"),
        ("--advocate-score=-1", None, "-1 is not a whole number from 0 to 10"),
        ("--full-price-streak", "0", "0 is not a whole number of 1 or more"),
        ("--at-risk-quantile", "1", "1 is not a share between 0 and 1"),
    ],
)
def test_what_cannot_be_is_refused(capsys, option, value, said):
    with pytest.raises(SystemExit) as refused:
        asked(option, *([] if value is None else [value]))
    assert refused.value.code == 2
    assert said in capsys.readouterr().err
