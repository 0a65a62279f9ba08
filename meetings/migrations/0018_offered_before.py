from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0017_first_look")]

    operations = [
        migrations.AddField(
            model_name="reply",
            name="offered_before",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
    ]
