import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="IncomingReport",
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
                ("title", models.CharField(max_length=300, verbose_name="tên báo cáo")),
                ("sender_name", models.CharField(blank=True, max_length=200, verbose_name="nơi gửi khác")),
                (
                    "year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="báo cáo của năm"),
                ),
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
                ("received_on", models.DateField(verbose_name="ngày nhận")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "đã nhận"),
                            ("checked", "đã kiểm tra"),
                            ("returned", "đã gửi trả"),
                            ("accepted", "đã chấp nhận"),
                        ],
                        default="received",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "error_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="chỗ sai"),
                ),
                (
                    "warning_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="chỗ cần xem"),
                ),
                (
                    "note_count",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="ghi chú kiểm tra"),
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
                    "file",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="tệp",
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
                    "sender",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng gửi",
                    ),
                ),
            ],
            options={
                "verbose_name": "báo cáo đến",
                "verbose_name_plural": "báo cáo đến",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="incomingreport_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="incomingreport_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sender__isnull", False),
                            models.Q(("sender_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="incoming_names_its_sender",
                        violation_error_message="Hãy chọn Hội đồng gửi, hoặc ghi nơi gửi khác.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year", None), ("year__range", (1946, 2200)), _connector="OR"),
                        name="incoming_year_is_a_year",
                        violation_error_message="Năm của báo cáo phải từ 1946 đến 2200.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("finding", models.CharField(max_length=60, verbose_name="phát hiện")),
                ("sentence", models.TextField(verbose_name="nội dung phát hiện")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("correct", "cần sửa"), ("dismiss", "bỏ qua")],
                        max_length=8,
                        verbose_name="quyết định",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                ("decided_at", models.DateTimeField(verbose_name="quyết định lúc")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người quyết định",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="incoming.incomingreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "quyết định về phát hiện",
                "verbose_name_plural": "quyết định về phát hiện",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "finding"), name="incoming_one_decision_a_finding"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "dismiss"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="incoming_dismissed_with_a_reason",
                        violation_error_message="Hãy ghi lý do bỏ qua.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("result", models.JSONField(default=dict)),
                ("checked_at", models.DateTimeField(null=True)),
                ("reading_until", models.DateTimeField(null=True)),
                ("problem", models.TextField(blank=True)),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_of",
                        to="incoming.incomingreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "kết quả kiểm tra",
                "verbose_name_plural": "kết quả kiểm tra",
            },
        ),
    ]
