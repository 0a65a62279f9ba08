from django.urls import path

from centre import views

app_name = "centre"

urlpatterns = [
    path("", views.show, name="show"),
    path("accent-<int:revision>.css", views.accent, name="accent"),
    path("logo/<int:revision>/", views.logo, name="logo"),
]
