"""The page of components, /kieu-dang/: every part of the face in every state, and screens to measure others by."""
