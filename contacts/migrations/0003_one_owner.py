import centre.one_owner
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0002_keys'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='contact',
            constraint=centre.one_owner.OneOwner(name='contact_one_owner', paths=('owner', 'referred_by__owner')),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=centre.one_owner.OneOwner(name='finding_one_owner', paths=('contact__owner',)),
        ),
        migrations.AddConstraint(
            model_name='touch',
            constraint=centre.one_owner.OneOwner(name='touch_one_owner', paths=('contact__owner',)),
        ),
    ]
