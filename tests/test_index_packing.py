"""Whatever was loaded comes back from plain data, and nothing else is made of any other."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import agencies, directives
from hypothesis import given
from hypothesis import strategies as st

from stcli import files, shipped
from stcli.diagnostics import Diagnostic, Place, Severity
from stcli.index import packing
from stcli.index.damage import Damaged
from stcli.load import load
from stcli.messages import Message, say
from stcli.model import AgencyKind, Directive, Task
from stcli.settings import Extensions, Settings

ROOT = Path(__file__).parent.parent


def through_json(record: object) -> Any:
    return json.loads(json.dumps(packing.packed(record)))


@given(directives, agencies)
def test_the_model_comes_back(one: Directive, agency: Any) -> None:
    assert packing.directive(through_json(one), one.path) == one
    assert packing.agencies([through_json(agency)]) == (agency,)


def test_our_own_directives_come_back() -> None:
    loaded = load(files.sources(ROOT))
    assert len(loaded.tracker.directives) > 5
    for one in loaded.tracker.directives:
        assert packing.directive(through_json(one), one.path) == one
    again = packing.agencies([through_json(one) for one in loaded.tracker.listed])
    assert again == loaded.tracker.listed
    kinds = {one.kind for one in again}
    assert AgencyKind.ASSOCIATION in kinds
    assert all(isinstance(one, AgencyKind) for one in kinds)


def test_settings_and_calendars_come_back() -> None:
    chosen = Settings(
        before_inclusive=True,
        roll=True,
        cut_off=14,
        extensions=Extensions(2, "1/QĐ-A"),
        due_soon=3,
        timezone="UTC",
        language="vi",
        severities={"several-leads": Severity.OFF},
    )
    assert packing.settings(through_json(chosen)) == chosen
    assert packing.settings(through_json(Settings())) == Settings()
    for year in range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1):
        assert packing.listing(through_json(shipped.listing(year))) == shipped.listing(year)


def finding(message: Message) -> Diagnostic:
    place = Place("directives/a.yaml", 3, 5, 1, 4, 1, 6, "số: 12", 0)
    return Diagnostic("some-rule", Severity.ERROR, message, place, help=say("do this"))


VALUES = st.recursive(
    st.text() | st.integers() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | inner.map(lambda one: say("{inner}", inner=one))
    ),
    max_leaves=5,
)


@given(VALUES)
def test_findings_come_back_with_what_they_say(value: object) -> None:
    one = finding(say("{value} is wrong", value=value))
    assert packing.diagnostic(through_json(one)) == one


def test_a_finding_with_another_value_is_not_kept() -> None:
    with pytest.raises(Damaged):
        packing.packed(finding(say("{value} is wrong", value=object())))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=5) | st.sampled_from(["tasks", "id", "due"]), inner)
    ),
    max_leaves=8,
)


@given(directives, st.data())
def test_whatever_else_stands_there_is_damage_and_nothing_worse(
    one: Directive, data: st.DataObject
) -> None:
    plain = through_json(one)
    at: Any = plain
    while isinstance(at, dict | list) and at:
        name = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if data.draw(st.booleans()) or not isinstance(at[name], dict | list):
            at[name] = data.draw(JSON)
            break
        at = at[name]
    try:
        found = packing.directive(plain, one.path)
    except Damaged:
        return
    assert all(isinstance(found_task, Task) for found_task in found.tasks)
    assert isinstance(found.issued, date)
    assert isinstance(found.title, str)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"number": 5, "title": "", "issuer": "", "issued": "2025-01-01"},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-02-30"},
        {"number": "1/A", "title": "", "issuer": "", "issued": 20250101},
        {"number": "1/A", "title": "", "issuer": ""},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "other": "x"},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "tasks": {}},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "line": -1},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "line": True},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "tags": "p"},
        {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01", "tags": [None]},
    ],
)
def test_damage(data: Any) -> None:
    with pytest.raises(Damaged):
        packing.directive(data, "directives/a.yaml")


@pytest.mark.parametrize("due", ["2025-13", "someday", "", ["2025"], 2025])
def test_a_deadline_that_is_none_is_damage(due: Any) -> None:
    whole = {"number": "1/A", "title": "", "issuer": "", "issued": "2025-01-01"}
    with pytest.raises(Damaged):
        packing.directive(whole | {"tasks": [{"id": "1", "title": "x", "due": due}]}, "a")


@pytest.mark.parametrize("message", [["{a}", [["b", 1]]], ["{", []], "x", ["{a.b}", [["a", 1]]]])
def test_a_sentence_that_cannot_be_said_is_damage(message: Any) -> None:
    plain = through_json(finding(say("x")))
    if message == ["{", []]:  # without values a template is the sentence as it stands
        assert str(packing.diagnostic(plain | {"message": message}).message) == "{"
        return
    with pytest.raises(Damaged):
        packing.diagnostic(plain | {"message": message})


def test_a_record_of_another_class_is_not_packed() -> None:
    with pytest.raises(KeyError):
        packing.packed(replace(finding(say("x"))).message)
