import centre.one_owner
from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('contacts', '0003_one_owner'),
        ('followups', '0001_initial'),
        ('meetings', '0003_one_owner'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='feed',
            constraint=centre.one_owner.OneOwner(name='feed_one_owner', paths=('owner',)),
        ),
        migrations.AddConstraint(
            model_name='followup',
            constraint=centre.one_owner.OneOwner(name='followup_one_owner', paths=('owner', 'contact__owner', 'meeting__owner', 'promise__owner')),
        ),
        migrations.AddConstraint(
            model_name='promise',
            constraint=centre.one_owner.OneOwner(name='promise_one_owner', paths=('owner', 'contact__owner', 'meeting__owner')),
        ),
        migrations.AddConstraint(
            model_name='reminding',
            constraint=centre.one_owner.OneOwner(name='reminding_one_owner', paths=('owner',)),
        ),
    ]
