from __future__ import annotations

import pytest

from stcli.numbers import NumberProblem, parse

EXAMPLE = "write the number, `/` and the symbol, as 3772/UBND-KGVX or 25/CT-TTg"
CAPITALS = "check it with the document: a symbol is in capitals, as 25/CT-TTg"
STANDARD = "write the number of the document that issued the standard, as 10/2016/TT-BTTTT"
SIGNED = "take the number from the signed document; a draft has none yet"
ADDRESS = "write the number as it stands in the document, and an address under source"

REFUSED = {
    "": ("the number is empty", EXAMPLE),
    " \n": ("the number is empty", EXAMPLE),
    "2-Clo-2-metyl": ("has no `/` between number and symbol", EXAMPLE),
    "3-Metyl-1-butanol": ("has no `/` between number and symbol", EXAMPLE),
    "Cộng hòa": ("has no `/` between number and symbol", EXAMPLE),
    "QCVN 102:2016/BTTTT": ("names a technical standard", STANDARD),
    "QCVN 40:2011/BTNMT": ("names a technical standard", STANDARD),
    "102:2016/BTTTT": ("names a technical standard", STANDARD),
    "TCVN ISO 9001:2008": ("names a technical standard", STANDARD),
    "ISO/IEC 27001": ("names a technical standard", STANDARD),
    "2025-QH15-639242.aspx": ("is a file name or a web address", ADDRESS),
    "https://vanban.chinhphu.vn/25/CT-TTg": ("is a file name or a web address", ADDRESS),
    "3772_UBND-KGVX": ("is a file name or a web address", ADDRESS),
    "25-CT-TTg.PDF": ("is a file name or a web address", ADDRESS),
    "000.00.53.H48-220921-0099": ("is the electronic code of a file or procedure", EXAMPLE),
    "H48.53-250701-0012": ("is the electronic code of a file or procedure", EXAMPLE),
    "H01.151.2026.08.25.125.UBND.22": ("is the electronic code", EXAMPLE),
    "57,5%": ("is a percentage", EXAMPLE),
    "12.75 %": ("is a percentage", EXAMPLE),
    "01/4/2022": ("is a date", EXAMPLE),
    "2023-11-01": ("is a date", EXAMPLE),
    "3/2025": ("is a date", EXAMPLE),
    "Số:      /UBND-KT": ("the number is blank in", SIGNED),
    "…/QĐ-UBND": ("the number is blank in", SIGNED),
    "/2025/NĐ-CP": ("the number is blank in", SIGNED),
    "Công văn số ..../UBND-KT": ("the number is blank in", SIGNED),
    "xx/QĐ-UBND": ("the number is blank in", SIGNED),
    "00/QĐ-UBND": ("the number is blank in", SIGNED),
    "25/CT-TTg#3": (
        "points into a document or at a year",
        "write the number without `#` and `@`",
    ),
    "25/CT-TTg@2023": (
        "points into a document or at a year",
        "write the number without `#` and `@`",
    ),
    "3772": (
        "has no symbol",
        "write the symbol too, as 3772/UBND-KGVX: the number alone repeats in every office",
    ),
    "3772/": ("breaks off", EXAMPLE),
    "106/2017/NĐ-": ("breaks off", EXAMPLE),
    "42/3014/QĐ-TTg": (
        "has a year that cannot be",
        "write the year in four digits, as 42/2014/QĐ-TTg",
    ),
    "08.26/TB-Lkay": ("`Lkay` is not a part of a symbol", CAPITALS),
    "05/TB-Vinaco": ("`Vinaco` is not a part of a symbol", CAPITALS),
    "05/TB-Mk": ("`Mk` is not a part of a symbol", CAPITALS),
    "12/km": ("`km` is not a part of a symbol", CAPITALS),
    "3772/abc-kgvx": ("`abc` is not a part of a symbol", CAPITALS),
    "3772/ABC-n": ("`n` is not a part of a symbol", CAPITALS),
    "25-CT-TTg": ("has no `/` between number and symbol", "write 25/CT-TTg if that is meant"),
    "05-TB-Vinaco": ("has no `/` between number and symbol", EXAMPLE),
    "57-NQ-TW": ("has no `/` between number and symbol", "write 57-NQ/TW if that is meant"),
    "3772\\UBND-KGVX": (
        "has no `/` between number and symbol",
        "write 3772/UBND-KGVX if that is meant",
    ),
    "57 NQ/TW": ("is not a document number", "write 57-NQ/TW if that is meant"),
    "37 72/UBND-KGVX": ("is not a document number", "write 3772/UBND-KGVX if that is meant"),
    "3772/UB ND-KGVX": ("is not a document number", "write 3772/UBND-KGVX if that is meant"),
    "25/CT-TTg của Thủ tướng": ("is not a document number", "write 25/CT-TTg if that is meant"),
    "42/2014/QĐ-TTg (Hà Nội)": (
        "is not a document number",
        "write 42/2014/QĐ-TTg if that is meant",
    ),
    "25/CT…TTg": ("is not a document number", EXAMPLE),
    "851/BNV-CVT<NN": ("is not a document number", EXAMPLE),
    "25/CT- Ngọt ngào": ("is not a document number", EXAMPLE),
    "25/CT-TTg và 26/CT-TTg": (
        "holds several numbers",
        "write each number by itself, several as a list",
    ),
    "25/СT-TTg": ("holds U+0421 CYRILLIC CAPITAL LETTER ES", EXAMPLE),
    "٣٢/UBND-KT": ("holds U+0663 ARABIC-INDIC DIGIT THREE", EXAMPLE),
    "３７７２/UBND-KGVX": (
        "holds U+FF13 FULLWIDTH DIGIT THREE",
        "write 3772/UBND-KGVX if that is meant",
    ),
    "25/CT\u00ad-TTg": ("holds U+00AD SOFT HYPHEN", "write 25/CT-TTg if that is meant"),
    "25/CT\u200b-TTg": ("holds U+200B ZERO WIDTH SPACE", "write 25/CT-TTg if that is meant"),
    "25/CT-TTg\ud800": ("holds U+D800, which", EXAMPLE),
    "2²/CT-TTg": ("holds U+00B2 SUPERSCRIPT TWO", "write 22/CT-TTg if that is meant"),
    "1" * 201: ("a text of 201 characters is not a document number", EXAMPLE),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_what_is_not_a_number(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(NumberProblem) as caught:
        parse(text)
    message, remedy = expected
    assert message in str(caught.value.message)
    assert str(caught.value) == str(caught.value.message)
    assert str(caught.value.help) == remedy
