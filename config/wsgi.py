"""The door for the web server."""

import gc
import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
_django = get_wsgi_application()

# The rooms are there now.
from coach.warming import warm  # noqa: E402
from core import uploads  # noqa: E402
from core.serving import Server  # noqa: E402

application = Server(_django, threads=settings.WEB_THREADS)

# No student waits for the coach's turns of phrase. The worker judges no text, and a command seldom does: neither pays.
warm()
uploads.say_apart()

# What is loaded now stays as long as the process: the collector need not walk it again and again, and a page makes
# tens of thousands of short-lived things that reference counting frees by itself.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)

# Seconds for which a thread may work while another waits. A page takes about a hundredth: threads that interrupt each
# other within it make all of them late.
sys.setswitchinterval(0.02)
