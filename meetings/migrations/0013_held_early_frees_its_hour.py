"""A conversation that was held before its hour no longer keeps that hour from another one."""

import django.contrib.postgres.constraints
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0012_times_put'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='meeting',
            name='meeting_no_double_booking',
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('cancelled_at', None), ('missed_at', None), ('starts_at__isnull', False), models.Q(('held_at', None), ('held_at__gte', models.F('starts_at')), _connector='OR')), expressions=[(models.Func(models.F('owner_id'), models.F('owner_id'), models.Value('[]'), function='int8range'), '&&'), (models.Func(models.F('starts_at'), models.F('ends_at'), function='tstzrange'), '&&')], name='meeting_no_double_booking'),
        ),
    ]
