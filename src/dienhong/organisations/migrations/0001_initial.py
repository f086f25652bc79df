import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import dienhong.organisations.slugs


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AdministrativeUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("sort_key", models.BinaryField(max_length=600)),
                ("folded", models.CharField(editable=False, max_length=400)),
                ("code", models.CharField(max_length=10, unique=True, verbose_name="mã")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("province", "tỉnh"),
                            ("city", "thành phố trực thuộc trung ương"),
                            ("district", "huyện"),
                            ("urban_district", "quận"),
                            ("town", "thị xã"),
                            ("provincial_city", "thành phố thuộc tỉnh"),
                            ("commune", "xã"),
                            ("ward", "phường"),
                            ("township", "thị trấn"),
                            ("special_zone", "đặc khu"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "cấp tỉnh"), ("district", "cấp huyện"), ("commune", "cấp xã")],
                        editable=False,
                        max_length=10,
                        verbose_name="cấp",
                    ),
                ),
                ("established_on", models.DateField(blank=True, null=True, verbose_name="thành lập từ ngày")),
                (
                    "dissolved_on",
                    models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ ngày"),
                ),
            ],
            options={
                "verbose_name": "đơn vị hành chính",
                "verbose_name_plural": "đơn vị hành chính",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dissolved_on", None),
                            ("established_on", None),
                            ("dissolved_on__gt", models.F("established_on")),
                            _connector="OR",
                        ),
                        name="organisations_unit_ends_after_it_begins",
                        violation_error_message="Ngày hết hiệu lực phải sau ngày thành lập.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Council",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("sort_key", models.BinaryField(max_length=600)),
                ("folded", models.CharField(editable=False, max_length=400)),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "cấp tỉnh"), ("district", "cấp huyện"), ("commune", "cấp xã")],
                        editable=False,
                        max_length=10,
                        verbose_name="cấp",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        error_messages={"unique": "Địa chỉ ngắn này đã có Hội đồng khác dùng."},
                        max_length=80,
                        unique=True,
                        validators=[dienhong.organisations.slugs.council_slug_validator],
                        verbose_name="địa chỉ ngắn",
                    ),
                ),
                ("short_name", models.CharField(max_length=120, verbose_name="tên gọi ngắn")),
                ("is_sample", models.BooleanField(default=False, editable=False, verbose_name="dữ liệu mẫu")),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="council",
                        to="organisations.administrativeunit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "Hội đồng nhân dân",
                "verbose_name_plural": "Hội đồng nhân dân",
                "indexes": [models.Index(fields=["level", "sort_key"], name="organisations_council_order")],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                ("sort_key", models.BinaryField(max_length=600)),
                ("folded", models.CharField(editable=False, max_length=400)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("standing_committee", "Thường trực HĐND"),
                            ("committee", "Ban của HĐND"),
                            ("delegate_group", "Tổ đại biểu HĐND"),
                            ("office", "Văn phòng"),
                            ("executive", "Ủy ban nhân dân"),
                            ("department", "cơ quan chuyên môn của UBND"),
                            ("front", "Ủy ban MTTQ Việt Nam"),
                            ("court", "Tòa án nhân dân"),
                            ("procuracy", "Viện kiểm sát nhân dân"),
                            ("enforcement", "cơ quan thi hành án dân sự"),
                            ("police", "Công an"),
                            ("military", "cơ quan quân sự"),
                            ("party", "cơ quan của Đảng"),
                            ("other", "cơ quan, tổ chức khác"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("short_name", models.CharField(blank=True, max_length=120, verbose_name="tên gọi ngắn")),
                ("established_on", models.DateField(blank=True, null=True, verbose_name="thành lập từ ngày")),
                (
                    "dissolved_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="kết thúc từ ngày"),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organisations",
                        to="organisations.council",
                        verbose_name="thuộc địa bàn của",
                    ),
                ),
                (
                    "successors",
                    models.ManyToManyField(
                        blank=True,
                        related_name="predecessors",
                        to="organisations.organisation",
                        verbose_name="cơ quan kế thừa",
                    ),
                ),
            ],
            options={
                "verbose_name": "cơ quan, tổ chức",
                "verbose_name_plural": "cơ quan, tổ chức",
                "indexes": [
                    models.Index(fields=["council", "kind", "sort_key"], name="organisations_of_council")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dissolved_on", None)),
                        fields=("council", "name"),
                        name="organisations_one_living_name",
                        violation_error_message="Đã có cơ quan đang hoạt động mang tên này.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dissolved_on", None),
                            ("established_on", None),
                            ("dissolved_on__gt", models.F("established_on")),
                            _connector="OR",
                        ),
                        name="organisations_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc phải sau ngày thành lập.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placed_below",
                        to="organisations.administrativeunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placements",
                        to="organisations.administrativeunit",
                    ),
                ),
            ],
            options={
                "verbose_name": "vị trí của đơn vị",
                "indexes": [models.Index(fields=["parent", "unit"], name="organisations_placed_below")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("to_on", None)),
                        fields=("unit",),
                        name="organisations_one_open_placement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="organisations_placement_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("clerk", "chuyên viên Văn phòng"),
                            ("leader", "Thường trực HĐND"),
                            ("committee", "thành viên Ban"),
                            ("group_leader", "Tổ trưởng Tổ đại biểu"),
                            ("delegate", "đại biểu"),
                            ("agency", "cơ quan được giao trả lời"),
                            ("front", "Ủy ban MTTQ"),
                            ("administrator", "quản trị"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("own", "Hội đồng này"),
                            ("own_and_below", "Hội đồng này và các Hội đồng cấp dưới"),
                        ],
                        default="own",
                        max_length=20,
                        verbose_name="phạm vi",
                    ),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="organisations.council",
                        verbose_name="Hội đồng",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="organisations.organisation",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người dùng",
                    ),
                ),
            ],
            options={
                "verbose_name": "vai trò được giao",
                "verbose_name_plural": "vai trò được giao",
                "indexes": [models.Index(fields=["user", "from_on"], name="organisations_grants_of_user")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on", None), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="organisations_grant_ends_after_it_begins",
                        violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "agency"), _negated=True),
                            ("organisation__isnull", False),
                            _connector="OR",
                        ),
                        name="organisations_agency_names_its_organisation",
                        violation_error_message="Vai trò cơ quan được giao trả lời phải nêu rõ là cơ quan nào.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="từ ngày")),
                ("whole", models.BooleanField(default=True, verbose_name="toàn bộ")),
                (
                    "predecessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organisations.administrativeunit",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inheritances",
                        to="organisations.administrativeunit",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("predecessor", "successor"), name="organisations_succession_once"
                    )
                ],
            },
        ),
    ]
