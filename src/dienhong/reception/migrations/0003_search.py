from django.db import migrations

from dienhong.registers.trigrams import trigram_index


class Migration(migrations.Migration):
    dependencies = [("reception", "0002_counting_index")]

    operations = [trigram_index("reception_letter")]
