"""How many people a contact named by way of their page: of the answers that stand, the one in each."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0006_before_rest_and_offer'),
    ]

    operations = [
        migrations.AddField(
            model_name='reply',
            name='people_named',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RunSQL("UPDATE meetings_reply SET people_named = 1 WHERE named <> ''", migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(('people_named__lte', 5)), name='reply_names_few'),
        ),
    ]
