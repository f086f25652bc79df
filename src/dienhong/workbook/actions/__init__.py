"""The writers of a workbook: an import compared and written in one transaction, all of it or nothing."""

from dienhong.workbook.actions.importing import STALE, import_workbook, preview_workbook
from dienhong.workbook.actions.journal import IMPORT
from dienhong.workbook.actions.uploads import confirm, drop, preview_upload, receive

__all__ = [
    "IMPORT",
    "STALE",
    "confirm",
    "drop",
    "import_workbook",
    "preview_upload",
    "preview_workbook",
    "receive",
]
