"""All spend in one ledger: what it adds up to, what each channel is for, lines typed in by hand, and what discounts cost besides."""

from __future__ import annotations

import streamlit as st

from retention.answers.ledger import Ledger
from retention.report.csv_table import csv_table
from shared.cards import show_chart
from shared.cost_cache import ledger_of
from shared.csv_download import THIS_TABLE, csv_download
from shared.language import PageWords, md
from shared.ledger_form import type_in_form
from shared.ledger_frames import MOST_LINES, channel_name, channels_frame, channels_table, lines_frame, lines_table, months_frame
from shared.ledger_purposes import MOST_NAMED, choose_purposes
from shared.question import Asked


def ledger_view(words: PageWords, asked: Asked) -> None:
    """The sums first, then by month and by channel, what each channel is for, lines by hand, discounts, every line, what to do."""
    found = ledger_of(*asked.key)
    if not found.channels:
        _nothing_yet(words)
    else:
        _in_one_sentence(words, found)
        _undecided(words, found)
        show_chart(words, "spend_by_month", months_frame(words.plain, found), found.currency, words("Spend by month and purpose"))
        _by_channel(words, found)
    if asked.is_sample:
        st.caption(words("This is a sample shop that everybody sees: load your own data to keep a ledger of your own."))
    if found.channels or found.rules:
        choose_purposes(words, asked, found)
    type_in_form(words, asked, found)
    if found.channels:
        _every_line(words, found)
    _discounts(words, found)
    _what_to_do(words, found)


def _nothing_yet(words: PageWords) -> None:
    st.info(
        words(
            "No spend is known yet. Upload a sheet with date, channel, amount and purpose on the page “Data”, or type it in below: a line"
            " per month and channel is enough."
        ),
        icon="🧾",
    )


def _in_one_sentence(words: PageWords, found: Ledger) -> None:
    sums, days = found.window, {"first": found.window_first_day, "last": found.as_of}
    money = {
        "total": words.money(sums.total, found.currency),
        "winning": words.money(sums.winning, found.currency),
        "keeping": words.money(sums.keeping, found.currency),
        "shared": words.money(sums.shared, found.currency),
    }
    if sums.shared:
        said = words(
            "From {first} to {last} you spent {total}: {winning} on winning customers, {keeping} on keeping them and {shared} on both.",
            **days,
            **money,
        )
    else:
        said = words(
            "From {first} to {last} you spent {total}: {winning} on winning customers and {keeping} on keeping them.", **days, **money
        )
    st.markdown("**" + said + "**")
    if sums.shared > 0:
        st.markdown(
            words(
                "Of what was spent on both, {part} ({share}) counts as winning. Counted wholly one way or the other, winning cost between"
                " {low} and {high}.",
                part=words.money(sums.shared_to_winning, found.currency),
                share=words.percent(sums.shared_to_winning / sums.shared, 0),
                low=words.money(sums.winning, found.currency),
                high=words.money(sums.winning + sums.shared, found.currency),
            )
        )
    st.caption(
        words(
            "These days are the window of the sidebar. A line that lies partly in them counts by its days. All lines together come to"
            " {money}.",
            money=words.money(found.all_days, found.currency),
        )
    )


def _undecided(words: PageWords, found: Ledger) -> None:
    """The channels that nobody has said anything about; only a person can tell."""
    unknown = found.undecided
    if not unknown:
        return
    names = ", ".join(md(channel_name(words, channel.name)) for channel in unknown[:MOST_NAMED])
    st.info(
        words.plural(
            "Nothing says what the spend of {count} channel is for, so it is split in halves: {names}. Say it under “What each channel is"
            " for”.",
            "Nothing says what the spend of {count} channels is for, so it is split in halves: {names}. Say it under “What each channel is"
            " for”.",
            len(unknown),
            names=names + ("…" if len(unknown) > MOST_NAMED else ""),
        ),
        icon="❓",
    )


def _by_channel(words: PageWords, found: Ledger) -> None:
    st.subheader(words("By channel"))
    st.dataframe(channels_frame(words.plain, found), hide_index=True, width="stretch", key="ledger_channels")
    st.caption(
        words(
            "Winning: spent to bring people who have never bought, as advertising is. Keeping: spent on those who have, as a newsletter or"
            " a bonus card is. Both: a site, photographs, wages. Who says so: the file's column of purposes, the channel's name, or you;"
            " where nobody does, half counts as winning."
        )
    )
    csv_download(words, THIS_TABLE, "spend-by-channel.csv", lambda: csv_table(*channels_table(words.plain, found)))


def _discounts(words: PageWords, found: Ledger) -> None:
    st.subheader(words("Discounts"))
    given = found.discounts
    if given is None:
        st.markdown(
            words(
                "No order in the data carries a discount, so what discounts cost is not known here: a column “Discount” in the sheet of"
                " orders is enough."
            )
        )
        return
    if given.first_purchases:
        st.markdown(
            words.plural(
                "To win customers, discounts took {money} off first purchases: {discounted} of {count} carried one.",
                "To win customers, discounts took {money} off first purchases: {discounted} of {count} carried one.",
                given.first_purchases,
                money=words.money(given.first, found.currency),
                discounted=given.discounted_first,
            )
        )
    if given.later_purchases:
        st.markdown(
            words.plural(
                "Off later purchases, discounts took {money}: {discounted} of {count} carried one.",
                "Off later purchases, discounts took {money}: {discounted} of {count} carried one.",
                given.later_purchases,
                money=words.money(given.later, found.currency),
                discounted=given.discounted_later,
            )
        )
    st.caption(
        words(
            "From {first} to {last}, by the day of purchase. They are not part of the sums above; “Winning against keeping” can count them."
            " Many who got a discount would have bought without it: that part bought nothing.",
            first=found.window_first_day,
            last=found.as_of,
        )
    )


def _every_line(words: PageWords, found: Ledger) -> None:
    lines = found.lines.num_rows
    title = words.plural("{count} line of spend", "{count} lines of spend", lines)
    with st.expander(title, on_change="rerun", key="ledger_lines") as opened:
        if opened.open:
            st.dataframe(lines_frame(words.plain, found), hide_index=True, width="stretch")
            if lines > MOST_LINES:
                st.caption(words("The table shows the latest {count} lines; the file has them all.", count=MOST_LINES))
            csv_download(words, THIS_TABLE, "spend.csv", lambda: csv_table(*lines_table(words.plain, found)))


def _what_to_do(words: PageWords, found: Ledger) -> None:
    st.subheader(words("What to do"))
    if found.undecided:
        st.markdown("- " + words("Say what each channel is for: until then half of its money counts as winning, whatever it did."))
    st.markdown(
        "- "
        + words(
            "Type in what no report of an advertising service has: printing, prizes, the hours of whoever answers messages, the price of a"
            " bonus programme. A cost left out makes that side look cheap."
        )
    )
    if found.window.shared > found.window.total / 4:
        too_much = words(
            "More than a quarter of the money is for both: split its lines where you can, or the ratio can be almost anything."
        )
        st.markdown("- " + too_much)
