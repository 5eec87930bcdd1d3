"""Words with one meaning wherever they stand, and those without any for a deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.phrases.matching import is_there, spellings
from stcli.deadlines.phrases.parts import Mark, NearDay, Unread

if TYPE_CHECKING:
    from stcli.deadlines.phrases.matching import Spelling
    from stcli.deadlines.phrases.parts import Found, Part
    from stcli.deadlines.phrases.tokens import Words

_BY = """
chậm nhất|chậm nhất là|chậm nhất vào|chậm nhất đến|chậm nhất là đến|chậm nhất sau
|muộn nhất|muộn nhất là|muộn nhất vào|trễ nhất|trễ nhất là
|không muộn hơn|không sau|không chậm hơn|không trễ hơn
|by|no later than|not later than|at the latest|at latest
"""
_WITHIN = """
trong vòng|trong thời hạn|trong thời gian|thời hạn|thời hạn là|thời gian|tối đa|tối đa là
|thời hạn tối đa|không quá|trong thời hạn không quá|thời hạn không quá
|trong|within|in
"""
_NEXT_WORKING_DAY = """
ngày làm việc tiếp theo|ngày làm việc kế tiếp|ngày làm việc liền kề|ngày làm việc liền sau
|ngày làm việc sau|ngày làm việc hôm sau|next working day|next business day
"""
_ONWARD = """
trở đi|và những năm tiếp theo|và các năm tiếp theo|những năm tiếp theo|các năm tiếp theo
|về sau|onwards|onward
"""
_HASTE = """
sớm|sớm nhất|trong thời gian sớm nhất|thời gian sớm nhất|trong thời gian tới|khẩn trương|kịp thời
|nhanh chóng|ngay|ngay lập tức|lập tức|ngay khi|gấp|hỏa tốc|thượng khẩn|khẩn|trước mắt|chủ động
|theo quy định|theo đúng quy định|đúng quy định|theo kế hoạch|theo lộ trình|lâu dài
|theo tiến độ|theo đúng tiến độ|theo tiến độ chung|đúng tiến độ|bảo đảm tiến độ|đảm bảo tiến độ
|đúng hạn|đúng thời hạn|as soon as possible|asap
"""
_OCCASION = """
đột xuất|khi có yêu cầu|theo yêu cầu|khi được yêu cầu|khi cần|khi cần thiết|khi có phát sinh
|khi phát sinh|tùy tình hình|theo đề nghị
"""
_NOTHING = """
không|không có|chưa có|chưa rõ|chưa xác định|không xác định|không thời hạn|không có thời hạn
|không quy định|không nêu|null|none|non|nil|n / a|na|tbd|tba|unknown|?|~
"""
_HARMLESS = """
ngày|là|vào|thì|phải|cần|được|việc|các|những|của|cho|với|tại|sẽ|này|nay|xong|trên|chậm
|hoàn thành|hoàn thiện|hoàn tất|thực hiện|tổ chức thực hiện|triển khai|bắt đầu|kết thúc
|báo cáo|gửi|nộp|trình|về|ban hành|phê duyệt|quyết định|xem xét|tổng hợp|lấy ý kiến|kết quả
|đề nghị|yêu cầu|bằng văn bản|thời điểm|lúc|hạn|hạn cuối|hạn chót|hạn hoàn thành
|thời gian hoàn thành|thời gian thực hiện|thời hạn hoàn thành|thời hạn thực hiện
|thời hạn báo cáo|thời hạn gửi|thời hạn giải quyết|cấp có thẩm quyền
|văn phòng|chính phủ|thủ tướng|văn phòng chính phủ
|thủ tướng chính phủ|ủy ban nhân dân|ubnd|tỉnh|thành phố|bộ|sở|cơ quan|đơn vị|địa phương
|on|at|the|of|be|due|deadline|date|day|for
"""
_COULD_CHANGE_THE_DAY = """
hoặc|hoặc là|nhưng|trừ|ngoại trừ|nếu|khi|sau|chưa|muộn|hơn|quá|rưỡi|lần|làm việc|tính đến|tính tới
|kể cả|không kể|không tính|không bao gồm|âm lịch|năm học|học kỳ|khóa học|niên khóa|niên độ|vụ mùa
|mùa vụ|năm tài chính|năm ngân sách|gia hạn|lùi|hoãn|tạm hoãn|thay vì|thay cho|thay thế|tùy|tùy theo
|đầu tuần|giữa tuần|cuối tuần|đầu giờ|cuối giờ|cuối buổi
|tháng|quý|năm|tuần|giờ|phút|mỗi|nửa|or|but|except|unless|if|not|than|over|about|after|only|working
|business|later|earlier|sớm nhất là|sớm nhất vào|sớm nhất từ|sớm nhất ngày|sớm nhất là ngày
"""
_MEANINGS: tuple[tuple[Part, str], ...] = (
    (Mark.BY, _BY),
    (Mark.UNTIL, "đến|tới|cho đến|cho tới|giai đoạn đến|until|to"),
    (Mark.END, "hết|đến hết|tới hết|cho đến hết"),
    (Mark.WITHIN, _WITHIN),
    (Mark.AT_LEAST, "ít nhất|tối thiểu|ít nhất là|tối thiểu là|at least"),
    (Mark.JOIN, "và|and|cùng|cũng như|&|,|;"),
    (NearDay(0), "hôm nay|ngày hôm nay|trong hôm nay|today"),
    (NearDay(1), "ngày mai|trong ngày mai|tomorrow"),
    (Mark.NEXT_WORKING_DAY, _NEXT_WORKING_DAY),
    (
        Mark.ONGOING,
        "thường xuyên|nhiệm vụ thường xuyên|công việc thường xuyên|liên tục|ongoing",
    ),
    (Mark.ONWARD, _ONWARD),
    (Mark.HASTE, _HASTE),
    (Mark.OCCASION, _OCCASION),
    (Mark.EDGE_OF_PERIOD, "đầu kỳ|giữa kỳ|cuối kỳ"),
    (Mark.REGULARLY, "định kỳ|theo định kỳ"),
    (Mark.NOTHING, _NOTHING),
    (Mark.CRUCIAL, _COULD_CHANGE_THE_DAY),
    (Mark.HARMLESS, _HARMLESS),
)
_UNCLEAR_WITHOUT_MARKS = frozenset({"qua", "nam", "quy", "tuan", "khoa hoc"})
"""Crucial words that without marks are mostly others: `thong qua`, `Viet Nam`, `khoa hoc`."""

_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "x"})
_PLAIN_SIGNS = frozenset("()[]\"'“”‘’«».-/*•|:`")


def _table() -> dict[str, list[tuple[Spelling, Part]]]:
    """Give the phrases by their first words, the longest first."""
    found: dict[str, list[tuple[Spelling, Part]]] = {}
    for part, choices in _MEANINGS:
        for spelling in spellings(choices):
            found.setdefault(spelling[0][0], []).append((spelling, part))
    for entries in found.values():
        entries.sort(key=lambda entry: len(entry[0]), reverse=True)
    return found


_TABLE = _table()


def meaning(words: Words, at: int) -> Found:
    """Give the one meaning of the words at a position."""
    for spelling, part in _TABLE.get(words.tokens[at].plain, ()):
        if is_there(spelling, words, at):
            end = at + len(spelling)
            if part is Mark.CRUCIAL:
                plain = " ".join(word for word, _ in spelling)
                crucial = words.marked or plain not in _UNCLEAR_WITHOUT_MARKS
                return Unread(words.between(at, end), crucial), end
            return part, end
    return None


def unread(words: Words, at: int) -> tuple[Unread | Mark, int]:
    """Give a word that nobody knows; a number or sign could change the day."""
    token = words.tokens[at]
    if token.plain in _PLAIN_SIGNS and not _is_minus(words, at):
        return Mark.HARMLESS, at + 1
    crucial = not token.plain.isalpha() or token.plain in _ROMAN
    return Unread(words.between(at, at + 1), crucial), at + 1


def _is_minus(words: Words, at: int) -> bool:
    """Tell whether a dash belongs to the number behind it: `-5`."""
    token, behind = words.tokens[at : at + 2]
    joins = token.glued and at > 0 and words.tokens[at - 1].plain.isalnum()
    return token.plain == "-" and behind.value >= 0 and behind.glued and not joins
