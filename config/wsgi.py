"""The door for the web server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

# What is loaded now stays as long as the process: the collector need not walk it again and again, and a page makes
# tens of thousands of short-lived things that reference counting frees by itself.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
