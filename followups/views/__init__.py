"""Pages and acts of this room."""

from followups.views.acts import done, postpone, rest, take_up
from followups.views.calendar import calendar, close_feed, feed, open_feed
from followups.views.index import index
from followups.views.promises import keep_promise, promises, release_promise, revise_promise, take_up_promise
from followups.views.reminders import reminders
from followups.views.write import keep, thank, write

__all__ = [
    "calendar",
    "close_feed",
    "done",
    "feed",
    "index",
    "keep",
    "keep_promise",
    "open_feed",
    "postpone",
    "promises",
    "release_promise",
    "reminders",
    "rest",
    "revise_promise",
    "take_up",
    "take_up_promise",
    "thank",
    "write",
]
