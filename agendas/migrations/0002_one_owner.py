import centre.one_owner
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('agendas', '0001_initial'),
        ('contacts', '0003_one_owner'),
        ('goals', '0002_one_owner'),
        ('meetings', '0003_one_owner'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='agenda',
            constraint=centre.one_owner.OneOwner(name='agenda_one_owner', paths=('meeting__owner',)),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=centre.one_owner.OneOwner(name='question_one_owner', paths=('agenda__meeting__owner', 'finding__contact__owner', 'goals__owner')),
        ),
    ]
