"""/kieu-dang/: every part of the face in every state, and whole screens to measure other pages by."""
