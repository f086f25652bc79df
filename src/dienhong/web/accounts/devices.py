"""What a browser calls itself, in words a person recognises."""

# The order matters: Edge also says Chrome, Chrome also says Safari, Android also says Linux.
BROWSERS = [
    ("Edg", "Edge"),
    ("coc_coc_browser", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
]
SYSTEMS = [
    ("Windows", "máy tính Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "điện thoại hoặc máy tính bảng Android"),
    ("Macintosh", "máy tính Mac"),
    ("Linux", "máy tính Linux"),
]


def device(user_agent: str) -> str:
    """“Chrome trên máy tính Windows”, from a User-Agent header; a plain word for what is not known."""
    browser = _first(BROWSERS, user_agent) or "Trình duyệt khác"
    system = _first(SYSTEMS, user_agent)
    return f"{browser} trên {system}" if system else browser


def _first(names: list[tuple[str, str]], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
