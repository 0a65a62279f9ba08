import centre.one_owner
from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_one_owner'),
        ('contacts', '0003_one_owner'),
        ('goals', '0002_one_owner'),
        ('meetings', '0002_dispatch_mail_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='dispatch',
            constraint=centre.one_owner.OneOwner(name='dispatch_one_owner', paths=('owner', 'message__meeting__owner')),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=centre.one_owner.OneOwner(name='link_one_owner', paths=('reply__meeting__owner',)),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=centre.one_owner.OneOwner(name='meeting_one_owner', paths=('owner', 'contact__owner', 'pitch__owner', 'goals__owner')),
        ),
        migrations.AddConstraint(
            model_name='message',
            constraint=centre.one_owner.OneOwner(name='message_one_owner', paths=('meeting__owner',)),
        ),
        migrations.AddConstraint(
            model_name='offer',
            constraint=centre.one_owner.OneOwner(name='offer_one_owner', paths=('reply__meeting__owner',)),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=centre.one_owner.OneOwner(name='reply_one_owner', paths=('meeting__owner',)),
        ),
    ]
