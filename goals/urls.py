from django.urls import path

from goals import views

app_name = "goals"

urlpatterns = [
    path("", views.index, name="index"),
    path("aim/", views.aim, name="aim"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/revise/", views.revise, name="revise"),
    path("<int:pk>/reach/", views.reach, name="reach"),
    path("<int:pk>/let-go/", views.let_go, name="let_go"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
]
