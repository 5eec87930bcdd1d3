"""What stands around the findings of `check`; their sentences are with the rules."""

from __future__ import annotations

from typing import Final

FINDINGS: Final = {
    "error": "lỗi",
    "warning": "cảnh báo",
    "off": "bỏ qua",
    "help:": "cách sửa:",
    "{count} error": "{count} lỗi",
    "{count} errors": "{count} lỗi",
    "{count} warning": "{count} cảnh báo",
    "{count} warnings": "{count} cảnh báo",
    "{count} file": "{count} tệp",
    "{count} files": "{count} tệp",
    "{counts} in {files}": "{counts} trong {files}",
    "{files}, nothing wrong": "{files}, không có lỗi",
}
