"""The rules about agencies and leads: what they say, and their texts."""

from __future__ import annotations

from typing import Final

_FINDINGS: Final = {
    "no agency has the id `{agency}`": "không có cơ quan nào mang mã `{agency}`",
    "list it in directives/agencies.yaml, with its id and name": (
        "khai báo trong directives/agencies.yaml, gồm mã và tên"
    ),
    "its days are here": "thời gian hoạt động ghi ở đây",
    "`{agency}` ended on {until}, before {day}": (
        "`{agency}` kết thúc hoạt động ngày {until}, trước ngày {day}"
    ),
    "`{agency}` begins on {since}, after {day}": (
        "`{agency}` hoạt động từ ngày {since}, sau ngày {day}"
    ),
    "if {agencies} is meant, write that; if not, allow it on this line": (
        "nếu đúng ra là {agencies} thì viết như vậy; nếu không, thêm chú thích cho phép ở dòng này"
    ),
    "correct the agency or its days; if both are right, allow it on this line": (
        "sửa cơ quan hoặc thời gian hoạt động; nếu cả hai đều đúng thì thêm chú thích cho phép ở "
        "dòng này"
    ),
    "`{agency}` left {count} open tasks to nobody": (
        "`{agency}` còn {count} nhiệm vụ chưa hoàn thành mà không có cơ quan tiếp nhận"
    ),
    "name who took them over under `successors`, or cancel the tasks": (
        "ghi cơ quan tiếp nhận vào `successors`, hoặc hủy các nhiệm vụ"
    ),
    "the first of them": "nhiệm vụ đầu tiên trong số đó",
    "the handovers of {day} and before make a circle: {circle}": (
        "các lần chuyển giao đến ngày {day} tạo thành vòng lặp: {circle}"
    ),
    "correct the agency or the day, or limit the successors to tags under `for`": (
        "sửa cơ quan hoặc ngày, hoặc giới hạn cơ quan tiếp nhận theo nhãn ở `for`"
    ),
    "{giver} hands over to {heir}": "{giver} chuyển giao cho {heir}",
    "task `{task}` has no lead agency": "nhiệm vụ `{task}` chưa có cơ quan chủ trì",
    "add `lead: ...` with the id of the agency that answers for it": (
        "thêm `lead: ...` với mã của cơ quan chịu trách nhiệm"
    ),
    "task `{task}` has {count} lead agencies": "nhiệm vụ `{task}` có {count} cơ quan chủ trì",
    "put all but the one that answers for it under `with`; if the document names several, "
    "allow it on this line": (
        "chỉ để lại cơ quan chịu trách nhiệm chính, chuyển các cơ quan khác vào `with`; nếu văn "
        "bản giao nhiều cơ quan chủ trì thì thêm chú thích cho phép ở dòng này"
    ),
    "the members make a circle: {circle}": "các thành viên tạo thành vòng: {circle}",
    "correct one of them; a collective names bodies, or collectives of others": (
        "sửa một trong số đó; nhóm gồm các cơ quan, hoặc gồm nhóm của các cơ quan khác"
    ),
}
_TEXTS: Final = {
    "Every agency that is named is listed in `directives/agencies.yaml`.": (
        "Mọi cơ quan được nêu phải có trong `directives/agencies.yaml`."
    ),
    "Tasks are counted by agency, and a mistyped id would count as an agency of its own. Name "
    "agencies by `id`, not by name, and list an agency before a directive names it.": (
        "Nhiệm vụ được đếm theo cơ quan, mã gõ sai sẽ bị tính là một cơ quan khác. Nêu cơ quan "
        "bằng `id`, không bằng tên, và khai báo cơ quan trước khi văn bản nêu đến."
    ),
    "An agency signs directives and is given tasks only while it is in being.": (
        "Cơ quan chỉ ký văn bản và được giao nhiệm vụ trong thời gian hoạt động."
    ),
    "`from` and `until` of an agency say when that is. Keep the agency that the document "
    "names: what it was given in its time goes to its successors by itself. A document of a "
    "later day means the new agency, even under the old name. Documents do name the old one "
    "for a while, so this is a warning: allow it on the line then.": (
        "`from` và `until` của cơ quan cho biết thời gian đó. Giữ đúng cơ quan mà văn bản nêu: "
        "nhiệm vụ được giao trong thời gian hoạt động tự chuyển sang cơ quan tiếp nhận. Văn bản "
        "của ngày sau đó là nói đến cơ quan mới, kể cả khi cơ quan mới mang tên cũ. Trên thực tế "
        "văn bản vẫn nêu cơ quan cũ một thời gian, nên đây là cảnh báo: khi đó thêm chú thích "
        "cho phép ở dòng đó."
    ),
    "What an agency handed over comes back to it only by a later handover.": (
        "Nhiệm vụ đã chuyển giao chỉ được trở lại cơ quan cũ bằng một lần chuyển giao sau đó."
    ),
    "Who answers for a task is found by going from successor to successor in the order of "
    "their days. Where two agencies hand over to each other on one day, neither has the tasks. "
    "Correct the day, or give each of them tags of its own under `for`.": (
        "Cơ quan chịu trách nhiệm được tìm bằng cách đi từ cơ quan tiếp nhận này sang cơ quan "
        "tiếp nhận khác theo thứ tự ngày. Khi hai cơ quan chuyển giao cho nhau trong cùng một "
        "ngày, không bên nào giữ nhiệm vụ. Sửa ngày, hoặc ghi nhãn riêng cho từng bên ở `for`."
    ),
    "An agency that ended has a successor for every task it left open.": (
        "Cơ quan kết thúc hoạt động phải có cơ quan tiếp nhận mọi nhiệm vụ chưa hoàn thành."
    ),
    "Otherwise nobody answers for them. Name who took over under `successors`, with the day "
    "and the document. `for:` limits a successor to the tasks with certain tags; one without "
    "it takes the rest.": (
        "Nếu không, không ai chịu trách nhiệm về các nhiệm vụ đó. Ghi cơ quan tiếp nhận vào "
        "`successors`, kèm ngày và văn bản làm căn cứ. `for:` giới hạn cơ quan tiếp nhận vào "
        "những nhiệm vụ có nhãn nhất định; cơ quan không có `for:` nhận phần còn lại."
    ),
    "A task has a lead agency.": "Nhiệm vụ phải có cơ quan chủ trì.",
    "Nobody can be asked about a task that was given to nobody. Where the document names a "
    "group, list the group as an agency with `kind: collective`; where it names nobody, the "
    "office decides who answers.": (
        "Nhiệm vụ không giao cho ai thì không hỏi ai được. Khi văn bản nêu một nhóm cơ quan, "
        "khai báo nhóm đó như một cơ quan với `kind: collective`; khi văn bản không nêu ai, đơn "
        "vị tự quyết định ai chịu trách nhiệm."
    ),
    "A task has one lead agency; the others coordinate.": (
        "Nhiệm vụ chỉ có một cơ quan chủ trì; các cơ quan khác phối hợp."
    ),
    "Where several lead, each waits for the other (Decree 30/2020/NĐ-CP, article 23, asks for "
    "the lead and for those that coordinate). Put the others under `with`. Documents do name "
    "several: keep them then, and allow it on the line. The task counts for each of them.": (
        "Khi nhiều cơ quan cùng chủ trì, cơ quan này chờ cơ quan kia (Nghị định 30/2020/NĐ-CP, "
        "Điều 23, yêu cầu nêu rõ đơn vị chủ trì và đơn vị phối hợp). Chuyển các cơ quan khác vào "
        "`with`. Có văn bản vẫn giao nhiều cơ quan chủ trì: khi đó giữ nguyên và thêm chú thích "
        "cho phép ở dòng đó. Nhiệm vụ được tính cho từng cơ quan."
    ),
    "No collective is a member of itself, directly or through others.": (
        "Không nhóm nào là thành viên của chính nó, dù trực tiếp hay qua nhóm khác."
    ),
    "A task given to a collective is given to each of its members, and to those of a collective "
    "among them. One that comes back to itself names nobody by it: the id of a member is mistyped, "
    "or one collective holds the other the wrong way round.": (
        "Nhiệm vụ giao cho một nhóm là giao cho từng thành viên, và cho thành viên của nhóm nằm "
        "trong nhóm đó. Nhóm dẫn trở lại chính nó thì không chỉ thêm cơ quan nào: mã thành viên "
        "viết nhầm, hoặc hai nhóm lồng nhau ngược chiều."
    ),
}
RULES_AGENCIES: Final = {
    **_FINDINGS,
    **_TEXTS,
}
