"""Whether the mail server takes mails, or the queue is held."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_cache_table'),
    ]

    operations = [
        migrations.AddField(
            model_name='mail',
            name='doubted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='MailServer',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('refused', models.JSONField(blank=True, default=list)),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('held_since', models.DateTimeField(blank=True, null=True)),
                ('next_try_at', models.DateTimeField(blank=True, null=True)),
                ('tries', models.PositiveIntegerField(default=0)),
                ('fault', models.CharField(blank=True, choices=[('away', 'The mail server cannot be reached.'), ('talk', 'The mail server refuses to talk to Halfhour.'), ('sign_in', 'The mail server refuses the user name or the password in EMAIL_URL.'), ('sender', 'The mail server refuses the sender in MAIL_FROM.'), ('people', 'The mail server refused several people one after the other.')], max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='mailserver_is_one'), models.CheckConstraint(condition=models.Q(models.Q(('fault', ''), ('held_since', None), ('next_try_at', None)), models.Q(('held_since__isnull', False), ('next_try_at__isnull', False), models.Q(('fault', ''), _negated=True)), _connector='OR'), name='mailserver_held_for_a_fault')],
            },
        ),
    ]
