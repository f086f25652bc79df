import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("council_sessions", "0002_whole"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
        ("resolutions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConfidenceRating",
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
                ("held_on", models.DateField(verbose_name="ngày lấy phiếu")),
                (
                    "issued",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu phát ra"),
                ),
                (
                    "collected",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu thu về"),
                ),
                (
                    "valid",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu hợp lệ"),
                ),
                (
                    "invalid",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số phiếu không hợp lệ"
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
                        related_name="ratings",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "đợt lấy phiếu tín nhiệm",
                "verbose_name_plural": "đợt lấy phiếu tín nhiệm",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="confidencerating_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="confidencerating_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonnelDecision",
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
                            ("election", "bầu"),
                            ("dismissal", "miễn nhiệm"),
                            ("removal", "bãi nhiệm"),
                            ("delegate_dismissal", "cho thôi làm nhiệm vụ đại biểu"),
                            ("delegate_removal", "bãi nhiệm đại biểu"),
                        ],
                        max_length=20,
                        verbose_name="việc",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="ngày")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("chair", "Chủ tịch"),
                            ("vice_chair", "Phó Chủ tịch"),
                            ("head", "Trưởng ban"),
                            ("deputy_head", "Phó Trưởng ban"),
                            ("group_head", "Tổ trưởng"),
                            ("group_deputy", "Tổ phó"),
                            ("chief", "Chánh Văn phòng"),
                            ("deputy_chief", "Phó Chánh Văn phòng"),
                            ("member", "Ủy viên"),
                            ("group_member", "Tổ viên"),
                        ],
                        max_length=14,
                        verbose_name="chức vụ",
                    ),
                ),
                (
                    "full_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="họ và tên, nếu không phải là đại biểu"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="lý do, ghi chú")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "dự kiến"),
                            ("effected", "đã quyết định"),
                            ("not_carried", "không được thông qua"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=12,
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
                    "made",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_by",
                        to="people.position",
                        verbose_name="chức vụ được lập",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personnel",
                        to="people.mandate",
                        verbose_name="đại biểu",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended_by",
                        to="people.position",
                        verbose_name="chức vụ được miễn nhiệm, bãi nhiệm",
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
                        related_name="personnel",
                        to="resolutions.resolution",
                        verbose_name="nghị quyết",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personnel",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
                (
                    "vote",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personnel",
                        to="council_sessions.vote",
                        verbose_name="lần biểu quyết",
                    ),
                ),
            ],
            options={
                "verbose_name": "công tác nhân sự",
                "verbose_name_plural": "công tác nhân sự",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="personneldecision_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="personneldecision_code_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="RatedPerson",
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
                ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                ("office", models.CharField(max_length=200, verbose_name="chức vụ")),
                (
                    "high",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tín nhiệm cao"),
                ),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tín nhiệm"),
                ),
                (
                    "low",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tín nhiệm thấp"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("high", "trên 50% tín nhiệm cao"),
                            ("confident", "trên 50% tín nhiệm cao và tín nhiệm"),
                            ("low_over_half", "trên 50% đến dưới 2/3 tín nhiệm thấp"),
                            ("low_two_thirds", "từ 2/3 tín nhiệm thấp"),
                            ("no_majority", "không mức nào quá nửa"),
                        ],
                        editable=False,
                        max_length=14,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "explanation",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="cách tính"),
                ),
                ("consequence", models.TextField(blank=True, editable=False, verbose_name="hệ quả")),
                ("sort_key", models.BinaryField(max_length=600)),
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
                    "position",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="people.position",
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="confidence.confidencerating",
                        verbose_name="đợt lấy phiếu",
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
                "verbose_name": "người được lấy phiếu",
                "verbose_name_plural": "người được lấy phiếu",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="ratedperson_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="ratedperson_code_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("rating", "full_name", "office"),
                        name="confidence_rated_once",
                        violation_error_message="Người này đã có trong danh sách lấy phiếu.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConfidenceVote",
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
                ("held_on", models.DateField(verbose_name="ngày bỏ phiếu")),
                ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                ("office", models.CharField(max_length=200, verbose_name="chức vụ")),
                (
                    "requester",
                    models.CharField(
                        choices=[
                            ("rating", "sau khi lấy phiếu tín nhiệm"),
                            ("standing_committee", "Thường trực HĐND đề nghị"),
                            ("delegates", "đại biểu HĐND kiến nghị"),
                            ("front", "Ủy ban MTTQ Việt Nam kiến nghị"),
                        ],
                        default="standing_committee",
                        max_length=18,
                        verbose_name="theo đề nghị",
                    ),
                ),
                (
                    "asking",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số đại biểu kiến nghị"
                    ),
                ),
                (
                    "issued",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu phát ra"),
                ),
                (
                    "collected",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu thu về"),
                ),
                (
                    "valid",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="số phiếu hợp lệ"),
                ),
                (
                    "invalid",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="số phiếu không hợp lệ"
                    ),
                ),
                (
                    "confident",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="tín nhiệm"),
                ),
                (
                    "not_confident",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="không tín nhiệm"),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confidence", "được tín nhiệm"),
                            ("no_confidence", "quá nửa không tín nhiệm"),
                            ("no_majority", "không bên nào quá nửa"),
                        ],
                        editable=False,
                        max_length=14,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "explanation",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="cách tính"),
                ),
                ("consequence", models.TextField(blank=True, editable=False, verbose_name="hệ quả")),
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
                        related_name="confidence_votes",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
                (
                    "rated",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="votes",
                        to="confidence.ratedperson",
                        verbose_name="kết quả lấy phiếu trước đó",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần bỏ phiếu tín nhiệm",
                "verbose_name_plural": "lần bỏ phiếu tín nhiệm",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="confidencevote_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="confidencevote_code_once")
                ],
            },
        ),
    ]
