from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0018_offered_before")]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="ticked_before",
            field=ArrayField(base_field=models.CharField(max_length=30), blank=True, db_default=[], default=list, size=None),
        ),
    ]
