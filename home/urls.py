from django.urls import path

from home import views

app_name = "home"

urlpatterns = [
    path("", views.home, name="home"),
    path("unreached/<int:pk>/", views.put_away, name="put_away"),
    path("unreached/<int:pk>/show-again/", views.show_again, name="show_again"),
]
