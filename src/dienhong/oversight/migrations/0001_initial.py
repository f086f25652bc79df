import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("followup", "0002_evidence_and_answer_books"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Oversight",
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
                ("topic", models.TextField(verbose_name="nội dung giám sát, khảo sát")),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("thematic", "giám sát chuyên đề"),
                            ("survey", "khảo sát"),
                            ("regular", "giám sát thường xuyên"),
                            ("renewed", "giám sát lại"),
                            ("report_review", "xem xét báo cáo"),
                            ("document_review", "xem xét văn bản"),
                        ],
                        default="thematic",
                        max_length=16,
                        verbose_name="hình thức",
                    ),
                ),
                (
                    "lead_kind",
                    models.CharField(
                        choices=[
                            ("council", "HĐND"),
                            ("standing_committee", "Thường trực HĐND"),
                            ("committee", "Ban của HĐND"),
                            ("delegate_group", "Tổ đại biểu HĐND"),
                            ("delegate", "đại biểu HĐND"),
                        ],
                        default="standing_committee",
                        max_length=20,
                        verbose_name="chủ thể giám sát",
                    ),
                ),
                (
                    "programme_place",
                    models.CharField(
                        choices=[
                            ("planned", "theo chương trình"),
                            ("added", "bổ sung chương trình"),
                            ("outside", "ngoài chương trình"),
                        ],
                        default="planned",
                        max_length=8,
                        verbose_name="so với chương trình",
                    ),
                ),
                (
                    "programme_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1945),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="chương trình năm",
                    ),
                ),
                (
                    "planned_for",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: quý II, tháng 5.",
                        max_length=60,
                        verbose_name="dự kiến thời gian",
                    ),
                ),
                ("added_why", models.CharField(blank=True, max_length=300, verbose_name="lý do bổ sung")),
                (
                    "targets",
                    models.TextField(
                        blank=True, help_text="Mỗi đơn vị một dòng.", verbose_name="đơn vị chịu giám sát"
                    ),
                ),
                (
                    "period_covered",
                    models.CharField(
                        blank=True,
                        help_text="Ví dụ: từ 01/01/2021 đến 30/6/2023.",
                        max_length=120,
                        verbose_name="thời kỳ giám sát",
                    ),
                ),
                ("scope", models.TextField(blank=True, verbose_name="phạm vi")),
                (
                    "decision_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số quyết định thành lập Đoàn"),
                ),
                ("set_up_on", models.DateField(blank=True, null=True, verbose_name="thành lập Đoàn ngày")),
                ("plan_number", models.CharField(blank=True, max_length=60, verbose_name="số kế hoạch")),
                (
                    "plan_sent_on",
                    models.DateField(blank=True, null=True, verbose_name="gửi kế hoạch, đề cương ngày"),
                ),
                (
                    "notice_sent_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="gửi thông báo chương trình, thành phần ngày"
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="bắt đầu ngày")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="kết thúc ngày")),
                ("report_number", models.CharField(blank=True, max_length=60, verbose_name="số báo cáo")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="báo cáo ngày")),
                (
                    "considered_on",
                    models.DateField(blank=True, null=True, verbose_name="Thường trực xem xét báo cáo ngày"),
                ),
                (
                    "conclusion_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số kết luận, nghị quyết"),
                ),
                ("concluded_on", models.DateField(blank=True, null=True, verbose_name="kết luận ngày")),
                ("conclusion", models.TextField(blank=True, verbose_name="nội dung kết luận")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "chưa tiến hành"),
                            ("under_way", "đang tiến hành"),
                            ("concluded", "đã kết thúc"),
                            ("postponed", "hoãn, chuyển năm sau"),
                            ("dropped", "không thực hiện"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("status_reason", models.TextField(blank=True, editable=False, verbose_name="lý do")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        help_text="Chỉ khi một Ban hoặc một Tổ giám sát.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban hoặc Tổ",
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
                    "delegate",
                    models.ForeignKey(
                        blank=True,
                        help_text="Chỉ khi một đại biểu tự giám sát.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.mandate",
                        verbose_name="đại biểu giám sát",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        blank=True,
                        help_text="Cuộc được giám sát lại, hoặc cuộc của năm trước chuyển sang.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later",
                        to="oversight.oversight",
                        verbose_name="cuộc trước",
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
            ],
            options={
                "verbose_name": "cuộc giám sát, khảo sát",
                "verbose_name_plural": "cuộc giám sát, khảo sát",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="oversight_counted"),
                    models.Index(
                        fields=["council", "programme_year", "lead_kind"], name="oversight_of_programme"
                    ),
                    models.Index(fields=["body", "counts_on"], name="oversight_of_body"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="oversight_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="oversight_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OversightMember",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("head", "Trưởng Đoàn"),
                            ("deputy", "Phó Trưởng Đoàn"),
                            ("member", "thành viên"),
                            ("secretary", "thư ký"),
                        ],
                        default="member",
                        max_length=10,
                        verbose_name="trong Đoàn",
                    ),
                ),
                (
                    "full_name",
                    models.CharField(
                        blank=True,
                        help_text="Để trống nếu đã chọn đại biểu.",
                        max_length=120,
                        verbose_name="họ và tên, nếu không phải là đại biểu",
                    ),
                ),
                ("office", models.CharField(blank=True, max_length=200, verbose_name="chức vụ, cơ quan")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="oversight_seats",
                        to="people.mandate",
                        verbose_name="đại biểu",
                    ),
                ),
                (
                    "oversight",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="oversight.oversight",
                        verbose_name="cuộc giám sát",
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
                "verbose_name": "thành viên Đoàn giám sát",
                "verbose_name_plural": "thành viên Đoàn giám sát",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="oversightmember_counted"),
                    models.Index(fields=["mandate"], name="oversight_seats_of_delegate"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="oversightmember_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("mandate", None), ("full_name", ""), _connector="XOR"),
                        name="oversight_member_is_one_person",
                        violation_error_message="Hãy chọn một đại biểu, hoặc ghi họ và tên người không phải là đại biểu.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("oversight", "mandate"),
                        name="oversight_member_once",
                        violation_error_message="Đại biểu này đã có trong Đoàn.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None), ("role", "head")),
                        fields=("oversight",),
                        name="oversight_one_head",
                        violation_error_message="Đoàn đã có Trưởng Đoàn.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OversightProgramme",
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
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1945),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="chương trình năm",
                    ),
                ),
                (
                    "lead_kind",
                    models.CharField(
                        choices=[
                            ("council", "HĐND"),
                            ("standing_committee", "Thường trực HĐND"),
                            ("committee", "Ban của HĐND"),
                            ("delegate_group", "Tổ đại biểu HĐND"),
                            ("delegate", "đại biểu HĐND"),
                        ],
                        default="council",
                        max_length=20,
                        verbose_name="chương trình của",
                    ),
                ),
                (
                    "number",
                    models.CharField(blank=True, max_length=60, verbose_name="số nghị quyết, quyết định"),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="ban hành ngày")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        help_text="Chỉ khi là chương trình của một Ban hoặc một Tổ.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban hoặc Tổ",
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
                "verbose_name": "chương trình giám sát",
                "verbose_name_plural": "chương trình giám sát",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="oversightprogramme_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="oversightprogramme_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("body", None), ("cancelled_at", None)),
                        fields=("council", "year", "lead_kind"),
                        name="oversight_programme_once",
                        violation_error_message="Chương trình giám sát năm này đã được ghi.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("council", "year", "body"),
                        name="oversight_programme_of_body_once",
                        violation_error_message="Chương trình giám sát năm này đã được ghi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OversightReceived",
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
                    "from_level",
                    models.CharField(
                        choices=[
                            ("national", "Quốc hội, Đoàn đại biểu Quốc hội"),
                            ("province", "HĐND cấp tỉnh"),
                            ("district", "HĐND cấp huyện"),
                        ],
                        max_length=10,
                        verbose_name="Đoàn của cấp",
                    ),
                ),
                (
                    "sender",
                    models.CharField(
                        help_text="Ví dụ: Thường trực HĐND tỉnh.",
                        max_length=200,
                        verbose_name="cơ quan cử Đoàn",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("thematic", "giám sát chuyên đề"),
                            ("survey", "khảo sát"),
                            ("other", "hình thức khác"),
                        ],
                        default="thematic",
                        max_length=16,
                        verbose_name="hình thức",
                    ),
                ),
                ("topic", models.TextField(verbose_name="nội dung giám sát, khảo sát")),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                (
                    "received_by",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="người tiếp, làm việc với Đoàn"
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
                "verbose_name": "Đoàn giám sát cấp trên",
                "verbose_name_plural": "Đoàn giám sát cấp trên",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="oversightreceived_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="oversightreceived_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on", None), ("to_on__gte", models.F("held_on")), _connector="OR"
                        ),
                        name="oversight_received_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkingSession",
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
                ("held_on", models.DateField(verbose_name="ngày")),
                ("unit", models.CharField(max_length=200, verbose_name="làm việc với")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                ("note", models.TextField(blank=True, verbose_name="nội dung, kết quả")),
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
                    "oversight",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_sessions",
                        to="oversight.oversight",
                        verbose_name="cuộc giám sát",
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
                "verbose_name": "buổi làm việc của Đoàn giám sát",
                "verbose_name_plural": "buổi làm việc của Đoàn giám sát",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="workingsession_counted"),
                    models.Index(fields=["oversight", "held_on"], name="oversight_sessions_of"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="workingsession_code_once")
                ],
            },
        ),
    ]
