"""A student says where a conversation is at a formal, corporate office."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0013_held_early_frees_its_hour'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='formal_office',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
