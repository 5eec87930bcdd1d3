"""What an editor shows: the titles of fixes, and what the language server says."""

from __future__ import annotations

from typing import Final

EDITORS: Final = {
    "write spaces for the tab": "thay ký tự tab bằng dấu cách",
    "delete the character": "xóa ký tự này",
    "delete the comment": "xóa chú thích này",
    "mend everything that is certain in this file": "sửa mọi chỗ chắc chắn trong tệp này",
    "allow {rule} on this line": "cho phép {rule} trên dòng này",
    "required: {says}": "bắt buộc: {says}",
    "today": "hôm nay",
    "as `due_text` says: {words}": "đọc từ `due_text`: {words}",
    "counted from the completion of another task": "tính từ khi hoàn thành nhiệm vụ khác",
    "only the ids of tasks and agencies can be renamed": (
        "chỉ đổi được mã của nhiệm vụ và của cơ quan"
    ),
    "put the cursor on one, in a file without errors": (
        "đặt con trỏ vào một mã, trong tệp không có lỗi"
    ),
    "`{text}` may mean several directives": "`{text}` có thể là nhiều văn bản",
    "write it with its year, such as {example}": "ghi kèm năm, chẳng hạn {example}",
    "some files have errors: {files}": "một số tệp có lỗi: {files}",
    "mend them first; they may name what is to be renamed": (
        "hãy sửa các tệp đó trước; trong đó có thể có mã cần đổi"
    ),
    "several tasks of {directive} have the id {id}": (
        "nhiều nhiệm vụ của {directive} có cùng mã {id}"
    ),
    "several agencies have the id {id}": "nhiều cơ quan có cùng mã {id}",
    "give each an id of its own by hand first": "hãy tự sửa cho mỗi mục một mã riêng trước",
    "{directive} has a task `{id}` already": "{directive} đã có nhiệm vụ `{id}`",
    "choose an id that no other task of it has": "chọn mã chưa nhiệm vụ nào của văn bản này có",
    "there is an agency `{id}` already": "đã có cơ quan `{id}`",
    "choose an id that no other agency has": "chọn mã chưa cơ quan nào có",
    "`{id}` would not be read as the id everywhere": ("`{id}` sẽ không được đọc là mã ở mọi chỗ"),
    "choose another id": "chọn mã khác",
    "{path}:{line} names it over several lines": "{path}:{line} ghi mã này trên nhiều dòng",
    "write that value on one line first": "hãy ghi giá trị đó trên một dòng trước",
    "the language server needs pygls, which is not installed": (
        "máy chủ ngôn ngữ cần pygls nhưng máy này chưa cài"
    ),
    "install it: {command}": "cài bằng lệnh: {command}",
    "an editor shows the files as they are: leave out --rev": (
        "trình soạn thảo luôn hiện tệp như đang có: hãy bỏ --rev"
    ),
    "there is no editor: standard input or output is closed": (
        "không có trình soạn thảo nào: đầu vào hoặc đầu ra chuẩn đã đóng"
    ),
    "Serve editors: what is wrong while you type, fixes, completion, explanations, renaming.": (
        "Phục vụ trình soạn thảo: báo lỗi ngay khi gõ, cách sửa, gợi ý, giải thích, đổi mã."
    ),
    "An editor starts it and talks to it over standard input and output, in the language server "
    "protocol; in a terminal there is nothing to see. The README says how editors are set up. It "
    "reads the files that are open as they are typed, the others from disk, and writes none.": (
        "Trình soạn thảo khởi động lệnh này và trao đổi qua đầu vào, đầu ra chuẩn theo giao thức "
        "máy chủ ngôn ngữ (LSP); chạy trong cửa sổ dòng lệnh thì không thấy gì. README chỉ cách "
        "cài đặt cho từng trình soạn thảo. Tệp đang mở được đọc như đang gõ, tệp khác đọc từ đĩa; "
        "không tệp nào bị ghi."
    ),
    "It needs pygls: python -m pip install 'pygls>=2.1'.": (
        "Lệnh cần có pygls: python -m pip install 'pygls>=2.1'."
    ),
    "Examples: stcli lsp; stcli lsp --lang vi; stcli lsp --root ~/chi-dao.": (
        "Ví dụ: stcli lsp; stcli lsp --lang vi; stcli lsp --root ~/chi-dao."
    ),
    "Exit status: 0 when the editor has said goodbye; 1 when it left without; 2 without pygls.": (
        "Mã thoát: 0 khi trình soạn thảo kết thúc đúng cách; 1 khi ngắt đột ngột; 2 khi chưa có "
        "pygls."
    ),
}
