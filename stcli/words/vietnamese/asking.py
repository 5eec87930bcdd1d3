"""What people ask for: references, and queries with their keys."""

from __future__ import annotations

from typing import Final

_REFERENCES: Final = {
    "there is no directive, task or agency `{text}`": (
        "không có văn bản, nhiệm vụ hay cơ quan nào là `{text}`"
    ),
    "write a number such as {example}, or an agency": (
        "viết số, ký hiệu như {example}, hoặc tên cơ quan"
    ),
    "`{text}` names no task": "`{text}` không chỉ nhiệm vụ nào",
    "write the directive and the task, such as {example}": (
        "viết văn bản và nhiệm vụ, như {example}"
    ),
    "there is no directive `{text}`": "không có văn bản `{text}`",
    "write its number or a part of it, such as {example}": (
        "viết cả hoặc một phần số, ký hiệu, như {example}"
    ),
    "there is no agency `{text}`": "không có cơ quan `{text}`",
    "write its id, name or short name, or a part of one": (
        "viết cả hoặc một phần mã, tên hoặc tên viết tắt"
    ),
    "{directive} has no task `{task}`": "{directive} không có nhiệm vụ `{task}`",
    "no task of it has been entered": "chưa nhập nhiệm vụ nào của văn bản này",
    "its tasks are {ids}": "các nhiệm vụ của văn bản: {ids}",
    "`{text}` may mean {candidates}": "`{text}` có thể là {candidates}",
    "write one of them as it stands here": "viết một trong số đó, đúng như ghi ở đây",
    "did you mean `{near}`?": "có phải là `{near}` không?",
    "{directive} was issued on {issued}, after {day}": (
        "{directive} ban hành ngày {issued}, sau ngày {day}"
    ),
    "ask for that day or a later one with --as-of": "chọn ngày đó hoặc ngày sau đó bằng --as-of",
    "tasks cannot be sorted by `{key}`": "không thể sắp xếp nhiệm vụ theo `{key}`",
}
_QUERIES: Final = {
    "there is no state `{text}`": "không có tình trạng `{text}`",
    "`{start}` takes one value to compare with": "`{start}` chỉ so sánh với một giá trị",
    "write one, such as {example}": "viết một giá trị thôi, như {example}",
    "`{text}` is not a year": "`{text}` không phải là năm",
    "write its four digits, such as {example}": "viết đủ bốn chữ số, như {example}",
    "`{text}` is not a number of days": "`{text}` không phải là số ngày",
    "write digits only, such as {example}": "chỉ viết chữ số, như {example}",
    "`{text}` is not a day or period that {key} can have": (
        "`{text}` không phải ngày hoặc kỳ dùng được cho {key}"
    ),
    "write a day ({day}), a month ({month}), a quarter ({quarter}) or a year ({year})": (
        "viết ngày ({day}), tháng ({month}), quý ({quarter}) hoặc năm ({year})"
    ),
    "write one of {choices}, or put a text to search for in quotes": (
        "viết một trong các khóa {choices}, hoặc đặt từ cần tìm trong dấu ngoặc kép"
    ),
    "did you mean `{near}`, or a text to search for, which stands in quotes?": (
        "có phải là `{near}` không, hay là từ cần tìm thì đặt trong dấu ngoặc kép?"
    ),
    "tasks cannot be asked for `{key}`": "không thể lọc nhiệm vụ theo `{key}`",
    "nothing stands behind `{start}`": "sau `{start}` chưa có giá trị",
    "write a value there, such as {example}": "viết thêm giá trị, như {example}",
    "`{key}` cannot be compared with `{sign}`": "không thể so sánh `{key}` bằng dấu `{sign}`",
    "write `{start}` and the value; days and numbers have an order": (
        "viết `{start}` rồi đến giá trị; chỉ ngày và số mới so sánh trước sau, lớn nhỏ"
    ),
}
_KEYS: Final = {
    "who leads the task on the day: an agency's id, name, short name or a part": (
        "cơ quan chủ trì vào ngày xem: cả hoặc một phần mã, tên hoặc tên viết tắt"
    ),
    "who coordinates on the day": "cơ quan phối hợp vào ngày xem",
    "who answers on the day: the lead, or those that took over from it": (
        "cơ quan chịu trách nhiệm vào ngày xem: cơ quan chủ trì hoặc cơ quan tiếp nhận"
    ),
    "any of lead, with and responsible": "một trong lead, with và responsible",
    "where it stands on the day; open includes due-soon, as in the totals": (
        "tình trạng vào ngày xem; open gồm cả due-soon, như ở dòng cộng"
    ),
    "its last day: a day, month, quarter or year; also with < <= > >=": (
        "ngày hết hạn: ngày, tháng, quý hoặc năm; dùng được cả < <= > >="
    ),
    "how many days late it is or was; also with < <= > >=": "số ngày chậm; dùng được cả < <= > >=",
    "the day it was completed; also with < <= > >=": "ngày hoàn thành; dùng được cả < <= > >=",
    "the day of its directive; also with < <= > >=": (
        "ngày ban hành văn bản; dùng được cả < <= > >="
    ),
    "the year of its directive; also with < <= > >=": (
        "năm ban hành văn bản; dùng được cả < <= > >="
    ),
    "who issued its directive": "cơ quan ban hành văn bản",
    "its directive, by any part of the number": "văn bản, theo bất kỳ phần nào của số, ký hiệu",
    "the type of its directive, such as chỉ thị or CT": "loại văn bản, như chỉ thị hoặc CT",
    "its id within its directive": "mã nhiệm vụ trong văn bản",
    "words of its title": "từ trong nội dung nhiệm vụ",
    "words of its product": "từ trong sản phẩm",
    "who follows it": "người theo dõi",
    "words of the proof of completion": "từ trong minh chứng hoàn thành",
    "a tag of it or of its directive": "nhãn của nhiệm vụ hoặc của văn bản",
}
ASKING: Final = {
    **_REFERENCES,
    **_QUERIES,
    **_KEYS,
}
