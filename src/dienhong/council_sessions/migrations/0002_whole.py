import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("council_sessions", "0001_initial"),
        ("files", "0001_initial"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
    ]

    operations = [
        migrations.AddField(
            model_name="councilsession",
            name="announced_on",
            field=models.DateField(
                blank=True,
                help_text="Cùng với quyết định triệu tập.",
                null=True,
                verbose_name="công bố dự kiến chương trình ngày",
            ),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="convened_number",
            field=models.CharField(blank=True, max_length=60, verbose_name="số giấy triệu tập"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="convened_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày giấy triệu tập"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="invited_number",
            field=models.CharField(blank=True, max_length=60, verbose_name="số giấy mời"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="invited_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày giấy mời"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="minutes_number",
            field=models.CharField(blank=True, max_length=60, verbose_name="số biên bản"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="minutes_on",
            field=models.DateField(blank=True, null=True, verbose_name="ngày biên bản"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="minutes_signed_by",
            field=models.CharField(
                blank=True,
                help_text="Chủ tọa và Thư ký kỳ họp.",
                max_length=200,
                verbose_name="người ký biên bản",
            ),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="minutes_text",
            field=models.TextField(blank=True, verbose_name="nội dung biên bản"),
        ),
        migrations.AddField(
            model_name="councilsession",
            name="results_published_on",
            field=models.DateField(blank=True, null=True, verbose_name="thông báo kết quả kỳ họp ngày"),
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Để trống là số tiếp theo.", null=True, verbose_name="số thứ tự"
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="nội dung")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "báo cáo"),
                            ("draft_resolution", "dự thảo nghị quyết"),
                            ("personnel", "công tác nhân sự"),
                            ("questioning", "chất vấn"),
                            ("other", "nội dung khác"),
                        ],
                        max_length=16,
                        verbose_name="loại nội dung",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "đề nghị"),
                            ("programmed", "trong chương trình"),
                            ("considered", "đã xem xét"),
                            ("passed", "đã thông qua"),
                            ("withdrawn", "đã rút"),
                            ("postponed", "lùi kỳ họp"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="council_sessions.agendaitem",
                        verbose_name="tiếp nội dung đã lùi",
                    ),
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
                    "postponed_to",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council_sessions.councilsession",
                        verbose_name="chuyển sang kỳ họp",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
                (
                    "submitter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan trình",
                    ),
                ),
            ],
            options={
                "verbose_name": "nội dung kỳ họp",
                "verbose_name_plural": "nội dung kỳ họp",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="agendaitem_counted"),
                    models.Index(fields=["session", "ordinal"], name="session_items_in_order"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="agendaitem_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Discussion",
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
                        choices=[("plenary", "tại hội trường"), ("group", "tại Tổ")],
                        max_length=8,
                        verbose_name="hình thức",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("topic", models.CharField(blank=True, max_length=300, verbose_name="nội dung thảo luận")),
                (
                    "speakers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số đại biểu phát biểu"
                    ),
                ),
                (
                    "opinions",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số lượt ý kiến"),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
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
                    "group",
                    models.ForeignKey(
                        blank=True,
                        help_text="Để trống nếu thảo luận tại hội trường.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Tổ thảo luận",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discussions",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên thảo luận",
                "verbose_name_plural": "phiên thảo luận",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="discussion_counted"),
                    models.Index(fields=["session", "held_on"], name="session_discussions_by_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="discussion_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
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
                        choices=[
                            ("submission", "tờ trình"),
                            ("report", "báo cáo"),
                            ("draft_resolution", "dự thảo nghị quyết"),
                            ("verification", "báo cáo thẩm tra"),
                            ("other", "tài liệu khác"),
                        ],
                        max_length=16,
                        verbose_name="loại tài liệu",
                    ),
                ),
                ("title", models.CharField(max_length=500, verbose_name="tên tài liệu")),
                (
                    "normative",
                    models.BooleanField(default=False, verbose_name="hồ sơ nghị quyết quy phạm pháp luật"),
                ),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="nhận lần đầu ngày")),
                (
                    "due_set_on",
                    models.DateField(
                        blank=True,
                        help_text="Để trống là hạn theo quy định.",
                        null=True,
                        verbose_name="hạn do Thường trực đặt",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="hạn gửi")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="council_sessions.agendaitem",
                        verbose_name="nội dung chương trình",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
                (
                    "submitter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan trình",
                    ),
                ),
            ],
            options={
                "verbose_name": "tài liệu kỳ họp",
                "verbose_name_plural": "tài liệu kỳ họp",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="paper_counted"),
                    models.Index(fields=["session", "due_on"], name="session_papers_due"),
                    models.Index(fields=["item"], name="session_papers_of_item"),
                ],
                "constraints": [models.UniqueConstraint(fields=("council", "code"), name="paper_code_once")],
            },
        ),
        migrations.CreateModel(
            name="PaperVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveSmallIntegerField(verbose_name="bản thứ")),
                ("received_on", models.DateField(verbose_name="nhận ngày")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="nội dung chỉnh sửa")),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="tệp",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="council_sessions.paper",
                        verbose_name="tài liệu",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản tài liệu",
                "verbose_name_plural": "bản tài liệu",
                "constraints": [
                    models.UniqueConstraint(fields=("paper", "number"), name="session_paper_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="session_paper_versions_from_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperOpening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_opened_at", models.DateTimeField(verbose_name="mở lần đầu lúc")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="council_sessions.paperversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "lượt mở tài liệu",
                "verbose_name_plural": "lượt mở tài liệu",
                "constraints": [
                    models.UniqueConstraint(fields=("version", "user"), name="session_paper_opened_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SittingDay",
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
                ("held_on", models.DateField(verbose_name="ngày họp")),
                (
                    "higher_count",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số đại biểu HĐND cấp trên dự"
                    ),
                ),
                (
                    "higher_names",
                    models.TextField(
                        blank=True, help_text="Mỗi người một dòng.", verbose_name="đại biểu HĐND cấp trên dự"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sittings",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "ngày họp",
                "verbose_name_plural": "ngày họp",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="sittingday_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="sittingday_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("session", "held_on"),
                        name="session_sits_once_a_day",
                        violation_error_message="Ngày họp này đã có.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("present", "có mặt"),
                            ("late", "đến muộn"),
                            ("left_early", "về sớm"),
                            ("excused", "vắng có phép"),
                            ("absent", "vắng không phép"),
                            ("unknown", "chưa rõ"),
                        ],
                        max_length=10,
                        verbose_name="điểm danh",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="lý do")),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="people.mandate",
                        verbose_name="đại biểu",
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="council_sessions.sittingday",
                    ),
                ),
            ],
            options={
                "verbose_name": "điểm danh",
                "verbose_name_plural": "điểm danh",
                "constraints": [
                    models.UniqueConstraint(fields=("sitting", "mandate"), name="session_attendance_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Verification",
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
                    "subject",
                    models.CharField(
                        blank=True,
                        help_text="Để trống nếu đã chọn nội dung chương trình.",
                        max_length=500,
                        verbose_name="nội dung thẩm tra",
                    ),
                ),
                ("assigned_on", models.DateField(blank=True, null=True, verbose_name="phân công ngày")),
                ("met_on", models.DateField(blank=True, null=True, verbose_name="họp thẩm tra ngày")),
                (
                    "report_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số báo cáo thẩm tra"),
                ),
                (
                    "reported_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày báo cáo thẩm tra"),
                ),
                (
                    "conclusion",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "nhất trí"),
                            ("amended", "nhất trí, đề nghị chỉnh sửa"),
                            ("not_yet", "đề nghị chưa trình"),
                        ],
                        max_length=8,
                        verbose_name="kết luận",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                ("due_on", models.DateField(editable=False, null=True, verbose_name="hạn họp thẩm tra")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verifications",
                        to="council_sessions.agendaitem",
                        verbose_name="nội dung chương trình",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban chủ trì thẩm tra",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        blank=True,
                        help_text="Ghi báo cáo vào tài liệu kỳ họp trước, rồi chọn ở đây để mở được tệp.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council_sessions.paper",
                        verbose_name="tài liệu báo cáo thẩm tra",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verifications",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc thẩm tra",
                "verbose_name_plural": "việc thẩm tra",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="verification_counted"),
                    models.Index(fields=["session", "due_on"], name="session_verifications_due"),
                    models.Index(fields=["item"], name="session_verifications_of_item"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="verification_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="VerificationSupport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban phối hợp",
                    ),
                ),
                (
                    "verification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="council_sessions.verification",
                    ),
                ),
            ],
            options={
                "verbose_name": "Ban phối hợp thẩm tra",
                "verbose_name_plural": "Ban phối hợp thẩm tra",
                "constraints": [
                    models.UniqueConstraint(fields=("verification", "committee"), name="session_support_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Vote",
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
                    "subject",
                    models.CharField(
                        blank=True,
                        help_text="Để trống nếu biểu quyết chính nội dung chương trình đã chọn.",
                        max_length=500,
                        verbose_name="nội dung biểu quyết",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("resolution", "thông qua nghị quyết"),
                            ("procedure", "chương trình, thủ tục của kỳ họp"),
                            ("election", "bầu chức vụ"),
                            ("dismissal", "miễn nhiệm, bãi nhiệm chức vụ"),
                            ("delegate_removal", "bãi nhiệm đại biểu"),
                        ],
                        default="resolution",
                        max_length=16,
                        verbose_name="loại quyết định",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("hands", "giơ tay"), ("by_name", "ghi tên"), ("secret", "bỏ phiếu kín")],
                        default="hands",
                        max_length=8,
                        verbose_name="hình thức",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày biểu quyết")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "chưa có kết quả"), ("closed", "đã có kết quả")],
                        default="open",
                        editable=False,
                        max_length=6,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "entitled",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="tổng số đại biểu"
                    ),
                ),
                (
                    "present",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số đại biểu có mặt"
                    ),
                ),
                (
                    "in_favour",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="tán thành"
                    ),
                ),
                (
                    "against",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="không tán thành"
                    ),
                ),
                (
                    "abstained",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        editable=False,
                        null=True,
                        verbose_name="không biểu quyết, không có ý kiến",
                    ),
                ),
                (
                    "issued",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số phiếu phát ra"
                    ),
                ),
                (
                    "collected",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số phiếu thu về"
                    ),
                ),
                (
                    "valid",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số phiếu hợp lệ"
                    ),
                ),
                (
                    "invalid",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số phiếu không hợp lệ"
                    ),
                ),
                (
                    "needed",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="số tán thành cần có"
                    ),
                ),
                (
                    "passed",
                    models.BooleanField(blank=True, editable=False, null=True, verbose_name="được thông qua"),
                ),
                ("explanation", models.TextField(blank=True, editable=False, verbose_name="cách tính")),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="council_sessions.agendaitem",
                        verbose_name="nội dung chương trình",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần biểu quyết",
                "verbose_name_plural": "lần biểu quyết",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="vote_counted"),
                    models.Index(fields=["session", "held_on"], name="session_votes_by_day"),
                    models.Index(fields=["item"], name="session_votes_of_item"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="vote_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("passed", None), ("status", "open")),
                            models.Q(
                                ("entitled__isnull", False), ("passed__isnull", False), ("status", "closed")
                            ),
                            _connector="OR",
                        ),
                        name="session_vote_closed_with_a_result",
                        violation_error_message="Lần biểu quyết có kết quả khi và chỉ khi đã kiểm xong.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ballot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("in_favour", "tán thành"),
                            ("against", "không tán thành"),
                            ("abstained", "không biểu quyết"),
                        ],
                        max_length=9,
                        verbose_name="ý kiến",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ballots",
                        to="people.mandate",
                        verbose_name="đại biểu",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ballots",
                        to="council_sessions.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiếu ghi tên",
                "verbose_name_plural": "phiếu ghi tên",
                "constraints": [
                    models.UniqueConstraint(fields=("vote", "mandate"), name="session_ballot_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="VoteEntitlement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.mandate",
                        verbose_name="đại biểu",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entitlements",
                        to="council_sessions.vote",
                    ),
                ),
            ],
            options={
                "verbose_name": "đại biểu được biểu quyết",
                "verbose_name_plural": "đại biểu được biểu quyết",
                "constraints": [
                    models.UniqueConstraint(fields=("vote", "mandate"), name="session_entitled_once")
                ],
            },
        ),
    ]
