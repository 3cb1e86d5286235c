"""An invented record for looking at pages: edited statements in three scripts, a copy elsewhere, a gap, an office that changes."""

from __future__ import annotations

from pathlib import Path

from onrecord import Archive

NOW = "2031-06-20T08:00:00Z"

MINISTRY = "https://ministry.tern.example"
COURIER = "https://courier.tern.example"


def page(title: str, posted: str, paragraphs: list[str], language: str = "en") -> str:
    """Return a page of an office as its site serves it."""
    words = "".join(f"<p>{each}</p>" for each in paragraphs)
    direction = ' dir="rtl"' if language == "ar" else ""
    return (
        f'<!DOCTYPE html><html lang="{language}"{direction}><head><title>{title}</title></head><body>'
        f"<main><article><h1>{title}</h1><p>{posted}</p>{words}</article></main></body></html>"
    )


ENGLISH = [
    "<b>Question:</b> Will the night ferry to Halm sail this winter?",
    "<b>Ilse Harrow:</b> The night ferry will sail on three nights of the week, and nobody has decided otherwise.",
    "<b>Question:</b> And who pays for it?",
    "<b>Ilse Harrow:</b> The harbour pays for it, as it has always done, and the harbour has not complained to us.",
]
ARABIC = [
    "تؤكد الوزارة أن المعاهدة سارية منذ ثلاث سنوات، وأنها ستبقى سارية في كل موانئ البلاد.",
    "وقالت الوزيرة إن السفن ستبحر في موعدها يوم الأحد كما كانت تفعل في كل شتاء.",
]
CHINESE = ["外交部发言人高岚表示,渡轮将在今年冬天每周航行三次,任何人都没有作出别的决定。港口一直为此付费。"]

CAPTURES = (
    # address, time, page
    (f"{MINISTRY}/news/1", "2031-02-03T08:00:00Z",
     page("Interview of Foreign Minister Ilse Harrow with Radio Halm, Tern, 2 February 2031", "3 February 2031", ENGLISH)),
    (f"{MINISTRY}/news/1", "2031-03-05T08:00:00Z",
     page("Interview of Foreign Minister Ilse Harrow with Radio Halm, Tern, 2 February 2031", "3 February 2031",
          [each.replace("three nights", "two nights").replace("and nobody has decided", "and somebody has decided")
           for each in ENGLISH])),
    (f"{COURIER}/2031/radio-halm", "2031-02-04T08:00:00Z",
     page("In full: Foreign Minister Ilse Harrow’s interview with Radio Halm", "4 February 2031", ENGLISH)),
    (f"{MINISTRY}/ar/2", "2031-02-10T08:00:00Z",
     page("بيان وزارة الخارجية بشأن المعاهدة البحرية", "10 February 2031", ARABIC, "ar")),
    (f"{MINISTRY}/ar/2", "2031-05-11T08:00:00Z",
     page("بيان وزارة الخارجية بشأن المعاهدة البحرية", "10 February 2031",
          [each.replace("ثلاث", "أربع") for each in ARABIC], "ar")),
    (f"{MINISTRY}/zh/3", "2031-05-12T08:00:00Z",
     page("外交部发言人高岚就渡轮问题答记者问", "12 May 2031", CHINESE, "zh")),
    (f"{MINISTRY}/news/4", "2031-05-20T08:00:00Z",
     page("Remarks by Prime Minister Ilse Harrow at the opening of the pier, Tern, 19 May 2031", "20 May 2031",
          ["I was Foreign Minister when this pier was a drawing, and I said then that it would be late. It is late, and it is here.",
           "I thank everybody who built it, in whatever order they came to do so."])),
)  # fmt: skip


def make_record(folder: Path) -> Path:
    """Return the folder of an archive that holds the captures."""
    pages = folder / "pages"
    pages.mkdir(parents=True)
    with Archive.create(folder / "archive", now=NOW) as archive:
        for n, (url, captured_at, text) in enumerate(CAPTURES):
            path = pages / f"{n}.html"
            path.write_text(text, encoding="utf-8")
            archive.add(path, url=url, captured_at=captured_at, now=NOW)
    return folder / "archive"
