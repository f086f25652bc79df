import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("council_sessions", "0002_whole"),
        ("followup", "0002_evidence_and_answer_books"),
        ("meetings", "0001_initial"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hearing",
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
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="lần thứ")),
                ("held_on", models.DateField(verbose_name="ngày tổ chức")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                ("chair", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                ("invited", models.TextField(blank=True, verbose_name="thành phần mời")),
                (
                    "notice_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="thông báo cho người giải trình ngày"
                    ),
                ),
                (
                    "notice_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu thông báo"),
                ),
                (
                    "conclusion_number",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="số, ký hiệu thông báo kết luận"
                    ),
                ),
                (
                    "concluded_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày thông báo kết luận"),
                ),
                (
                    "members",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Để trống thì lấy theo sổ chức vụ vào ngày tổ chức.",
                        null=True,
                        verbose_name="tổng số thành viên Thường trực",
                    ),
                ),
                (
                    "in_favour",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số thành viên tán thành"
                    ),
                ),
                ("conclusion", models.TextField(blank=True, verbose_name="nội dung kết luận")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "dự kiến"),
                            ("held", "đã tổ chức"),
                            ("concluded", "đã có kết luận"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="meetings.meeting",
                        verbose_name="phiên họp Thường trực",
                    ),
                ),
                (
                    "origin",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
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
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="people.term",
                        verbose_name="khóa, nhiệm kỳ",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên giải trình",
                "verbose_name_plural": "phiên giải trình",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="hearing_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="hearing_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("term", "ordinal"),
                        name="hearing_ordinal_once",
                        violation_error_message="Nhiệm kỳ này đã có phiên giải trình mang số thứ tự đó.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HearingMatter",
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
                ("text", models.TextField(verbose_name="nội dung giải trình")),
                (
                    "other_bodies",
                    models.CharField(
                        blank=True,
                        help_text="Phân cách bằng dấu chấm phẩy.",
                        max_length=300,
                        verbose_name="cơ quan, người cùng được yêu cầu",
                    ),
                ),
                (
                    "explained_by",
                    models.CharField(
                        blank=True,
                        help_text="Họ tên và chức vụ.",
                        max_length=200,
                        verbose_name="người giải trình",
                    ),
                ),
                ("explanation", models.TextField(blank=True, verbose_name="nội dung đã giải trình")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan giải trình",
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
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rulebook.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="questioning.hearing",
                        verbose_name="phiên giải trình",
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
                "verbose_name": "nội dung giải trình",
                "verbose_name_plural": "nội dung giải trình",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="hearingmatter_counted"),
                    models.Index(fields=["hearing", "id"], name="matters_of_hearing"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="hearingmatter_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                ("text", models.TextField(verbose_name="nội dung chất vấn")),
                (
                    "venue",
                    models.CharField(
                        choices=[
                            ("session", "tại kỳ họp"),
                            ("standing", "tại phiên họp Thường trực HĐND"),
                            ("between", "giữa hai kỳ họp, bằng văn bản"),
                        ],
                        default="session",
                        max_length=10,
                        verbose_name="nơi chất vấn",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="ngày chất vấn")),
                (
                    "manner",
                    models.CharField(
                        choices=[("oral", "trực tiếp"), ("written", "bằng văn bản")],
                        default="oral",
                        max_length=8,
                        verbose_name="hình thức chất vấn",
                    ),
                ),
                (
                    "asked_by",
                    models.CharField(
                        blank=True,
                        help_text="Họ tên đại biểu chưa có trong sổ đại biểu.",
                        max_length=300,
                        verbose_name="người chất vấn khác",
                    ),
                ),
                ("person", models.CharField(blank=True, max_length=120, verbose_name="người bị chất vấn")),
                ("post", models.CharField(blank=True, max_length=160, verbose_name="chức vụ")),
                (
                    "answer_manner",
                    models.CharField(
                        choices=[("oral", "trực tiếp"), ("written", "bằng văn bản")],
                        default="oral",
                        max_length=8,
                        verbose_name="hình thức trả lời",
                    ),
                ),
                (
                    "answer_due_on",
                    models.DateField(editable=False, null=True, verbose_name="hạn trả lời bằng văn bản"),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="trả lời ngày")),
                (
                    "answered_by",
                    models.CharField(
                        blank=True,
                        help_text="Khi không phải người bị chất vấn.",
                        max_length=200,
                        verbose_name="người trả lời",
                    ),
                ),
                (
                    "answer_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu văn bản trả lời"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="nội dung trả lời")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "đồng ý"), ("unsatisfied", "chưa đồng ý")],
                        max_length=12,
                        verbose_name="ý kiến của người chất vấn",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("put", "chờ trả lời"), ("answered", "đã trả lời"), ("withdrawn", "đã rút")],
                        default="put",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "asker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="people.mandate",
                        verbose_name="đại biểu chất vấn",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan bị chất vấn",
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
                    "field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rulebook.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Tổ đại biểu chất vấn",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="meetings.meeting",
                        verbose_name="phiên họp Thường trực",
                    ),
                ),
                (
                    "origin",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
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
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "chất vấn",
                "verbose_name_plural": "chất vấn",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="question_counted"),
                    models.Index(fields=["council", "status", "answer_due_on"], name="questions_due"),
                    models.Index(fields=["session", "asked_on"], name="questions_of_session"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="question_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CoAsker",
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
                    "mandate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.mandate",
                        verbose_name="đại biểu",
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
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="co_askers",
                        to="questioning.question",
                        verbose_name="chất vấn",
                    ),
                ),
            ],
            options={
                "verbose_name": "đại biểu cùng chất vấn",
                "verbose_name_plural": "đại biểu cùng chất vấn",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="coasker_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="coasker_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("question", "mandate"),
                        name="questioning_co_asker_once",
                        violation_error_message="Đại biểu này đã được ghi cùng chất vấn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuestionTime",
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
                    "venue",
                    models.CharField(
                        choices=[("session", "tại kỳ họp"), ("standing", "tại phiên họp Thường trực HĐND")],
                        default="session",
                        max_length=10,
                        verbose_name="nơi chất vấn",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày tổ chức")),
                ("chair", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="thời lượng (phút)"),
                ),
                (
                    "speakers",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số đại biểu chất vấn"
                    ),
                ),
                (
                    "answerers",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số người trả lời"),
                ),
                (
                    "broadcast",
                    models.CharField(
                        choices=[
                            ("unknown", "chưa rõ"),
                            ("live", "truyền hình, truyền thanh trực tiếp"),
                            ("later", "phát lại sau phiên"),
                            ("none", "không truyền"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="truyền hình, truyền thanh",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="question_times",
                        to="meetings.meeting",
                        verbose_name="phiên họp Thường trực",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="question_times",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên chất vấn",
                "verbose_name_plural": "phiên chất vấn",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="questiontime_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="questiontime_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("council", "venue", "held_on"),
                        name="question_time_once_a_day",
                        violation_error_message="Ngày này đã ghi phiên chất vấn.",
                    ),
                ],
            },
        ),
    ]
