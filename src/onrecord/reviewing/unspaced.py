"""Who is said to speak where names have no capitals and words no spaces: told by the post beside the name, and by particles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import Span
from onrecord.quoting.articles import UNSPACED, says_unspaced
from onrecord.reviewing.grounds import Clause
from onrecord.reviewing.tokens import Named

_LANGUAGES = ("zh", "ja", "ko")
_SIGNING = " \n\u3000—–―-（）()"
_REACH, _MARKS = 24, " \n\u3000，,。、"
_SCRIPTS = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
# "外交部发言人高岚表示：": the post, then the name, then what he does
_CHINESE = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{0,12}?(?:发言人|發言人|部长|部長|外长|外長|总理|總理|首相|总统|總統|主席|大使|议长|議長|市长|市長|省长|局长|局長|院长|院長|秘书长|秘書長|女王|国王))"
    r"(?P<name>[\u4e00-\u9fff]{2,3}?(?:·[\u4e00-\u9fff]{1,6})*|[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+)??"
    r"(?=\d|今|昨|当|在|就|对|對|则|也|还|同时|表示|指出|强调|強調|说|說|称|稱|宣布|回应|回應|告诉|介绍|介紹|透露|重申|认为|周|星期|：|，|$)"
)
# "高岚外相は10日、「…」と述べた"
_JAPANESE = re.compile(
    r"(?P<name>[\u4e00-\u9fff々\u30a1-\u30fa\u30fc・]{2,14}?|(?<![\u4e00-\u9fff々])(?![副新前元現両同各全])[\u4e00-\u9fff])?(?P<office>(?:副)?(?:首相|外相|防衛相|財務相|官房長官|大統領|外務大臣|総理大臣|大臣|長官|報道官|知事|市長|町長|村長|区長|議員|議長|代表|幹事長|委員長|書記長|局長|院長|学長|教授|大使|総裁|会長|社長|氏))"
    r"(?:は|が|も|によ(?:ると|れば))"
)
# "김하늘 외교부 장관은 10일 “…”라고 말했다"
# Behind the name nothing but what the post is over: "질문에 김하늘 대변인은" has no 질문에 for a name
_KOREAN_NAME = r"(?<![\uac00-\ud7a3])(?!(?:이날|어제|오늘|지난|당시|이어|한편|현지)\s)[\uac00-\ud7a3]{1,3}(?<!에)(?![를을는에의])[\uac00-\ud7a3]"
_KOREAN_FIELD = r"(?:[\uac00-\ud7a3]{1,8}(?:부|처|청|실|위원회|국|당|회|원|단)|원내|수석|신임|공동|상임|국무|선임|임시|전|현|제1|제2)"
_KOREAN = re.compile(
    rf"(?P<name>{_KOREAN_NAME})\s(?P<office>(?:{_KOREAN_FIELD}\s){{0,3}}?[\uac00-\ud7a3]{{0,8}}?(?:대통령|총리|장관|대변인|의원|대표|대사|시장|위원장|수석|차관|의장|총재))(?:은|는|이|가|에\s따르면)(?=\s|$)"
)
# "고란 씨는"
_KOREAN_PLAIN = re.compile(rf"(?P<name>{_KOREAN_NAME})\s?(?P<office>씨)(?:은|는|이|가|에\s따르면)(?=\s|$)")
# "。他还表示，"
_BEHIND_MARKS = re.compile(r"[\s，,、]*(?:と、?|이?라고\s|고\s)?")
# "港務大臣", "항만부 장관": what a post is over, and nobody's name
_OVER = re.compile(
    r"(?:外務|財務|法務|総務|内務|港務|商務|防衛|国防|環境|厚生|労働|農林|水産|農業|経済|産業|通商|国土|交通|運輸|文部|科学|教育|文化|司法|情報|保健|復興|内閣|官房|行政|担当|副|兼)+$"
)
_OVER_KOREAN = ("부", "처", "청", "실", "위원회")
_NO_POSTS = ("씨", "氏")
_SAYING_AT_END = re.compile(rf"(?:{UNSPACED.pattern}){{1,2}}[\s：:，,]*$")
_GOING_ON = re.compile(
    rf"[\s。，、,.]*[他她](?:并|並|还|還|也|又|接着|接著|随后|隨後|同时|同時)?(?:{UNSPACED.pattern}){{1,2}}[\s：:，,]*"
)


def is_unspaced_text(text: str, language: str | None) -> bool:
    """Return whether an article is in Chinese, Japanese or Korean: by what it says of itself, else by its letters."""
    if language is not None:
        return language.lower().startswith(_LANGUAGES)
    sample = text[:4_000]
    return 3 * len(_SCRIPTS.findall(sample)) > sum(map(str.isalpha, sample)) > 0


def named_with_posts(text: str) -> dict[str, str]:
    """Return whom the text names with a post anywhere, with the post: of these the name alone is enough."""
    found: dict[str, str] = {}
    for pattern in (_KOREAN, _KOREAN_PLAIN, _JAPANESE, _CHINESE):
        for match in pattern.finditer(text):
            if name := _name_in(match):
                found.setdefault(name, match["office"])
    return found


def goes_on_unspaced(text: str, gap: Span) -> bool:
    """Return whether nothing but "he said" in Chinese stands between two quotations."""
    return _GOING_ON.fullmatch(text, *gap) is not None


def clause_unspaced(text: str, before: Span, behind: Span, posts: Mapping[str, str]) -> Clause | None:
    """Return whom the sentence before a quotation names as speaking, if it or the words behind say that somebody speaks.

    `posts` are those whom the article names with a post anywhere.
    """
    lead, tail = text[slice(*before)], text[behind[0] : min(behind[1], behind[0] + _REACH)]
    if label := _label(lead, before[0], posts):
        return label
    if not (says_unspaced(lead) or says_unspaced(tail)):
        return None
    for pattern in (_KOREAN, _KOREAN_PLAIN, _JAPANESE, _CHINESE):
        found = list(pattern.finditer(lead))
        if found:
            return Clause("post_before", _named(found[-1], before[0]))
        opening = _BEHIND_MARKS.match(tail)
        if not says_unspaced(lead) and opening and (first := pattern.match(tail, opening.end())):
            return Clause("behind", _named(first, behind[0]))
    return (
        _ended_with_name(lead, before[0], posts)
        or _begun_with_name(lead, before[0], posts, "before")
        or (
            _begun_with_name(tail, behind[0], posts, "behind")
            if says_unspaced(tail) and not says_unspaced(lead)
            else None
        )
    )


def signed_unspaced(text: str, lead: Span, posts: Mapping[str, str]) -> Clause | None:
    """Return whom a line below a quotation names, "— 高岚", where somebody of that name has a post elsewhere in the article."""
    name = text[slice(*lead)].strip(_SIGNING)
    if name not in posts:
        return None
    start = text.index(name, lead[0])
    return Clause("line_below", Named(name, (start, start + len(name)), name, None))


def _begun_with_name(lead: str, at: int, posts: Mapping[str, str], rule: str) -> Clause | None:
    """ "高岚说：" where somebody of that name has a post elsewhere in the article: the name begins the clause."""
    opening = len(lead) - len(lead.lstrip(_MARKS))
    name = max((name for name in posts if lead.startswith(name, opening)), key=len, default=None)
    if name is None:
        return None
    span = at + opening, at + opening + len(name)
    return Clause(rule, Named(name, span, name, None))


def _label(lead: str, at: int, posts: Mapping[str, str]) -> Clause | None:
    """ "高岚：“…”": such a name and a colon, alone before the quotation."""
    name = lead.strip().rstrip("：:")
    if name not in posts or name == lead.strip():
        return None
    start = at + lead.index(name)
    return Clause("label", Named(name, (start, start + len(name)), name, None))


def _ended_with_name(lead: str, at: int, posts: Mapping[str, str]) -> Clause | None:
    """ "另一份报纸称高岚说：": such a name right before the word of saying that ends the clause."""
    saying = _SAYING_AT_END.search(lead)
    name = max(
        (name for name in posts if saying and lead.endswith(name, 0, saying.start())), key=len, default=None
    )
    if saying is None or name is None:
        return None
    span = at + saying.start() - len(name), at + saying.start()
    return Clause("before", Named(name, span, name, None))


def _named(match: re.Match[str], at: int) -> Named:
    span = match.start() + at, at + max(match.end("name"), match.end("office"))
    if match["name"]:
        span = at + min(match.start("name"), match.start("office")), span[1]
    text = match.string[span[0] - at : span[1] - at]
    name = _name_in(match)
    office = match["office"] if name == match["name"] else text.replace(name or "", "", 1).strip()
    return Named(text, span, name, None if office in _NO_POSTS else office)


def _name_in(match: re.Match[str]) -> str | None:
    """The name beside a post, without what the post is over: 高嵐 of "高嵐港務大臣", None of "港務大臣"."""
    name = match["name"]
    if match.re is _KOREAN and name and name.endswith(_OVER_KOREAN):
        return None
    if match.re is _JAPANESE and name:
        return _OVER.sub("", name) or None
    return name
