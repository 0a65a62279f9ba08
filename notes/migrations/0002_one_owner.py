import centre.one_owner
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('agendas', '0002_one_owner'),
        ('contacts', '0003_one_owner'),
        ('meetings', '0003_one_owner'),
        ('notes', '0001_initial'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='debrief',
            constraint=centre.one_owner.OneOwner(name='debrief_one_owner', paths=('meeting__owner',)),
        ),
        migrations.AddConstraint(
            model_name='namedperson',
            constraint=centre.one_owner.OneOwner(name='named_one_owner', paths=('meeting__owner', 'contact__owner')),
        ),
        migrations.AddConstraint(
            model_name='note',
            constraint=centre.one_owner.OneOwner(name='note_one_owner', paths=('meeting__owner', 'question__agenda__meeting__owner')),
        ),
        migrations.AddConstraint(
            model_name='timer',
            constraint=centre.one_owner.OneOwner(name='timer_one_owner', paths=('meeting__owner',)),
        ),
    ]
