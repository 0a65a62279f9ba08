import centre.one_owner
from django.conf import settings
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='goal',
            constraint=centre.one_owner.OneOwner(name='goal_one_owner', paths=('owner',)),
        ),
    ]
