"""What happened to a conversation, told to the rooms above inside the same transaction.

Nothing of it is kept here: what lasts is the timeline of the person (contacts/models/touch.py).

Each signal is sent with `meeting` (the Meeting) and `now` (aware); rooms above connect in their AppConfig.ready.
"""

from django.dispatch import Signal

asked = Signal()  # the request went out
nudged = Signal()  # a reminder went out
closed = Signal()  # kindly closed without an answer
answered = Signal()  # the contact said something: meeting.answer holds what
replied = Signal()  # the contact answered by themselves, on their page or by their calendar: meeting.reply holds how
arranged = Signal()  # a time stands, for the first time or moved
cancelled = Signal()
named = Signal()  # they named somebody; sent with `name`, `about` and `may_use_name` besides
missed = Signal()  # somebody did not come
held = Signal()
unheld = Signal()  # not held after all; sent with `held_at`, when it had been said, besides
thanked = Signal()
rested = Signal()
sent = Signal()  # a message went out; sent with `message` (a Message) besides, after the verb that it stands for
# About to change in a way that can be undone: a room above puts into the dict `before`, under its own name, what it
# will have to give back.
changing = Signal()
undone = Signal()  # undone; sent with that `before`, and `at`, when the act was, besides
