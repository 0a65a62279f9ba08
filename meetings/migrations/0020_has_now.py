"""From here on PostgreSQL keeps the questions behind `Meeting.has` (docs/decisions/0075): each migrate ends with them.

Without a change of its own it is here so that nobody serves pages before that migrate (core/schema.py).
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("meetings", "0019_ticked_before")]

    operations = []
