"""Where the register of reports has pages of its own; the rest are the engine's, under the same path."""

from django.urls import path

from dienhong.reports.register import register
from dienhong.web.registers.views.lists import list_excel
from dienhong.web.reports.views import begin, compare, files, report, sections, steps, templates

BASE, GIVEN = f"<slug:council>/{register.path}/", {"register": register}
ONE = f"{BASE}<slug:code>/"

urlpatterns = [
    path(f"{BASE}xuat-excel/", list_excel, GIVEN, name="reports-excel"),
    path(f"{BASE}ghi-moi/", begin.add_page, GIVEN, name="reports-add"),
    path(f"{BASE}mau/<slug:kind>/", templates.template_page, GIVEN, name="reports-template"),
    path(ONE, report.report_page, GIVEN, name="reports-record"),
    path(f"{ONE}doan/<slug:section>/", sections.section_page, GIVEN, name="reports-section"),
    path(f"{ONE}doan/<slug:section>/xem-truoc/", sections.preview_page, GIVEN, name="reports-preview"),
    path(f"{ONE}buoc/<slug:step>/", steps.step_page, GIVEN, name="reports-step"),
    path(f"{ONE}so-voi-hom-nay/", compare.compare_page, GIVEN, name="reports-compare"),
    path(f"{ONE}tep/<slug:ending>/", files.file_page, GIVEN, name="reports-file"),
]
