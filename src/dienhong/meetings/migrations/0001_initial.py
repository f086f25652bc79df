import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("council_sessions", "0001_initial"),
        ("followup", "0001_initial"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Conference",
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
                            ("conference", "giao ban với Thường trực HĐND cấp dưới"),
                            ("review", "tổng kết hoạt động"),
                        ],
                        default="conference",
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("province", "cấp tỉnh"), ("district", "cấp huyện"), ("commune", "cấp xã")],
                        max_length=10,
                        verbose_name="với cấp",
                    ),
                ),
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="lần thứ")),
                ("held_on", models.DateField(verbose_name="ngày tổ chức")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                ("chair", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                ("theme", models.CharField(blank=True, max_length=300, verbose_name="chủ đề")),
                (
                    "from_own",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="đại biểu HĐND cấp mình"
                    ),
                ),
                (
                    "from_below",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="đại biểu HĐND cấp dưới"
                    ),
                ),
                (
                    "from_agencies",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="UBND và các cơ quan"
                    ),
                ),
                (
                    "from_front",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="MTTQ và khách mời"),
                ),
                (
                    "councils_below",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số Hội đồng cấp dưới dự"
                    ),
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
                        related_name="conferences",
                        to="people.term",
                        verbose_name="khóa, nhiệm kỳ",
                    ),
                ),
            ],
            options={
                "verbose_name": "hội nghị",
                "verbose_name_plural": "hội nghị",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="conference_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="conference_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("term", "kind", "ordinal"),
                        name="conference_ordinal_once",
                        violation_error_message="Nhiệm kỳ này đã có hội nghị mang số thứ tự đó.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiscussionGroup",
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
                ("number", models.PositiveSmallIntegerField(verbose_name="tổ số")),
                ("theme", models.CharField(max_length=300, verbose_name="chủ đề thảo luận")),
                ("chair", models.CharField(blank=True, max_length=200, verbose_name="tổ trưởng, chủ trì")),
                (
                    "participants",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số người dự"),
                ),
                (
                    "speakers",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số lượt phát biểu"),
                ),
                ("summary", models.TextField(blank=True, verbose_name="ý kiến chính")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="meetings.conference",
                        verbose_name="hội nghị",
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
                "verbose_name": "tổ thảo luận",
                "verbose_name_plural": "tổ thảo luận",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="discussiongroup_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="discussiongroup_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("conference", "number"),
                        name="discussion_group_once",
                        violation_error_message="Hội nghị này đã có tổ thảo luận mang số đó.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                            ("standing", "Thường trực HĐND, thường kỳ hằng tháng"),
                            ("standing_extra", "Thường trực HĐND, đột xuất"),
                            ("liaison", "liên tịch chuẩn bị kỳ họp"),
                            ("committee", "Ban của HĐND"),
                            ("group", "Tổ đại biểu HĐND"),
                        ],
                        default="standing",
                        max_length=16,
                        verbose_name="loại",
                    ),
                ),
                (
                    "month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="họp cho tháng"),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm")),
                (
                    "ordinal",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="phiên thứ"),
                ),
                ("held_on", models.DateField(verbose_name="ngày họp")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="địa điểm")),
                ("chair", models.CharField(blank=True, max_length=200, verbose_name="chủ trì")),
                (
                    "members",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số thành viên dự"),
                ),
                (
                    "invited",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số người được mời dự"
                    ),
                ),
                ("content", models.TextField(blank=True, verbose_name="nội dung")),
                ("session_review", models.TextField(blank=True, verbose_name="đánh giá kỳ họp vừa qua")),
                ("review", models.TextField(blank=True, verbose_name="đánh giá hoạt động trong tháng")),
                ("plan", models.TextField(blank=True, verbose_name="phương hướng tháng sau")),
                (
                    "notice_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu thông báo kết quả"),
                ),
                ("notice_on", models.DateField(blank=True, null=True, verbose_name="ngày thông báo")),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "dự kiến"), ("held", "đã họp"), ("closed", "đã xong")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban, Tổ đại biểu họp",
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
                        help_text="Kỳ họp được chuẩn bị, hoặc vừa qua được đánh giá.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp liên quan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên họp",
                "verbose_name_plural": "phiên họp",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="meeting_counted"),
                    models.Index(fields=["council", "kind", "-held_on"], name="meetings_of_kind"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="meeting_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None), ("kind", "standing")),
                        fields=("council", "year", "month"),
                        name="meeting_once_a_month",
                        violation_error_message="Tháng này đã ghi phiên họp thường kỳ.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterSubmitted",
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
                ("text", models.TextField(verbose_name="nội dung trình")),
                (
                    "submission_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu tờ trình"),
                ),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="ngày tờ trình")),
                (
                    "legal_basis",
                    models.CharField(
                        blank=True,
                        help_text="Điều, khoản, văn bản.",
                        max_length=400,
                        verbose_name="căn cứ thẩm quyền của Thường trực",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("pending", "chưa quyết định"),
                            ("approved", "thống nhất"),
                            ("amended", "thống nhất, có chỉnh sửa"),
                            ("deferred", "để phiên sau hoặc trình kỳ họp"),
                            ("returned", "trả lại để hoàn thiện"),
                            ("rejected", "không thống nhất"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="quyết định",
                    ),
                ),
                ("decision_text", models.TextField(blank=True, verbose_name="ý kiến, yêu cầu kèm theo")),
                (
                    "reply_number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu văn bản trả lời"),
                ),
                ("reply_on", models.DateField(blank=True, null=True, verbose_name="ngày văn bản trả lời")),
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
                (
                    "submitter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan trình",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="meetings.meeting",
                        verbose_name="phiên họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "nội dung trình Thường trực",
                "verbose_name_plural": "nội dung trình Thường trực",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="mattersubmitted_counted"),
                    models.Index(fields=["meeting", "decision"], name="matters_of_meeting"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="mattersubmitted_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                ("text", models.TextField(verbose_name="nội dung đề xuất, kiến nghị")),
                (
                    "raised_by_other",
                    models.CharField(blank=True, max_length=200, verbose_name="cơ quan khác đề xuất"),
                ),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("pending", "chưa trả lời"),
                            ("answered", "đã trả lời"),
                            ("assigned", "giao cơ quan giải quyết"),
                            ("passed_on", "kiến nghị lên cấp trên"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="nội dung trả lời")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="trả lời ngày")),
                (
                    "passed_to",
                    models.CharField(blank=True, max_length=200, verbose_name="giao cho, kiến nghị đến"),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="meetings.conference",
                        verbose_name="hội nghị",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="rulebook.field",
                        verbose_name="lĩnh vực",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng đề xuất",
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
                "verbose_name": "đề xuất tại hội nghị",
                "verbose_name_plural": "đề xuất tại hội nghị",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="proposal_counted"),
                    models.Index(fields=["conference", "reply"], name="proposals_of_conference"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="proposal_code_once")
                ],
            },
        ),
    ]
