"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from dienhong.kernel.memory import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dienhong.config.settings")
application = get_wsgi_application()
settle()
