"""Who has read enough of the sample conversation."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_found_again")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="sample_put_away_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
