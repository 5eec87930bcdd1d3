from __future__ import annotations

import pytest

from stcli.numbers import TYPES, parse, type_name, type_names


@pytest.mark.parametrize(
    ("abbreviation", "name"),
    [
        ("QĐ", "quyết định"),
        ("QÐ", "quyết định"),
        ("qđ", "quyết định"),
        ("QyĐ", "quy định"),
        ("ĐA", "đề án"),
        ("DA", "dự án"),
        ("HD", "hướng dẫn"),
        ("HĐ", "hợp đồng"),
        ("CT", "chỉ thị"),
        ("CTr", "chương trình"),
        ("TT", "thông tư"),
        ("TTr", "tờ trình"),
        ("TTLT", "thông tư liên tịch"),
        ("CV", "công văn"),
        ("KL", "kết luận"),
        ("UBND", None),
        ("", None),
    ],
)
def test_the_name_of_a_type(abbreviation: str, name: str | None) -> None:
    assert type_name(abbreviation) == name


def test_the_types_of_the_decree_are_known() -> None:
    # Decree 30/2020/NĐ-CP, appendix III: 27 types and three kinds of copies.
    listed = (
        "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB "
        "SY TrS SL"
    )
    assert len(listed.split()) == 30
    assert set(listed.split()) <= set(TYPES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("3772/UBND-KGVX", ("công văn", "thư công")),
        ("3087/CV-BCĐ", ("công văn", "thư công")),
        ("91/2015/QH13", ("luật", "nghị quyết", "bộ luật", "pháp lệnh", "hiến pháp")),
        ("69-QĐ/TW", ("quyết định", "quy định")),
        ("69/QĐ-UBND", ("quyết định",)),
        ("10-TT/TW", ("thông tri",)),
        ("10/2016/TT-BTTTT", ("thông tư",)),
        ("57-NQ/TW", ("nghị quyết",)),
        ("12/2025/L-CTN", ("lệnh", "luật")),
        ("12a-ABC/TU", ()),
    ],
)
def test_the_types_that_a_number_can_have(text: str, names: tuple[str, ...]) -> None:
    assert type_names(parse(text)) == names
