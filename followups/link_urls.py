"""Links in reminders; they stand below /r/, where nothing is logged, cached or listed (core/links.py)."""

from django.urls import path

from followups.views.mailed import do

app_name = "reminders"

urlpatterns = [path("<str:token>/", do, name="do")]
