"""Words for countries and zones that people type and no table of cities holds."""

from __future__ import annotations

COUNTRY_WORDS = {
    "uk": "GB", "u.k.": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "usa": "US", "u.s.a.": "US", "u.s.": "US", "us": "US", "america": "US",
    "the united states": "US", "the us": "US", "the usa": "US", "the uk": "GB", "holland": "NL", "netherlands": "NL",
    "czech republic": "CZ", "uae": "AE", "ivory coast": "CI", "south korea": "KR", "korea": "KR", "burma": "MM",
}  # fmt: skip

ABBREVIATIONS = {
    "gmt": ("Europe/London", "UTC"), "bst": ("Europe/London",), "cet": ("Europe/Berlin",), "cest": ("Europe/Berlin",),
    "eet": ("Europe/Helsinki",), "eest": ("Europe/Helsinki",), "wet": ("Europe/Lisbon",), "msk": ("Europe/Moscow",),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"), "jst": ("Asia/Tokyo",), "aest": ("Australia/Sydney",),
    "est": ("America/New_York",), "edt": ("America/New_York",), "et": ("America/New_York",),
    "cst": ("America/Chicago", "Asia/Shanghai"), "cdt": ("America/Chicago",), "mst": ("America/Denver",),
    "mdt": ("America/Denver",), "pst": ("America/Los_Angeles",), "pdt": ("America/Los_Angeles",),
    "utc": ("UTC",), "z": ("UTC",),
}  # fmt: skip

HALF_HOURS = {
    "-03:30": "America/St_Johns", "+03:30": "Asia/Tehran", "+04:30": "Asia/Kabul", "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu", "+06:30": "Asia/Yangon", "+09:30": "Australia/Darwin",
}  # fmt: skip
