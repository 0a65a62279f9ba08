"""A centre may choose the language that its pages are read in."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("centre", "0005_versioned_dates"),
    ]

    operations = [
        migrations.AddField(
            model_name="centre",
            name="language",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
    ]
