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
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Petition",
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
                ("text", models.TextField(verbose_name="nội dung kiến nghị")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("meeting", "cuộc tiếp xúc cử tri"),
                            ("letter", "đơn, thư"),
                            ("portal", "cổng thông tin"),
                        ],
                        default="meeting",
                        max_length=10,
                        verbose_name="tiếp nhận qua",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="ngày tiếp nhận")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Thôn, tổ dân phố, xã.",
                        max_length=200,
                        verbose_name="nơi có kiến nghị",
                    ),
                ),
                (
                    "competence",
                    models.CharField(
                        choices=[
                            ("own", "cấp mình"),
                            ("above", "cấp trên"),
                            ("below", "cấp dưới"),
                            ("centre", "Trung ương"),
                        ],
                        default="own",
                        max_length=8,
                        verbose_name="thẩm quyền giải quyết",
                    ),
                ),
                (
                    "senders",
                    models.TextField(
                        blank=True,
                        help_text="Mỗi người một dòng; để trống nếu là nhiều cử tri.",
                        verbose_name="người kiến nghị",
                    ),
                ),
                (
                    "forwarded_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="chuyển ngày"),
                ),
                (
                    "times_carried",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="số kỳ tồn đọng"
                    ),
                ),
                (
                    "carried_to",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="council_sessions.councilsession",
                        verbose_name="chuyển theo dõi sang kỳ họp",
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
                    "repeats",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="voters.petition",
                        verbose_name="nêu lại kiến nghị",
                    ),
                ),
            ],
            options={
                "verbose_name": "kiến nghị cử tri",
                "verbose_name_plural": "kiến nghị cử tri",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="petition_counted"),
                    models.Index(
                        fields=["council", "field", "-received_on"], name="voters_petitions_of_field"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="petition_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("repeats", None),
                            models.Q(("repeats", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="voters_petition_repeats_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "number",
                    models.CharField(blank=True, max_length=60, verbose_name="số, ký hiệu văn bản chuyển"),
                ),
                ("issued_on", models.DateField(verbose_name="ngày chuyển")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                        verbose_name="Hội đồng",
                    ),
                ),
                ("petitions", models.ManyToManyField(related_name="dispatches", to="voters.petition")),
            ],
            options={
                "verbose_name": "văn bản chuyển kiến nghị",
                "verbose_name_plural": "văn bản chuyển kiến nghị",
            },
        ),
        migrations.CreateModel(
            name="VoterMeeting",
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
                ("at_time", models.TimeField(blank=True, null=True, verbose_name="giờ")),
                ("place", models.CharField(max_length=200, verbose_name="nơi tiếp xúc")),
                ("national_delegates", models.BooleanField(default=False, verbose_name="đại biểu Quốc hội")),
                (
                    "province_delegates",
                    models.BooleanField(default=False, verbose_name="đại biểu HĐND cấp tỉnh"),
                ),
                (
                    "district_delegates",
                    models.BooleanField(default=False, verbose_name="đại biểu HĐND cấp huyện"),
                ),
                (
                    "commune_delegates",
                    models.BooleanField(default=False, verbose_name="đại biểu HĐND cấp xã"),
                ),
                (
                    "attendees",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số cử tri dự"),
                ),
                (
                    "attendees_approximate",
                    models.BooleanField(default=False, verbose_name="số cử tri dự là ước tính"),
                ),
                (
                    "opinions",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số ý kiến, kiến nghị"),
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
            ],
            options={
                "verbose_name": "điểm tiếp xúc cử tri",
                "verbose_name_plural": "điểm tiếp xúc cử tri",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="votermeeting_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="votermeeting_code_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="petition",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="petitions",
                to="voters.votermeeting",
                verbose_name="điểm tiếp xúc",
            ),
        ),
        migrations.CreateModel(
            name="VoterRound",
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
                            ("before_session", "trước kỳ họp"),
                            ("after_session", "sau kỳ họp"),
                            ("thematic", "chuyên đề"),
                            ("other", "khác"),
                        ],
                        max_length=16,
                        verbose_name="loại đợt",
                    ),
                ),
                ("theme", models.CharField(blank=True, max_length=200, verbose_name="chuyên đề")),
                ("starts_on", models.DateField(verbose_name="từ ngày")),
                ("ends_on", models.DateField(verbose_name="đến ngày")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voter_rounds",
                        to="council_sessions.councilsession",
                        verbose_name="kỳ họp",
                    ),
                ),
            ],
            options={
                "verbose_name": "đợt tiếp xúc cử tri",
                "verbose_name_plural": "đợt tiếp xúc cử tri",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="voterround_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="voterround_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="voters_round_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="votermeeting",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="voters.voterround",
                verbose_name="đợt",
            ),
        ),
        migrations.CreateModel(
            name="RoundShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="thôi chung lúc")),
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
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="voters.voterround",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hội đồng cùng tổ chức",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("record", "council"),
                        name="voters_round_shared_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PetitionShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="thôi chung lúc")),
                ("passed_on", models.DateField(verbose_name="chuyển ngày")),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
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
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="voters.petition",
                    ),
                ),
            ],
            options={
                "verbose_name": "chuyển kiến nghị đến Hội đồng khác",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("record", "council"),
                        name="voters_petition_passed_once",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="votermeeting",
            index=models.Index(fields=["round", "held_on"], name="voters_meetings_of_round"),
        ),
    ]
