from django.db import migrations

from dienhong.registers.search import words_index


class Migration(migrations.Migration):
    dependencies = [("followup", "0003_counting_indexes")]

    operations = [words_index("followup_undertaking")]
