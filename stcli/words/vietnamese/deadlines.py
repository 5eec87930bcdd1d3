"""Days and deadlines that cannot be read."""

from __future__ import annotations

from typing import Final

DEADLINES: Final = {
    "`{text}` is not a deadline": "`{text}` không phải thời hạn viết đúng dạng",
    "leave due out where no day is stated, and keep the words in due_text": (
        "bỏ due nếu văn bản không nêu thời hạn, và ghi nguyên văn vào due_text"
    ),
    "write {deadline}": "viết {deadline}",
    "write a day ({day}), a period ({period}), a count ({count}), a series ({series}) or "
    "{ongoing}": (
        "viết một ngày ({day}), một kỳ ({period}), số ngày hoặc tháng ({count}), định kỳ "
        "({series}) hoặc {ongoing}"
    ),
    "before takes a day, not a period": "sau before phải là một ngày, không phải một kỳ",
    "write {day}, the day before it begins": "viết {day}, ngày liền trước kỳ đó",
    "there is no {part} in a year": "trong năm không có {part}",
    "write one of {choices}": "viết một trong các giá trị {choices}",
    "{text} runs backwards": "{text} bị ngược thứ tự",
    "the amount {amount} is out of range": "số lượng {amount} ngoài khoảng cho phép",
    "write from {first} to {last}": "viết từ {first} đến {last}",
    "write from {first} until {last}": "viết from {first} until {last}",
    "`{text}` is not a day": "`{text}` không phải ngày viết đúng dạng",
    "write it as year-month-day, such as {example}": "viết theo dạng năm-tháng-ngày, như {example}",
    "write {text}": "viết {text}",
    "the year {year} is out of range": "năm {year} ngoài khoảng cho phép",
    "write a year from {first} to {last}": "viết năm từ {first} đến {last}",
    "there is no month {month}": "không có tháng {month}",
    "write a month from {first} to {last}": "viết tháng từ {first} đến {last}",
    "there is no {text}: {month} never has more than {days} days": (
        "không có ngày {text}: {month} không bao giờ quá {days} ngày"
    ),
    "there is no {text}: {month} {year} has {days} days": (
        "không có ngày {text}: {month} năm {year} chỉ có {days} ngày"
    ),
    "write a day from {first} to {last}": "viết ngày từ {first} đến {last}",
    "half-yearly takes two days, one in each half of the year": (
        "half-yearly cần hai ngày, mỗi nửa năm một ngày"
    ),
    "write both, such as {example}": "viết cả hai, như {example}",
    "`{word}` is not a day of the week": "`{word}` không phải thứ trong tuần",
    "`{word}` is not a day of the month": "`{word}` không phải ngày trong tháng",
    "write a number from 1 to {last}": "viết số từ 1 đến {last}",
    "`{word}` is not a day of the year": "`{word}` không phải ngày trong năm",
    "write month and day, such as {example}": "viết tháng và ngày, như {example}",
    "{every} needs the day by which it falls due": "{every} cần kèm ngày đến hạn",
    "write it with its day, such as {example}": "viết kèm ngày, như {example}",
    "{every} takes days of the same year": "{every} chỉ nhận ngày trong cùng năm",
    "write a series of each day: {example}": "ghi định kỳ theo từng ngày: {example}",
    "{every} takes no day of the next {stretch}": (
        "{every} không nhận ngày thuộc {stretch} tiếp theo"
    ),
    "there is no hour {text}": "không có giờ {text}",
    "write an hour from {first} to {last}": "viết giờ từ {first} đến {last}",
    "January": "tháng 01",
    "February": "tháng 02",
    "March": "tháng 3",
    "April": "tháng 4",
    "May": "tháng 5",
    "June": "tháng 6",
    "July": "tháng 7",
    "August": "tháng 8",
    "September": "tháng 9",
    "October": "tháng 10",
    "November": "tháng 11",
    "December": "tháng 12",
}
