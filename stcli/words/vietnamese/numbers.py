"""Numbers of documents: why a text is none, and what is doubtful in one."""

from __future__ import annotations

from typing import Final

_REFUSALS: Final = {
    "the number is empty": "số, ký hiệu để trống",
    "the number is blank in `{text}`": "`{text}` còn trống phần số",
    "take the number from the signed document; a draft has none yet": (
        "lấy số từ văn bản đã ký; dự thảo chưa có số"
    ),
    "write the number, `/` and the symbol, as 3772/UBND-KGVX or 25/CT-TTg": (
        "viết số, dấu `/` và ký hiệu, như 3772/UBND-KGVX hoặc 25/CT-TTg"
    ),
    "a text of {length} characters is not a document number": (
        "chuỗi dài {length} ký tự không phải số, ký hiệu văn bản"
    ),
    "write {number} if that is meant": "viết {number} nếu đúng là văn bản này",
    "`{text}` holds {code}, which no number has": (
        "`{text}` chứa ký tự {code}, không có trong số, ký hiệu văn bản"
    ),
    "`{text}` holds several numbers": "`{text}` gồm nhiều số, ký hiệu",
    "write each number by itself, several as a list": (
        "viết riêng từng số, ký hiệu; có nhiều thì viết thành danh sách"
    ),
    "`{text}` has no `/` between number and symbol": "`{text}` thiếu dấu `/` giữa số và ký hiệu",
    "`{text}` is not a document number": "`{text}` không phải số, ký hiệu văn bản",
    "`{text}` is a percentage, not a document number": (
        "`{text}` là tỷ lệ phần trăm, không phải số, ký hiệu văn bản"
    ),
    "`{text}` names a technical standard, not a document": (
        "`{text}` là tiêu chuẩn, quy chuẩn kỹ thuật, không phải văn bản"
    ),
    "write the number of the document that issued the standard, as 10/2016/TT-BTTTT": (
        "viết số, ký hiệu của văn bản ban hành tiêu chuẩn, quy chuẩn đó, như 10/2016/TT-BTTTT"
    ),
    "`{text}` points into a document or at a year, a number does not": (
        "`{text}` còn kèm nhiệm vụ hoặc năm, không thuộc số, ký hiệu văn bản"
    ),
    "write the number without `#` and `@`": "viết số, ký hiệu không kèm `#` và `@`",
    "`{text}` is a file name or a web address": "`{text}` là tên tệp hoặc địa chỉ trang mạng",
    "write the number as it stands in the document, and an address under source": (
        "viết số, ký hiệu đúng như trong văn bản, còn địa chỉ ghi vào source"
    ),
    "`{text}` is the electronic code of a file or procedure": (
        "`{text}` là mã điện tử của hồ sơ hoặc thủ tục"
    ),
    "`{text}` is a date, not a document number": (
        "`{text}` là ngày tháng, không phải số, ký hiệu văn bản"
    ),
    "`{text}` has no symbol": "`{text}` thiếu ký hiệu",
    "write the symbol too, as 3772/UBND-KGVX: the number alone repeats in every office": (
        "viết cả ký hiệu, như 3772/UBND-KGVX: chỉ riêng số thì cơ quan nào cũng có"
    ),
    "`{text}` breaks off": "`{text}` viết chưa hết",
    "`{text}` has a year that cannot be": "`{text}` có năm không hợp lệ",
    "write the year in four digits, as 42/2014/QĐ-TTg": (
        "viết năm đủ bốn chữ số, như 42/2014/QĐ-TTg"
    ),
    "`{word}` is not a part of a symbol": "`{word}` không phải thành phần của ký hiệu",
    "check it with the document: a symbol is in capitals, as 25/CT-TTg": (
        "đối chiếu với văn bản: ký hiệu viết bằng chữ in hoa, như 25/CT-TTg"
    ),
}
_DOUBTS: Final = {
    "`{word}` is read as `{meant}`: write it with Đ": (
        "`{word}` được hiểu là `{meant}`: viết bằng chữ Đ"
    ),
    "`{word}` has no capitals: write `{meant}`": "`{word}` chưa viết hoa: viết `{meant}`",
    "`{word}` has an unusual small letter: check it with the document": (
        "`{word}` có chữ thường không quen gặp: đối chiếu với văn bản"
    ),
    "the words before {number} name another type: check both": (
        "tên loại ghi trước {number} là loại khác: kiểm tra cả hai"
    ),
    "the wide space in `{text}` may hide a digit: check it with the document": (
        "khoảng trống rộng trong `{text}` có thể che mất chữ số: đối chiếu với văn bản"
    ),
    "the number is of {year} and the date behind it of {other}: check both": (
        "số, ký hiệu là của năm {year}, còn ngày đi sau là của năm {other}: kiểm tra cả hai"
    ),
    "`{number}` are several numbers: write each with its own symbol": (
        "`{number}` là nhiều số: viết từng số kèm ký hiệu riêng"
    ),
    "the dot in `{number}` is unusual: check it with the document": (
        "dấu chấm trong `{number}` không quen gặp: đối chiếu với văn bản"
    ),
    "`{year}` is read as {meant}: check the year": (
        "`{year}` được hiểu là năm {meant}: kiểm tra lại năm"
    ),
    "no agency follows `{type}`: check it with the document": (
        "sau `{type}` không có cơ quan: đối chiếu với văn bản"
    ),
    "only one agency follows `{type}`: check it with the document": (
        "sau `{type}` chỉ có một cơ quan: đối chiếu với văn bản"
    ),
    "`{type}` stands last in `{symbol}`: write it first": (
        "`{type}` đứng cuối trong `{symbol}`: viết lên đầu"
    ),
    "`/` inside `{symbol}` is unusual: write `-` if it is one": (
        "dấu `/` trong `{symbol}` không quen gặp: viết `-` nếu đúng là dấu đó"
    ),
    "write {meant}: the Party puts `/` after the type": (
        "viết {meant}: văn bản của Đảng đặt dấu `/` sau tên loại"
    ),
    "write {meant}: only the Party puts `/` after the type": (
        "viết {meant}: chỉ văn bản của Đảng đặt dấu `/` sau tên loại"
    ),
    "add the year, which the number of a circular (TT) has, or write TTr for a submission": (
        "thêm năm vì số, ký hiệu thông tư (TT) có năm, hoặc viết TTr nếu là tờ trình"
    ),
    "add the year between `{number}` and `{symbol}`": "thêm năm vào giữa `{number}` và `{symbol}`",
    "`{number}` may be a year: check the number with the document": (
        "`{number}` có thể là năm: đối chiếu số với văn bản"
    ),
}
NUMBERS: Final = {
    **_REFUSALS,
    **_DOUBTS,
}
