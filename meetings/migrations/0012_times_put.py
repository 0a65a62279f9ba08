"""A letter remembers which sentences about the times were put into it; of one that waits, ours is found in its words."""

from django.db import migrations, models

FIND = r"""
UPDATE meetings_message
SET times_put = jsonb_build_array(jsonb_build_array(
    found.words[1], regexp_replace(found.words[2], ', or another time$', '')
))
FROM (
    SELECT id, regexp_match(body, '(If it helps, I could offer (\S+? \S+? \S+?, [^\n]*?)\.)(?:\s|$)') AS words
    FROM meetings_message
    WHERE sent_at IS NULL AND revision > 0 AND occasion = 'request'
) AS found
WHERE meetings_message.id = found.id AND found.words IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0011_link_shown_again'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='times_put',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RunSQL(FIND, migrations.RunSQL.noop),
    ]
