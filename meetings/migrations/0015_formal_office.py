"""A student says where a conversation is at a formal, corporate office."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0014_labels_in_plain_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='formal_office',
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
