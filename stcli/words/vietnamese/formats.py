"""The formats of `check` for pipelines, and its outputs."""

from __future__ import annotations

from typing import Final

_SAID: Final = {
    "findings without an annotation, as a step has {most} of a kind at most: {count}; the log "
    "lists them": (
        "số lỗi không được đánh dấu, vì mỗi bước chỉ đánh dấu được tối đa {most} lỗi mỗi loại: "
        "{count}; xem đủ trong nhật ký"
    ),
    "left out here, as a summary has no room for them: {count}": (
        "số lỗi không nêu ở đây vì bản tóm tắt không đủ chỗ: {count}"
    ),
    "findings left out of SARIF, as GitHub takes {most} at most: {count}": (
        "số lỗi không đưa vào SARIF, vì GitHub chỉ nhận tối đa {most} lỗi: {count}"
    ),
    "{message}; found here too: {count}": "{message}; số lỗi cùng loại khác trong tệp: {count}",
    "weight": "mức độ",
    "place": "vị trí",
    "what is wrong": "lỗi",
    "the root of the repository": "thư mục gốc của kho mã",
}
_OUTPUTS: Final = {
    "{first} and {second} cannot both go to one place": (
        "{first} và {second} không thể cùng ghi ra một nơi"
    ),
    "name a file for one of them: --format {second}=FILE": (
        "nêu tệp cho một trong hai: --format {second}=TỆP"
    ),
    "--output has nothing to hold, as each format has a file of its own": (
        "--output không có gì để ghi, vì mỗi định dạng đã có tệp riêng"
    ),
    "leave --output out, or name a format without a file": (
        "bỏ --output, hoặc nêu một định dạng không kèm tệp"
    ),
    "`{word}` names no file": "`{word}` không nêu tên tệp",
    "two formats would go to {path}": "hai định dạng cùng ghi vào {path}",
    "name a file of its own for each": "nêu tệp riêng cho từng định dạng",
    "the summary of the step was not written: {reason}": (
        "không ghi được bản tóm tắt của bước: {reason}"
    ),
    "note: {note}": "lưu ý: {note}",
}
_HELP: Final = {
    "Formats are text, concise (a line each), json, and for pipelines github, gitlab, sarif, junit "
    "and rdjson. -f may be given several times, as FORMAT or FORMAT=FILE.": (
        "Các định dạng: text, concise (mỗi lỗi một dòng), json, và để chạy tự động: github, "
        "gitlab, sarif, junit, rdjson. Có thể nêu -f nhiều lần, dạng ĐỊNH_DẠNG hoặc ĐỊNH_DẠNG=TỆP."
    ),
}
FORMATS: Final = _SAID | _OUTPUTS | _HELP
