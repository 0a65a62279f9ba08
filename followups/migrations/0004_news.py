"""Whether a member wants a mail when somebody answers: as with every other mail, until they say no."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("followups", "0003_postponed_at"),
    ]

    operations = [
        migrations.AddField(
            model_name="reminding",
            name="news",
            field=models.BooleanField(default=True),
        ),
    ]
