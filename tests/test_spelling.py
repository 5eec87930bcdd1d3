from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.spelling import closest, same, search_key

SAME = {
    "so-khcn": "so-khcn",
    "QĐ": "QĐ",
    "QÐ": "QĐ",  # Icelandic letter
    "QƉ": "QĐ",  # African letter
    "qð": "qđ",
    "qɖ": "qđ",
    unicodedata.normalize("NFD", "Hòa Bình"): "Hòa Bình",
    "57–NQ/TW": "57-NQ/TW",
    "57—NQ": "57-NQ",
    "57‑NQ": "57-NQ",
    "57‒NQ": "57-NQ",
    "57−NQ": "57-NQ",
    "57\uff0dNQ": "57-NQ",
    "NĐ-\u00a0CP": "NĐ- CP",
    "a\u202fb\u2009c\u3000d\u2007e": "a b c d e",
    "Ủy ban": "Ủy ban",
    "a\u00adb": "a\u00adb",  # hidden characters are refused, not forgotten
    "a\tb\nc": "a\tb\nc",
}

SEARCH_KEYS = {
    "": "",
    "  So   KHCN\t": "so khcn",
    "Ủy ban": "uy ban",
    "Uỷ ban": "uy ban",
    "hóa": "hoa",
    "hoá": "hoa",
    unicodedata.normalize("NFD", "Đề án"): "de an",
    "ĐỀ\u00a0ÁN": "de an",
    "1298/QÐ-UBND": "1298/qd-ubnd",
    "ƠƯăâêô": "ouaaeo",
    "“Công nghệ cao” – đợt 1": "“cong nghe cao” - dot 1",
    "Straße": "strasse",
    "Ὀδυσσεύς": "οδυσσευσ",
}


@pytest.mark.parametrize(("text", "expected"), SAME.items())
def test_spellings_of_one_text_are_the_same(text: str, expected: str) -> None:
    assert same(text) == expected


def test_capitals_distinguish_identifiers() -> None:
    assert same("QĐ") != same("qđ")


@pytest.mark.parametrize(("text", "expected"), SEARCH_KEYS.items())
def test_words_are_searched_without_capitals_and_diacritics(text: str, expected: str) -> None:
    assert search_key(text) == expected


@given(st.text())
def test_the_comparison_form_is_its_own_form(text: str) -> None:
    assert same(same(text)) == same(text)


@given(st.text(alphabet="aAđĐÐăẮờƯỷ –“0 "))
def test_the_search_form_is_its_own_form_in_any_normalisation(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key
    assert search_key(unicodedata.normalize("NFD", text)) == key
    assert search_key(text.upper()) == key


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        ("isuer", ("issued", "issuer", "title"), "issuer"),
        ("so-khcm", ("so-khcn", "so-kh"), "so-khcn"),
        ("Sở Khoa hoc", ("so khoa học", "sở nội vụ"), "so khoa học"),
        ("xyz", ("issued", "issuer"), None),
        ("issuer", (), None),
        ("", ("issuer",), None),
        ("issuer", ("ISSUER", "issuer", "Issuer"), "ISSUER"),  # alike: the first by spelling
        ("a" * 200, ("a" * 200,), "a" * 200),
        ("a" * 201, ("a" * 201,), None),
        ("a" * 100_000, ("a" * 100_000, "b"), None),
    ],
)
def test_the_closest_candidate(
    word: str, candidates: tuple[str, ...], expected: str | None
) -> None:
    assert closest(word, candidates) == expected


def test_a_lower_cutoff_finds_more_remote_candidates() -> None:
    assert closest("isd", ("issued",)) is not None
    assert closest("isd", ("issued",), cutoff=0.9) is None
    assert closest("dxx", ("due",), cutoff=0.3) == "due"


@given(st.lists(st.text(alphabet="aăbđ", max_size=4), max_size=6))
def test_the_order_of_candidates_does_not_matter(candidates: list[str]) -> None:
    found = closest("ab", candidates)
    assert closest("ab", candidates[::-1]) == found
    assert closest("ab", sorted(candidates)) == found
