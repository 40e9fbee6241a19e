"""What is said of cohorts: what new customers have done by an age, and which cohorts stand out."""

from __future__ import annotations

from retention.answers.cohort_standouts import Standout
from retention.answers.cohorts import Age, Cohorts
from retention.sentence import N_
from shared.cohorts_frames import level_together
from shared.language import PageWords
from shared.share_words import bracketed_in_words, counted_in_words

STAND_OUT = {
    ("bought", True): N_("{cohort}: {share} bought in month {age}. Usual is {usual}: this is more, beyond chance."),
    ("bought", False): N_("{cohort}: {share} bought in month {age}. Usual is {usual}: this is less, beyond chance."),
    ("kept", True): N_("{cohort}: {share} had not lapsed by month {age}. Usual is {usual}: this is more, beyond chance."),
    ("kept", False): N_("{cohort}: {share} had not lapsed by month {age}. Usual is {usual}: this is less, beyond chance."),
}


def age_in_words(words: PageWords, found: Cohorts, age: Age, measure: str) -> str:
    """What has become of new customers by this age, with the number of those who have come so far; nothing where that is not known."""
    people, level = age.bought.of, level_together(age, measure)
    if level is None:
        return ""
    if measure == "money":
        return words.plural(
            "By the end of month {age}, a new customer has brought {money} ({count} customer has been known that long).",
            "By the end of month {age}, a new customer has brought {money} ({count} customers have been known that long).",
            people,
            age=age.age,
            money=words.money(level, found.currency),
        )
    low, high = (age.bought.low, age.bought.high) if measure == "bought" else (age.kept_low, age.kept_high)
    share = words.percent(level) + bracketed_in_words(words, low, high)
    if measure == "bought":
        return words.plural(
            "In month {age} after the first purchase, {share} of {count} new customer bought.",
            "In month {age} after the first purchase, {share} of {count} new customers bought.",
            people,
            age=age.age,
            share=share,
        )
    return words.plural(
        "At the end of month {age}, {share} of new customers have not lapsed ({count} customer has been known that long).",
        "At the end of month {age}, {share} of new customers have not lapsed ({count} customers have been known that long).",
        people,
        age=age.age,
        share=share,
    )


def standout_in_words(words: PageWords, one: Standout) -> str:
    """How a cohort differs from what is usual."""
    is_more = (one.share.share or 0.0) > (one.usual.share or 0.0)
    return words(
        STAND_OUT[(one.measure, is_more)],
        cohort=words.period(one.cohort),
        share=counted_in_words(words, one.share),
        age=one.age,
        usual=words.percent(one.usual.share or 0.0),
    )
