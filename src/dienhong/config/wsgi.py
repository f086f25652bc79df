"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.config.settings")
application = get_wsgi_application()
gc.freeze()  # what is loaded by now stays: the collector need not walk it again and again
