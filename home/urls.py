from django.urls import path

from home import unreached, views

app_name = "home"

urlpatterns = [
    path("", views.home, name="home"),
    path("unreached/<int:pk>/", unreached.put_away, name="put_away"),
]
