"""The Vietnamese sentences by their English templates, in modules by what they speak of.

Texts of several paragraphs, of rules and of help, are translated paragraph by paragraph.
"""

from __future__ import annotations

from typing import Final

from stcli.words.vietnamese.asking import ASKING
from stcli.words.vietnamese.calendar import CALENDAR
from stcli.words.vietnamese.command import COMMAND
from stcli.words.vietnamese.completing import COMPLETING
from stcli.words.vietnamese.deadlines import DEADLINES
from stcli.words.vietnamese.editing import EDITING
from stcli.words.vietnamese.editors import EDITORS
from stcli.words.vietnamese.edits import EDITS
from stcli.words.vietnamese.edits_help import EDITS_HELP
from stcli.words.vietnamese.entering import ENTERING
from stcli.words.vietnamese.entering_help import ENTERING_HELP
from stcli.words.vietnamese.explaining import EXPLAINING
from stcli.words.vietnamese.findings import FINDINGS
from stcli.words.vietnamese.format import FORMAT
from stcli.words.vietnamese.formats import FORMATS
from stcli.words.vietnamese.help import HELP
from stcli.words.vietnamese.manual import MANUAL
from stcli.words.vietnamese.merging import MERGING
from stcli.words.vietnamese.numbers import NUMBERS
from stcli.words.vietnamese.pages import PAGES
from stcli.words.vietnamese.phrases import PHRASES
from stcli.words.vietnamese.pipeline import PIPELINE
from stcli.words.vietnamese.reading import READING
from stcli.words.vietnamese.recurring import RECURRING
from stcli.words.vietnamese.rules_agencies import RULES_AGENCIES
from stcli.words.vietnamese.rules_directives import RULES_DIRECTIVES
from stcli.words.vietnamese.rules_format import RULES_FORMAT
from stcli.words.vietnamese.rules_reading import RULES_READING
from stcli.words.vietnamese.rules_tasks import RULES_TASKS
from stcli.words.vietnamese.saving import SAVING
from stcli.words.vietnamese.schema import SCHEMA
from stcli.words.vietnamese.states import STATES
from stcli.words.vietnamese.tidying import TIDYING

PARTS: Final = (
    STATES,
    PAGES,
    CALENDAR,
    FINDINGS,
    FORMATS,
    RECURRING,
    EXPLAINING,
    PIPELINE,
    ASKING,
    COMMAND,
    COMPLETING,
    HELP,
    ENTERING,
    ENTERING_HELP,
    MANUAL,
    MERGING,
    READING,
    SAVING,
    FORMAT,
    DEADLINES,
    PHRASES,
    NUMBERS,
    RULES_READING,
    RULES_FORMAT,
    RULES_DIRECTIVES,
    RULES_AGENCIES,
    RULES_TASKS,
    EDITORS,
    EDITING,
    EDITS,
    EDITS_HELP,
    SCHEMA,
    TIDYING,
)
CATALOGUE: Final[dict[str, str]] = {
    template: translation for part in PARTS for template, translation in part.items()
}
