"""What happened between a student and a person, told to the rooms above inside the same transaction."""

from django.dispatch import Signal

touched = Signal()  # sent with `contact`, `kind` (a Touch.Kind) and `now` (when it happened, aware)
