import centre.one_owner
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('centre', '0002_removed'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='removed',
            constraint=centre.one_owner.OneOwner(name='removed_one_owner', paths=('owner',)),
        ),
    ]
