from django.contrib.auth.decorators import login_required
from django.urls import path

from .views import acts, desk

urlpatterns = [
    path("review/", desk.review_desk, name="review_desk"),
    path("review/<int:pk>/", desk.write_review, name="review_write"),
    path("review/<int:pk>/conflict/", login_required(acts.DeclareConflict.as_view()), name="review_recuse"),
    path("review/<int:pk>/reopen/", login_required(acts.ReopenReview.as_view()), name="review_reopen"),
]
