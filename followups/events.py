"""What happened to a promise, told inside the same transaction; each is sent with `promise` and `now`."""

from django.dispatch import Signal

promised = Signal()  # made, or worded anew with its day
ended = Signal()  # kept or released, or open again: promise.kept_at and released_at hold which
