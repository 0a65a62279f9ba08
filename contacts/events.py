"""What happened between a student and a person, told to the rooms above inside the same transaction."""

from django.dispatch import Signal

reached = Signal()  # by what they are recognised may be new; sent with `contact`
silenced = Signal()  # they asked not to be written to; sent with `contact` and `now`
forgotten = Signal()  # they asked to be forgotten, and are; sent with `contact` and `now`
# They are about to be locked, for what also changes the conversations with them: these are locked before them (the
# order of core/locking.py), and refreshed when the act ends. Sent with `contact`.
locking = Signal()
touched = Signal()  # sent with `contact`, `kind` (a Touch.Kind) and `now` (when it happened, aware)
