"""Whether the time as it stands was confirmed in a letter stands in the row, as what matters next depends on it."""

from django.db import migrations

FILL = """
UPDATE meetings_meeting AS meeting
SET has = ARRAY(SELECT DISTINCT unnest(array_append(meeting.has, 'confirm')) ORDER BY 1)
WHERE EXISTS (
    SELECT FROM meetings_message AS message
    WHERE message.meeting_id = meeting.id AND message.occasion = 'confirm' AND message.sent_at >= meeting.modified_at
)
"""
EMPTY = "UPDATE meetings_meeting SET has = array_remove(has, 'confirm') WHERE 'confirm' = ANY (has)"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0007_people_named")]

    operations = [migrations.RunSQL(FILL, EMPTY)]
