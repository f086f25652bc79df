"""What a citizen typed prints as typed wherever it comes out: files of the report, pages, lists, workbook, CSV."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator
from datetime import date

import docx
import pypdfium2 as pdfium
import pytest
from defusedxml import ElementTree
from django.test import Client
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook
