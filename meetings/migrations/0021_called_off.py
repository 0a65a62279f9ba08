"""Whether they were written that it is off, while it still stands here, is in the row."""

from django.db import migrations

FILL = """
UPDATE meetings_meeting AS meeting
SET has = ARRAY(SELECT DISTINCT slug FROM unnest(meeting.has || ARRAY['called_off']) AS slug ORDER BY 1)
WHERE EXISTS (
    SELECT FROM meetings_message AS letter
    WHERE letter.meeting_id = meeting.id AND letter.occasion = 'cancel'
    AND letter.sent_at >= GREATEST(meeting.begun_at, meeting.asked_at, meeting.nudged_at, meeting.answered_at,
                                   meeting.modified_at, meeting.missed_at)
    AND (meeting.starts_at IS NULL OR letter.sent_at < meeting.starts_at)
    AND NOT EXISTS (
        SELECT FROM meetings_message AS later
        WHERE later.meeting_id = meeting.id AND later.sent_at > letter.sent_at
        AND later.occasion IN ('request', 'nudge', 'confirm', 'move')
    )
)
"""
BACK = "UPDATE meetings_meeting SET has = array_remove(has, 'called_off') WHERE 'called_off' = ANY (has)"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0020_has_now")]

    operations = [migrations.RunSQL(FILL, BACK)]
