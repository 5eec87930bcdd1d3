"""Pages: headings, names of columns and fields, counting sentences, hints."""

from __future__ import annotations

from typing import Final

_COUNTING: Final = {
    "{count} task": "{count} nhiệm vụ",
    "{count} tasks": "{count} nhiệm vụ",
    "{count} day": "{count} ngày",
    "{count} days": "{count} ngày",
    "{tasks} as of {day}": "{tasks} tính đến ngày {day}",
    "{count} done on time": "{count} hoàn thành đúng hạn",
    "{count} done late": "{count} hoàn thành quá hạn",
    "{count} open": "{count} trong hạn",
    "{count} open ({near} due soon)": "{count} trong hạn ({near} sắp đến hạn)",
    "{count} overdue": "{count} quá hạn",
    "{count} ongoing": "{count} thường xuyên",
    "{count} cancelled": "{count} bị hủy",
    "{count} returned": "{count} trả lại",
    "done on time: {share} of those due ({part} of {base})": (
        "đúng hạn: {share} số nhiệm vụ đến hạn ({part}/{base})"
    ),
}
_EVERY_PAGE: Final = {
    "for lack of room left out: {columns}": "màn hình hẹp, không hiện cột: {columns}",
    "incomplete: a file could not be read, its tasks are missing; see: stcli check": (
        "chưa đầy đủ: một tệp không đọc được nên thiếu nhiệm vụ; xem: stcli check"
    ),
    "incomplete: {count} files could not be read, their tasks are missing; see: stcli check": (
        "chưa đầy đủ: {count} tệp không đọc được nên thiếu nhiệm vụ; xem: stcli check"
    ),
}
_UNREAD: Final = {
    "and {count} more": "và {count} tệp khác",
}
_STATUS: Final = {
    "directive": "văn bản",
    "agency": "cơ quan",
    "issuer": "cơ quan ban hành",
    "year": "năm",
    "officer": "người theo dõi",
    "tag": "nhãn",
    "states": "tình trạng",
    "tasks": "tổng số",
    "title": "trích yếu",
    "total": "cộng",
    "none": "không có",
    "a task can stand in several rows; the total counts it once": (
        "một nhiệm vụ có thể ở nhiều dòng, dòng cộng chỉ tính một lần"
    ),
    "the overdue tasks, worst first": "các nhiệm vụ quá hạn, chậm nhất đứng trước",
    "what falls due next": "các nhiệm vụ sắp đến hạn",
    "whether anything is wrong with the files": "các tệp có lỗi gì không",
}
_TASKS: Final = {
    "task": "nhiệm vụ",
    "state": "tình trạng",
    "due": "hạn",
    "days late": "số ngày chậm",
    "days left": "số ngày còn lại",
    "done on": "ngày hoàn thành",
    "lead": "chủ trì",
    "what is to be done": "nội dung nhiệm vụ",
    "nothing is overdue as of {day}": "tính đến ngày {day} không có nhiệm vụ quá hạn",
    "1 overdue task as of {day}, by {worst}": (
        "1 nhiệm vụ quá hạn tính đến ngày {day}, chậm {worst}"
    ),
    "{count} overdue tasks as of {day}, the worst by {worst}": (
        "{count} nhiệm vụ quá hạn tính đến ngày {day}, chậm nhất {worst}"
    ),
    "nothing falls due from {day} to {until}": (
        "từ ngày {day} đến ngày {until} không có nhiệm vụ đến hạn"
    ),
    "1 task falls due from {day} to {until}": ("1 nhiệm vụ đến hạn từ ngày {day} đến ngày {until}"),
    "{count} tasks fall due from {day} to {until}": (
        "{count} nhiệm vụ đến hạn từ ngày {day} đến ngày {until}"
    ),
    "no task fits, as of {day}": "không có nhiệm vụ phù hợp, tính đến ngày {day}",
    "all tasks": "tất cả nhiệm vụ",
    "all about a task": "chi tiết một nhiệm vụ",
}
_DIRECTIVE: Final = {
    "carries out": "triển khai",
    "cites": "dẫn chiếu",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "carried out by": "được triển khai bởi",
    "cited by": "được dẫn chiếu bởi",
    "amended by": "được sửa đổi, bổ sung bởi",
    "replaced by": "được thay thế bởi",
    "type": "loại văn bản",
    "issued": "ngày ban hành",
    "received": "ngày nhận",
    "in effect": "ngày có hiệu lực",
    "other spellings": "cách ghi khác",
    "tags": "nhãn",
    "source": "nguồn",
    "file": "tệp",
    "notes": "ghi chú",
    "the whole directive": "toàn bộ văn bản",
}
_TASK: Final = {
    "as of": "tính đến ngày",
    "in the document": "hạn theo văn bản",
    "counts until": "tính đến hết ngày",
    "due at first": "hạn ban đầu",
    "evidence": "minh chứng",
    "no deadline is stated": "văn bản không nêu thời hạn",
    "{deadline}": "{deadline}",
    "{day} ({deadline})": "{day} ({deadline})",
    "answers now": "hiện chịu trách nhiệm",
    "coordinating": "phối hợp",
    "product": "sản phẩm",
    "in the words of the directive": "nguyên văn",
    "history": "quá trình thực hiện",
    "day": "ngày",
    "event": "diễn biến",
    "by": "căn cứ",
    "what happened": "nội dung",
    "changed": "điều chỉnh",
    "handed over": "chuyển giao",
    "progress": "tiến độ",
    "delivered": "hoàn thành một kỳ",
    "completed": "hoàn thành",
    "{percent}%": "{percent}%",
    "for {period}": "kỳ {period}",
    "{field}: {after}": "{field}: {after}",
    "{field}: {before} deleted": "{field}: bỏ {before}",
    "{field}: {before} → {after}": "{field}: {before} → {after}",
}
_AGENCY: Final = {
    "id": "mã",
    "short name": "tên viết tắt",
    "other names": "tên gọi khác",
    "kind": "loại",
    "code": "mã định danh",
    "in being from": "hoạt động từ ngày",
    "in being until": "hoạt động đến ngày",
    "{day}: not in being": "{day}: không hoạt động",
    "members": "gồm",
    "part of": "trực thuộc",
    "parts": "đơn vị trực thuộc",
    "took over from": "tiếp nhận từ",
    "succeeded by": "bàn giao cho",
    "{agency} from {day}": "{agency} từ ngày {day}",
    "{agency} from {day} by {basis}": "{agency} từ ngày {day} theo {basis}",
    "{agency} from {day} for {tags}": "{agency} từ ngày {day}, lĩnh vực {tags}",
    "{agency} from {day} by {basis} for {tags}": (
        "{agency} từ ngày {day} theo {basis}, lĩnh vực {tags}"
    ),
    "state agency": "cơ quan nhà nước",
    "party body": "cơ quan Đảng",
    "association": "hội, hiệp hội",
    "enterprise": "doanh nghiệp",
    "collective name for several": "tên chung của nhiều cơ quan",
    "answers for {tasks} as of {day}": "chịu trách nhiệm {tasks} tính đến ngày {day}",
    "open tasks that it answers for": "nhiệm vụ chưa hoàn thành đang chịu trách nhiệm",
    "open tasks given to it for which others answer now": (
        "nhiệm vụ chưa hoàn thành đã chuyển cho cơ quan khác"
    ),
    "open tasks in which it takes part": "nhiệm vụ chưa hoàn thành có phối hợp",
}
_TREE: Final = {
    "no directive as of {day}": "tính đến ngày {day} chưa có văn bản",
    "directive or task": "văn bản, nhiệm vụ",
    "title or task": "trích yếu, nội dung nhiệm vụ",
    "what carries out what, as of {day}": "văn bản nào triển khai văn bản nào, tính đến ngày {day}",
    "see above": "đã nêu ở trên",
    "in no file": "chưa có tệp",
    "{tasks}, {count} overdue": "{tasks}, {count} quá hạn",
}
_EXPLAIN: Final = {
    "rule": "quy tắc",
    "severity": "mức",
    "what it wants": "yêu cầu",
    "to set it": "cách đặt",
    "a rule whole, with examples": "toàn bộ một quy tắc, kèm ví dụ",
    "this one cannot be set or allowed: such a file cannot be read at all": (
        "không đặt mức và không cho phép được: tệp như vậy hoàn toàn không đọc được"
    ),
    "`severity: {{{name}: off}}` in stcli.yaml; `# stcli: allow {name}` on a line": (
        "`severity: {{{name}: off}}` trong stcli.yaml; `# stcli: allow {name}` trên dòng đó"
    ),
}
PAGES: Final = {
    **_COUNTING,
    **_EVERY_PAGE,
    **_UNREAD,
    **_STATUS,
    **_TASKS,
    **_DIRECTIVE,
    **_TASK,
    **_AGENCY,
    **_TREE,
    **_EXPLAIN,
}
