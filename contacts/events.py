"""What happened between a student and a person, told to the rooms above inside the same transaction."""

from django.dispatch import Signal

silenced = Signal()  # they asked not to be written to; sent with `contact` and `now`
forgotten = Signal()  # they asked to be forgotten, and are; sent with `contact` and `now`
researched = Signal()  # a finding was put on their sheet or taken off it; sent with `contact`
touched = Signal()  # sent with `contact`, `kind` (a Touch.Kind) and `now` (when it happened, aware)
