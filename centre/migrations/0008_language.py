"""A centre may choose the language that its pages are read in."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("centre", "0007_rhythm_in_plain_words"),
    ]

    operations = [
        migrations.AddField(
            model_name="centre",
            name="language",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
    ]
