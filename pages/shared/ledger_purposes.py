"""What each channel's spend is for, said by hand: remembered at once, and taken back as quickly."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from decimal import Decimal

import streamlit as st

from retention.answers.ledger import Ledger
from retention.answers.ledger_lines import SEVERAL, LedgerChannel
from retention.sentence import N_
from retention.warehouse import find_workspace
from retention.warehouse.spend_ledger import PURPOSES, ChannelPurpose
from shared.language import PageWords, md
from shared.ledger_frames import PURPOSE_LABELS, channel_name
from shared.question import Asked

AS_TOLD = "as_told"  # what the lines say themselves
AS_TOLD_LABELS = {
    "hand": N_("As typed in: {purpose}"),
    "file": N_("As the file says: {purpose}"),
    "words": N_("As its name suggests: {purpose}"),
    "nobody": N_("Nobody says, so: {purpose}"),
    SEVERAL: N_("As its lines say: {purpose}"),
}
PER_PAGE = 12  # channels
MOST_NAMED = 6  # in one sentence


def choose_purposes(words: PageWords, asked: Asked, found: Ledger) -> None:
    """A choice per channel, and a slider for the share of shared spend; what is said holds for files loaded later too."""
    st.subheader(words("What each channel is for"))
    st.caption(
        words(
            "What you choose is remembered at once for the channel, whatever files say, and holds for files you load later too. The first"
            " choice in each list takes it back. A line typed in afterwards keeps its own purpose."
        )
    )
    rules = {rule.channel_key: rule for rule in found.rules}
    pages = -(-len(found.channels) // PER_PAGE)
    page = st.pagination(pages, key=f"ledger_page_{pages}") if pages > 1 else 1
    with st.grid(min_column_width=300):
        for channel in found.channels[(page - 1) * PER_PAGE : page * PER_PAGE]:
            with st.container(border=True, gap="small"):
                _choose(words, asked, found, channel, rules.get(channel.key))
    _without_lines(words, asked, found)


def _choose(words: PageWords, asked: Asked, found: Ledger, channel: LedgerChannel, rule: ChannelPurpose | None) -> None:
    key = _widget_key(asked, channel.key)
    name, money = channel_name(words, channel.name), words.money(channel.window_amount, found.currency)
    told = words(AS_TOLD_LABELS[channel.told_reason], purpose=words(PURPOSE_LABELS[channel.told]))
    labels = {AS_TOLD: told} | {purpose: words(PURPOSE_LABELS[purpose]) for purpose in PURPOSES}
    now = rule.purpose if rule else AS_TOLD
    chosen = st.selectbox(
        words("{channel}: {money} in these days", channel="**" + md(name) + "**", money=money),
        list(labels),
        index=list(labels).index(now),
        format_func=labels.__getitem__,
        key=f"purpose_{key}",
        disabled=asked.is_sample,
    )
    spend = find_workspace(asked.workspace).spend
    if chosen == AS_TOLD and rule:
        _and_again(asked, lambda: spend.forget(channel.key))
    share = _share_now(channel, rule)
    if chosen == "shared" or (chosen == AS_TOLD and channel.told == "shared"):
        percent = st.slider(
            words("Of it counts as winning, %"),
            0,
            100,
            round(share * 100),
            step=5,
            key=f"share_{key}",
            disabled=asked.is_sample,
            help=words("Your estimate: how much of this money brings people who have never bought. The rest counts as keeping."),
        )
        if percent != round(share * 100):
            _and_again(asked, lambda: spend.say(channel.key, "shared", Decimal(percent) / 100))
    if chosen not in (AS_TOLD, now):
        _and_again(asked, lambda: spend.say(channel.key, chosen, share))


def _share_now(channel: LedgerChannel, rule: ChannelPurpose | None) -> Decimal:
    """The share that counts as winning where the channel is for both: as said, else as its lines have it, else half."""
    if rule and rule.purpose == "shared":
        return rule.acquisition_share
    return Decimal(str(round(channel.acquisition_share, 4))) if channel.purpose == channel.told == "shared" else Decimal("0.5")


def _without_lines(words: PageWords, asked: Asked, found: Ledger) -> None:
    """What was said of channels that have no spend at present."""
    here = {channel.key for channel in found.channels}
    rules = [rule for rule in found.rules if rule.channel_key not in here]
    if not rules:
        return
    title = words.plural("{count} channel without spend is remembered", "{count} channels without spend are remembered", len(rules))
    with st.expander(title):
        for rule in rules:
            with st.container(horizontal=True, vertical_alignment="center"):
                name = channel_name(words, rule.channel_key)
                st.markdown(words("{channel}: {purpose}", channel=md(name), purpose=words(PURPOSE_LABELS[rule.purpose])))
                is_pressed = st.button(words("Forget it"), key=f"forget_{_widget_key(asked, rule.channel_key)}", disabled=asked.is_sample)
                if is_pressed:
                    _and_again(asked, lambda key=rule.channel_key: find_workspace(asked.workspace).spend.forget(key))


def _and_again(asked: Asked, change: Callable[[], None]) -> None:
    """Makes the change and shows the whole page anew, because the data have a new version; nothing is changed in a sample."""
    if not asked.is_sample:
        change()
        st.rerun()


def _widget_key(asked: Asked, channel_key: str) -> str:
    """A name for a channel's widgets: new with every version of the data, so that they show what holds by then."""
    return f"{hashlib.sha256(channel_key.encode()).hexdigest()[:12]}_{asked.data_version}"
