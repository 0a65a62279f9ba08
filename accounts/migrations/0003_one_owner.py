import centre.one_owner
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_one_writing'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='pitch',
            constraint=centre.one_owner.OneOwner(name='pitch_one_owner', paths=('owner',)),
        ),
        migrations.AddConstraint(
            model_name='resume',
            constraint=centre.one_owner.OneOwner(name='resume_one_owner', paths=('owner',)),
        ),
    ]
