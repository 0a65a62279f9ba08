from django.urls import path

from accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.profile, name="profile"),
    path("pitches/", views.pitches, name="pitches"),
    path("resumes/", views.resumes, name="resumes"),
    path("members/", views.members, name="members"),
    path("zone/", views.zone, name="zone"),
]
