from __future__ import annotations

import unicodedata

import pytest

from stcli.numbers import comparison_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/CT-TTg", "5/CT-TTg"),
        ("005/CT-TTg", "5/ct-ttg"),
        ("1298/QĐ-UBND", "1298/qđ-ubnd"),
        ("1298/QÐ-UBND", "1298/QĐ-UBND"),
        ("106/2017/NĐ-\u00a0CP", "106/2017/NĐ-CP"),
        ("57–NQ/TW", "57-NQ/TW"),
        ("0", "00"),
        ("0/", "00/"),
        (unicodedata.normalize("NFD", "Ấ1"), "ấ1"),
    ],
)
def test_equal_numbers(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10/CT-TTg", "1/CT-TTg"),
        ("12/QĐ-UBND", "12/QyĐ-UBND"),
        ("12/DA-UBND", "12/ĐA-UBND"),
        ("12/HD-UBND", "12/HĐ-UBND"),
        ("57/NQ-TW", "57-NQ/TW"),
        ("2074a/QĐ-TTTT", "2074/QĐ-TTTT"),
        ("66.18/2026/NQ-CP", "66.1/2026/NQ-CP"),
        ("0", ""),
    ],
)
def test_different_numbers(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)
