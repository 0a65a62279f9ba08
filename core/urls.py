from django.urls import path

from core import health, unsent, zones

app_name = "core"

urlpatterns = [
    path("token/", unsent.token, name="token"),
    path("place/", zones.place, name="place"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
