"""What an editor says of the keys of the files, and the command that writes it."""

from __future__ import annotations

from typing import Final

_COMMAND: Final = {
    "there is no schema of `{kind}`": "không có lược đồ của `{kind}`",
    "the schemas are: {known}": "các lược đồ: {known}",
    "--all names each file by itself": "--all tự đặt tên cho từng tệp",
    "leave out the kind and --output, or leave out --all": (
        "bỏ loại tệp và --output, hoặc bỏ --all"
    ),
    "Write JSON Schema of the files, with which an editor completes, explains and checks them.": (
        "Ghi lược đồ JSON Schema của các tệp để trình soạn thảo gợi ý, giải thích và kiểm tra."
    ),
    "It knows the agencies of the nearest directives by their ids: write it anew when they change. "
    "The README says how editors find it, and what only `stcli check` sees.": (
        "Lược đồ có mã các cơ quan của thư mục gần nhất: ghi lại khi danh mục cơ quan thay đổi. "
        "README hướng dẫn trình soạn thảo tìm lược đồ và nêu những gì chỉ `stcli check` mới thấy."
    ),
    "Examples: stcli schema --all .schema; stcli schema -o .schema/directive.json; stcli schema "
    "settings --lang vi.": (
        "Ví dụ: stcli schema --all .schema; stcli schema -o .schema/directive.json; stcli schema "
        "settings --lang vi."
    ),
    "Exit status: 0; 2 for a kind of files that is not known; 3 if the agencies could not be "
    "read.": "Mã thoát: 0; 2 nếu không có loại tệp đã nêu; 3 nếu không đọc được danh mục cơ quan.",
    "The files it is for: directive, agencies, calendar, settings or baseline; else directive.": (
        "Loại tệp: directive (văn bản), agencies (cơ quan), calendar (lịch), settings (lựa chọn) "
        "hoặc baseline (lỗi tạm bỏ qua); nếu không nêu thì là directive."
    ),
    "Write the schemas of all kinds into this folder, each named KIND.json.": (
        "Ghi lược đồ của mọi loại vào thư mục này, mỗi loại một tệp KIND.json."
    ),
}
_FILES: Final = {
    "a directive with the tasks that it assigns: a file below directives/": (
        "một văn bản và các nhiệm vụ được giao: một tệp trong directives/"
    ),
    "agencies": "cơ quan",
    "who can be given a task: the file directives/agencies.yaml": (
        "các cơ quan có thể được giao nhiệm vụ: tệp directives/agencies.yaml"
    ),
    "calendar": "lịch làm việc",
    "days off beside those that the program knows: the file directives/calendar.yaml": (
        "ngày nghỉ ngoài những ngày chương trình đã biết: tệp directives/calendar.yaml"
    ),
    "settings": "các lựa chọn",
    "the settings of the office: the file stcli.yaml": "các lựa chọn của đơn vị: tệp stcli.yaml",
    "baseline": "các lỗi tạm bỏ qua",
    "findings that check lets be, each until its day": (
        "các lỗi mà lệnh check tạm bỏ qua, mỗi lỗi đến một ngày"
    ),
    "nothing, as if the key was left out": "để trống, như khi không ghi khóa này",
}
_DIRECTIVE: Final = {
    "the number and symbol, as they stand in the document": (
        "số và ký hiệu, đúng như ghi trong văn bản"
    ),
    "what the document is about": "trích yếu nội dung văn bản",
    "the agency that issued it, by its id in agencies.yaml": (
        "cơ quan ban hành, ghi bằng mã trong agencies.yaml"
    ),
    "the type of document, where its symbol does not tell it": (
        "loại văn bản, khi ký hiệu không cho biết"
    ),
    "the day on which the office received it": "ngày đơn vị nhận được văn bản",
    "the day from which it is in force": "ngày có hiệu lực",
    "the documents that this one carries out": "các văn bản mà văn bản này triển khai",
    "the documents that this one cites": "các văn bản mà văn bản này căn cứ, viện dẫn",
    "the documents that this one amends": "các văn bản mà văn bản này sửa đổi, bổ sung",
    "the documents that this one replaces": "các văn bản mà văn bản này thay thế",
    "other spellings of its number that are in use": "các cách viết khác của số, ký hiệu đang dùng",
    "the day on which somebody saw that all its tasks still stand, after another document amended "
    "or replaced it": (
        "ngày rà soát thấy mọi nhiệm vụ vẫn còn hiệu lực, sau khi có văn bản khác sửa đổi hoặc "
        "thay thế"
    ),
    "where the document was read: an address, or several": (
        "nơi đã đọc văn bản: một hoặc nhiều địa chỉ"
    ),
    "tags to find the directive by": "các nhãn để tìm văn bản",
    "anything else that is worth knowing of the document": "những điều khác cần biết về văn bản",
    "the tasks that it assigns": "các nhiệm vụ được giao trong văn bản",
}
_TASK: Final = {
    "the number that the task has in its directive, as references to it end": (
        "số của nhiệm vụ trong văn bản, đứng cuối mỗi dẫn chiếu đến nó"
    ),
    "what is to be done, in a few words": "việc phải làm, nêu ngắn gọn",
    "the lead agency, by its id in agencies.yaml": (
        "cơ quan chủ trì, ghi bằng mã trong agencies.yaml"
    ),
    "the agencies that coordinate, by their ids in agencies.yaml": (
        "các cơ quan phối hợp, ghi bằng mã trong agencies.yaml"
    ),
    "who follows the task": "người theo dõi nhiệm vụ",
    "the sentence of the directive that assigns the task": "câu giao nhiệm vụ trong văn bản",
    "the task of another directive that this one carries out": (
        "nhiệm vụ của văn bản khác mà nhiệm vụ này triển khai"
    ),
    "the deadline; left out where none is stated": (
        "thời hạn; không ghi khóa này nếu văn bản không nêu"
    ),
    "the deadline in the words of the directive": "thời hạn theo câu chữ của văn bản",
    "what is to be delivered": "sản phẩm phải có",
    "what later documents changed, the oldest first": (
        "những thay đổi theo các văn bản về sau, cũ nhất đứng trước"
    ),
    "notes on how far the task has come": "ghi chú về tiến độ của nhiệm vụ",
    "the day on which it was done": "ngày hoàn thành",
    "what proves that it is done: the number of a document, an address, or both": (
        "căn cứ cho thấy đã hoàn thành: số, ký hiệu văn bản, địa chỉ, hoặc cả hai"
    ),
    "that the task was cancelled, and when": "việc hủy nhiệm vụ, kèm ngày",
    "that the task was sent back, and when": "việc trả lại nhiệm vụ, kèm ngày",
    "what was delivered for the periods of a task that recurs": (
        "kết quả theo từng kỳ của nhiệm vụ định kỳ"
    ),
    "what each member of a collective that leads has delivered": (
        "kết quả của từng thành viên trong nhóm cơ quan chủ trì"
    ),
    "the day on which somebody saw that the task still stands, after another document amended or "
    "replaced its directive": (
        "ngày rà soát thấy nhiệm vụ vẫn còn hiệu lực, sau khi có văn bản khác sửa đổi hoặc thay "
        "thế văn bản giao"
    ),
    "tags to find the task by": "các nhãn để tìm nhiệm vụ",
    "anything else that is worth knowing of the task": "những điều khác cần biết về nhiệm vụ",
}
_RECORDED: Final = {
    "the day from which the change holds": "ngày thay đổi có hiệu lực",
    "the document that the change rests on": "văn bản làm căn cứ thay đổi",
    "the one period that the change is for, where the task recurs": (
        "kỳ duy nhất được thay đổi, nếu nhiệm vụ định kỳ"
    ),
    "the day on which the change was asked for": "ngày đề nghị thay đổi",
    "the deadline from that day on": "thời hạn kể từ ngày đó",
    "the deadline in the words of the document that changes it": (
        "thời hạn theo câu chữ của văn bản thay đổi"
    ),
    "the lead agency from that day on, by its id in agencies.yaml": (
        "cơ quan chủ trì kể từ ngày đó, ghi bằng mã trong agencies.yaml"
    ),
    "the agencies that coordinate from that day on": "các cơ quan phối hợp kể từ ngày đó",
    "what is to be done from that day on": "việc phải làm kể từ ngày đó",
    "what is to be delivered from that day on": "sản phẩm phải có kể từ ngày đó",
    "the task that replaces this one, or those into which it is split, by id or reference; it ends "
    "this one": (
        "nhiệm vụ thay thế, hoặc các nhiệm vụ được tách ra, ghi bằng mã hoặc dẫn chiếu; nhiệm vụ "
        "này kết thúc từ đó"
    ),
    "why it was changed": "lý do thay đổi",
    "the day of the note": "ngày ghi chú",
    "how far the task has come, in words": "tiến độ của nhiệm vụ, bằng lời",
    "how far the task has come, from 0 to 100": "tiến độ của nhiệm vụ, từ 0 đến 100",
    "the day from which nobody has to do it any more": "ngày mà từ đó không còn phải thực hiện",
    "the document that says so": "văn bản làm căn cứ",
    "why nobody has to do it any more": "lý do không còn phải thực hiện",
    "the period: a week, month, quarter, half or year, or where it has several last days the one "
    "that is meant": (
        "kỳ: tuần, tháng, quý, nửa năm hoặc năm; nếu một kỳ có nhiều hạn thì ghi ngày của hạn đó"
    ),
    "that nothing has to be delivered for this period": "kỳ này không phải thực hiện",
    "the member of the collective, by its id in agencies.yaml": (
        "thành viên của nhóm cơ quan, ghi bằng mã trong agencies.yaml"
    ),
    "the period, where the task recurs": "kỳ, nếu nhiệm vụ định kỳ",
}
_AGENCY: Final = {
    "a short name without diacritics, by which directives name the agency": (
        "tên ngắn không dấu mà các văn bản dùng để chỉ cơ quan"
    ),
    "the name of the agency in full": "tên đầy đủ của cơ quan",
    "the short name that tables show": "tên ngắn hiện trong bảng",
    "other names of the agency in use": "các tên khác của cơ quan đang dùng",
    "what kind of body it is; associations are asked, collectives have members": (
        "loại cơ quan; hội, hiệp hội được đề nghị chứ không được giao, nhóm cơ quan có thành viên"
    ),
    "the electronic identifier of the agency": "mã định danh điện tử của cơ quan",
    "the agency that it belongs to, by its id in this file": (
        "cơ quan cấp trên, ghi bằng mã trong tệp này"
    ),
    "the first day on which it exists": "ngày hoạt động đầu tiên",
    "the last day on which it exists": "ngày hoạt động cuối cùng",
    "who takes over its tasks, and from when": "nơi tiếp nhận các nhiệm vụ, và từ khi nào",
    "the members of a collective, by their ids in this file": (
        "các thành viên của nhóm cơ quan, ghi bằng mã trong tệp này"
    ),
    "anything else that is worth knowing of the agency": "những điều khác cần biết về cơ quan",
    "the agency that takes over, by its id in this file": (
        "cơ quan tiếp nhận, ghi bằng mã trong tệp này"
    ),
    "the day from which it answers": "ngày bắt đầu chịu trách nhiệm",
    "the document by which it takes over": "văn bản làm căn cứ tiếp nhận",
    "the tags of the tasks that it takes over; without any it is all of them": (
        "nhãn của các nhiệm vụ được tiếp nhận; không ghi thì là tất cả"
    ),
}
_OFFICE: Final = {
    "whether it is decided, or only expected": "đã có quyết định, hay mới dự kiến",
    "the day off": "ngày nghỉ",
    "what the day is kept for": "nghỉ vì dịp gì",
    "the working day that is taken off": "ngày làm việc được nghỉ",
    "the Saturday or Sunday that is worked for it": "thứ Bảy hoặc Chủ nhật đi làm bù",
    "the days off; a year that has one here is taken from here alone": (
        "các ngày nghỉ; năm nào có ngày ghi ở đây thì chỉ lấy theo tệp này"
    ),
    "working days that are exchanged for days of a weekend": (
        "ngày làm việc được hoán đổi với ngày nghỉ cuối tuần"
    ),
    "how many times a deadline may be put off": "số lần được gia hạn",
    "the limit of putting deadlines off": "giới hạn gia hạn",
    "whether a deadline before a day leaves that day out or includes it": (
        "hạn ghi trước một ngày thì không tính hay có tính chính ngày đó"
    ),
    "whether a last day off work moves to the next working day": (
        "ngày cuối cùng rơi vào ngày nghỉ có chuyển sang ngày làm việc tiếp theo hay không"
    ),
    "the day of the month with which the figures of a period end; else its last day": (
        "ngày chốt số liệu trong tháng; nếu không ghi thì là ngày cuối tháng"
    ),
    "how many days before its last day a task counts as due soon": (
        "còn bao nhiêu ngày thì nhiệm vụ được coi là sắp đến hạn"
    ),
    "the time zone in which it is today": "múi giờ dùng để xác định hôm nay",
    "the language of the program, where nothing else says one": (
        "ngôn ngữ của chương trình, khi không nêu ở nơi khác"
    ),
    "how much the findings of a rule weigh, by the names of the rules": (
        "mức độ của lỗi theo tên từng quy tắc"
    ),
    "the rule that finds it": "quy tắc tìm ra lỗi",
    "the file in which it is found, from the root": "tệp có lỗi, tính từ thư mục gốc",
    "what tells it apart from other findings, as check writes it": (
        "dấu hiệu phân biệt với lỗi khác, do lệnh check ghi"
    ),
    "the last day on which it is let be": "ngày cuối cùng được bỏ qua",
    "why it is let be": "lý do bỏ qua",
    "the findings that are let be": "các lỗi được tạm bỏ qua",
}
SCHEMA: Final = {
    **_COMMAND,
    **_FILES,
    **_DIRECTIVE,
    **_TASK,
    **_RECORDED,
    **_AGENCY,
    **_OFFICE,
}
