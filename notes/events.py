"""What happened to the notes of a conversation, told to the rooms above inside the same transaction."""

from django.dispatch import Signal

debriefed = Signal()  # sent with `meeting` and `now` (aware) when its debrief is done
