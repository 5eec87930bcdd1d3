"""What is said where directives, tasks and agencies are entered: what was done, asked, refused."""

from __future__ import annotations

from typing import Final

_ENTERED: Final = {
    "warning: `{name}` is a name of {other} too: it will not tell them apart": (
        "cảnh báo: `{name}` cũng là tên của {other}: sẽ không phân biệt được"
    ),
    "add to its notes by hand: {note}": "hãy tự thêm vào ghi chú: {note}",
    "warning: only a collective has members: add --kind collective": (
        "cảnh báo: chỉ tập thể mới có thành viên: thêm --kind collective"
    ),
    "{number} is entered: {path}": "đã nhập {number}: {path}",
    "its number is written as {number}": "số, ký hiệu được ghi là {number}",
    "to add its tasks: stcli add {number}": "để thêm nhiệm vụ: stcli add {number}",
    "{task} is added, without a deadline": "đã thêm {task}, không có thời hạn",
    "{task} is added, due {due}": "đã thêm {task}, thời hạn {due}",
    "{task} is added, due {due}: the last day is {day}": (
        "đã thêm {task}, thời hạn {due}: ngày cuối cùng là {day}"
    ),
    "{agency} is listed: {name}": "đã thêm {agency}: {name}",
    "{agency} ends on {day}": "{agency} kết thúc ngày {day}",
    "ended by {basis}": "kết thúc theo {basis}",
    "to name who takes over from it: stcli agency merge {agency} --into ID --from DAY": (
        "để nêu cơ quan tiếp nhận: stcli agency merge {agency} --into MÃ --from NGÀY"
    ),
    "{agency} ends on {until}, and {into} takes over its tasks": (
        "{agency} kết thúc ngày {until}, {into} tiếp nhận nhiệm vụ"
    ),
    "{agency} ends on {until}, and {into} takes over its tasks tagged {tags}": (
        "{agency} kết thúc ngày {until}, {into} tiếp nhận các nhiệm vụ có thẻ {tags}"
    ),
    "no document is named for it: --basis NUMBER": "chưa nêu văn bản làm căn cứ: --basis SỐ",
    "no open task gets another owner by it": ("không có nhiệm vụ chưa hoàn thành nào phải chuyển"),
    "one open task gets another owner by it": (
        "một nhiệm vụ chưa hoàn thành chuyển sang nơi chịu trách nhiệm khác"
    ),
    "{count} open tasks get another owner by it": (
        "{count} nhiệm vụ chưa hoàn thành chuyển sang nơi chịu trách nhiệm khác"
    ),
    "warning: {message}": "cảnh báo: {message}",
    "warning: {message}; {remedy}": "cảnh báo: {message}; {remedy}",
}
_REFUSED: Final = {
    "not all is said that has to be known: {missing}": "còn thiếu thông tin bắt buộc: {missing}",
    "add what is missing, or type this on a terminal to be asked for it": (
        "hãy nêu phần còn thiếu, hoặc gõ lệnh này trong cửa sổ dòng lệnh để được hỏi"
    ),
    "{number} of {year} is there already: {path}": "{number} năm {year} đã có: {path}",
    "to add a task to it: stcli add {number}": "để thêm nhiệm vụ vào đó: stcli add {number}",
    "{path} is there already, and is not of this directive": (
        "{path} đã có, và không phải của văn bản này"
    ),
    "give that file another name, and type this again": "hãy đổi tên tệp đó rồi gõ lại lệnh này",
    "{name} has a task `{id}`: {title}": "{name} đã có nhiệm vụ `{id}`: {title}",
    "leave --id out to take the next one, or name another": (
        "bỏ --id để lấy mã tiếp theo, hoặc nêu mã khác"
    ),
    "`{text}` is a task, and tasks are added to directives": (
        "`{text}` là nhiệm vụ; nhiệm vụ được thêm vào văn bản"
    ),
    "name the deadline too with --due; where there is none: --due none": (
        "nêu thêm thời hạn bằng --due; nếu không có thời hạn: --due none"
    ),
    "the id `{id}` is taken: {name}": "mã `{id}` đã dùng: {name}",
    "choose another id for an agency that is not the same": "chọn mã khác nếu là cơ quan khác",
    "{agency} has ended on {day}": "{agency} đã kết thúc ngày {day}",
    "{agency} begins on {day}": "{agency} bắt đầu ngày {day}",
    "if that day is wrong, correct `until` in {path}": (
        "nếu ngày đó sai, hãy sửa `until` trong {path}"
    ),
    "{agency} cannot end on {day}: it begins on {since}": (
        "{agency} không thể kết thúc ngày {day}: bắt đầu ngày {since}"
    ),
    "look at the year, or correct `from` in {path}": (
        "hãy xem lại năm, hoặc sửa `from` trong {path}"
    ),
    "{agency} cannot take over from itself": "{agency} không thể tiếp nhận từ chính mình",
    "name only those that end before --into": "trước --into chỉ nêu những nơi kết thúc",
    "who takes over has to be in being on {day}: look at both": (
        "nơi tiếp nhận phải đang hoạt động vào ngày {day}: hãy xem lại cả hai"
    ),
    "{agency} has handed over to {other} from {day} on already": (
        "{agency} đã bàn giao cho {other} kể từ ngày {day}"
    ),
    "limit this to tags with --for, or correct the entry in {path}": (
        "giới hạn theo thẻ bằng --for, hoặc sửa mục đó trong {path}"
    ),
    "nothing is called `{action}` here": "ở đây không có việc nào tên `{action}`",
    "write one of {known}": "viết một trong {known}",
    "`{action}` needs {missing}": "`{action}` cần có {missing}",
    "{option} is nothing for `{action}`": "{option} không dùng cho `{action}`",
    "it takes {known}": "dùng được {known}",
    "only one agency is listed at a time": "mỗi lần chỉ thêm một cơ quan",
    "put a name of several words in quotes": "tên gồm nhiều từ phải đặt trong dấu ngoặc kép",
    "no agency is listed yet, so that `{text}` is none": (
        "chưa có cơ quan nào trong danh sách nên không có `{text}`"
    ),
    "list it: stcli agency add ID --name NAME": "hãy thêm cơ quan: stcli agency add MÃ --name TÊN",
    "{folder} is not a folder": "{folder} không phải là thư mục",
    "name one, or nothing for this one": "nêu một thư mục, hoặc bỏ trống để dùng thư mục này",
}
_ASKED: Final = {
    "number and symbol": "số, ký hiệu",
    "what it is about": "trích yếu",
    "day of issue": "ngày ban hành",
    "day of issue in {year}": "ngày ban hành, năm {year}",
    "type of document": "loại văn bản",
    "what it carries out": "thực hiện văn bản nào",
    "id of the task": "mã nhiệm vụ",
    "who leads": "chủ trì",
    "who coordinates": "phối hợp",
    "what the document says of the deadline": "câu chữ của văn bản về thời hạn",
    "deadline": "thời hạn",
    "what is to be handed in": "sản phẩm",
    "another task?": "thêm nhiệm vụ nữa?",
    "read as {due}": "đọc là {due}",
    "read as {due}: the last day is {day}": "đọc là {due}: ngày cuối cùng là {day}",
    "- for none": "- nếu không có",
    "Enter for none": "Enter nếu không có",
    "this has to be known": "thông tin này là bắt buộc",
    "to leave with nothing written, press Ctrl-C": "để thoát mà không ghi gì, bấm Ctrl-C",
    "this is not in UTF-8": "chữ này không ở bảng mã UTF-8",
    "set the terminal to UTF-8, and type it again": (
        "hãy chuyển cửa sổ dòng lệnh sang UTF-8 rồi gõ lại"
    ),
}
_MADE: Final = {
    "add this line to {path} by hand: {line}": "hãy tự thêm dòng này vào {path}: {line}",
    "{path} is made": "đã tạo {path}",
    "{path} was there already and stays as it is": "{path} đã có sẵn và được giữ nguyên",
    "to see what is in it: {command}": "để xem nội dung: {command}",
    "to list your agencies: stcli agency add{place} ID --name NAME": (
        "để thêm cơ quan của mình: stcli agency add{place} MÃ --name TÊN"
    ),
    "to enter a directive: {command}": "để nhập văn bản: {command}",
    "to have an editor help: {command}": "để trình soạn thảo hỗ trợ: {command}",
    "settings of this office; those behind a # are what holds without them, or examples": (
        "thiết lập của đơn vị; các dòng sau dấu # là giá trị mặc định hoặc ví dụ"
    ),
    "who issues directives and who can be given a task; these are examples": (
        "nơi ban hành văn bản và nơi được giao nhiệm vụ; dưới đây là ví dụ"
    ),
    "to add your own: stcli agency add ID --name NAME": (
        "để thêm cơ quan của mình: stcli agency add MÃ --name TÊN"
    ),
    "`parent` is the agency above, for which its tasks are counted too": (
        "`parent` là cơ quan cấp trên; nhiệm vụ cũng được tính cho cơ quan đó"
    ),
    "a task of a collective can be followed member by member": (
        "nhiệm vụ giao chung có thể theo dõi từng thành viên"
    ),
    "an association is asked, not ordered": "hội, hiệp hội được đề nghị, không phải được giao",
    "when agencies merge: stcli agency merge ID --into ID --from DAY": (
        "khi các cơ quan hợp nhất: stcli agency merge MÃ --into MÃ --from NGÀY"
    ),
    "an example: delete this file once your first directive is entered": (
        "ví dụ: xóa tệp này khi đã nhập văn bản đầu tiên"
    ),
    "to enter a directive: stcli new": "để nhập văn bản: stcli new",
    "what it carries out stands under `implements`, the rest under `cites`": (
        "văn bản được thực hiện ghi ở `implements`, văn bản khác được dẫn ghi ở `cites`"
    ),
    "the deadline as the program counts it, and in the words of the document": (
        "thời hạn theo cách tính của chương trình, và theo câu chữ của văn bản"
    ),
    "what became of it: stcli done, progress, change, cancel, return": (
        "ghi kết quả: stcli done, progress, change, cancel, return"
    ),
    "a task that recurs is counted once for each period": (
        "nhiệm vụ định kỳ được tính riêng cho từng kỳ"
    ),
}

ENTERING: Final = _ENTERED | _REFUSED | _ASKED | _MADE
