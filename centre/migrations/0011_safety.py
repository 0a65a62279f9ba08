"""The centre may write what students read about staying safe; where it writes nothing, ours stands."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('centre', '0010_how_requests_explain_and_end'),
    ]

    operations = [
        migrations.AddField(
            model_name='centre',
            name='safety_points',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='centre',
            name='safety_reminder',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='centre',
            name='safety_tell',
            field=models.TextField(blank=True),
        ),
    ]
