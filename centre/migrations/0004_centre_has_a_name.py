"""Every mail names the centre, so it has a name; where somebody left it blank it gets the one it began with."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('centre', '0003_one_owner'),
    ]

    operations = [
        migrations.RunSQL(
            "UPDATE centre_centre SET name = 'Career Centre' WHERE name = ''", migrations.RunSQL.noop
        ),
        migrations.AddConstraint(
            model_name='centre',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='centre_has_a_name'),
        ),
    ]
