"""Files laid out anew: what is said of it."""

from __future__ import annotations

from typing import Final

TIDYING: Final = {
    "this layout is not known; give each key and each entry a line of its own": (
        "chưa biết cách trình bày này; hãy viết mỗi khóa, mỗi mục trên một dòng riêng"
    ),
    "what stands here cannot be laid out without changing it": (
        "không thể trình bày lại chỗ này mà không làm đổi nội dung"
    ),
    "this comment cannot be kept where it stands; move it to another line": (
        "không giữ được chú thích ở chỗ này; hãy chuyển nó sang dòng khác"
    ),
    "laid out in another way, this would be found fault with otherwise": (
        "nếu trình bày lại, chỗ này sẽ bị báo lỗi khác đi"
    ),
}
