"""The packing list of one conversation, from what is known of it."""

from datetime import datetime

from accounts.models import Resume, User
from coach.packing import Item, is_office, packing_list
from meetings.models import Meeting


def items(meeting: Meeting, user: User, *, now: datetime) -> tuple[Item, ...]:
    """What `user` brings to `meeting`; knows the date of the résumé."""
    resume = Resume.objects.visible_to(user).latest_first().first()
    return packing_list(
        meeting.mode,
        formal_office=is_office(meeting.place),
        has_resume=resume is not None,
        resume_age_days=resume.age_in_days(now) if resume else None,
        minutes=meeting.minutes,
        place=meeting.place,
        own_number=bool(user.phone),
    )
