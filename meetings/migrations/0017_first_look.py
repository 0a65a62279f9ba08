"""Whether a first look was taken stands in the row; research is done by more facts than it asks for."""

from django.db import migrations

FILL = """
UPDATE meetings_meeting AS meeting
SET has = ARRAY(
    SELECT DISTINCT slug FROM unnest(array_remove(meeting.has, 'research') || found.slugs) AS slug ORDER BY 1
)
FROM (
    SELECT contact_id, ARRAY['look'] || CASE WHEN count(*) > 2 THEN ARRAY['research'] ELSE ARRAY[]::text[] END AS slugs
    FROM contacts_finding GROUP BY contact_id HAVING count(*) > 1
) AS found
WHERE found.contact_id = meeting.contact_id
"""
LESS = """
UPDATE meetings_meeting AS meeting SET has = array_remove(has, 'research')
WHERE 'research' = ANY (has)
AND (SELECT count(*) FROM contacts_finding AS finding WHERE finding.contact_id = meeting.contact_id) < 3
"""
BACK = """
UPDATE meetings_meeting AS meeting
SET has = ARRAY(
    SELECT DISTINCT slug FROM unnest(
        array_remove(meeting.has, 'look')
        || CASE WHEN EXISTS (SELECT FROM contacts_finding AS finding WHERE finding.contact_id = meeting.contact_id)
           THEN ARRAY['research'] ELSE ARRAY[]::text[] END
    ) AS slug ORDER BY 1
)
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0016_stages_in_plain_words"), ("contacts", "0010_why_them")]

    operations = [migrations.RunSQL(FILL, BACK), migrations.RunSQL(LESS, migrations.RunSQL.noop)]
