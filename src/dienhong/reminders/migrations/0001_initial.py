import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("organisations", "0003_group_number_and_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="Digest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="ngày")),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="gửi lúc")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="digests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "nhắc việc trong ngày",
                "verbose_name_plural": "nhắc việc trong ngày",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "on"), name="reminders_one_digest_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("register", models.CharField(max_length=40, verbose_name="sổ")),
                ("record_id", models.BigIntegerField()),
                ("code", models.CharField(max_length=24, verbose_name="mã")),
                ("what", models.CharField(max_length=300, verbose_name="việc")),
                ("due_on", models.DateField(verbose_name="hạn")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("15", "còn 15 ngày trở lại"),
                            ("7", "còn 07 ngày trở lại"),
                            ("3", "còn 03 ngày trở lại"),
                            ("past", "đã quá hạn"),
                        ],
                        max_length=4,
                        verbose_name="lần nhắc",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.council",
                    ),
                ),
                (
                    "digest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="reminders.digest",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "nhắc việc",
                "verbose_name_plural": "nhắc việc",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "register", "record_id", "due_on", "stage"),
                        name="reminders_never_twice",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(verbose_name="lập lúc")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="thôi dùng lúc")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "địa chỉ lịch",
                "verbose_name_plural": "địa chỉ lịch",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("user",),
                        name="reminders_one_feed_at_a_time",
                    )
                ],
            },
        ),
    ]
