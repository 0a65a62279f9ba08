"""The door of the bare view: Django's own with nothing around it, its memory settled as in config/wsgi.py."""

import gc

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
