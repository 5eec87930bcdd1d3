"""What the keys of the format take."""

from __future__ import annotations

from typing import Final

FORMAT: Final = {
    "{count} more faults in this file are not shown": (
        "còn {count} lỗi khác trong tệp này không hiển thị"
    ),
    "`{key}` is missing": "thiếu `{key}`",
    "add a line `{key}: ...`": "thêm dòng `{key}: ...`",
    "`{value}` cannot be an id": "`{value}` không thể dùng làm mã",
    "write it without spaces, #, / and @, as 1, 2a or I.3": (
        "viết không có dấu cách, #, / và @, như 1, 2a hoặc I.3"
    ),
    "`{key}` takes a text here, not a list or mapping": (
        "`{key}` ở đây nhận một giá trị chữ, không nhận danh sách hay nhóm khóa"
    ),
    "write one text, or quote it if the brackets belong to it": (
        "viết một giá trị, hoặc đặt trong dấu ngoặc kép nếu dấu ngoặc là một phần của giá trị"
    ),
    "`{key}` takes a list": "`{key}` phải là danh sách",
    "start each entry with `- ` on a line of its own": (
        "viết mỗi mục trên một dòng riêng, bắt đầu bằng `- `"
    ),
    "`{key}` takes keys with values here": "`{key}` ở đây phải gồm các khóa kèm giá trị",
    "write `key: value` lines, indented below it": "viết các dòng `khóa: giá trị` thụt lề bên dưới",
    "`{key}` is empty": "`{key}` để trống",
    "write its value, or delete the line if the key may be left out": (
        "viết giá trị, hoặc xóa dòng nếu khóa không bắt buộc"
    ),
    "the keys here are: {known}": "các khóa dùng được ở đây: {known}",
    "`{key}` is not a key of the format": "định dạng không có khóa `{key}`",
    "a list or mapping stands where a day should be": (
        "có danh sách hoặc nhóm khóa ở chỗ phải là ngày"
    ),
    "write one day, as 2025-06-30": "viết một ngày, như 2025-06-30",
    "a day is required here": "ở đây bắt buộc phải có ngày",
    "write it as 2025-06-30": "viết theo dạng 2025-06-30",
    "a list or mapping stands where a deadline should be": (
        "có danh sách hoặc nhóm khóa ở chỗ phải là thời hạn"
    ),
    "write it as one text, such as 2025-06-30 or 2025-Q2": (
        "viết thành một giá trị, như 2025-06-30 hoặc 2025-Q2"
    ),
    "`{value}` is not a whole number from {low} to {high}": (
        "`{value}` không phải số nguyên từ {low} đến {high}"
    ),
    "a number is required here": "ở đây bắt buộc phải có số",
    "write digits only": "chỉ viết chữ số",
    "`{value}` is not one of {words}": "`{value}` không thuộc các từ {words}",
    "write one of these words": "viết một trong các từ đó",
}
