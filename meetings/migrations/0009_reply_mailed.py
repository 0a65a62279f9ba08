"""Which mail brought the student an answer; the answers of before were brought by none, and none will bring them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0008_confirmed"),
    ]

    operations = [
        migrations.AddField(
            model_name="reply",
            name="mailed_in",
            field=models.CharField(blank=True, default="", editable=False, max_length=200),
        ),
    ]
