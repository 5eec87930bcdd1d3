"""Files laid out anew and findings mended: what is said of it, and the help."""

from __future__ import annotations

from typing import Final

_LAYOUT: Final = {
    "{path} is laid out anew": "{path} đã được trình bày lại",
    "{path} is not in canonical form": "{path} chưa theo cách trình bày chuẩn",
    "nothing is laid out anew": "không trình bày lại gì",
    "1 file is in canonical form": "1 tệp đã theo cách trình bày chuẩn",
    "{count} files are in canonical form": "{count} tệp đã theo cách trình bày chuẩn",
    "to lay them out: stcli fmt": "để trình bày lại: stcli fmt",
    "left as it is: {path}:{line}: {reason}": "để nguyên: {path}:{line}: {reason}",
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
    "check would find something else here: {message}": (
        "stcli check sẽ báo khác đi ở chỗ này: {message}"
    ),
    "no file in {path} is read": "không có tệp nào trong {path} được đọc",
    "name files and folders below {folder}/, or stcli.yaml": (
        "hãy nêu tệp và thư mục nằm trong {folder}/, hoặc stcli.yaml"
    ),
}

_MENDING: Final = {
    "{path}:{line}:{column}: {rule} mended: {title}": (
        "{path}:{line}:{column}: đã sửa {rule}: {title}"
    ),
    "nothing was mended": "không có gì được sửa",
    "left: {counts}": "còn lại: {counts}",
    "with --unsafe {count} more, which somebody has to look at": (
        "thêm {count} chỗ sửa được với --unsafe, nhưng cần có người xem lại"
    ),
    "`{rule}` would still be found there": "`{rule}` vẫn còn ở đó sau khi sửa",
    "the file could not be read any more": "sau khi sửa sẽ không đọc được tệp",
    "it would bring another error: {message}": "sửa sẽ gây lỗi khác: {message}",
    "it would bring errors to other files": "sửa sẽ gây lỗi ở tệp khác",
}

_HELP: Final = {
    "Only these files and folders; else all below directives/, and stcli.yaml.": (
        "Chỉ các tệp và thư mục này; nếu không nêu thì mọi tệp trong directives/ và stcli.yaml."
    ),
    "Write nothing; end with status 1 if a file is not in canonical form.": (
        "Không ghi gì; kết thúc với mã 1 nếu có tệp chưa theo cách trình bày chuẩn."
    ),
    "Put files into the canonical order of keys and the canonical layout.": (
        "Đưa các tệp về thứ tự khóa và cách trình bày chuẩn."
    ),
    "Nothing that they say changes, every comment stays with what it belongs to, and tasks stay in "
    "their order. Keys come in the order of the format, indented by two columns; lists of short "
    "texts stand on one line in brackets; texts are without quotes where none are needed. Long "
    "lines stay as they are, and so does what stands in braces on one line, or without them on "
    "several.": (
        "Nội dung không đổi, mọi chú thích ở lại với phần của nó, nhiệm vụ giữ nguyên thứ tự. Khóa "
        "theo thứ tự của định dạng, thụt lề hai cột; danh sách chữ ngắn nằm trên một dòng trong "
        "ngoặc vuông; chữ không cần dấu ngoặc kép thì bỏ dấu. Dòng dài giữ nguyên; phần viết trong "
        "ngoặc nhọn trên một dòng, hoặc viết không ngoặc trên nhiều dòng, cũng giữ nguyên."
    ),
    "A file with errors is left as it is, and so is one whose layout is not known; both are "
    "named.": (
        "Tệp có lỗi được để nguyên, tệp có cách trình bày chưa biết cũng vậy; cả hai được nêu tên."
    ),
    "Examples: stcli fmt; stcli fmt --dry-run; stcli fmt directives/2025 --commit; stcli fmt "
    "--check in a pipeline.": (
        "Ví dụ: stcli fmt; stcli fmt --dry-run; stcli fmt directives/2025 --commit; stcli fmt "
        "--check trong quy trình tự động."
    ),
    "Exit status: 0; 1 with --check if a file would change; 2 for a path that is not there; 3 if "
    "files were left as they are.": (
        "Mã kết thúc: 0; 1 khi dùng --check mà có tệp sẽ đổi; 2 khi đường dẫn không có; 3 nếu có "
        "tệp được để nguyên."
    ),
    "Only what this rule has found; may be given several times.": (
        "Chỉ những gì quy tắc này tìm thấy; có thể nêu nhiều lần."
    ),
    "Do what may be meant otherwise too; look at each of these.": (
        "Sửa cả những chỗ có thể hiểu cách khác; hãy xem lại từng chỗ."
    ),
    "Mend what `stcli check` has found, where it knows for certain how.": (
        "Sửa những gì `stcli check` tìm thấy, khi đã biết chắc cách sửa."
    ),
    "Each fix changes its place and nothing else. Afterwards the finding is gone and there is no "
    "error that was not there; else the file is left as it was, and named. What cannot be meant "
    "otherwise is mended; with --unsafe also what somebody has to look at, such as a name that is "
    "nearly that of an agency.": (
        "Mỗi lần sửa chỉ đổi đúng chỗ của nó. Sau đó lỗi ấy không còn và không có lỗi nào mới; nếu "
        "không, tệp được để nguyên và nêu tên. Chỉ sửa những chỗ không thể hiểu cách khác; với "
        "--unsafe sửa cả những chỗ cần có người xem lại, như tên gần giống tên một cơ quan."
    ),
    "Examples: stcli fix; stcli fix --dry-run; stcli fix --rule malformed-date; stcli fix "
    "directives/2025 --unsafe.": (
        "Ví dụ: stcli fix; stcli fix --dry-run; stcli fix --rule malformed-date; stcli fix "
        "directives/2025 --unsafe."
    ),
    "Exit status: 0; 1 if errors are left, in the files and of the rules asked for; 2 for a path "
    "or rule that is not there.": (
        "Mã kết thúc: 0; 1 nếu còn lỗi thuộc các tệp và quy tắc được hỏi; 2 khi đường dẫn hoặc quy "
        "tắc không có."
    ),
}

TIDYING: Final = _LAYOUT | _MENDING | _HELP
