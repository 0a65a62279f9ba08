"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from coach.warming import warm

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from core import uploads  # noqa: E402 - the rooms are there now

# No student waits for the coach's turns of phrase. The worker judges no text, and a command seldom does: neither pays.
warm()
uploads.say_apart()

# What is loaded now stays as long as the process: the collector need not walk it again and again, and a page makes
# tens of thousands of short-lived things that reference counting frees by itself.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
