"""What the words of a document leave open about a deadline."""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "no rule tells whether the day behind `trước` itself still counts": (
        "chưa có quy định nào nói chính ngày nêu sau `trước` có được tính hay không"
    ),
    "no rule tells whether `trước` {day} includes that day": (
        "chưa có quy định nào nói `trước` {day} có tính cả ngày đó hay không"
    ),
    "choose with `before` under settings in stcli.yaml, or write the last day itself": (
        "chọn bằng `before` trong phần settings của stcli.yaml, hoặc ghi thẳng ngày cuối cùng"
    ),
    "the day of `{event}` is not in the words": "nguyên văn không cho biết ngày `{event}`",
    "write the day that is counted from when it is known": (
        "khi biết ngày bắt đầu tính thì ghi ngày đó"
    ),
    "the words do not say from which day it is counted": (
        "nguyên văn không nói thời hạn tính từ ngày nào"
    ),
    "the day of issue is taken; write another with `from`": (
        "mặc định tính từ ngày ban hành; ghi ngày khác bằng `from`"
    ),
    "the words do not give the month and year in full": ("nguyên văn không nêu đủ tháng và năm"),
    "the next such day is taken where the day of the words is known; write it in full": (
        "nếu biết ngày ra văn bản thì lấy ngày gần nhất sau đó; ghi đủ ngày, tháng, năm"
    ),
    "the words do not say in which month of the quarter the day lies": (
        "nguyên văn không nói ngày đó thuộc tháng nào của quý"
    ),
    "the last month is taken; write `of next month` for the one after it": (
        "mặc định là tháng cuối quý; nếu là tháng liền sau thì ghi `of next month`"
    ),
    "the words do not say whether the day comes back in every period": (
        "nguyên văn không nói ngày đó có lặp lại mỗi kỳ hay không"
    ),
    "write the day itself if it is meant once": "nếu chỉ một lần thì ghi thẳng ngày đó",
    "which day is meant depends on how the words are taken on the day said": (
        "ngày được nói đến còn tùy cách hiểu tại ngày ra văn bản"
    ),
    "the words mean a day only together with the day they were said": (
        "phải biết ngày ra văn bản mới biết nguyên văn nói ngày nào"
    ),
    "write the day or period with its year": "ghi ngày hoặc kỳ kèm theo năm",
    "the words state several deadlines: {deadlines}": (
        "nguyên văn nêu nhiều thời hạn: {deadlines}"
    ),
    "write a task for each, or the one that is meant": (
        "mỗi thời hạn ghi thành một nhiệm vụ, hoặc ghi thời hạn đúng với nhiệm vụ này"
    ),
    "the words ask for haste or name an occasion, not a day": (
        "nguyên văn chỉ yêu cầu khẩn trương hoặc nêu dịp thực hiện, không nêu ngày"
    ),
    "the end of a programme is not always the day on which a task is due": (
        "năm cuối của một giai đoạn, chương trình không phải lúc nào cũng là hạn của nhiệm vụ"
    ),
    "write an earlier deadline if the document has one for the task": (
        "nếu văn bản có thời hạn sớm hơn cho nhiệm vụ thì ghi thời hạn đó"
    ),
    "who says nothing until then is taken to agree, so that late is not overdue": (
        "quá hạn không trả lời thì coi như đồng ý, nên chậm không phải là quá hạn"
    ),
    "close the task on the day after if nothing came": (
        "nếu không có trả lời thì kết thúc nhiệm vụ vào ngày liền sau"
    ),
    "the words give no last day": "nguyên văn không cho biết ngày cuối cùng",
    "there is no daily series, and a daily task has no last day": (
        "không có định kỳ hằng ngày, và việc làm hằng ngày không có ngày cuối cùng"
    ),
    "keep it as {ongoing}, or write a weekly series": (
        "để là {ongoing}, hoặc ghi thành định kỳ hằng tuần"
    ),
    "no deadline is counted in hours": "không có thời hạn nào tính bằng giờ",
    "write the day and hour at which they end": "ghi ngày và giờ kết thúc",
    "{day} is on another day of the week": "ngày {day} là thứ khác trong tuần",
    "correct the one that is wrong": "sửa chỗ sai",
    "`{words}` was not understood": "không hiểu `{words}`",
    "see whether it changes the deadline, and write the deadline that is meant": (
        "xem chỗ đó có làm thay đổi thời hạn không, rồi ghi thời hạn đúng"
    ),
    "the words do not fit together as one deadline": (
        "các phần của nguyên văn không ghép được thành một thời hạn"
    ),
    "write the deadline that is meant": "ghi thời hạn đúng",
    "words about a deadline have at most {longest} characters": (
        "nguyên văn về thời hạn không quá {longest} ký tự"
    ),
    "keep only the words that state it": "chỉ giữ phần nêu thời hạn",
    "`{text}` gives two different numbers": "`{text}` có hai số khác nhau",
}
