from django.db import migrations

from dienhong.registers.search import words_index


class Migration(migrations.Migration):
    dependencies = [("reception", "0002_counting_index")]

    operations = [words_index("reception_letter")]
