"""The words of a touch and of how somebody is known are kept whole; a wider column loses nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0003_one_owner'),
    ]

    operations = [
        migrations.AlterField(
            model_name='contact',
            name='known_words',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='touch',
            name='words',
            field=models.CharField(max_length=1000),
        ),
    ]
