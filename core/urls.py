from django.urls import path

from core import health, unsent

app_name = "core"

urlpatterns = [
    path("token/", unsent.token, name="token"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
