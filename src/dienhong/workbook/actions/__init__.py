"""The writers of a workbook: an import compared and written in one transaction, all of it or nothing."""

from dienhong.workbook.actions.importing import STALE, import_workbook, preview_workbook
from dienhong.workbook.actions.journal import IMPORT

__all__ = ["IMPORT", "STALE", "import_workbook", "preview_workbook"]
