"""Write a tree of directives for measuring: seeded, with the shape of real ones.

    python benchmarks/generate.py FOLDER [FILES] [TASKS_A_FILE]

The proportions are those of the 140 tasks in this repository's `directives/2025/03-NQ-CP.yaml`:
two of five deadlines are a bare year, a third a month, one of eight never ends; titles of ten to
fifteen words, one or two leads, some coordinating agencies, a product, and the sentence of the
document for every other task.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20250109
DAY = "2026-07-01"
"""The day on which the tree is as it is: nothing in it was done later."""

AGENCIES = 60
WORDS = (
    "xây dựng triển khai hoàn thiện ban hành rà soát sửa đổi bổ sung tổ chức thực hiện đề án "
    "chương trình kế hoạch nghị định thông tư cơ sở dữ liệu nền tảng số khoa học công nghệ "
    "đổi mới sáng tạo chuyển đổi hạ tầng viễn thông nhân lực tỉnh huyện xã doanh nghiệp thị "
    "trường sản phẩm tiêu chuẩn quy chuẩn đầu tư ngân sách nghiên cứu ứng dụng hợp tác quốc "
    "tế an ninh "
).split()
PRODUCTS = ("Quyết định của Thủ tướng Chính phủ", "Nghị định", "Đề án", "Báo cáo", "Kế hoạch")


def main() -> None:
    """Write the tree that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a tree of directives for measuring.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=int, nargs="?", default=1_000)
    parser.add_argument("tasks", type=int, nargs="?", default=10, help="in each file")
    asked = parser.parse_args()
    write_tree(asked.folder, asked.files, asked.tasks)


def write_tree(folder: Path, files: int, tasks: int) -> None:
    """Write `directives/` with so many files of so many tasks each, the same at every run."""
    chance = random.Random(SEED)
    directives = folder / "directives"
    directives.mkdir(parents=True, exist_ok=True)
    (directives / "agencies.yaml").write_text("\n".join(_agencies()) + "\n", encoding="utf-8")
    for number in range(1, files + 1):
        year = 2019 + number % 7
        place = directives / str(year)
        place.mkdir(parents=True, exist_ok=True)
        text = "\n".join(_directive(chance, number, year, tasks)) + "\n"
        (place / f"{number}-UBND-KGVX.yaml").write_text(text, encoding="utf-8")


def _agencies() -> Iterator[str]:
    yield "agencies:"
    for number in range(AGENCIES):
        yield f"  - id: so-{number}"
        yield f"    name: Sở thứ {number}"
        yield f"    short: Sở {number}"


def _directive(chance: random.Random, number: int, year: int, tasks: int) -> Iterator[str]:
    yield f"number: {number}/UBND-KGVX"
    yield f"title: {_words(chance, 14)}"
    yield f"issuer: so-{number % AGENCIES}"
    yield f"issued: {_day(chance, year)}"
    yield "type: công văn"
    yield f"source: https://vanban.example.vn/{number}"
    yield "tags: [khcn, chuyen-doi-so]"
    yield "tasks:"
    for position in range(1, tasks + 1):
        yield from _task(chance, position, year)


def _task(chance: random.Random, position: int, year: int) -> Iterator[str]:
    yield f"  - id: {position}"
    yield f"    title: {_words(chance, chance.randint(10, 15))}"
    yield f"    lead: so-{chance.randrange(AGENCIES)}"
    if chance.random() < 0.6:
        yield f"    with: [so-{chance.randrange(AGENCIES)}, so-{chance.randrange(AGENCIES)}]"
    if chance.random() < 0.5:
        yield f'    quote: "{_words(chance, chance.randint(25, 45))}."'
    due, words = _deadline(chance, year)
    yield f"    due: {due}"
    yield f"    due_text: {words}"
    yield f"    product: {chance.choice(PRODUCTS)}"
    if due == f"{year + 1}" and chance.random() < 0.24:
        yield "    changes:"
        yield f"      - date: {year + 1}-06-01"
        yield "        by: 1/UBND-KGVX"
        yield f"        due: {year + 2}-Q1"
        yield "        reason: chờ hướng dẫn"
    done = _day(chance, year + 1)
    if chance.random() < 0.6 and done < DAY:
        yield f"    done: {done}"
        yield f"    evidence: {position}/BC-SKHCN"


def _deadline(chance: random.Random, year: int) -> tuple[str, str]:
    month = chance.randint(1, 12)
    pick = chance.random()
    if pick < 0.42:
        return f"{year + 1}", f"năm {year + 1}"
    if pick < 0.75:
        return f"{year + 1}-{month:02}", f"tháng {month}/{year + 1}"
    if pick < 0.88:
        return _day(chance, year + 1), "trước ngày ghi trong văn bản"
    return "ongoing", "thường xuyên"


def _day(chance: random.Random, year: int) -> str:
    return f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize()


if __name__ == "__main__":
    main()
