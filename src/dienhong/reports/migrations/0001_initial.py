import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import dienhong.reports.kinds


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("organisations", "0003_group_number_and_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("code", models.CharField(editable=False, max_length=24, verbose_name="mã")),
                ("counts_on", models.DateField(editable=False, verbose_name="tính vào ngày")),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="ghi lúc")),
                ("cancelled_at", models.DateTimeField(editable=False, null=True, verbose_name="hủy lúc")),
                ("cancel_reason", models.TextField(blank=True, editable=False, verbose_name="lý do hủy")),
                ("folded", models.TextField(editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=dienhong.reports.kinds.kind_choices,
                        max_length=40,
                        verbose_name="loại báo cáo",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "span",
                    models.CharField(
                        choices=[
                            ("year", "cả năm"),
                            ("first_half", "6 tháng đầu năm"),
                            ("nine_months", "9 tháng đầu năm"),
                            ("second_half", "6 tháng cuối năm"),
                            ("q1", "quý I"),
                            ("q2", "quý II"),
                            ("q3", "quý III"),
                            ("q4", "quý IV"),
                        ],
                        default="year",
                        max_length=12,
                        verbose_name="thời gian",
                    ),
                ),
                (
                    "as_of",
                    models.DateField(
                        blank=True,
                        help_text="Ngày lấy tình trạng xử lý kiến nghị, việc theo dõi; để trống là ngày cuối kỳ.",
                        null=True,
                        verbose_name="tính đến ngày",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="trích yếu")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "dự thảo"), ("signed", "đã ký duyệt"), ("issued", "đã phát hành")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("signed_at", models.DateTimeField(editable=False, null=True, verbose_name="ký duyệt lúc")),
                (
                    "number",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="số"),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày phát hành"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ghi",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người ký duyệt",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo",
                "verbose_name_plural": "báo cáo",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="report_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="report_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (1946, 2200))),
                        name="reports_year_is_a_year",
                        violation_error_message="Năm của báo cáo phải từ 1946 đến 2200.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="reports_signed_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "issued"), _negated=True),
                            models.Q(("issued_on__isnull", False), ("number__isnull", False)),
                            _connector="OR",
                        ),
                        name="reports_issued_with_number_and_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("indicator", models.CharField(max_length=60, verbose_name="chỉ số")),
                ("breakdown", models.CharField(blank=True, max_length=40, verbose_name="phân tổ")),
                ("part", models.CharField(blank=True, max_length=40, verbose_name="phần")),
                ("label", models.CharField(max_length=300, verbose_name="tên")),
                ("unit", models.CharField(max_length=60, verbose_name="đơn vị tính")),
                ("total", models.BigIntegerField(verbose_name="số liệu")),
                ("by_council", models.JSONField(default=dict)),
                ("missing", models.JSONField(default=list)),
                ("records", models.JSONField(default=list)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "số liệu đã chốt",
                "verbose_name_plural": "số liệu đã chốt",
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "indicator", "breakdown", "part"), name="reports_figure_frozen_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenAppendix",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("number", models.CharField(max_length=10, verbose_name="số phụ lục")),
                ("title", models.CharField(max_length=300, verbose_name="tên")),
                ("headings", models.JSONField(default=list)),
                ("aligns", models.JSONField(default=list)),
                ("widths", models.JSONField(default=list)),
                ("rows", models.JSONField(default=list)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appendices",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "phụ lục đã chốt",
                "verbose_name_plural": "phụ lục đã chốt",
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "number"), name="reports_appendix_frozen_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("signed", "khi ký duyệt"), ("issued", "khi phát hành")],
                        max_length=8,
                        verbose_name="lập khi",
                    ),
                ),
                ("ending", models.CharField(max_length=6, verbose_name="định dạng")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="tệp",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="reports.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp của báo cáo",
                "verbose_name_plural": "tệp của báo cáo",
                "ordering": ["stage", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "stage", "ending"), name="reports_file_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.SlugField(max_length=40, verbose_name="đoạn")),
                ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("text", models.TextField(blank=True, verbose_name="nội dung")),
                ("edited_at", models.DateTimeField(blank=True, null=True, verbose_name="sửa lúc")),
                ("frozen", models.TextField(blank=True, verbose_name="nội dung khi ký duyệt")),
                (
                    "edited_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người sửa",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "đoạn của báo cáo",
                "verbose_name_plural": "đoạn của báo cáo",
                "ordering": ["place"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "key"), name="reports_section_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=dienhong.reports.kinds.kind_choices,
                        max_length=40,
                        verbose_name="loại báo cáo",
                    ),
                ),
                ("text", models.TextField(blank=True, verbose_name="mẫu")),
                ("edited_at", models.DateTimeField(verbose_name="sửa lúc")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng",
                    ),
                ),
                (
                    "edited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người sửa",
                    ),
                ),
            ],
            options={
                "verbose_name": "mẫu báo cáo của Hội đồng",
                "verbose_name_plural": "mẫu báo cáo của Hội đồng",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "kind"), name="reports_one_template_a_kind")
                ],
            },
        ),
    ]
