from django.urls import path

from accounts.views import invitations, members, pitches, profile, resumes

app_name = "accounts"

urlpatterns = [
    path("", profile.profile, name="profile"),
    path("zone/", profile.zone, name="zone"),
    path("pitches/", pitches.pitches, name="pitches"),
    path("pitches/begin/", pitches.begin_pitch, name="begin_pitch"),
    path("pitches/measure/", pitches.measure_pitch, name="measure_pitch"),
    path("pitches/removed/<int:pk>/restore/", pitches.restore_pitch, name="restore_pitch"),
    path("pitches/<int:pk>/", pitches.pitch, name="pitch"),
    path("pitches/<int:pk>/drop/", pitches.drop_pitch, name="drop_pitch"),
    path("resumes/", resumes.resumes, name="resumes"),
    path("resumes/keep/", resumes.keep_resume, name="keep_resume"),
    path("resumes/removed/<int:pk>/restore/", resumes.restore_resume, name="restore_resume"),
    path("resumes/<int:pk>/", resumes.resume, name="resume"),
    path("resumes/<int:pk>/drop/", resumes.drop_resume, name="drop_resume"),
    path("members/", members.members, name="members"),
    path("members/<int:pk>/deactivate/", members.deactivate, name="deactivate"),
    path("members/<int:pk>/reactivate/", members.reactivate, name="reactivate"),
    path("members/invite/", invitations.invite, name="invite"),
    path("members/invitations/", invitations.invitations, name="invitations"),
    path("members/invitations/<int:pk>/again/", invitations.invite_again, name="invite_again"),
    path("members/invitations/<int:pk>/withdraw/", invitations.withdraw, name="withdraw"),
    path("invitation/<str:secret>/", invitations.accept, name="accept"),
]
