"""Files that cannot be read, and YAML that is none."""

from __future__ import annotations

from typing import Final

_FILES: Final = {
    "neither `{folder}/` nor `{file}` is in {start} or above it": (
        "không có `{folder}/` hay `{file}` trong {start} và các thư mục cấp trên"
    ),
    "go to the folder that holds them, name it with --root, or make them: stcli init": (
        "chuyển đến thư mục chứa chúng, chỉ rõ bằng --root, hoặc tạo mới: stcli init"
    ),
    "there is no folder {folder}": "không có thư mục {folder}",
    "{folder} holds neither `{name}/` nor `{file}`": (
        "thư mục {folder} không có `{name}/` cũng không có `{file}`"
    ),
    "name the folder that has `{name}/` in it": "chỉ rõ thư mục có chứa `{name}/`",
    "this link leads out of the root": "liên kết này trỏ ra ngoài thư mục gốc",
    "this is not a regular file": "đây không phải tệp thông thường",
    "{count} of {total} files read": "đã đọc {count} trên {total} tệp",
    "the file was not read: {why}": "không đọc được tệp: {why}",
    "rename it, delete it, or make it a readable file inside the root": (
        "đổi tên, xóa, hoặc thay bằng tệp đọc được nằm trong thư mục gốc"
    ),
    "it is a link to nothing, or was deleted just now": (
        "liên kết không trỏ đến đâu, hoặc tệp vừa bị xóa"
    ),
    "permission denied": "không có quyền đọc",
    "this is a folder named like a file": "đây là thư mục mang tên như tệp",
    "{reason}": "{reason}",
}
_YAML: Final = {
    "the file is UTF-16, not UTF-8": "tệp dùng bảng mã UTF-16, không phải UTF-8",
    "save it as UTF-8 in the editor": "lưu lại tệp với bảng mã UTF-8 trong trình soạn thảo",
    "byte {byte} is not UTF-8": "byte {byte} không thuộc bảng mã UTF-8",
    "save the file as UTF-8; the text before this byte reads well": (
        "lưu tệp với bảng mã UTF-8; phần trước byte này vẫn đọc được"
    ),
    "{character} may not stand in a file": "tệp không được chứa ký tự {character}",
    "a merge conflict is not settled": "còn xung đột chưa xử lý sau khi hợp nhất",
    "keep one of the two sides and delete the lines with <<<<<<<, ======= and >>>>>>>": (
        "giữ một trong hai bên và xóa các dòng có <<<<<<<, ======= và >>>>>>>"
    ),
    "the indentation holds {character}": "phần thụt lề có ký tự {character}",
    "indent with ordinary spaces; this one was probably pasted from a document": (
        "thụt lề bằng dấu cách thường; ký tự này có lẽ lẫn vào khi dán từ văn bản khác"
    ),
    "end lines with LF or CRLF; a lone CR is a line end to YAML but not to git": (
        "kết thúc dòng bằng LF hoặc CRLF; YAML coi CR đứng riêng là hết dòng, còn git thì không"
    ),
    "delete it and start a new line; YAML ends the line here, git does not": (
        "xóa ký tự này và xuống dòng; YAML coi đây là hết dòng, còn git thì không"
    ),
    "delete it; it cannot be seen and came with pasted text": (
        "xóa ký tự này; ký tự không nhìn thấy được, lẫn vào khi dán nội dung"
    ),
    "text goes on after the closing quote": "sau dấu nháy đóng vẫn còn chữ",
    "put the whole text in quotes, and double a quote inside it: 'a ''b'' c'": (
        "đặt toàn bộ giá trị trong dấu nháy đơn, dấu nháy bên trong viết hai lần: 'a ''b'' c'"
    ),
    "this is not YAML: {problem}": "không đúng cú pháp YAML: {problem}",
    "compare the line with its neighbours, and quote the text if it holds signs": (
        "so sánh với các dòng bên cạnh; đặt giá trị có ký hiệu đặc biệt trong dấu ngoặc kép"
    ),
    "a tab stands where spaces should be": "có ký tự tab ở chỗ phải là dấu cách",
    "indent with spaces only; most editors have a setting for it": (
        "chỉ thụt lề bằng dấu cách; hầu hết trình soạn thảo có tùy chọn này"
    ),
    "there is no space after `{key}`": "thiếu dấu cách sau `{key}`",
    "write a space after the colon": "viết một dấu cách sau dấu hai chấm",
    "a text with a colon and a space needs quotes": (
        "giá trị có dấu hai chấm kèm dấu cách phải đặt trong dấu ngoặc kép"
    ),
    'put the text in quotes: title: "V/v: ..."': (
        'đặt giá trị trong dấu ngoặc kép: title: "V/v: ..."'
    ),
    "this line has no key and no colon": "dòng này không có khóa và dấu hai chấm",
    "indent it to continue the text above, or give it a key and a colon": (
        "thụt lề nếu dòng này nối tiếp giá trị ở trên, hoặc thêm khóa và dấu hai chấm"
    ),
    "the quote that opens here is never closed": "dấu nháy mở ở đây không được đóng",
    "close it, and double a quote inside a quoted text: 'a ''b'' c'": (
        "đóng dấu nháy; dấu nháy đơn nằm giữa hai dấu nháy đơn thì viết hai lần: 'a ''b'' c'"
    ),
    "a backslash in double quotes starts an escape, and this is none": (
        "dấu \\ trong dấu ngoặc kép mở đầu một mã ký tự, nhưng đây không phải là mã"
    ),
    "use single quotes for a text with backslashes": "đặt giá trị có dấu \\ trong dấu nháy đơn",
    "a text may not start with {character}": "giá trị không được bắt đầu bằng {character}",
    "put the text in quotes": "đặt giá trị trong dấu ngoặc kép",
    "the bracket that opens here is not closed, or a comma is missing after it": (
        "dấu ngoặc mở ở đây chưa đóng, hoặc phía sau thiếu dấu phẩy"
    ),
    "close it, or quote the text if the bracket belongs to it": (
        "đóng ngoặc, hoặc đặt giá trị trong dấu ngoặc kép nếu dấu ngoặc là một phần của giá trị"
    ),
    "this line does not line up with the others of its block": (
        "dòng này thụt lề không thẳng với các dòng cùng khối"
    ),
    "indent all keys of a block by the same number of spaces": (
        "thụt lề các khóa cùng khối bằng số dấu cách như nhau"
    ),
    "a second document starts here": "ở đây bắt đầu một tài liệu YAML thứ hai",
    "delete the line `---`, or move what follows to a file of its own": (
        "xóa dòng `---`, hoặc chuyển phần sau sang tệp riêng"
    ),
    "the text ends before the #; YAML takes the rest for a comment": (
        "giá trị kết thúc trước dấu #; YAML coi phần còn lại là chú thích"
    ),
    "quote the whole text, or put two spaces and `# ` before a comment": (
        "đặt toàn bộ giá trị trong dấu ngoặc kép; nếu là chú thích thì viết hai dấu cách rồi `# `"
    ),
    "an escape gives {character}": "mã ký tự này cho ra {character}",
    "delete the escape; such a character may not stand in a value": (
        "xóa mã này; giá trị không được chứa ký tự như vậy"
    ),
    "the file is empty": "tệp trống",
    "write a directive in it, or delete it: git rm": "nhập văn bản vào tệp, hoặc xóa tệp: git rm",
    "a list": "một danh sách",
    "a text": "một đoạn chữ",
    "the file holds {kind}, not keys with values": (
        "tệp chứa {kind}, không phải các khóa kèm giá trị"
    ),
    "start with `number: ...`, `title: ...` and the other keys of a directive": (
        "bắt đầu bằng `number: ...`, `title: ...` và các khóa khác của văn bản"
    ),
    "a line that starts with % is for YAML's parser, not for data": (
        "dòng bắt đầu bằng % là lệnh cho bộ đọc YAML, không phải dữ liệu"
    ),
    "delete it; quote a text that starts with %": (
        "xóa dòng này; đặt giá trị bắt đầu bằng % trong dấu ngoặc kép"
    ),
    "the anchor &{name} gives a value a second home": (
        "neo &{name} làm một giá trị được dùng ở hai nơi"
    ),
    "write the value where it is needed; quote a text that starts with &": (
        "viết giá trị ngay tại nơi cần; đặt giá trị bắt đầu bằng & trong dấu ngoặc kép"
    ),
    "the tag {tag} sets a type": "thẻ {tag} đặt kiểu cho giá trị",
    "delete it, types come from the keys; quote a text that starts with !": (
        "xóa thẻ vì khóa đã quy định kiểu; đặt giá trị bắt đầu bằng ! trong dấu ngoặc kép"
    ),
    "*{name} copies a value from elsewhere": "*{name} lấy giá trị từ nơi khác",
    "write the value itself; quote a text that starts with *": (
        "viết chính giá trị đó; đặt giá trị bắt đầu bằng * trong dấu ngoặc kép"
    ),
    "<< merges keys from elsewhere": "<< ghép các khóa từ nơi khác",
    "write the keys themselves": "viết trực tiếp các khóa đó",
    "a list, a mapping or an alias stands where a key should be": (
        "có danh sách, nhóm khóa hoặc bí danh ở chỗ phải là khóa"
    ),
    "quote the text if the brackets or braces belong to it": (
        "đặt giá trị trong dấu ngoặc kép nếu dấu ngoặc là một phần của giá trị"
    ),
    "lists and mappings are nested more than {limit} levels deep": (
        "danh sách và nhóm khóa lồng nhau quá {limit} cấp"
    ),
    "a directive needs six levels; look for unclosed brackets before this place": (
        "một văn bản chỉ cần sáu cấp; tìm dấu ngoặc chưa đóng ở phía trước"
    ),
    "the file holds more than {limit} keys and values": "tệp có hơn {limit} khóa và giá trị",
    "keep one directive a file": "mỗi tệp chỉ ghi một văn bản",
    "`{key}` stands twice in the same mapping": (
        "khóa `{key}` xuất hiện hai lần trong cùng một nhóm"
    ),
    "more is wrong from here on than is shown": ("từ đây trở đi còn nhiều lỗi hơn số lỗi được nêu"),
    "mend what is shown, and check again": "sửa các lỗi đã nêu rồi kiểm tra lại",
    "keep one of the two; YAML readers silently take one or the other": (
        "giữ một trong hai; chương trình đọc YAML tự lấy một khóa mà không báo"
    ),
    "it stands here first": "xuất hiện lần đầu ở đây",
    "the file has more than {limit} bytes": "tệp lớn hơn {limit} byte",
    "keep one directive a file, and attachments elsewhere": (
        "mỗi tệp chỉ ghi một văn bản, tệp đính kèm để nơi khác"
    ),
}
READING: Final = {
    **_FILES,
    **_YAML,
}
