from django.db import migrations

from dienhong.registers.trigrams import trigram_index


class Migration(migrations.Migration):
    dependencies = [("voters", "0003_counting_indexes")]

    operations = [trigram_index("voters_petition")]
