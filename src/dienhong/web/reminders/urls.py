"""The calendar of a council, and what belongs to a person: reminders and the feed of the calendar."""

from django.urls import path

from dienhong.web.reminders import views

council_urls = [path("<slug:council>/lich/", views.calendar_page, name="calendar")]

own_urls = [
    path("nhac-viec/", views.reminders_page, name="reminders"),
    path("lich/", views.feed_page, name="feed"),
    path("lich/thoi-dung/", views.end_feed_page, name="feed-end"),
    path("lich/<str:secret>.ics", views.feed, name="feed-file"),
]
