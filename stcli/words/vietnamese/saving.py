"""What is said where an edit is saved, waits, fails or is taken back."""

from __future__ import annotations

from typing import Final

SAVING: Final = {
    "{path} was not changed: {reason}": "chưa sửa {path}: {reason}",
    "{path} was not written: there is one now": "chưa ghi {path}: nay đã có tệp này",
    "{path} has changed since it was read": "{path} đã thay đổi từ lúc đọc",
    "do it again, so that it builds on what is there now": (
        "làm lại, để sửa trên nội dung hiện có"
    ),
    "this is no name of a file below the root": "đây không phải tên tệp trong thư mục gốc",
    "it is a link: delete it by hand": "đó là liên kết: tự xóa bằng tay",
    "one edit names it twice": "một lần sửa nêu tệp này hai lần",
    "your share of the disk is full": "đã hết dung lượng được cấp",
    "files may not be that large here": "ở đây không cho phép tệp lớn như vậy",
    "the disk has an error": "ổ đĩa bị lỗi",
    "a part of the edit is in {paths} and could not be put back": (
        "một phần lần sửa đã ghi vào {paths} và không hoàn lại được"
    ),
    "see by git diff what has changed, and take it back": (
        "dùng git diff xem đã thay đổi gì, rồi tự hoàn lại"
    ),
    "this edit cannot be undone: {reason}": "lần sửa này không hoàn lại được: {reason}",
    "there is no folder to keep it in": "không có thư mục nào để lưu bản cũ",
    "it is too large to be kept": "lần sửa quá lớn để lưu bản cũ",
    "there is no edit to undo": "không có lần sửa nào để hoàn lại",
    "the edit was not undone: {reason}": "chưa hoàn lại lần sửa: {reason}",
    "{path} has changed since that edit": "{path} đã thay đổi sau lần sửa đó",
    "see by git diff what has changed, and change it by hand": (
        "dùng git diff xem đã thay đổi gì, rồi tự sửa"
    ),
    "the edit `{title}` was interrupted, and has been taken back": (
        "lần sửa `{title}` bị ngắt giữa chừng và đã được hoàn lại"
    ),
    "the edit `{title}` was interrupted and its files were changed since: look at {paths}": (
        "lần sửa `{title}` bị ngắt giữa chừng, sau đó các tệp lại thay đổi: hãy xem {paths}"
    ),
    "{path} is damaged: by it nothing can be undone": (
        "{path} bị hỏng: không thể dựa vào đó để hoàn lại"
    ),
    "see by git status what has changed, then delete that file": (
        "dùng git status xem đã thay đổi gì, rồi xóa tệp đó"
    ),
    "{path} could not be locked: {reason}": "không khóa được {path}: {reason}",
    "{root} is on a disk where edits cannot be kept apart": (
        "{root} nằm trên ổ đĩa không thể tách các lần sửa đồng thời"
    ),
    "set XDG_STATE_HOME to a folder on a disk of this machine": (
        "đặt XDG_STATE_HOME là một thư mục trên ổ đĩa của máy này"
    ),
    "another edit has been under way here for {seconds} seconds": (
        "một lần sửa khác ở đây đã kéo dài {seconds} giây"
    ),
    "another edit has been under way here for {seconds} seconds: process {process}": (
        "một lần sửa khác ở đây đã kéo dài {seconds} giây: tiến trình {process}"
    ),
    "wait until it has ended, or end it; nothing was changed": (
        "chờ lần sửa đó xong, hoặc dừng nó; chưa có gì thay đổi"
    ),
}
