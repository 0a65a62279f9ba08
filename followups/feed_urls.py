from django.urls import path

from followups.views.calendar import feed

app_name = "feeds"

urlpatterns = [path("<secret:secret>.ics", feed, name="feed")]
