"""The names of kinds of to-dos, and of what a calendar shows, as the screen says them now; no column changes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('followups', '0004_news'),
    ]

    operations = [
        migrations.AlterField(
            model_name='feed',
            name='followups',
            field=models.CharField(choices=[('none', 'Don’t show it'), ('days', 'As all-day entries (works in any calendar)'), ('tasks', 'As tasks (only if your calendar has tasks)')], default='days', max_length=5),
        ),
        migrations.AlterField(
            model_name='feed',
            name='names',
            field=models.CharField(choices=[('first', 'First names only'), ('whole', 'Full names')], default='first', max_length=5),
        ),
        migrations.AlterField(
            model_name='followup',
            name='kind',
            field=models.CharField(choices=[('confirm', 'Confirm'), ('debrief', 'Write down what you learned'), ('thank', 'Say thank you'), ('nudge', 'Follow up'), ('close', 'Send a final message'), ('reply', 'Thank for the reply'), ('promise', 'Promise'), ('keep', 'Keep in touch'), ('else', 'Contact someone else too'), ('again', 'Contact again'), ('connect', 'Connect on LinkedIn'), ('report', 'Tell how it went')], max_length=10),
        ),
    ]
