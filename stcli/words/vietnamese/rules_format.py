"""The rules about the format and about rules: what they say, and their texts."""

from __future__ import annotations

from typing import Final

_FINDINGS: Final = {
    "there is no rule `{rule}`": "không có quy tắc `{rule}`",
    "there is no rule `{name}`": "không có quy tắc `{name}`",
    "see: stcli explain": "xem: stcli explain",
    "`{rule}` cannot be weighed": "không thể đặt mức cho `{rule}`",
    "delete the line; such a file cannot be read at all": (
        "xóa dòng này; tệp mắc lỗi đó hoàn toàn không đọc được"
    ),
    "`{rule}` cannot be allowed": "không thể cho phép `{rule}`",
    "delete the comment; such a file cannot be read at all": (
        "xóa chú thích; tệp mắc lỗi đó hoàn toàn không đọc được"
    ),
    "`{rule}` finds nothing on this line": "`{rule}` không tìm thấy gì trên dòng này",
    "delete the comment; what it allowed is gone": "xóa chú thích; lỗi được cho phép không còn nữa",
}
_TEXTS: Final = {
    "A key that is required is there and has a value.": "Khóa bắt buộc phải có mặt và có giá trị.",
    "A directive needs `number`, `title`, `issuer` and `issued`, a task `id` and `title`, an "
    "agency `id` and `name`, a change `date`. A key without a value can be left out, or gets "
    "one.": (
        "Văn bản cần `number`, `title`, `issuer` và `issued`; nhiệm vụ cần `id` và `title`; cơ "
        "quan cần `id` và `name`; lần điều chỉnh cần `date`. Khóa không có giá trị thì bỏ đi, "
        "hoặc ghi giá trị."
    ),
    "Every key is one of the format.": "Mọi khóa phải thuộc định dạng.",
    "What stands under a mistyped key would be read by nobody. The finding names the "
    "nearest key, or all there are; free text belongs under `notes`, labels under `tags`.": (
        "Nội dung dưới khóa gõ sai sẽ không được đọc. Báo lỗi nêu khóa gần nhất hoặc mọi khóa; "
        "ghi chú tự do thì ghi vào `notes`, nhãn ghi vào `tags`."
    ),
    "Every value is of the kind that its key takes.": "Mọi giá trị phải đúng loại mà khóa nhận.",
    "Some keys take one text, some a list, some mappings, some a whole number or one of a few "
    "words. The message says which.": (
        "Có khóa nhận một giá trị chữ, có khóa nhận danh sách, nhóm khóa, số nguyên hoặc một "
        "trong vài từ. Thông báo lỗi nói rõ là loại nào."
    ),
    "An id has no space, `#`, `/` or `@` in it.": "Mã không được có dấu cách, `#`, `/` và `@`.",
    "References are built of ids: `25/CT-TTg#2a`. Take the numbering of the document for "
    "tasks: `1`, `2a`, `I.3`; and a short name for agencies: `bo-khcn`.": (
        "Dẫn chiếu được ghép từ mã: `25/CT-TTg#2a`. Với nhiệm vụ, lấy cách đánh số của văn bản: "
        "`1`, `2a`, `I.3`; với cơ quan, lấy một tên ngắn: `bo-khcn`."
    ),
    "A day is written year-month-day, with ten characters.": (
        "Ngày phải viết theo dạng năm-tháng-ngày, đủ mười ký tự."
    ),
    "`5/10/2023` is another day to a reader from abroad, and `2023-10` is no day at all.": (
        "`5/10/2023` với người đọc ở nước khác là một ngày khác, còn `2023-10` không phải là ngày."
    ),
    "A deadline is written in one of the forms of the format.": (
        "Thời hạn phải viết theo một trong các dạng đã quy định."
    ),
    "A day (`2024-06-30`, `before 2024-06-30`), a period (`2024-06`, `2024-Q2`, `2024-H1`, "
    "`2024`, `2025..2026`), a count (`15 days`, `3 months from received`), a series (`monthly "
    "by 25`) or `ongoing`. The words of the document belong under `due_text`; leave `due` out "
    "where it states no deadline.": (
        "Ngày (`2024-06-30`, `before 2024-06-30`), kỳ (`2024-06`, `2024-Q2`, `2024-H1`, `2024`, "
        "`2025..2026`), số ngày hoặc tháng (`15 days`, `3 months from received`), định kỳ "
        "(`monthly by 25`) hoặc thường xuyên (`ongoing`). Nguyên văn thời hạn của văn bản ghi "
        "vào `due_text`; bỏ `due` nếu văn bản không nêu thời hạn."
    ),
    "An allowance allows something on its line.": (
        "Chú thích cho phép phải ứng với một lỗi trên dòng của nó."
    ),
    "`# stcli: allow RULE` drops what that rule finds on the line, or on the next one if the "
    "comment stands alone. Delete it when the fault is gone, so that it hides no new one. A "
    "reason may follow after another `#`.": (
        "`# stcli: allow RULE` bỏ qua lỗi mà quy tắc đó tìm thấy trên dòng, hoặc trên dòng tiếp "
        "theo nếu chú thích đứng riêng. Xóa chú thích khi lỗi không còn, để nó không che lỗi "
        "mới. Có thể ghi lý do sau một dấu `#` nữa."
    ),
    "Only the names of rules that can be weighed stand under `severity`.": (
        "Dưới `severity` chỉ được ghi tên những quy tắc đặt mức được."
    ),
    "A mistyped name changes nothing, and nobody would notice. `stcli explain` lists the "
    "rules. Rules that leave a file unread, such as `syntax`, are errors for every office.": (
        "Tên gõ sai không làm thay đổi gì và không ai nhận ra. `stcli explain` liệt kê các quy "
        "tắc. Những quy tắc khiến tệp không đọc được, như `syntax`, luôn là lỗi đối với mọi đơn "
        "vị."
    ),
}
RULES_FORMAT: Final = {
    **_FINDINGS,
    **_TEXTS,
}
