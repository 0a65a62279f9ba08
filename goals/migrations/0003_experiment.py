"""Something small to try for a goal, with its day and what came of it."""


import centre.one_owner
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0002_one_owner'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Experiment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('revision', models.PositiveIntegerField(default=0)),
                ('edit_session', models.CharField(blank=True, default='', editable=False, max_length=36)),
                ('text', models.CharField(max_length=300)),
                ('try_on', models.DateField()),
                ('planned_at', models.DateTimeField()),
                ('tried_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('learned', models.TextField(blank=True)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='experiments', to='goals.goal')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['owner'], name='experiment_by_owner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='experiment_says_something'), models.CheckConstraint(condition=models.Q(('tried_at', None), ('dropped_at', None), _connector='OR'), name='experiment_tried_or_dropped'), centre.one_owner.OneOwner(name='experiment_one_owner', paths=('owner', 'goal__owner'))],
            },
        ),
    ]
