import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("followup", "0001_initial"),
        ("organisations", "0003_group_number_and_place"),
        ("people", "0002_seats_and_positions"),
        ("rulebook", "0002_fields"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reception",
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
                ("received_on", models.DateField(verbose_name="ngày tiếp")),
                ("citizens", models.PositiveIntegerField(default=1, verbose_name="số công dân")),
                (
                    "citizen",
                    models.CharField(
                        blank=True,
                        help_text="Đoàn đông người: ghi người đại diện.",
                        max_length=200,
                        verbose_name="họ và tên người được tiếp",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="địa chỉ")),
                (
                    "matter",
                    models.TextField(
                        help_text="Người dân tố cáo: không ghi nội dung ở đây mà ghi thành đơn tố cáo, chỉ người xử lý đọc được.",
                        verbose_name="nội dung trình bày",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="nơi có sự việc")),
                (
                    "handling",
                    models.CharField(
                        choices=[
                            ("explained", "giải thích, hướng dẫn tại chỗ"),
                            ("letter", "nhận đơn"),
                            ("passed_on", "chuyển cơ quan có thẩm quyền"),
                            ("accepted", "tiếp thu để xem xét, trả lời sau"),
                            ("refused", "từ chối tiếp, có thông báo"),
                        ],
                        default="explained",
                        max_length=10,
                        verbose_name="xử lý",
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="kết quả")),
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
                "verbose_name": "lượt tiếp công dân",
                "verbose_name_plural": "lượt tiếp công dân",
                "abstract": False,
                "indexes": [models.Index(fields=["council", "-counts_on", "-id"], name="reception_counted")],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="reception_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("citizens__gte", 1)),
                        name="reception_of_somebody",
                        violation_error_message="Lượt tiếp có ít nhất một công dân.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
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
                            ("complaint", "khiếu nại"),
                            ("denunciation", "tố cáo"),
                            ("petition", "kiến nghị"),
                            ("feedback", "phản ánh"),
                        ],
                        default="petition",
                        max_length=12,
                        verbose_name="loại đơn",
                    ),
                ),
                ("received_on", models.DateField(verbose_name="ngày nhận")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("post", "bưu chính"),
                            ("in_person", "gửi trực tiếp"),
                            ("reception", "tại buổi tiếp công dân"),
                            ("passed_by", "cơ quan khác chuyển đến"),
                            ("online", "thư điện tử, cổng thông tin"),
                        ],
                        default="post",
                        max_length=10,
                        verbose_name="nhận qua",
                    ),
                ),
                (
                    "passed_by",
                    models.CharField(blank=True, max_length=200, verbose_name="cơ quan chuyển đến"),
                ),
                (
                    "sender",
                    models.CharField(
                        blank=True,
                        help_text="Nhiều người cùng ký: ghi người đại diện.",
                        max_length=200,
                        verbose_name="người gửi",
                    ),
                ),
                (
                    "sender_address",
                    models.CharField(blank=True, max_length=200, verbose_name="địa chỉ người gửi"),
                ),
                ("signatories", models.PositiveIntegerField(default=1, verbose_name="số người ký")),
                ("matter", models.TextField(blank=True, verbose_name="nội dung đơn")),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Thôn, tổ dân phố, xã, phường.",
                        max_length=200,
                        verbose_name="nơi có sự việc",
                    ),
                ),
                (
                    "competence",
                    models.CharField(
                        choices=[
                            ("own", "thuộc thẩm quyền"),
                            ("other_agency", "của cơ quan khác cùng cấp"),
                            ("other_level", "của cấp khác"),
                            ("unknown", "chưa xác định"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="thẩm quyền giải quyết",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "mới nhận"),
                            ("accepted", "đã thụ lý"),
                            ("passed_on", "đã chuyển"),
                            ("guided", "đã hướng dẫn"),
                            ("returned", "đã trả lại"),
                            ("filed", "đã lưu"),
                            ("withdrawn", "người gửi rút đơn"),
                            ("settled", "đã giải quyết"),
                        ],
                        default="received",
                        editable=False,
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                (
                    "handled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày xử lý"),
                ),
                (
                    "accepted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="ngày thụ lý"),
                ),
                (
                    "passed_to_name",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Chỉ ghi khi cơ quan không có trong danh sách, ví dụ cơ quan của cấp khác.",
                        max_length=200,
                        verbose_name="chuyển đến cơ quan khác",
                    ),
                ),
                (
                    "slip_number",
                    models.CharField(
                        blank=True, editable=False, max_length=60, verbose_name="số, ký hiệu phiếu chuyển"
                    ),
                ),
                (
                    "report_due_on",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Có hạn thì thành việc phải theo dõi của cơ quan nhận đơn.",
                        null=True,
                        verbose_name="hạn báo kết quả",
                    ),
                ),
                (
                    "filing_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("anonymous", "không rõ họ tên, địa chỉ người gửi"),
                            ("double", "trùng với đơn đã xử lý"),
                            ("copies", "gửi nhiều nơi, đã có nơi có thẩm quyền nhận"),
                            ("settled", "đã được giải quyết đúng pháp luật"),
                            ("unreadable", "rách nát, không đọc được, không rõ nội dung"),
                            ("other", "căn cứ khác"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="căn cứ lưu đơn",
                    ),
                ),
                ("outcome", models.TextField(blank=True, editable=False, verbose_name="kết quả, trả lời")),
                ("sender_key", models.CharField(blank=True, editable=False, max_length=200)),
                ("sealed", models.TextField(blank=True, editable=False, verbose_name="nội dung mật")),
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
                    "passed_to",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="chuyển đến",
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
                    "reception",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="reception.reception",
                        verbose_name="lượt tiếp công dân",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn thư",
                "verbose_name_plural": "đơn thư",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="letter_counted"),
                    models.Index(fields=["council", "kind", "status"], name="reception_letters_standing"),
                    models.Index(fields=["sender_key"], name="reception_letters_of_sender"),
                    models.Index(fields=["field", "-received_on"], name="reception_letters_of_field"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="letter_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed", ""), models.Q(("kind", "denunciation"), _negated=True)),
                            models.Q(
                                ("field", None),
                                ("kind", "denunciation"),
                                ("matter", ""),
                                ("outcome", ""),
                                ("passed_by", ""),
                                ("place", ""),
                                ("reception", None),
                                ("sender", ""),
                                ("sender_address", ""),
                                models.Q(("sealed", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reception_denunciation_is_sealed",
                        violation_error_message="Đơn tố cáo chỉ ghi, sửa ở biểu mẫu riêng của đơn tố cáo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signatories__gte", 1)),
                        name="reception_letter_of_somebody",
                        violation_error_message="Đơn có ít nhất một người ký.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionDay",
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
                ("held_on", models.DateField(verbose_name="ngày tiếp")),
                ("place", models.CharField(max_length=200, verbose_name="nơi tiếp")),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("standing", "Thường trực HĐND"),
                            ("committee", "Ban của HĐND"),
                            ("group", "Tổ đại biểu HĐND"),
                            ("delegate", "đại biểu HĐND"),
                        ],
                        default="standing",
                        max_length=10,
                        verbose_name="cơ quan tiếp",
                    ),
                ),
                (
                    "receiver_name",
                    models.CharField(
                        blank=True,
                        help_text="Chỉ ghi khi người tiếp không có trong danh sách chức vụ.",
                        max_length=200,
                        verbose_name="người tiếp, chức vụ",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="công bố lịch ngày")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("held", "đã tiếp"),
                            ("not_held", "không tiếp, có lý do"),
                            ("moved", "chuyển sang ngày khác"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="kết quả",
                    ),
                ),
                (
                    "not_held_reason",
                    models.TextField(blank=True, editable=False, verbose_name="lý do không tiếp"),
                ),
                (
                    "moved_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="chuyển sang ngày"),
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
                    "moved_to",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_from",
                        to="reception.receptionday",
                        verbose_name="ngày tiếp thay",
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.position",
                        verbose_name="người tiếp, theo chức vụ",
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
                "verbose_name": "ngày tiếp công dân",
                "verbose_name_plural": "lịch tiếp công dân",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["council", "-counts_on", "-id"], name="receptionday_counted")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("council", "code"), name="receptionday_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "moved"), _negated=True),
                            ("moved_to__isnull", False),
                            _connector="OR",
                        ),
                        name="reception_day_moved_somewhere",
                        violation_error_message="Chuyển ngày tiếp phải ghi trong hệ thống, bằng nút “Chuyển sang ngày khác”.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome__in", ["not_held", "moved"]), _negated=True),
                            models.Q(("not_held_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reception_day_says_why_not",
                        violation_error_message="Hãy ghi lý do không tiếp.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="reception",
            name="day",
            field=models.ForeignKey(
                blank=True,
                help_text="Để trống nếu là tiếp đột xuất.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="receptions",
                to="reception.receptionday",
                verbose_name="buổi tiếp theo lịch",
            ),
        ),
        migrations.CreateModel(
            name="LetterHandler",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="thôi từ ngày")),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người xử lý",
                    ),
                ),
            ],
            options={
                "verbose_name": "người xử lý đơn tố cáo",
                "verbose_name_plural": "người xử lý đơn tố cáo",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("council", "user"),
                        name="reception_handler_once",
                        violation_error_message="Người này đang được giao xử lý đơn tố cáo.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="reception_handler_ends_after_it_begins",
                        violation_error_message="Ngày thôi không được trước ngày được giao.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LetterPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("same", models.BooleanField(verbose_name="cùng một đơn")),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reception.letter",
                        verbose_name="đơn ghi trước",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reception.letter",
                        verbose_name="đơn ghi sau",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn trùng giữa các cấp",
                "verbose_name_plural": "đơn trùng giữa các cấp",
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="reception_pair_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="reception_pair_in_order"
                    ),
                ],
            },
        ),
    ]
