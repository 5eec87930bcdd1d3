"""Edits that are not made, and what to do by hand."""

from __future__ import annotations

from typing import Final

EDITING: Final = {
    "{path}:{line}: `{there}` is not changed: {why}": "{path}:{line}: chưa sửa `{there}`: {why}",
    "write it there by hand: {text}": "hãy tự viết vào đó: {text}",
    "take `{key}` away by hand": "hãy tự xóa `{key}`",
    "leave the character out; it cannot be seen": "bỏ ký tự này đi; nó không nhìn thấy được",
    "look at what stands there": "hãy xem lại nội dung ở đó",
    "mend the file first: stcli check": "hãy sửa lỗi của tệp trước: stcli check",
    "delete the file: git rm": "hãy xóa cả tệp: git rm",
    "write less": "viết gọn lại",
    "nothing can be written here": "không thể viết gì ở đây",
    "there is nothing to take away here": "ở đây không có gì để xóa",
    "no list stands here, and none can": "ở đây không có danh sách, và cũng không thể có",
    "it is all that the file holds": "tệp chỉ có mỗi phần này",
    "the key `{key}` is written with `?`": "khóa `{key}` được viết với dấu `?`",
    "this pair stands in brackets without braces": (
        "cặp khóa và giá trị này nằm trong ngoặc vuông mà không có ngoặc nhọn"
    ),
    "this comment has no place in what is to be written here": (
        "chú thích này không còn chỗ trong nội dung sẽ viết ở đây"
    ),
    "a comment would go too": "sẽ có chú thích bị xóa theo",
    "this comment would go too": "chú thích này sẽ bị xóa theo",
    "the block of text above would get a line end at its end": (
        "khối văn bản ở trên sẽ có thêm dấu xuống dòng ở cuối"
    ),
    "what stands here cannot be changed without changing something else": (
        "không thể sửa chỗ này mà không làm thay đổi chỗ khác"
    ),
}
