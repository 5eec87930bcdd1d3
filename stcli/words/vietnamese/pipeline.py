"""Git and pipelines: revisions, what is new, and what a change set may not do."""

from __future__ import annotations

from typing import Final

_GIT: Final = {
    "git knows no revision `{revision}`": "git không có phiên bản `{revision}`",
    "write a commit, branch or tag: git log shows them": (
        "viết tên commit, nhánh hoặc thẻ: xem bằng git log"
    ),
    "the history here does not reach back to {day}": "lịch sử ở đây không có đến ngày {day}",
    "links are not followed in a revision": "không đi theo liên kết trong một phiên bản",
    "{root} is in no git repository that can be read": (
        "{root} không nằm trong kho git nào đọc được"
    ),
    "run `git status` there: it says why": "chạy `git status` ở đó để biết lý do",
    "fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in a workflow": (
        "lấy toàn bộ lịch sử: git fetch --unshallow, hoặc fetch-depth: 0 trong quy trình tự động"
    ),
    "git failed: {reason}": "git báo lỗi: {reason}",
    "git is not installed": "máy chưa cài git",
    "install it, or leave --rev and --since out": "cài git, hoặc bỏ --rev và --since",
    "git did not answer in {count} seconds": "git không trả lời sau {count} giây",
    "The files as they are in a git revision; the day stays that of --as-of.": (
        "Dùng các tệp ở một phiên bản git; ngày vẫn là ngày của --as-of."
    ),
}
PIPELINE: Final = _GIT
