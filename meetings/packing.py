"""What to have ready for one conversation, from what is known of it."""

from datetime import datetime

from accounts.models import Resume, User
from coach.packing import PackingList, packing_list
from meetings.models import Meeting


def things(meeting: Meeting, user: User, *, now: datetime) -> PackingList:
    """What `user` gets ready for `meeting`; knows the date of the résumé."""
    resume = Resume.objects.visible_to(user).latest_first().first()
    return packing_list(
        meeting.mode,
        formal_office=meeting.formal_office,
        has_resume=resume is not None,
        resume_age_days=resume.age_in_days(now) if resume else None,
    )
