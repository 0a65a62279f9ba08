"""The labels of stages, replies and of who did not come, in plainer words; nothing of the table changes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0015_formal_office'),
    ]

    operations = [
        migrations.AlterField(
            model_name='meeting',
            name='missed_by',
            field=models.CharField(blank=True, choices=[('them', 'They didn’t come'), ('me', 'I didn’t come')], max_length=10),
        ),
        migrations.AlterField(
            model_name='meeting',
            name='stage',
            field=models.GeneratedField(db_persist=True, expression=models.Case(models.When(cancelled_at__isnull=False, then=models.Value('cancelled')), models.When(rested_at__isnull=False, then=models.Value('resting')), models.When(thanked_at__isnull=False, then=models.Value('thanked')), models.When(held_at__isnull=False, then=models.Value('held')), models.When(models.Q(('missed_at', None), ('starts_at__isnull', False)), then=models.Value('arranged')), models.When(answer='no', then=models.Value('declined')), models.When(answered_at__isnull=False, then=models.Value('answered')), models.When(closed_at__isnull=False, then=models.Value('no_answer')), models.When(asked_at__isnull=False, then=models.Value('asked')), default=models.Value('planned')), output_field=models.CharField(choices=[('planned', 'Getting ready'), ('asked', 'Asked'), ('answered', 'Replied'), ('arranged', 'Scheduled'), ('held', 'Talked'), ('thanked', 'Thanked'), ('resting', 'Closed'), ('declined', 'Said no'), ('no_answer', 'No reply'), ('cancelled', 'Cancelled')], max_length=10)),
        ),
        migrations.AlterField(
            model_name='reply',
            name='answer',
            field=models.CharField(blank=True, choices=[('accepted', 'Chose a time'), ('proposed', 'Suggests another time'), ('later', 'Not now, maybe later'), ('declined', 'No'), ('named', 'Suggested someone else'), ('cancelled', 'Cancelled'), ('quiet', 'Asked not to be contacted'), ('erased', 'Asked for their details to be deleted')], max_length=10),
        ),
    ]
