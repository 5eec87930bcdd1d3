"""What an editor shows: the titles of fixes, and what the language server says."""

from __future__ import annotations

from typing import Final

EDITORS: Final = {
    "write spaces for the tab": "thay ký tự tab bằng dấu cách",
    "delete the character": "xóa ký tự này",
    "delete the comment": "xóa chú thích này",
}
