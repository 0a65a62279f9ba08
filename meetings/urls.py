from django.urls import path

from meetings import shortlist, views

app_name = "meetings"

urlpatterns = [
    path("", views.index, name="index"),
    path("whom-to-ask/", shortlist.shortlist, name="shortlist"),
    path("<int:pk>/", views.show, name="show"),
]
