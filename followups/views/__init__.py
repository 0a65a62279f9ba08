"""Pages and acts of this room."""

from followups.views.acts import done, postpone, rest, undo
from followups.views.calendar import calendar, close_feed, feed, open_feed
from followups.views.index import index
from followups.views.promises import keep_promise, promises, release_promise, reopen_promise, revise_promise
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
    "reopen_promise",
    "rest",
    "revise_promise",
    "thank",
    "undo",
    "write",
]
