"""The words of documents read into deadlines: tables of phrases, and what holds for all of them.

The phrases are those of annex II of 03/NQ-CP, of directives, plans and letters of offices, and
near misses of them. A line is `phrase => deadline ! doubts | alternatives`.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_deadlines import DEADLINES, TEXTS

from stcli import shipped
from stcli.calendar import Calendar
from stcli.deadlines import (
    Bases,
    Deadline,
    DeadlineProblem,
    Every,
    MonthDay,
    Series,
    occurrences,
    parse,
    reckon,
    rolled,
    write,
)
from stcli.deadlines.phrases import DoubtKind, Recognition, reading, recognise, tokens
from stcli.spelling import search_key
from stcli.words import Language, deadline, translate
from stcli.words.vietnamese import CATALOGUE

SAID_ON = date(2026, 9, 10)
"""A Thursday."""

CERTAIN = """
01/2025 => 2025-01
03/2025 => 2025-03
06/2025 => 2025-06
12/2025 => 2025-12
12/2026 => 2026-12
12/2028 => 2028-12
2/2025 => 2025-02
2025 => 2025
2025 - 2026 => 2025..2026
2025 và những năm tiếp theo => 2025..
2025-2026 => 2025..2026
2026 => 2026
2027 => 2027
2028 => 2028
2030 => 2030
3/2025 => 2025-03
3/2026 => 2026-03
6/2025 => 2025-06
7/2025 => 2025-07
9/2025 => 2025-09
9/2026 => 2026-09
Hằng năm => yearly
Nhiệm vụ thường xuyên => ongoing
Quý II/2025 => 2025-Q2
Tháng 10/2025 => 2025-10
Tháng 5/2025 => 2025-05
Thường xuyên => ongoing
hằng năm => yearly
trong tháng 01 năm 2025 => 2025-01
trong quý II năm 2012 => 2012-Q2
trong quý IV năm 2012 => 2012-Q4
Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu => weekly by friday 16:00
trong quý II/2026 => 2026-Q2
chậm nhất trong Quý III/2026 => 2026-Q3
trong tháng 9 năm 2026 => 2026-09
trong vòng 15 ngày kể từ ngày ra thông báo => 15 days
30/8/2026 => 2026-08-30
30.8.2026 => 2026-08-30
30-8-2026 => 2026-08-30
ngày 05 tháng 02 năm 2026 => 2026-02-05
mồng 5 tháng 2 năm 2026 => 2026-02-05
mùng 5 tháng 2 năm 2026 => 2026-02-05
ngày mồng 5 tháng 2 năm 2026 => 2026-02-05
30/6/25 => 2025-06-30
2026-08-30 => 2026-08-30
chậm nhất ngày 30/8/2026 => 2026-08-30
Chậm nhất là ngày 01 tháng 3 năm 2027 => 2027-03-01
muộn nhất là 30/8/2026 => 2026-08-30
đến ngày 30/8/2026 => 2026-08-30
đến hết ngày 28/02/2027 => 2027-02-28
hết ngày 30/8/2026 => 2026-08-30
hoàn thành trong ngày 30/8/2026 => 2026-08-30
vào ngày 30/8/2026 => 2026-08-30
trước 16 giờ 00 ngày 30/8/2026 => 2026-08-30 16:00
trước 20h00 ngày 25/5/2025 => 2025-05-25 20:00
16h30 ngày 30/8/2026 => 2026-08-30 16:30
17 giờ ngày 30/8/2026 => 2026-08-30 17:00
trước 24h ngày 30/8/2026 => 2026-08-30
trước 24 giờ ngày 30/8/2026 => 2026-08-30
ngày 25/5/2025, 16h00 => 2025-05-25 16:00
trước 5 giờ chiều ngày 30/8/2026 => 2026-08-30 17:00
tháng 6/2025 => 2025-06
hết tháng 9/2026 => 2026-09
đầu tháng 6/2025 => 2025-06-01
giữa tháng 6/2025 => 2025-06-15
cuối tháng 6/2025 => 2025-06-30
đầu năm 2026 => 2026-01-01
giữa năm 2026 => 2026-06-30
cuối năm 2026 => 2026-12-31
trước tháng 6/2025 => 2025-05-31
trước quý 2/2025 => 2025-03-31
trước năm 2026 => 2025-12-31
6 tháng đầu năm 2025 => 2025-H1
6 tháng cuối năm 2025 => 2025-H2
9 tháng đầu năm 2025 => 2025-09-30
quý ii/2025 => 2025-Q2
Quý 4 năm 2025 => 2025-Q4
quý tư năm 2025 => 2025-Q4
năm 2025 => 2025
trong năm 2025 => 2025
đến hết năm 2026 => 2026
năm 2025 và các năm tiếp theo => 2025..
từ năm 2025 trở đi => 2025..
thường xuyên, liên tục => ongoing
liên tục => ongoing
trong thời hạn tối đa 15 ngày kể từ ngày ký => 15 days
thời hạn không quá 15 ngày kể từ ngày nhận được văn bản => 15 days from received
07 ngày làm việc kể từ ngày nhận được Công văn này => 7 working days from received
ba tháng kể từ ngày Quyết định này có hiệu lực thi hành => 3 months from effective
mười lăm ngày kể từ ngày ban hành => 15 days
ba mươi ngày kể từ ngày 01/7/2025 => 30 days from 2025-07-01
(15) ngày kể từ ngày ký ban hành => 15 days
15 (mười lăm) ngày kể từ ngày ra văn bản => 15 days
trong vòng 24 tháng kể từ ngày Quyết định này có hiệu lực => 24 months from effective
trong thời hạn 36 tháng kể từ 01/7/2025 => 36 months from 2025-07-01
từ nay đến hết năm 2025 => 2025
15 ngày sau khi nhận được văn bản => 15 days from received
nửa tháng kể từ ngày ký => 15 days
nửa năm kể từ ngày ký => 6 months
ít nhất 3 ngày làm việc trước ngày 07/5/2026 => 3 working days before 2026-05-07
trước ngày 07/5/2026 ít nhất 03 ngày làm việc => 3 working days before 2026-05-07
chậm nhất 21 ngày trước ngày 30/8/2026 => 21 days before 2026-08-30
ngày 25 hằng tháng => monthly by 25
thứ Sáu hằng tuần => weekly by friday
hằng năm từ năm 2024 đến năm 2030 => yearly from 2024 until 2030
hằng năm, giai đoạn 2021-2025 => yearly from 2021 until 2025
từ ngày 01/6/2025 đến ngày 30/6/2025 => 2025-06-30
tháng sáu năm 2025 => 2025-06
thang sau nam 2025 => 2025-06
ngày ba mươi tháng sáu năm 2025 => 2025-06-30
Chủ nhật, ngày 30/8/2026 => 2026-08-30
cuối quý II/2025 => 2025-06-30
ngày 10 và 25 hằng tháng => monthly by 10, 25
các ngày thứ Hai và thứ Năm hằng tuần => weekly by monday, thursday
hằng tuần, trước 16 giờ thứ Năm => weekly by thursday 16:00
trước 16 giờ ngày 25 hằng tháng => monthly by 25 16:00
cuối mỗi quý => quarterly by 31
cuối tháng hằng tháng => monthly by 31
trong tháng 12 hằng năm => yearly by 12-31
trước tháng 6 hằng năm => yearly by 05-31
trong quý I hằng năm => yearly by 03-31
tháng 6 và tháng 12 hằng năm => half-yearly by 06-30, 12-31
chậm nhất sau 15 ngày kể từ ngày ký => 15 days
kể từ ngày ký, trong vòng 15 ngày => 15 days
trong năm 2025... => 2025
không sau ngày 30/8/2026 => 2026-08-30
không muộn hơn ngày 30/8/2026 => 2026-08-30
ngày 25 của tháng cuối cùng mỗi quý => quarterly by 25
báo cáo trước 15h00 thứ Năm hằng tuần => weekly by thursday 15:00
trước 15h00 ngày thứ Năm hàng tuần => weekly by thursday 15:00
trước 10 giờ sáng thứ Hai hằng tuần => weekly by monday 10:00
chậm nhất ngày 14/12 hằng năm => yearly by 12-14
ngày 15 và ngày cuối tháng hằng tháng => monthly by 15, 31
trong vòng 01 (một) tháng kể từ ngày Nghị định này có hiệu lực => 1 month from effective
01 năm kể từ ngày 01/01/2026 => 1 year from 2026-01-01
đến 31/12/2026 => 2026-12-31
từ 01/01/2026 đến 31/12/2026 => 2026-12-31
năm 2025-2026 => 2025..2026
nửa đầu năm 2025 => 2025-H1
3 tháng đầu năm 2025 => 2025-03-31
một trăm hai mươi ngày kể từ ngày ký => 120 days
sáu ngày làm việc kể từ ngày ký => 6 working days
ngày thứ Sáu 29/8/2025 => 2025-08-29
thứ Sáu (29/8/2025) => 2025-08-29
08 giờ 00 phút ngày 25/8/2025 => 2025-08-25 08:00
lúc 8h ngày 25/8/2025 => 2025-08-25 08:00
trước 17h00' ngày 25/8/2025 => 2025-08-25 17:00
trước 17h, ngày 25/8/2025 => 2025-08-25 17:00
hạn: 30/6/2025 => 2025-06-30
Thời gian: Quý II/2025 => 2025-Q2
6-2025 => 2025-06
2025.6 => 2025-06
2025/06/30 => 2025-06-30
20250630 => 2025-06-30
tháng 06.2025 => 2025-06
12-2025 => 2025-12
Hằng năm, từ năm 2025 => yearly from 2025
hằng năm từ 2025 => yearly from 2025
từ năm 2025, hằng năm => yearly from 2025
thường xuyên từ năm 2025 => 2025..
every month by 25 => monthly by 25
every week by friday => weekly by friday
monthly by 10, 25 => monthly by 10, 25
15 working days from received => 15 working days from received
by 2025-06-30 16:00 => 2025-06-30 16:00
2025-06-30 16:00 => 2025-06-30 16:00
no later than 30/6/2025 => 2025-06-30
within 15 days from issue => 15 days
ongoing => ongoing
3 working days before 2026-05-07 => 3 working days before 2026-05-07
15 days from task 2 => 15 days from task 2
15 ngày kể từ ngày hoàn thành nhiệm vụ 2 => 15 days from task 2
ít nhất 15 ngày trước ngày Nghị định này có hiệu lực => 15 days before effective
chậm nhất là 5 ngày làm việc trước thời điểm 30/6/2025 => 5 working days before 2025-06-30
không quá ngày 30/8/2026 => 2026-08-30
quý I hằng năm => yearly by 03-31
ngày 15 tháng đầu quý => yearly by 01-15, 04-15, 07-15, 10-15
ngày cuối cùng của mỗi tháng => monthly by 31
báo cáo năm 2025 => 2025
báo cáo quý II/2025 => 2025-Q2
báo cáo tháng 6/2025 => 2025-06
báo cáo 6 tháng đầu năm 2025 => 2025-H1
3 tháng một lần, chậm nhất ngày 20 tháng cuối quý => quarterly by 20
hằng tháng lúc 16 giờ, trong năm 2025, trước ngày 25 => monthly by 25 16:00 from 2025 until 2025
hằng tháng, chậm nhất ngày 25, đến năm 2030 => monthly by 25 until 2030
"""

DOUBTED = """
trước ngày 25 hằng tháng => monthly before 25 ! before
trước ngày 15/9/2025 => before 2025-09-15 ! before
trước ngày 05 tháng 02 năm 2026 => before 2026-02-05 ! before
trước ngày 12/6/2026 => before 2026-06-12 ! before
trước ngày 30/8/2026 => before 2026-08-30 ! before
07 ngày làm việc kể từ khi nhận đủ hồ sơ và Báo cáo thẩm định => 7 working days ! event
trong thời hạn 05 ngày làm việc kể từ ngày kết thúc kiểm tra => 5 working days ! event
trong vòng 10 ngày làm việc (quá hạn coi như đồng ý) => 10 working days ! no-start silence
trong ngày, chậm nhất là trong ngày làm việc tiếp theo => 1 working day ! no-start
trước ngày 20.7.2020 => before 2020-07-20 ! before
trước ngày 15/12/2016 => before 2016-12-15 ! before
trước 15/8/2025 => before 2025-08-15 ! before
xong trước 30/8/2026 => before 2026-08-30 ! before
hoàn thành trước ngày 30/8/2026 => before 2026-08-30 ! before
trước 0 giờ ngày 30/8/2026 => before 2026-08-30 ! before
đến năm 2030 => 2030 ! horizon
hằng ngày => ongoing ! daily
15 ngày từ hôm nay => 15 days ! relative
định kỳ hằng quý trước ngày 20 tháng cuối quý => quarterly before 20 ! before
trước ngày 20 của tháng cuối quý => quarterly before 20 ! before
trước ngày 18/6 và 18/12 hằng năm => half-yearly before 06-18, 12-18 ! before
trước ngày 15/12 hằng năm => yearly before 12-15 ! before
trước ngày 05 của tháng sau => monthly before 5 of next month ! before no-cycle
trước ngày 05 tháng tiếp theo => monthly before 5 of next month ! before no-cycle
hằng tháng, trước ngày 05 của tháng kế tiếp => monthly before 5 of next month ! before
trước ngày 15 của tháng đầu quý sau => quarterly before 15 of next month ! before no-cycle
hằng năm, trước ngày 10 tháng 01 năm sau => yearly before 01-10 of next year ! before
báo cáo tháng trước ngày 25 => monthly before 25 ! before
khoảng 15/6/2025 => 2025-06-15 ! unread
06 tháng/lần, trước ngày 15/6 và 15/12 => half-yearly before 06-15, 12-15 ! before
mỗi năm một lần trước ngày 15/12 => yearly before 12-15 ! before
trước các ngày 10, 20, 30 hằng tháng => monthly before 10, 20, 30 ! before
trước ngày 15/3, 15/6, 15/9, 15/12 hằng năm => yearly before 03-15, 06-15, 09-15, 12-15 ! before
hằng quý trước ngày 20 => quarterly before 20 ! before no-month
hằng tháng trước ngày 25 và đột xuất => monthly before 25 ! before vague
không quá 15 ngày làm việc => 15 working days ! no-start
trước ngày 30/8/2026./. => before 2026-08-30 ! before
TRƯỚC NGÀY 30/8/2026; => before 2026-08-30 ! before
trong năm ngày làm việc => 5 working days ! no-start
khẩn trương hoàn thành trước ngày 30/8/2026 => before 2026-08-30 ! before
trước ngày 31/12/2026 (đối với dự án chuyển tiếp) => before 2026-12-31 ! before unread
trước ngày 30 hàng tháng => monthly before 30 ! before
trước ngày 25 của tháng cuối mỗi quý => quarterly before 25 ! before
định kỳ 06 tháng và hằng năm, trước ngày 15/6 và 15/12 => half-yearly before 06-15, 12-15 ! before
sáng thứ Hai hằng tuần => weekly by monday ! unread
trước ngày 10 của tháng liền kề => monthly before 10 of next month ! before no-cycle
hằng năm, trước ngày 10 tháng 01 của năm kế tiếp => yearly before 01-10 of next year ! before
trước ngày 15 tháng 12 hàng năm => yearly before 12-15 ! before
trước ngày 15 mỗi tháng => monthly before 15 ! before
60 ngày kể từ ngày Nghị quyết được thông qua => 60 days ! event
trong 02 tuần => 2 weeks ! no-start
trong 2 tuần tới => 2 weeks ! no-start
2 tuần nữa => 2 weeks ! no-start unread
một năm => 1 year ! no-start
trước ngày 1/1/1900 => before 1900-01-01 ! before
hai mươi mốt ngày làm việc => 21 working days ! no-start
mười năm => 10 years ! no-start
mười lăm năm => 15 years ! no-start
năm năm => 5 years ! no-start
năm ngày => 5 days ! no-start
sáu tháng => 6 months ! no-start
trong vong sau thang => 6 months ! no-start
truoc ngay 05 cua thang sau => monthly before 5 of next month ! before no-cycle
tại phiên họp Chính phủ tháng 10/2025 => 2025-10 ! unread
Kỳ họp cuối năm 2025 => 2025-12-31 ! unread
Thời hạn hoàn thành: Trước ngày 30/6/2025 => before 2025-06-30 ! before
thời hạn: 15 ngày làm việc => 15 working days ! no-start
dự kiến quý II/2025 => 2025-Q2 ! unread
khoảng tháng 6/2025 => 2025-06 ! unread
T6/2025 => 2025-06 ! unread
hằng năm (trước ngày 15/12) => yearly before 12-15 ! before
15 business days => 15 working days ! no-start
before 2025-06-30 => before 2025-06-30 ! before
until 2030 => 2030 ! horizon
15 ngày kể từ ngày hoàn thành nhiệm vụ được giao => 15 days ! event
nhân dịp 2/9/2025 => 2025-09-02 ! unread
trước thời điểm 30/6/2025 => before 2025-06-30 ! before
trước khi hết quý II/2025 => before 2025-06-30 ! before
trước hết quý II/2025 => before 2025-06-30 ! before
trước cuối tháng 6/2025 => before 2025-06-30 ! before
trong 05 ngày làm việc, nếu không có ý kiến coi như thống nhất => 5 working days ! no-start silence
Việt Nam trước ngày 30/8/2026 => before 2026-08-30 ! before unread
cập nhật tình hình trước ngày 25 hằng tháng => monthly before 25 ! before unread
Ngân hàng Nhà nước hoàn thành trong quý II/2025 => 2025-Q2 ! unread
thông qua trong quý II/2025 => 2025-Q2 ! unread
đầu tư công trước ngày 30/8/2026 => before 2026-08-30 ! before unread
Quảng Nam 2025 => 2025 ! unread
hằng tháng trong năm 2025 trước ngày 25 => monthly before 25 from 2025 until 2025 ! before
một số nội dung trước ngày 30/8/2026 => before 2026-08-30 ! before unread
trước ngày 15/01 hằng năm => yearly before 01-15 ! before
chậm nhất ngày 05 tháng đầu quý sau => quarterly by 5 of next month ! no-cycle
hằng tháng, trước ngày 25, đến năm 2030 => monthly before 25 until 2030 ! before
"""

NOT_TOLD = """
sớm ban hành => none ! vague
ngay trong tháng 9 này => none ! relative
giai đoạn 2021-2025 / đến năm 2030 => none ! several horizon | 2021..2025; 2030
định kỳ 6 tháng, hằng năm, đầu kỳ, giữa kỳ, cuối kỳ => none ! no-day
tháng 6 năm nay => none ! relative
cuối năm => none ! relative
cuối năm nay => none ! relative
cuối tháng này => none ! relative
6 tháng đầu năm => none ! no-year
quý III => none ! no-year
trong quý này => none ! relative
trong năm nay => none ! relative
trong tuần này => none ! relative
tháng sau => none ! relative
quý sau => none ! relative
năm sau => none ! relative
trước ngày 30/8 => none ! no-year
ngày 15 tháng 9 => none ! no-year
trong ngày => none ! relative
15 (mười) ngày kể từ ngày ra văn bản => none ! impossible
ít nhất 3 ngày làm việc trước ngày khởi công => none ! event
trước ngày 05 tháng sau => none ! relative
trước ngày 10 tháng 01 năm sau => none ! relative
định kỳ hằng tháng => none ! no-day
hằng quý => none ! no-day
hằng tháng => none ! no-day
quý II/2025 và quý IV/2025 => none ! several | 2025-Q2; 2025-Q4
quý II, quý IV/2025 => none ! several | 2025-Q2; 2025-Q4
31/6/2025 => none ! impossible
sau ngày 30/6/2025 => none ! unread
trước ngày 30/8/2026 hoặc 15/9/2026 => none ! unread
15 ngày nhưng không quá ngày 30/8/2026 => none ! unread
nếu có vướng mắc, báo cáo trước ngày 30/8/2026 => none ! unread
từ tháng 6/2025 => none ! no-day
năm học 2025-2026 => none ! unread
thứ Sáu, ngày 30/8/2026 => none ! impossible
thứ Sáu tuần sau => none ! relative
chậm nhất thứ Sáu => none ! relative
trong vòng 48 giờ kể từ khi nhận được => none ! hours
24 giờ => none ! no-day
trong 24h => none ! hours
trước 17h hôm nay => none ! relative
ngày mai => none ! relative
2 ngày/lần => none ! unread
3 tháng một lần => none ! no-day
-5 days => none ! unread
1.5 years => none ! unread
giữa quý II/2025 => none ! vague
đầu quý II/2025 => none ! vague
tối thiểu 30 ngày => none ! unread
trước ngày 30/8/2026 báo cáo tiến độ đợt 2 => none ! unread
vào ngày cuối cùng của tháng => none ! relative
hằng quý và đột xuất khi có yêu cầu => none ! no-day vague
ngày 10/3 âm lịch => none ! unread
tuần thứ 2 của tháng 6/2025 => none ! unread
ngày làm việc thứ 5 kể từ ngày ký => none ! unread
trước Tết Nguyên đán => none ! event
3-5 ngày làm việc => none ! unread
từ 5 đến 7 ngày => none ! unread
một tháng rưỡi => none ! unread
10 ngày (làm việc) => none ! unread
không => none
chưa xác định => none
theo quy định => none ! vague
ngay sau khi nhận được văn bản => none ! vague
trong tháng 6 và 7 năm 2025 => none ! unread
15/6/2025 - 30/6/2025 => none ! several | 2025-06-15; 2025-06-30
15-30/6/2025 => none ! unread
1/2 tháng => none ! unread
3-5 ngày => none ! unread
hằng quý kể từ ngày khởi công, trước ngày 20 tháng cuối quý => none ! unread
trước 16 giờ tháng 6/2025 => none ! no-day
trước ngày 30/8/2026 theo Công văn số 123/UBND-TH => none ! unread
không trước ngày 30/8/2026 => none ! unread
ngày 30 hàng tháng, riêng tháng 12 trước ngày 15 => none ! unread
hằng tháng, trừ tháng 12, trước ngày 25 => none ! unread
trước ngày 20 tháng cuối của kỳ báo cáo => none ! unread
định kỳ (tháng, quý, năm) => none ! unread
định kỳ hằng tháng, quý, năm => none ! no-day several | yearly
Định kỳ 6 tháng, năm => none ! no-day several | yearly
báo cáo hằng tháng trước ngày 25, hằng quý trước ngày 20 tháng cuối quý => none ! unread
trước ngày 10 tháng 01 của năm kế tiếp => none ! relative
chậm nhất vào ngày 15 của tháng => none ! unread
trong 5 ngày đầu tháng => none ! unread
10 ngày trước khi kết thúc quý => none ! event
trong 10 ngày đầu của quý tiếp theo => none ! unread
sau 15 ngày kể từ ngày nhận được văn bản => none ! unread
kể từ ngày 01/01/2026 => none ! no-day
từ 01/01/2026 => none ! no-day
giai đoạn 2026-2030, tầm nhìn đến năm 2045 => none ! several horizon unread | 2026..2030; 2045
đến năm 2025, 2030 => none ! several horizon | 2025; 2030
trước năm 2025 và 2030 => none ! several | 2024-12-31; 2029-12-31
các năm 2025, 2026 => none ! several | 2025; 2026
Quý III năm 2025 - Quý I năm 2026 => none ! several | 2025-Q3; 2026-Q1
Quý III-IV/2025 => none ! unread
tháng 9-10/2025 => none ! several | 2025-09; 2025-10
tháng 9, 10/2025 => none ! several | 2025-09; 2025-10
tháng 9 và tháng 10 năm 2025 => none ! several | 2025-09; 2025-10
nửa cuối năm nay => none ! relative
6 tháng đầu năm 2025 và 6 tháng cuối năm 2025 => none ! several | 2025-H1; 2025-H2
cuối quý này => none ! relative
cuối tuần này => none ! unread
đầu tuần sau => none ! unread
hết tháng này => none ! relative
hết năm => none ! relative
trong tháng => none ! relative
trong quý => none ! relative
trong tháng 9 => none ! no-year
tháng 9 => none ! no-year
ngày 25 => none ! no-year
ngày 25 tháng này => none ! relative
ngày 25 tháng sau => none ! relative
ngày 30 tháng 2 => none ! impossible
30/2 => none ! impossible
ngày 29/2 => none ! no-year
ngày 0/6/2025 => none ! impossible
ngày 32 => none ! unread
hằng tháng ngày 32 => none ! unread
tháng 13/2025 => none ! impossible
quý V/2025 => none ! unread
quý 5/2025 => none ! impossible
quý 0/2025 => none ! impossible
25 giờ ngày 30/6/2025 => none ! several hours | 2025-06-30
16h75 ngày 30/6/2025 => none ! impossible
30/13/2025 => none ! impossible
năm 3025 => none ! impossible
99999999 ngày => none ! unread
0 ngày => none ! impossible
00 tháng => none ! impossible
101 năm => none ! impossible
sau ngày ký 5 ngày => none ! unread
thang sau => none ! relative
Ngay sau khi Nghị quyết được ban hành => none ! vague
sau khi được phê duyệt => none ! unread
khi có hướng dẫn => none ! unread
trước kỳ họp thứ 8 => none ! event
trước phiên họp tháng 10/2025 => none ! event
báo cáo Quốc hội tại Kỳ họp thứ 10 => none ! unread
29/8/2025 (thứ Năm) => none ! impossible
từ 8h00 đến 17h00 ngày 25/8/2025 => none ! unread
trước 17h ngày 25/8 => none ! no-year
trước 17 giờ chiều nay => none ! unread
trong hôm nay => none ! relative
gia hạn đến ngày 30/9/2025 => none ! unread
lùi thời hạn từ 30/6/2025 đến 30/9/2025 => none ! unread
thay vì 30/6/2025 => none ! unread
30/6 => none ! no-year
30-6 => none ! no-year
30.6 => none ! unread
06-30 => none ! impossible
Ngày 30/06/2025 – 31/07/2025 => none ! several | 2025-06-30; 2025-07-31
ngày 30/6/2025, ngày 31/7/2025 => none ! several | 2025-06-30; 2025-07-31
I/2025 => none ! unread
Q.II/2025 => none ! unread
12 2025 => none ! unread
2025 12 => none ! unread
năm nay và năm sau => none ! relative
2025, hằng năm => none ! unread
Thường xuyên, hằng năm => none ! several | yearly; ongoing
thường xuyên đến năm 2030 => none ! several horizon | ongoing; 2030
hằng ngày trước 16 giờ => none ! unread
hàng ngày, hàng tuần => none ! several no-day daily | ongoing
5 ngày/lần => none ! unread
02 lần/năm => none ! unread
mỗi năm 2 lần => none ! unread
không quá 02 lần => none ! unread
Q2/2025 or Q3/2025 => none ! unread
as soon as possible => none ! vague
TBD => none
next month => none ! unread
kể từ ngày hoàn thành nhiệm vụ 2 => none ! no-day
Tết Nguyên đán => none ! unread
trước 30/4 => none ! no-year
trước ngày khai giảng => none ! event
ít nhất 05 ngày trước ngày họp => none ! event
trước ngày họp ít nhất 05 ngày => none ! event
chậm nhất 10 ngày trước khi hết thời hạn => none ! unread
trước 15 ngày => none ! no-start
báo cáo trước 03 ngày làm việc => none ! no-start
quá thời hạn trên mà không có ý kiến thì coi như đồng ý => none ! silence
nhiệm vụ 3 trước ngày 30/8/2026 => none ! unread
tính đến ngày 30/6/2025 => none ! unread
số liệu tính đến ngày 14/6/2025 => none ! unread
trong 15 ngày trước ngày 30/8/2026 => none ! several no-start before | 15 days; before 2026-08-30
30/8/2026 (nếu cần) => none ! unread
ít nhất ngày 30/8/2026 => none ! unread
ngày 15 tháng 3, tháng 6, tháng 9 và tháng 12 hằng năm => none ! unread
ít nhất 30 ngày kể từ ngày ký => none ! unread
tối thiểu 15 ngày làm việc kể từ ngày ký => none ! unread
sớm nhất là ngày 30/6/2026 => none ! unread
trước ngày 30/8/2026 và hằng năm => none ! unread
lần đầu trước ngày 30/8/2026, sau đó hằng quý => none ! unread
mỗi tháng hai lần => none ! unread
hai tuần một lần => none ! unread
mỗi quý một lần => none ! no-day
năm 2025 hoặc 2026 => none ! unread
cuối năm 2025, đầu năm 2026 => none ! several | 2025-12-31; 2026-01-01
trong năm 2025 và quý I năm 2026 => none ! several | 2025; 2026-Q1
trước ngày 15/01 năm sau => none ! relative
ngày làm việc cuối cùng của tháng => none ! unread
ngày làm việc đầu tiên của tháng => none ! unread
"""

ON_A_DAY = """
ngay trong tháng 9 này => 2026-09
tháng 6 năm nay => 2026-06 ! relative
cuối năm => 2026-12-31 ! relative
cuối năm nay => 2026-12-31
cuối tháng này => 2026-09-30
6 tháng đầu năm => 2027-H1 ! no-year
quý III => 2026-Q3 ! no-year
trong quý này => 2026-Q3
trong năm nay => 2026
trong tuần này => 2026-09-11 ! relative | 2026-09-13
tháng sau => 2026-10
quý sau => 2026-Q4
năm sau => 2027
trước ngày 30/8 => before 2027-08-30 ! no-year before
ngày 15 tháng 9 => 2026-09-15 ! no-year
trong ngày => 2026-09-10
15 ngày từ hôm nay => 15 days from 2026-09-10
ít nhất 3 ngày làm việc trước ngày khởi công => 3 working days before 2026-09-10 ! event
trước ngày 05 tháng sau => before 2026-10-05 ! before
trước ngày 10 tháng 01 năm sau => before 2027-01-10 ! before
thứ Sáu tuần sau => 2026-09-18
chậm nhất thứ Sáu => 2026-09-11 ! relative
trước 17h hôm nay => 2026-09-10 17:00
ngày mai => 2026-09-11
vào ngày cuối cùng của tháng => 2026-09-30 ! relative
trước ngày 10 tháng 01 của năm kế tiếp => before 2027-01-10 ! before
10 ngày trước khi kết thúc quý => 10 days before 2026-09-10 ! event
60 ngày kể từ ngày Nghị quyết được thông qua => 60 days from 2026-09-10 ! event
nửa cuối năm nay => 2026-H2
cuối quý này => 2026-09-30
hết tháng này => 2026-09
hết năm => 2026 ! relative
trong tháng => 2026-09 ! relative
trong quý => 2026-Q3 ! relative
trong tháng 9 => 2026-09 ! no-year
tháng 9 => 2026-09 ! no-year
ngày 25 => 2026-09-25 ! no-year
ngày 25 tháng này => 2026-09-25
ngày 25 tháng sau => 2026-10-25
ngày 29/2 => 2028-02-29 ! no-year
thang sau => 2026-10 ! relative
trước 17h ngày 25/8 => 2027-08-25 17:00 ! no-year
trong hôm nay => 2026-09-10
30/6 => 2027-06-30 ! no-year
30-6 => 2027-06-30 ! no-year
năm nay và năm sau => none ! several | 2026; 2027
15 ngày kể từ ngày hoàn thành nhiệm vụ được giao => 15 days from 2026-09-10 ! event
trước 30/4 => before 2027-04-30 ! no-year before
ít nhất 05 ngày trước ngày họp => 5 days before 2026-09-10 ! event
trước ngày họp ít nhất 05 ngày => 5 days before 2026-09-10 ! event
trước ngày 15/01 năm sau => before 2027-01-15 ! before
"""

LONG = [
    (
        "định kỳ 6 tháng … trước ngày 15 tháng 6 và trước ngày 01 tháng 12",
        "half-yearly before 06-15, 12-01 ! before",
    ),
    (
        "trước ngày 20 của kỳ báo cáo (tháng, quý, năm)",
        "monthly before 20 ! before several | quarterly before 20; yearly before 12-20",
    ),
    (
        "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12",
        "half-yearly before 06-15, 12-15 ! before",
    ),
    (
        "Hoàn thành trong quý I/2026; báo cáo Thủ tướng Chính phủ trong quý II/2026",
        "none ! several | 2026-Q1; 2026-Q2",
    ),
    (
        "Thường xuyên; báo cáo trước ngày 15/12 hằng năm",
        "none ! several before | yearly before 12-15; ongoing",
    ),
    (
        "trong vòng 15 ngày trước ngày 30/8/2026",
        "none ! several no-start before | 15 days; before 2026-08-30",
    ),
    (
        "trong vòng 15 ngày, trước ngày 30/8/2026",
        "none ! several no-start before | 15 days; before 2026-08-30",
    ),
    (
        (
            "Trong thời hạn 10 ngày làm việc kể từ ngày nhận được văn bản, quá thời hạn trên nếu "
            "không có ý kiến thì được coi là đồng ý với nội dung dự thảo"
        ),
        "10 working days from received ! silence",
    ),
    (
        "Bộ Khoa học và Công nghệ báo cáo Thủ tướng Chính phủ trước ngày 30/8/2026",
        "before 2026-08-30 ! before unread",
    ),
    (
        "Bộ Nội vụ, Bộ Văn hóa, Thể thao và Du lịch gửi trước ngày 30/8/2026",
        "before 2026-08-30 ! before unread",
    ),
    (
        "trước ngày 30/8/2026, trường hợp đặc biệt trước ngày 30/9/2026",
        "none ! several before unread | before 2026-08-30; before 2026-09-30",
    ),
]


def lines(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" => ") for line in table.strip().splitlines()]
    return [(phrase, reading) for phrase, reading in pairs]


def shown(found: Recognition) -> str:
    read = write(found.deadline) if found.deadline is not None else "none"
    kinds = " ".join(dict.fromkeys(doubt.kind for doubt in found.doubts))
    others = "; ".join(map(write, found.alternatives))
    return read + (f" ! {kinds}" if kinds else "") + (f" | {others}" if others else "")


ALL = [*lines(CERTAIN), *lines(DOUBTED), *lines(NOT_TOLD), *LONG]
PHRASES = [phrase for phrase, _ in ALL]


@pytest.mark.parametrize(("phrase", "reading"), ALL)
def test_a_phrase_is_read(phrase: str, reading: str) -> None:
    assert shown(recognise(phrase)) == reading


@pytest.mark.parametrize(("phrase", "reading"), lines(ON_A_DAY))
def test_what_depends_on_the_day_is_read_by_it(phrase: str, reading: str) -> None:
    assert shown(recognise(phrase, SAID_ON)) == reading
    assert shown(recognise(phrase)) != reading


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in lines(CERTAIN)])
def test_what_is_certain_does_not_depend_on_the_day(phrase: str) -> None:
    assert recognise(phrase, SAID_ON) == recognise(phrase)


def test_each_phrase_stands_once() -> None:
    assert len(set(PHRASES)) == len(PHRASES) > 200


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", "...", "./.", "–", ";"])
def test_a_blank_says_nothing_and_leaves_nothing_open(text: str) -> None:
    assert recognise(text) == Recognition(None)


SHIPPED = Calendar(shipped=shipped.listing)
ISSUED = Bases(issued=date(2025, 1, 9), received=date(2025, 1, 13), effective=date(2020, 9, 15))


@pytest.mark.parametrize(
    ("phrase", "last", "moved"),
    [
        ("2025", "2025-12-31", "2025-12-31"),
        ("2026", "2026-12-31", "2026-12-31"),
        ("2030", "2030-12-31", "2030-12-31"),
        ("2028", "2028-12-31", "2029-01-02"),
        ("6/2025", "2025-06-30", "2025-06-30"),
        ("2/2025", "2025-02-28", "2025-02-28"),
        ("Tháng 5/2025", "2025-05-31", "2025-06-02"),
        ("Tháng 10/2025", "2025-10-31", "2025-10-31"),
        ("Quý II/2025", "2025-06-30", "2025-06-30"),
        ("2025-2026", "2026-12-31", "2026-12-31"),
        ("giai đoạn 2021-2025", "2025-12-31", "2025-12-31"),
        ("đến năm 2030", "2030-12-31", "2030-12-31"),
        ("trong tháng 01 năm 2025", "2025-01-31", "2025-02-03"),
        ("trong quý II/2026", "2026-06-30", "2026-06-30"),
        ("chậm nhất trong Quý III/2026", "2026-09-30", "2026-09-30"),
        ("trong tháng 9 năm 2026", "2026-09-30", "2026-09-30"),
        ("trước quý 2/2025", "2025-03-31", "2025-03-31"),
        ("trước ngày 15/9/2025", "2025-09-14", "2025-09-15"),
        ("trước ngày 05 tháng 02 năm 2026", "2026-02-04", "2026-02-04"),
        ("trước ngày 12/6/2026", "2026-06-11", "2026-06-11"),
        ("trước ngày 30/8/2026", "2026-08-29", "2026-09-03"),
        ("trước ngày 20.7.2020", "2020-07-19", "2020-07-20"),
        ("trước ngày 15/12/2016", "2016-12-14", "2016-12-14"),
        ("trước 15/8/2025", "2025-08-14", "2025-08-14"),
        ("trong quý II năm 2012", "2012-06-30", "2012-07-02"),
        ("trong quý III năm 2012", "2012-09-30", "2012-10-01"),
        ("trong quý IV năm 2012", "2012-12-31", "2012-12-31"),
        ("chậm nhất 01/7/2028", "2028-07-01", "2028-07-03"),
        ("đến hết ngày 28/02/2027", "2027-02-28", "2027-03-01"),
        ("trước 20h00 ngày 25/5/2025", "2025-05-25", "2025-05-25"),
        ("trong vòng 15 ngày kể từ ngày ra thông báo", "2025-01-24", "2025-01-24"),
        ("trong vòng 10 ngày làm việc (quá hạn coi như đồng ý)", "2025-01-23", "2025-01-23"),
        ("trong ngày, chậm nhất là trong ngày làm việc tiếp theo", "2025-01-10", "2025-01-10"),
        (
            "Trong vòng 24 tháng kể từ ngày Quyết định này có hiệu lực",
            "2022-09-15",
            "2022-09-15",
        ),
        ("trong thời hạn 36 tháng kể từ 01/7/2025", "2028-07-01", "2028-07-03"),
        ("ít nhất 3 ngày làm việc trước ngày 07/5/2026", "2026-05-04", "2026-05-04"),
    ],
)
def test_the_last_day_as_written_and_moved_off_a_day_off(
    phrase: str, last: str, moved: str
) -> None:
    meant = recognise(phrase).deadline
    assert meant is not None
    strict = reckon(meant, ISSUED, SHIPPED)
    rolling = reckon(meant, ISSUED, SHIPPED, roll=True)
    assert strict is not None
    assert rolling is not None
    assert (str(strict.last), str(strict.effective)) == (last, last)
    assert (str(rolling.last), str(rolling.effective)) == (last, moved)


@pytest.mark.parametrize(
    ("phrase", "first", "moved"),
    [
        (
            "định kỳ 6 tháng … trước ngày 15 tháng 6 và trước ngày 01 tháng 12",
            "2025-06-14 2025-11-30",
            "2025-06-16 2025-12-01",
        ),
        ("trước ngày 25 hằng tháng", "2025-01-24 2025-02-24", "2025-01-24 2025-02-24"),
        (
            "trước ngày 20 của kỳ báo cáo (tháng, quý, năm)",
            "2025-01-19 2025-02-19",
            "2025-01-20 2025-02-19",
        ),
        ("hằng năm", "2025-12-31 2026-12-31", "2025-12-31 2026-12-31"),
        (
            "Định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu",
            "2025-01-10 2025-01-17",
            "2025-01-10 2025-01-17",
        ),
    ],
)
def test_a_series_falls_due_as_the_words_say(phrase: str, first: str, moved: str) -> None:
    meant = recognise(phrase).deadline
    assert isinstance(meant, Series)
    found = occurrences(meant, date(2025, 1, 9))
    days = [next(found).due, next(found).due]
    assert " ".join(map(str, days)) == first
    assert " ".join(str(rolled(day, SHIPPED).effective) for day in days) == moved


@pytest.mark.parametrize(
    ("phrase", "kind", "message", "help_"),
    [
        (
            "trước ngày 30/8/2026",
            DoubtKind.BEFORE,
            "no rule tells whether `trước` 2026-08-30 includes that day",
            "choose with `before` under settings in stcli.yaml, or write the last day itself",
        ),
        (
            "15 ngày kể từ ngày nhận đủ hồ sơ",
            DoubtKind.EVENT,
            "the day of `nhận đủ hồ sơ` is not in the words",
            "write the day that is counted from when it is known",
        ),
        (
            "31/6/2025",
            DoubtKind.IMPOSSIBLE,
            "there is no 2025-06-31: June 2025 has 30 days",
            "write a day from 2025-06-01 to 2025-06-30",
        ),
        (
            "thứ Sáu, ngày 30/8/2026",
            DoubtKind.IMPOSSIBLE,
            "2026-08-30 is on another day of the week",
            "correct the one that is wrong",
        ),
        (
            "quý II/2025 và quý IV/2025",
            DoubtKind.SEVERAL,
            "the words state several deadlines: 2025-Q2; 2025-Q4",
            "write a task for each, or the one that is meant",
        ),
        (
            "trước ngày 30/6/2025 hoặc 31/7/2025",
            DoubtKind.UNREAD,
            "`hoặc` was not understood",
            "see whether it changes the deadline, and write the deadline that is meant",
        ),
        (
            "hằng quý",
            DoubtKind.NO_DAY,
            "quarterly needs the day by which it falls due",
            "write it with its day, such as quarterly by 31",
        ),
        (
            "x" * 501,
            DoubtKind.UNREAD,
            "words about a deadline have at most 500 characters",
            "keep only the words that state it",
        ),
    ],
)
def test_a_doubt_says_what_it_is_about(
    phrase: str, kind: DoubtKind, message: str, help_: str
) -> None:
    doubt = recognise(phrase).doubts[0]
    assert (doubt.kind, str(doubt.message), str(doubt.help)) == (kind, message, help_)


def test_the_words_of_an_event_are_kept() -> None:
    (doubt,) = recognise("07 ngày làm việc kể từ khi nhận đủ hồ sơ và Báo cáo thẩm định").doubts
    assert doubt.words == "nhận đủ hồ sơ và Báo cáo thẩm định"
    (doubt,) = recognise("trước ngày khởi công công trình").doubts
    assert doubt.words == "khởi công công trình"


def test_every_doubt_can_be_said_in_vietnamese() -> None:
    found = [doubt for phrase in PHRASES for doubt in recognise(phrase).doubts]
    assert {doubt.kind for doubt in found} == set(DoubtKind)
    for doubt in found:
        for message in filter(None, (doubt.message, doubt.help)):
            assert message.template in CATALOGUE
            assert translate(message, Language.VIETNAMESE)


WITHOUT_MARKS_ANOTHER = {
    "tháng sau",  # or `tháng sáu`
    "2 tuần nữa",  # or `nửa`
    "sau ngày ký 5 ngày",  # or `sáu ngày`
}
"""What means something else, or may, where it is typed without any marks."""


@pytest.mark.parametrize("phrase", PHRASES)
def test_it_does_not_matter_how_a_phrase_is_typed(phrase: str) -> None:
    widened = {ord(str(digit)): 0xFF10 + digit for digit in range(10)}
    ways = [
        phrase.upper(),
        unicodedata.normalize("NFD", phrase),
        phrase.replace(" ", "\u00a0"),
        phrase.replace(" ", "  ") + "\n",
        phrase.replace("-", "–"),
        phrase.replace("Đ", "Ð").replace("đ", "ð"),
        phrase.replace("hằng", "hàng").replace("Hằng", "Hàng"),
        phrase.replace("quý", "quí").replace("kỳ", "kì"),
        phrase.translate(widened),
        f"{phrase}./.",
        f"{phrase} ;",
        f"({phrase})",
    ]
    if phrase not in WITHOUT_MARKS_ANOTHER:
        ways.append(search_key(phrase))
    for way in ways:
        assert shown(recognise(way)) == shown(recognise(phrase)), way
        assert shown(recognise(way, SAID_ON)) == shown(recognise(phrase, SAID_ON)), way


@pytest.mark.parametrize("more", ["{} xyz", "xyz {}", "{} 7", "{} hoặc", "{}, trừ", "nếu {}"])
@pytest.mark.parametrize("phrase", [phrase for phrase, _ in lines(CERTAIN)])
def test_no_word_is_passed_over(phrase: str, more: str) -> None:
    found = recognise(more.format(phrase))
    assert found.doubts
    if "xyz" not in more:
        assert found.deadline is None or DoubtKind.EVENT in {one.kind for one in found.doubts}


def is_twice_a_year(meant: Deadline) -> bool:
    """Two days of every year, one in each half, which words say as they say half-yearly."""
    match meant:
        case Series(
            every=Every.YEAR,
            anchors=(MonthDay() as first, MonthDay() as second),
            following=False,
        ):
            return first.month <= 6 < second.month
        case _:
            return False


@given(DEADLINES)
def test_the_words_of_a_deadline_mean_it(meant: Deadline) -> None:
    said = deadline(meant, Language.VIETNAMESE)
    found = recognise(said).deadline
    if is_twice_a_year(meant):
        assert isinstance(meant, Series)
        assert isinstance(found, Series)
        assert (found.every, found.anchors) == (Every.HALF_YEAR, meant.anchors)
    else:
        assert found == meant


@given(DEADLINES)
def test_the_text_of_a_deadline_means_it(meant: Deadline) -> None:
    if not is_twice_a_year(meant):
        assert recognise(write(meant)).deadline == meant


VOCABULARY = sorted({word for phrase in PHRASES for word in phrase.split()})
SALADS = st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join)
SAID = st.none() | st.dates()


@given(TEXTS | SALADS, SAID)
@example("\ud800", None)
@example("1" * 500, None)
@example("ngày 29/2", date(2199, 12, 31))
@example("ngày mai", date.max)
@example("đầu tháng này", date.min)
@example("31/13 và 30/6/2025", None)
@example("T2²/③/½", None)
def test_any_text_is_read_or_doubted(text: str, said_on: date | None) -> None:
    found = recognise(text, said_on)
    for one in (found.deadline, *found.alternatives):
        assert one is None or parse(write(one)) == one
    assert all(str(doubt.message) for doubt in found.doubts)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "qua ",
            "neu ",
            "trước ",
            "ngày ",
            "từ ",
            "kể từ ngày ",
            "1/",
            "1.",
            "30/6/2025 ",
            "(",
            "#",
        ),
        *("hằng tháng, quý, năm, ", "mười ", "1, ", "ngày 1, 2, ", "a#", "trước ngày ăn ", "coi "),
        *("một trăm ", "\u0301", "x", "- ", "15 ngày ", "tháng sau "),
    ],
)
def test_hostile_text_is_no_more_work_than_it_is_long(piece: str) -> None:
    text = (piece * 500)[:500]
    assert calls_for(text) < 50 * len(text)
    assert calls_for(text) < 6 * calls_for(text[:125])


def calls_for(text: str) -> int:
    """Give the number of calls that reading takes, which no machine makes faster or slower."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    tokens.spelt.cache_clear()
    sys.setprofile(note)
    try:
        reading.parts.__wrapped__(text)
    except DeadlineProblem:
        pass
    finally:
        sys.setprofile(None)
    return count


def test_who_meets_no_phrase_does_not_pay_for_reading_them() -> None:
    code = (
        "import sys; import stcli.cli.app, stcli.load, stcli.rules.catalogue, stcli.query;"
        "from stcli.deadlines import parse; parse('monthly by 25');"
        "print([name for name in sys.modules if 'phrases' in name and 'vietnamese' not in name])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert found.stdout == "[]\n"


@pytest.mark.parametrize("words", ["ngày 6-1 0000", "half-yearly before 06-15, 12-01 0000"])
def test_a_year_of_zeros_is_refused_as_a_year(words: str) -> None:
    with pytest.raises(DeadlineProblem, match="the year 0000 is out of range"):
        parse(words)
