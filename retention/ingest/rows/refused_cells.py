"""Why a cell could not be read as a number or a day, in a sentence that says what to write instead."""

from __future__ import annotations

import re

from retention.ingest.vocabulary import CURRENCIES, NOTHING
from retention.sentence import Sentence, sentence

_ERROR = re.compile(r"#{2,}|#\W?[^\W\d_]+(/0)?[!?]|#[^\W\d_]{1,2}/?[^\W\d_]?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[0-9]{1,2}[ .-]*[^\W\d_]{3,}\.?|[^\W\d_]{3,}\.?[ .-]*[0-9]{1,4}")
_CREDIT = re.compile(r".*[0-9]\s*(cr|dr|c|d)\.?", re.IGNORECASE)
_SHORTENED = re.compile(r"[-+(]?[0-9][0-9.,\s]*(k|к|m|mn|mln|mio|млн|тыс|тис|tys|mii|tsd)\.?\W*\w{0,3}\W*", re.IGNORECASE)
_THREE_PARTS = re.compile(r"\D*[0-9]{1,4}\D+[0-9]{1,2}\D+[0-9]{1,4}(\D.*)?")
_NO_YEAR = re.compile(r"[0-9]{1,2}[ ./-]+([0-9]{1,2}|[^\W\d_]{3,})\.?|[^\W\d_]{3,}\.? +[0-9]{1,2}")


def why_no_number(text: str, column: str) -> Sentence:
    """The reason for a cell in a column of numbers."""
    if text.lower() in NOTHING and text.lower() != "nan":
        return sentence("The cell in column {column} is empty", column=column)
    if _ERROR.fullmatch(text):
        return _error(text, column)
    if _SHORTENED.fullmatch(text):
        return sentence("{value} in column {column} is written in thousands or millions; write the whole number", value=text, column=column)
    if _CREDIT.fullmatch(text):
        return sentence(
            "{value} in column {column} is marked as credit or debit; write money that went back with a minus", value=text, column=column
        )
    if _DAY.fullmatch(text) and not any(word in CURRENCIES for word in re.findall(r"[^\W\d_]+", text.lower())):
        return sentence("{value} in column {column} is a date where a number should be; write the number", value=text, column=column)
    return sentence("{value} in column {column} is not a number that can be read; write it like 1234.50", value=text, column=column)


def why_no_day(text: str, column: str) -> Sentence:
    """The reason for a cell in a column of days."""
    if text.lower() in NOTHING:
        return sentence("The cell in column {column} is empty", column=column)
    if _ERROR.fullmatch(text):
        return _error(text, column)
    if _NO_YEAR.fullmatch(text):
        return sentence("{value} in column {column} is a day without a year; write it like 31.12.2024", value=text, column=column)
    if _THREE_PARTS.fullmatch(text):
        return sentence("{value} in column {column} is no day of the calendar; write it like 31.12.2024", value=text, column=column)
    return sentence("{value} in column {column} is not a date that can be read; write it like 31.12.2024", value=text, column=column)


def _error(text: str, column: str) -> Sentence:
    return sentence(
        "{value} in column {column} is an error of the spreadsheet; open the file there, put it right and save it again",
        value=text,
        column=column,
    )
