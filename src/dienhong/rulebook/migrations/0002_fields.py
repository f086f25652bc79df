"""The catalogue of fields that ships with the package."""

from django.db import migrations

from dienhong.rulebook.load import ensure_fields


def seed(apps, schema_editor):
    ensure_fields(apps.get_model("rulebook", "Field"))


class Migration(migrations.Migration):
    dependencies = [("rulebook", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
