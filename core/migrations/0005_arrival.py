"""What came to the centre's own address, counted."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_installation'),
    ]

    operations = [
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('came_back', 'Reports of a mail that came back, each told to whom it concerns'), ('unclear', 'Reports that do not say which mail came back'), ('delayed', 'Notes that a mail takes longer'), ('calendar', 'Answers of calendars, taken down as they were given'), ('passed_on', 'Answers passed on to whom they were meant for'), ('automatic', 'Automatic answers, such as notes of absence'), ('other', 'Anything else, which lies in that mailbox for you to read')], max_length=10)),
                ('day', models.DateField()),
                ('number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'kind'), name='arrival_one_count_a_day')],
            },
        ),
    ]
