"""Names and posts in labels of languages that set no mark between them: Japanese, Korean, Chinese."""

from __future__ import annotations

import re

from onrecord.text import compile_late

# What a post ends with, in Korean
_ENDS_KOREAN = (
    "장관|차관|대변인|대통령|총리|대사|수석|비서관|실장|국장|위원장|위원|의원|의장|단장|처장|청장|원장|본부장|총재|회장|대표|지사|시장|군수|교수|"
    "이사장|사장|차장|과장|조정관|심의관|보좌관|행정관|특보|후보자|팀장|센터장|소장|총장|감사관|담당관|정책관|전문위원|증인|참고인|진술인|기획관"
)
# "김도현 외교부 대변인", "김도현 위원"
_NO_NAME = r"(?!인터뷰|브리핑|기자회견|대담|연설|담화|성명|발언|간담회|취임사|축사|기고)"
_KOREAN = compile_late(
    rf"(?P<name>{_NO_NAME}[가-힣]{{2,4}})\s+(?P<post>(?:[가-힣·]{{1,12}}\s+){{0,2}}[가-힣·]{{0,12}}(?:{_ENDS_KOREAN}))"
)
# "위원장 김도현", "외교부장관 김도현"
_POST_IN_KOREAN = compile_late(
    rf"(?P<post>[가-힣\d·]{{0,14}}(?:{_ENDS_KOREAN}))(?:직무대리)?\s+(?P<name>{_NO_NAME}[가-힣]{{2,4}})"
)
# Either, of a name as most are, for a line that goes on behind it
KOREAN_HOLDER = rf"[가-힣\d·]{{0,14}}(?:{_ENDS_KOREAN})(?:직무대리)?\s+[가-힣]{{2,4}}|[가-힣]{{2,4}}\s+[가-힣·]{{0,12}}(?:{_ENDS_KOREAN})"
_JAPANESE = compile_late(
    r"(?P<name>(?!内閣|総理|国務|外務|防衛|財務|法務|総務|環境|文部|厚生|農林|経済|国土|官房|司会)[\u3040-\u9fff]{1,5}?)"
    r"(?P<post>(?:内閣総理|総理|国務|外務|防衛|財務|法務|総務|環境|文部科学|厚生労働|農林水産|経済産業|国土交通|官房|内閣官房|副|外務副|外務報道|)"
    r"(?:大臣政務官|大臣|長官|報道官|首相|総理|次官))"
)
# "国務大臣（細木茂君）", "細木茂君", "市長（細木茂）": a printed sitting
_MEMBER = compile_late(
    r"(?:(?P<post>[\u4e00-\u9fff０-９\d]{2,16})[（(])?(?P<name>[\u3040-\u9fff々][\u3040-\u9fff々 "
    r"\u3000]{0,7}[\u3040-\u9fff々])(?:君|議員|委員)[）)]?"
    r"|(?P<post_before>[\u4e00-\u9fff０-９\d]{2,16})[（(](?P<behind>[\u3040-\u9fff々][\u3040-\u9fff々 "
    r"\u3000]{0,7}[\u3040-\u9fff々])[）)]"
)
# What a post ends with, in the record of a Japanese council
_ENDS_JAPANESE = "大臣|長官|報道官|大統領|首相|議長|委員長|部長|市長|町長|村長|区長|知事|課長|局長|室長|次長|教育長|管理者|議員|委員|参事|監査委員"
# "保田茂 議長", "細木 総合部長", for a line that goes on behind it
JAPANESE_HOLDER = rf"[\u4e00-\u9fff々]{{1,6}}[ \u3000][\u3040-\u9fff々ー]{{0,12}}(?:{_ENDS_JAPANESE})"
# "細木委員長", "高岡政府参考人": in the Diet, without a space
_JAPANESE_DIET = compile_late(
    r"(?P<name>[\u4e00-\u9fff々]{1,4}?)(?P<post>(?:委員長(?:代理)?|委員|議員|政府参考人|政府特別補佐人|参考人|国務大臣|大臣政務官|副大臣|証人|公述人"
    r"|会長))"
)
_JAPANESE_COUNCIL = compile_late(
    rf"(?P<name>[\u4e00-\u9fff々]{{1,6}})[ \u3000](?P<post>[\u3040-\u9fff々ー]{{0,12}}(?:{_ENDS_JAPANESE}))"
)
# "内閣広報官": who speaks for a house, and nobody's name
_JAPANESE_ALONE = re.compile(
    r"(?:内閣|外務|防衛|財務|官邸|首相|総理|大臣官房)?(?:広報官|報道官|広報室長|報道室長|秘書官)|司会者?|幹事社?|事務局"
)
# "片委員浜市": family name, post, given name, as Taiwan prints them
_POST_INSIDE = compile_late(
    r"(?P<family>[\u4e00-\u9fff]{1,2}?)(?P<post>(?:召集|主任)?委員|(?:副)?(?:院長|秘書長|部長|署長|局長|縣長|市長|主席|司長|處長)|次長"
    r"|發言人|发言人|議員)(?P<given>(?!長|代理)[\u4e00-\u9fff]{1,2})"
)
# What a post ends with, in Chinese
_ENDS_CHINESE = (
    "发言人|發言人|部长|部長|司长|司長|局长|局長|署长|署長|处长|處長|厅长|廳長|主任|书记|書記|省长|市长|市長|院长|院長|行长|主席|秘书长|秘書長|会长|會長|总裁|"
    "總裁|大使|总统|總統|总理|總理|外长|委员|委員|议员|議員|委员长|总监|组长|組長|参赞|主持人"
)
# "细木市议员": two characters or three, and what its bearer is
_CHINESE_MEMBER = compile_late(r"(?P<name>[\u4e00-\u9fff]{2,4})(?P<post>议员|議員|立委|委員|委员)")
# "水利部副部长 细木茂"
_CHINESE = compile_late(
    rf"(?P<post>[\u4e00-\u9fff、（）()]{{0,40}}(?:{_ENDS_CHINESE}))[\s\u3000]+(?P<name>[\u4e00-\u9fff]{{2,4}})"
)
_OFFICE_IN_CHINESE = compile_late(rf"(?P<of>(?:[\u4e00-\u9fff]{{2,14}})?)(?:{_ENDS_CHINESE})")
_BODIES = tuple("局部司署處处厅廳院会會委府办辦科組组")
_LONGEST_NAME = 3
# "السيد وزير الخارجية سامي بلجين", "رئيس الحكومة": a post, what it is for, and a name whose first word has no article, or none
_ARABIC = re.compile(
    r"(?:(?:السيدة?|معالي|سعادة|دولة)\s+)*(?P<post>(?:نائبة?\s+|كاتبة?\s+)?(?:ال)?(?:وزيرة?|رئيسة?|سفيرة?"
    r"|نائبة?|عضو|المتحدثة?|الناطقة?|المندوبة?|الأمين|أمين)"
    r"(?:\s+(?:خارجية|داخلية|دفاع|مالية|عدل|صحة|تجارة|اقتصاد|زراعة|وزراء|جمهورية|حكومة|دولة|برلمان"
    r"|مجلس)\s+(?!ال)\w+)?(?:\s+(?:و?ال|و?لل|باسم\s"
    r"|لدى\s)\w+)*)(?:\s+(?:السيدة?\s+)?(?P<name>\w+(?:\s+\w+){1,3}))?"
)
# "היו\"ר אבי ורן", "שר האוצר אבי ורן"
_HEBREW = compile_late(
    r"(?P<post>(?:מ[\"״]מ\s)?(?:ה?יו[\"״]ר|ה?יושבת?[- ]ראש)(?:\sהכנסת|\sהוועדה)?|(?:סגני?ת?\s)?(?:ה?שרה?|(?:ה?משנה\sל)?ה?מנכ[\"״]לי?ת?|ח[\"״]כ|ה?דוברת?|ה?נציבת?|ה?נשיאה?"
    r"|שרת|מזכירת?|מנהלת?|ראש)(?:\sו?ה\w+)*)"
    r"\s+(?P<name>\w[\w'׳-]*(?:\s[\w'׳\"״-]+){1,3})"
)


def held_in_order(label: str) -> tuple[str, str | None] | None:
    """Return name and post of a label that sets them in its language's order: "細木外務大臣", "김도현 대변인", "위원장 김도현"."""
    if label[:1] < "\u3040":
        return None
    if inside := _POST_INSIDE.fullmatch(label):
        return inside["family"] + inside["given"], inside["post"]
    for shape in (
        _JAPANESE,
        _JAPANESE_DIET,
        _MEMBER,
        _CHINESE_MEMBER,
        _JAPANESE_COUNCIL,
        _CHINESE,
        _KOREAN,
        _POST_IN_KOREAN,
    ):
        if match := shape.fullmatch(label):
            found = match.groupdict()
            name = found["name"] or found["behind"]
            return name.replace("\u3000", " "), found["post"] or found.get("post_before")
    return None


# Languages without spaces, or with spaces between the parts of a post, that all set it behind what it is over
_ENDS_IN_POST = compile_late(
    rf"[\u3040-\u9fff々ー·・、\s]{{0,30}}(?:{_ENDS_JAPANESE}|{_ENDS_CHINESE}|大臣|長官|首相|総理|次官|報道官|大使|总理|外长|代表|主席|理事长|理事長)"
    rf"|[가-힣\s\d·]{{0,30}}(?:{_ENDS_KOREAN})"
)


def ends_in_post(phrase: str) -> bool:
    """Return whether a phrase in Chinese, Japanese or Korean ends in the word of a post: "阿文市市长", "항만부 장관"."""
    return phrase[:1] >= "\u3040" and _ENDS_IN_POST.fullmatch(phrase) is not None


def names_office_alone(label: str) -> bool:
    """Return whether a label in Chinese is an office, of a body that it names, and nobody's name: "教育局局長"."""
    if _JAPANESE_ALONE.fullmatch(label):
        return True
    label = label.removesuffix("答")  # "發言人答": the record's own word behind a post
    match = _OFFICE_IN_CHINESE.fullmatch(label)
    return match is not None and (
        not match["of"] or match["of"].endswith(_BODIES) or len(match["of"]) > _LONGEST_NAME
    )


def held_behind_post(label: str) -> tuple[str | None, str] | None:
    """Return name (None without one) and post of a label in Arabic or Hebrew, which set the post first."""
    if not "\u0590" <= label[:1] <= "\u06ff":
        return None
    match = _ARABIC.fullmatch(label) or _HEBREW.fullmatch(label)
    return (match["name"], match["post"]) if match else None


def names_post_alone(label: str) -> bool:
    """Return whether a label in Chinese, Arabic or Hebrew tells a post, and nobody's name."""
    behind = held_behind_post(label)
    return names_office_alone(label) or (behind is not None and behind[0] is None)
