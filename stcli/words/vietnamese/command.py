"""What the command line says: requests that cannot be met, and typer's own words."""

from __future__ import annotations

from typing import Final

_REQUESTS: Final = {
    "there is no such folder": "không có thư mục đó",
    "it is a folder": "đó là thư mục",
    "writing is not allowed there": "không có quyền ghi ở đó",
    "the disk is full": "ổ đĩa đã đầy",
    "a file stands where its folder should be": "chỗ của thư mục đã có một tệp",
    "error: {message}": "lỗi: {message}",
    "help: {message}": "gợi ý: {message}",
    "the answer could not be written: {reason}": "không ghi được kết quả: {reason}",
    "this is a bug in stcli {version}: {kind} in {file}:{line}": (
        "chương trình stcli {version} bị lỗi: {kind} tại {file}:{line}"
    ),
    "report it with what it prints when {variable}=1 is set": (
        "báo lại lỗi này kèm nội dung in ra khi đặt {variable}=1"
    ),
    "there is no {path}": "không có {path}",
    "{path} is not below {root}": "{path} không nằm trong {root}",
    "--within takes a number of days, not `{text}`": "--within nhận số ngày, không nhận `{text}`",
    "write it as 30d or 30": "viết 30d hoặc 30",
    "there is no grouping `{by}`": "không có cách nhóm `{by}`",
    "the groupings are: {known}": "các cách nhóm: {known}",
    "there is no format `{asked}` here": "lệnh này không có định dạng `{asked}`",
    "the formats are: {known}": "các định dạng: {known}",
    "{path} could not be written: {reason}": "không ghi được {path}: {reason}",
    "the folder this runs in is gone": "thư mục nơi chạy lệnh không còn nữa",
    "--lang takes en or vi, not `{asked}`": "--lang nhận en hoặc vi, không nhận `{asked}`",
    "there is no time zone `{name}`": "không có múi giờ `{name}`",
    "set `timezone:` in stcli.yaml to a name such as {known}": (
        "đặt `timezone:` trong stcli.yaml bằng một tên như {known}"
    ),
    "--color takes auto, always or never, not `{choice}`": (
        "--color nhận auto, always hoặc never, không nhận `{choice}`"
    ),
}
_USAGE: Final = {
    "Usage:": "Cách dùng:",
    "Options:": "Tùy chọn:",
    "Commands:": "Lệnh:",
    "Arguments:": "Đối số:",
    "[OPTIONS]": "[TÙY CHỌN]",
    "COMMAND [ARGS]...": "LỆNH [ĐỐI SỐ]...",
    "[required]": "[bắt buộc]",
    "[default:": "[mặc định:",
    "there is no option {name}": "không có tùy chọn {name}",
    "there is no command `{name}`": "không có lệnh `{name}`",
    "{name} is missing": "thiếu {name}",
    "a command is missing": "thiếu tên lệnh",
    "`{name}` is one argument too many": "thừa đối số `{name}`",
    "{name} takes a value": "{name} phải kèm giá trị",
    "{name} takes no value": "{name} không nhận giá trị",
    "{name}: {why}": "{name}: {why}",
    "{text}": "{text}",
    "see: {command} --help": "xem: {command} --help",
}
COMMAND: Final = {
    **_REQUESTS,
    **_USAGE,
}
