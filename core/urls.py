from django.urls import path

from core import health, zones

app_name = "core"

urlpatterns = [
    path("place/", zones.place, name="place"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
