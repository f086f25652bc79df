import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("council_sessions", "0002_whole"),
        ("followup", "0002_evidence_and_answer_books"),
        ("organisations", "0003_group_number_and_place"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Resolution",
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
                ("title", models.TextField(verbose_name="trích yếu")),
                (
                    "kind",
                    models.CharField(
                        choices=[("normative", "quy phạm pháp luật"), ("individual", "cá biệt")],
                        default="individual",
                        max_length=12,
                        verbose_name="loại nghị quyết",
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="đề nghị ngày")),
                ("proposal", models.CharField(blank=True, max_length=60, verbose_name="tờ trình số")),
                ("passed_on", models.DateField(blank=True, null=True, verbose_name="thông qua ngày")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="số")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="ký ngày")),
                ("signed_year", models.PositiveSmallIntegerField(editable=False, null=True)),
                ("signer", models.CharField(blank=True, max_length=120, verbose_name="người ký")),
                ("sent_up_on", models.DateField(blank=True, null=True, verbose_name="gửi cấp trên ngày")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="đăng, niêm yết ngày")),
                ("in_force_from", models.DateField(blank=True, null=True, verbose_name="có hiệu lực từ")),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "đề nghị"),
                            ("accepted", "Thường trực đã chấp thuận"),
                            ("drafted", "đã có dự thảo"),
                            ("verified", "đã thẩm tra"),
                            ("passed", "đã thông qua, chưa ký"),
                            ("issued", "đã ban hành"),
                            ("rejected", "không được thông qua"),
                            ("withdrawn", "đã rút"),
                        ],
                        default="proposed",
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
                    "proposer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan trình",
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
                        related_name="resolutions",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
                (
                    "verifier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="Ban thẩm tra",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="council_sessions.vote",
                        verbose_name="lần biểu quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "nghị quyết",
                "verbose_name_plural": "nghị quyết",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="resolution_counted"),
                    models.Index(fields=["council", "status", "-counts_on"], name="resolutions_by_status"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="resolution_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("council", "kind", "signed_year", "number"),
                        name="resolution_number_once",
                        violation_error_message="Đã có nghị quyết cùng loại mang số này trong năm.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on", None),
                            ("in_force_from", None),
                            ("expires_on__gt", models.F("in_force_from")),
                            _connector="OR",
                        ),
                        name="resolution_expires_after_it_begins",
                        violation_error_message="Ngày hết hiệu lực phải sau ngày có hiệu lực.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedResolution",
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
                ("title", models.TextField(verbose_name="tên nghị quyết dự kiến")),
                (
                    "entry",
                    models.CharField(
                        choices=[("planned", "theo chương trình"), ("added", "bổ sung")],
                        default="planned",
                        max_length=8,
                        verbose_name="vào chương trình",
                    ),
                ),
                (
                    "planned_for",
                    models.DateField(
                        help_text="Ngày hoặc ngày cuối của tháng dự kiến trình.", verbose_name="dự kiến trình"
                    ),
                ),
                ("postponed_to", models.DateField(blank=True, null=True, verbose_name="lùi đến")),
                ("reason", models.TextField(blank=True, verbose_name="lý do bổ sung hoặc lùi")),
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
                    "proposer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan soạn thảo",
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
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết đã lập",
                    ),
                ),
            ],
            options={
                "verbose_name": "nghị quyết trong chương trình",
                "verbose_name_plural": "nghị quyết trong chương trình",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="plannedresolution_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="plannedresolution_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("postponed_to", None),
                            ("postponed_to__gt", models.F("planned_for")),
                            _connector="OR",
                        ),
                        name="resolution_postponed_later",
                        violation_error_message="Thời gian lùi phải sau thời gian dự kiến.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("resolution",),
                        name="resolution_planned_once",
                        violation_error_message="Nghị quyết này đã gắn với một mục khác của chương trình.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionPreparation",
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
                            ("delegated", "văn bản cấp trên giao quy định chi tiết"),
                            ("policy_opinion", "cho ý kiến về chính sách"),
                            ("public_opinion", "lấy ý kiến Nhân dân"),
                            ("affected_opinion", "lấy ý kiến đối tượng chịu tác động"),
                            ("front_review", "phản biện xã hội"),
                            ("justice_review", "thẩm định"),
                            ("party_opinion", "xin ý kiến cấp ủy"),
                            ("verification", "thẩm tra"),
                        ],
                        max_length=16,
                        verbose_name="việc",
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="cơ quan, đối tượng")),
                ("held_on", models.DateField(verbose_name="ngày")),
                ("document", models.CharField(blank=True, max_length=120, verbose_name="văn bản")),
                ("summary", models.TextField(blank=True, verbose_name="kết quả")),
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
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preparations",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc chuẩn bị nghị quyết",
                "verbose_name_plural": "việc chuẩn bị nghị quyết",
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["council", "-counts_on", "-id"], name="resolutionpreparation_counted"
                    ),
                    models.Index(fields=["resolution", "held_on"], name="resolutions_preparations"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("council", "code"), name="resolutionpreparation_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionRelation",
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
                            ("amends", "sửa đổi, bổ sung"),
                            ("replaces", "thay thế"),
                            ("repeals", "bãi bỏ"),
                        ],
                        max_length=10,
                        verbose_name="quan hệ",
                    ),
                ),
                (
                    "outside",
                    models.CharField(
                        blank=True,
                        help_text="Chỉ ghi khi nghị quyết đó chưa có trong sổ.",
                        max_length=120,
                        verbose_name="số, ký hiệu nghị quyết trước",
                    ),
                ),
                ("clauses", models.CharField(blank=True, max_length=200, verbose_name="điều khoản")),
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
                    "earlier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changed_by",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết trước",
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
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "quan hệ giữa các nghị quyết",
                "verbose_name_plural": "quan hệ giữa các nghị quyết",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="resolutionrelation_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="resolutionrelation_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("resolution", "earlier", "kind"),
                        name="resolution_relation_once",
                        violation_error_message="Quan hệ này đã được ghi.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionTarget",
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
                ("name", models.CharField(max_length=300, verbose_name="chỉ tiêu")),
                ("unit", models.CharField(max_length=40, verbose_name="đơn vị tính")),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                (
                    "direction",
                    models.CharField(
                        choices=[("at_least", "từ mức này trở lên"), ("at_most", "không quá mức này")],
                        default="at_least",
                        max_length=10,
                        verbose_name="đạt khi",
                    ),
                ),
                ("target", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="mức đề ra")),
                (
                    "actual",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="kết quả"
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="số liệu đến ngày")),
                ("note", models.TextField(blank=True, verbose_name="nguyên nhân, ghi chú")),
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
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "chỉ tiêu nghị quyết",
                "verbose_name_plural": "chỉ tiêu nghị quyết",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="resolutiontarget_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="resolutiontarget_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("resolution", "name", "year"),
                        name="resolution_target_once",
                        violation_error_message="Nghị quyết đã có chỉ tiêu này cho năm này.",
                    ),
                ],
            },
        ),
    ]
