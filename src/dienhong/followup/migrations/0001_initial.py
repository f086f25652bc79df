import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("organisations", "0003_group_number_and_place"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("leads", models.BooleanField(default=False, verbose_name="chủ trì")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("assigned", "đã giao"),
                            ("accepted", "đang thực hiện"),
                            ("reported_done", "báo đã xong, chờ xác nhận"),
                            ("reported_impossible", "báo không thực hiện được"),
                            ("given_back", "trả lại, làm tiếp"),
                            ("confirmed", "đã xong"),
                            ("closed", "đóng, có giải trình"),
                        ],
                        default="assigned",
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="organisations.organisation",
                        verbose_name="cơ quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần việc được giao",
                "verbose_name_plural": "phần việc được giao",
                "indexes": [models.Index(fields=["organisation", "ended_on"], name="followup_of_body")],
            },
        ),
        migrations.CreateModel(
            name="IncomingDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.CharField(max_length=60, verbose_name="số, ký hiệu")),
                ("issued_on", models.DateField(verbose_name="ngày ban hành")),
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
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan ban hành",
                    ),
                ),
            ],
            options={
                "verbose_name": "văn bản đến",
                "verbose_name_plural": "văn bản đến",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "number", "issued_on", "issuer"),
                        name="followup_document_once",
                        violation_error_message="Văn bản này đã được ghi.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Origin",
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
                        choices=[
                            ("petition", "kiến nghị cử tri"),
                            ("question", "chất vấn"),
                            ("hearing", "phiên giải trình"),
                            ("oversight", "giám sát, khảo sát"),
                            ("meeting", "phiên họp, hội nghị"),
                            ("resolution", "nghị quyết"),
                            ("letter", "đơn thư"),
                            ("pledge", "chương trình hành động"),
                        ],
                        max_length=12,
                        verbose_name="nguồn",
                    ),
                ),
                ("code", models.CharField(max_length=24, verbose_name="mã")),
                ("title", models.CharField(max_length=300, verbose_name="tên")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng",
                    ),
                ),
            ],
            options={
                "verbose_name": "nguồn của việc phải theo dõi",
                "verbose_name_plural": "nguồn của việc phải theo dõi",
                "constraints": [
                    models.UniqueConstraint(fields=("council", "kind", "code"), name="followup_origin_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Undertaking",
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
                    "origin_kind",
                    models.CharField(
                        choices=[
                            ("petition", "kiến nghị cử tri"),
                            ("question", "chất vấn"),
                            ("hearing", "phiên giải trình"),
                            ("oversight", "giám sát, khảo sát"),
                            ("meeting", "phiên họp, hội nghị"),
                            ("resolution", "nghị quyết"),
                            ("letter", "đơn thư"),
                            ("pledge", "chương trình hành động"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="loại nguồn",
                    ),
                ),
                ("text", models.TextField(verbose_name="việc phải làm")),
                ("assigned_on", models.DateField(verbose_name="giao ngày")),
                ("due_on", models.DateField(verbose_name="hạn")),
                ("due_basis", models.CharField(max_length=300, verbose_name="căn cứ của hạn")),
                ("due_explanation", models.TextField(blank=True, verbose_name="cách tính hạn")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("assigned", "đã giao"),
                            ("accepted", "đang thực hiện"),
                            ("reported_done", "báo đã xong, chờ xác nhận"),
                            ("reported_impossible", "báo không thực hiện được"),
                            ("given_back", "trả lại, làm tiếp"),
                            ("confirmed", "đã xong"),
                            ("closed", "đóng, có giải trình"),
                        ],
                        default="assigned",
                        editable=False,
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "đã giải quyết"),
                            ("explained", "giải trình, cung cấp thông tin"),
                            ("planned", "đang giải quyết, có thời hạn"),
                            ("in_progress", "đang giải quyết, chưa có thời hạn"),
                            ("no_funds", "chưa giải quyết: chưa có kinh phí"),
                            ("not_now", "chưa giải quyết: chưa có điều kiện"),
                            ("returned", "chưa giải quyết: không thuộc thẩm quyền, trả lại"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "settled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="xong ngày"),
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
                    "field",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rulebook.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan chủ trì",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="followup.origin",
                        verbose_name="nguồn",
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
            ],
            options={
                "verbose_name": "việc phải theo dõi",
                "verbose_name_plural": "việc phải theo dõi",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="undertaking_counted"),
                    models.Index(fields=["council", "status", "due_on"], name="followup_undertakings_due"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="undertaking_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("assigned_on"))),
                        name="followup_due_after_assigned",
                        violation_error_message="Hạn không được trước ngày giao.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("assign", "Giao việc"),
                            ("accept", "Nhận việc"),
                            ("report_progress", "Báo tiến độ"),
                            ("report_done", "Báo đã xong"),
                            ("report_impossible", "Báo không thực hiện được"),
                            ("confirm", "Xác nhận đã xong"),
                            ("give_back", "Trả lại, yêu cầu làm tiếp"),
                            ("close", "Đóng, có giải trình"),
                            ("reopen", "Mở lại"),
                            ("ask_extension", "Xin gia hạn"),
                            ("extend", "Gia hạn"),
                            ("decline_extension", "Không đồng ý gia hạn"),
                            ("escalate", "Đôn đốc, kiến nghị"),
                            ("hand_over", "Chuyển cơ quan kế thừa"),
                        ],
                        max_length=20,
                        verbose_name="việc",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assigned", "đã giao"),
                            ("accepted", "đang thực hiện"),
                            ("reported_done", "báo đã xong, chờ xác nhận"),
                            ("reported_impossible", "báo không thực hiện được"),
                            ("given_back", "trả lại, làm tiếp"),
                            ("confirmed", "đã xong"),
                            ("closed", "đóng, có giải trình"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("assigned", "đã giao"),
                            ("accepted", "đang thực hiện"),
                            ("reported_done", "báo đã xong, chờ xác nhận"),
                            ("reported_impossible", "báo không thực hiện được"),
                            ("given_back", "trả lại, làm tiếp"),
                            ("confirmed", "đã xong"),
                            ("closed", "đóng, có giải trình"),
                        ],
                        max_length=20,
                        verbose_name="trạng thái",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="hạn")),
                ("on", models.DateField(verbose_name="ngày")),
                ("until_on", models.DateField(blank=True, null=True)),
                ("text", models.TextField(blank=True, verbose_name="nội dung")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "đã giải quyết"),
                            ("explained", "giải trình, cung cấp thông tin"),
                            ("planned", "đang giải quyết, có thời hạn"),
                            ("in_progress", "đang giải quyết, chưa có thời hạn"),
                            ("no_funds", "chưa giải quyết: chưa có kinh phí"),
                            ("not_now", "chưa giải quyết: chưa có điều kiện"),
                            ("returned", "chưa giải quyết: không thuộc thẩm quyền, trả lại"),
                        ],
                        max_length=12,
                        verbose_name="kết quả",
                    ),
                ),
                ("promised_on", models.DateField(blank=True, null=True, verbose_name="hẹn xong ngày")),
                ("at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "assignment",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="followup.assignment",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="followup.incomingdocument",
                        verbose_name="văn bản",
                    ),
                ),
                (
                    "undertaking",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="history",
                        to="followup.undertaking",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiến độ",
                "verbose_name_plural": "tiến độ",
                "indexes": [models.Index(fields=["status", "on", "until_on"], name="followup_standing")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("undertaking",),
                        name="followup_one_last_line",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gte", models.F("on")), _connector="OR"
                        ),
                        name="followup_history_goes_on",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="xin ngày")),
                ("reason", models.TextField(verbose_name="lý do")),
                ("old_due_on", models.DateField(verbose_name="hạn cũ")),
                ("new_due_on", models.DateField(verbose_name="hạn mới")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "đang xin"),
                            ("granted", "đã đồng ý"),
                            ("declined", "không đồng ý"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="quyết định ngày")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="followup.assignment",
                    ),
                ),
                (
                    "undertaking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="followup.undertaking",
                    ),
                ),
            ],
            options={
                "verbose_name": "gia hạn",
                "verbose_name_plural": "gia hạn",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("undertaking",),
                        name="followup_one_asking",
                        violation_error_message="Đã có một đề nghị gia hạn đang chờ trả lời.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("new_due_on__gt", models.F("old_due_on"))),
                        name="followup_extension_is_later",
                        violation_error_message="Hạn mới phải sau hạn cũ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Escalation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rung",
                    models.CharField(
                        choices=[
                            ("reminder", "Đôn đốc lần 1"),
                            ("second_reminder", "Đôn đốc lần 2"),
                            ("proposal", "Kiến nghị cấp có thẩm quyền"),
                            ("hearing", "Đưa ra phiên giải trình"),
                            ("questioning", "Đưa ra chất vấn"),
                            ("renewed_oversight", "Giám sát lại"),
                            ("report_to_council", "Báo cáo HĐND"),
                        ],
                        max_length=20,
                        verbose_name="bước",
                    ),
                ),
                ("taken_on", models.DateField(verbose_name="ngày")),
                ("where", models.CharField(max_length=300, verbose_name="văn bản hoặc nơi thực hiện")),
                (
                    "happened_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalated",
                        to="followup.origin",
                        verbose_name="thực hiện tại",
                    ),
                ),
                (
                    "undertaking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="escalations",
                        to="followup.undertaking",
                    ),
                ),
            ],
            options={
                "verbose_name": "bước đôn đốc",
                "verbose_name_plural": "bước đôn đốc",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("undertaking", "rung"),
                        name="followup_rung_once",
                        violation_error_message="Bước này đã được thực hiện.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="undertaking",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assignments",
                to="followup.undertaking",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None), ("leads", True)),
                fields=("undertaking",),
                name="followup_one_lead",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("undertaking", "organisation"),
                name="followup_body_once",
                violation_error_message="Cơ quan này đã được giao việc này.",
            ),
        ),
    ]
