"""The manual page, and the help of the program itself."""

from __future__ import annotations

from typing import Final

MANUAL: Final = {
    "All is read from plain YAML files, in the nearest folder upwards that holds directives/. The "
    "options below mean the same in every command, before its name or after it; what else there "
    "is, `stcli COMMAND --help` says.": (
        "Dữ liệu được đọc từ các tệp YAML thông thường, trong thư mục gần nhất ở cấp trên có chứa "
        "directives/. Các tùy chọn dưới đây có cùng ý nghĩa ở mọi lệnh, đặt trước hoặc sau tên "
        "lệnh; những tùy chọn khác xem ở `stcli COMMAND --help`."
    ),
    "Examples: stcli status; stcli overdue; stcli list state:overdue lead:bo-khcn; stcli check.": (
        "Ví dụ: stcli status; stcli overdue; stcli list state:overdue lead:bo-khcn; stcli check."
    ),
    "Exit status: 0 well; 1 findings; 2 the request cannot be met; 3 files could not be read; 70 "
    "a bug; 130 interrupted.": (
        "Mã thoát: 0 nếu bình thường; 1 nếu có phát hiện; 2 nếu không thực hiện được yêu cầu; 3 "
        "nếu có tệp không đọc được; 70 nếu chương trình bị lỗi; 130 nếu bị ngắt."
    ),
    "manual of stcli": "hướng dẫn sử dụng stcli",
    "NAME": "TÊN",
    "SYNOPSIS": "CÁCH DÙNG",
    "DESCRIPTION": "MÔ TẢ",
    "COMMANDS": "CÁC LỆNH",
    "OPTIONS": "TÙY CHỌN CHUNG",
    "QUERIES": "ĐIỀU KIỆN LỌC",
    "STATES": "TÌNH TRẠNG",
    "EXIT STATUS": "MÃ THOÁT",
    "ENVIRONMENT": "BIẾN MÔI TRƯỜNG",
    "FILES": "CÁC TỆP",
    "SEE ALSO": "XEM THÊM",
    "well": "bình thường",
    "findings: of `check` at or above --fail-on, of `overdue` with --exit-code, of `fmt` with "
    "--check; errors that `fix` leaves": (
        "có phát hiện: của `check` từ mức --fail-on trở lên, của `overdue` khi dùng --exit-code, "
        "của `fmt` khi dùng --check; lỗi mà `fix` còn để lại"
    ),
    "the request cannot be met: a bad option, no such reference, no such folder": (
        "không thực hiện được yêu cầu: tùy chọn sai, không có văn bản, nhiệm vụ hoặc thư mục đã nêu"
    ),
    "the answer is incomplete: files could not be read, and the rest is shown": (
        "kết quả chưa đầy đủ: có tệp không đọc được, phần còn lại vẫn được hiện"
    ),
    "a bug, said in one line with how to report it": (
        "chương trình bị lỗi, nêu trong một dòng kèm cách báo lại"
    ),
    "`merge-file` has not merged: git takes it for a failure": (
        "`merge-file` chưa hợp nhất được: git hiểu đó là thất bại"
    ),
    "interrupted": "bị ngắt",
    "stand for the options of these names, which win over them": (
        "thay cho các tùy chọn cùng tên; tùy chọn được ưu tiên hơn"
    ),
    "Vietnamese for vi_VN, where nothing else says a language": (
        "tiếng Việt nếu là vi_VN, khi không nêu ngôn ngữ ở nơi khác"
    ),
    "no colour, where --color does not ask for it": "không dùng màu, nếu --color không yêu cầu",
    "the width of tables on a terminal": "độ rộng của bảng trên màn hình",
    "shows where a bug is": "hiện nơi chương trình bị lỗi",
    "the directives, one a file, of any name ending in .yaml, at any depth": (
        "các văn bản chỉ đạo, mỗi văn bản một tệp, tên bất kỳ có đuôi .yaml, ở cấp thư mục bất kỳ"
    ),
    "who can be given a task": "các cơ quan có thể được giao nhiệm vụ",
    "days off beside those that the program knows": (
        "ngày nghỉ ngoài những ngày mà chương trình đã biết"
    ),
    "the settings of the office": "các lựa chọn của đơn vị",
}
