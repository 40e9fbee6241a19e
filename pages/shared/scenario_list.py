"""The scenarios that are kept, each to be renamed, copied, opened or removed; and all that is compared as a link or a file."""

from __future__ import annotations

import streamlit as st

from retention.programmes.named_scenario import LONGEST_NAME, NamedScenario, scenario_file, scenarios_in_file, tidy_name
from shared.asked_scenario import open_scenario
from shared.compared import add_compared, link_to_compare, replace_compared
from shared.keep_scenario import attempt, say_refused, where_kept_in_words
from shared.language import PageWords, md
from shared.link_choice import choose
from shared.question import Asked
from shared.scenario_shelf import Kept, keep, shelf_of
from shared.scenario_words import scenario_in_words

UPLOADS = "scenario_uploads"  # how many files were brought in: the next one gets a fresh field


def kept_list(words: PageWords, asked: Asked, kept: list[Kept], compared: list[NamedScenario], currency: str | None) -> None:
    """What is kept, and of what is compared that which is not kept yet."""
    known = {one.named for one in kept}
    loose = [named for named in compared if named not in known]
    st.markdown("**" + words("Your scenarios") + "**")
    say_refused(words, "list")
    if not kept and not loose:
        st.caption(words("None yet: set one in “Try one” and keep it under a name."))
    for one in kept:
        _row(words, asked, one, currency)
    for place, named in enumerate(loose):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_title_in_words(words, named, currency), width="stretch")
            st.button(words("Keep it"), key=f"keep_loose_{place}", icon="📌", on_click=_keep, args=(asked, named))
    st.caption(where_kept_in_words(words, asked))


def share_and_files(words: PageWords, asked: Asked, compared: list[NamedScenario]) -> None:
    """The comparison as a link and as a file, and a file brought back."""
    with st.expander(words("Share, save and load")):
        if compared:
            st.markdown(words("This link carries the whole comparison:"))
            st.code(link_to_compare(st.session_state["shop"] if asked.is_sample else None), language=None, wrap_lines=True)
            st.caption(
                words("It opens in the sample shop for everybody alike.")
                if asked.is_sample
                else words("It carries the scenarios and not your sales: somebody else sees them on the data that are loaded there.")
            )
            st.download_button(
                words("Save these scenarios as a file (JSON)"),
                scenario_file(compared),
                "scenarios.json",
                "application/json",
                on_click="ignore",
                icon="💾",
                key="save_scenarios",
            )
        key = f"scenario_file_{st.session_state.get(UPLOADS, 0)}"
        st.file_uploader(
            words("Load a file of scenarios (JSON, saved here before)"),
            "json",
            key=key,
            max_upload_size=1,
            on_change=_load,
            args=(asked, key),
        )
        say_refused(words, "file")


def _row(words: PageWords, asked: Asked, one: Kept, currency: str | None) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        if one.named is None:
            reason = words.say(one.refusal.sentence, md) if one.refusal else ""
            st.markdown(words("**{name}** cannot be read any more: {reason}", name=md(one.name), reason=reason), width="stretch")
        else:
            st.markdown(_title_in_words(words, one.named, currency), width="stretch")
        menu = st.popover("⋯", key=f"menu_{one.scenario_id}", on_change="rerun", help=words("Rename, copy, open or remove"))
        if not menu.open:
            return
        with menu:
            _menu(words, asked, one)


def _menu(words: PageWords, asked: Asked, one: Kept) -> None:
    name_key = f"rename_{one.scenario_id}"
    if one.named is not None:
        st.text_input(words("Name of the scenario"), value=one.name, key=name_key, max_chars=LONGEST_NAME)
        st.button(words("Rename"), key=f"{name_key}_now", on_click=_rename, args=(asked, one, name_key), width="stretch")
        st.button(words("Copy"), key=f"copy_{one.scenario_id}", on_click=_copy, args=(asked, one.named), width="stretch")
        st.button(words("Open in “Try one”"), key=f"open_{one.scenario_id}", on_click=open_in_what_if, args=(one.named,), width="stretch")
    st.button(words("Remove"), key=f"remove_{one.scenario_id}", on_click=_remove, args=(asked, one), width="stretch")


def open_in_what_if(named: NamedScenario) -> None:
    """Turns to the what-if with this scenario in its fields."""
    open_scenario(named.scenario)
    choose("programmes_view", "try")


def _title_in_words(words: PageWords, named: NamedScenario, currency: str | None) -> str:
    return "**" + md(named.name) + "**  \n" + scenario_in_words(words, named.scenario, currency)


def _keep(asked: Asked, named: NamedScenario) -> None:
    attempt("list", lambda: replace_compared(named, keep(asked, named, is_exact=False)))


def _copy(asked: Asked, named: NamedScenario) -> None:
    attempt("list", lambda: add_compared([keep(asked, named, is_exact=False)]))


def _rename(asked: Asked, one: Kept, key: str) -> None:
    def renamed() -> None:
        name = tidy_name(str(st.session_state[key]))
        shelf_of(asked).rename(one.scenario_id, name)
        if one.named is not None:
            replace_compared(one.named, NamedScenario(name, one.named.scenario))

    attempt("list", renamed)


def _remove(asked: Asked, one: Kept) -> None:
    shelf_of(asked).remove(one.scenario_id)
    if one.named is not None:
        replace_compared(one.named, None)


def _load(asked: Asked, key: str) -> None:
    file = st.session_state[key]
    if file is not None:
        content = file.getvalue()
        attempt("file", lambda: add_compared([keep(asked, named, is_exact=False) for named in scenarios_in_file(content)]))
        st.session_state[UPLOADS] = st.session_state.get(UPLOADS, 0) + 1
