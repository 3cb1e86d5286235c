"""The order in which titles of further languages set a kind, a post and a name: one pattern for each."""

from __future__ import annotations

import re

from onrecord.text import compile_late

# "Dışişleri Bakanı Sayın Deniz Aksoy'un konuşması"
_TURKISH = compile_late(
    r"(?P<post>(?:[A-ZÇĞİÖŞÜ][\w]+\s+){0,4}?(?:Bakanı|Başbakan|Cumhurbaşkanı|Başkanı|Sözcüsü|Büyükelçisi"
    r"|Sekreteri|Yardımcısı|Bakan|Sözcü|Vali))\s+(?:Sayın\s+)?"
    r"(?P<name>[A-ZÇĞİÖŞÜ]\w+(?:\s+[A-ZÇĞİÖŞÜ]\w+){1,2})[’'](?:n?[ıiuü]n|ya|ye|dan|den)\b"
)
_TURKISH_POST = r"(?:[A-ZÇĞİÖŞÜ][\w]+\s+){0,3}?(?:Bakanı|Başbakan|Cumhurbaşkanı|Başkanı|Sözcüsü|Büyükelçisi|Bakan|Sözcü|Vali)"
_TURKISH_NAME = r"[A-ZÇĞİÖŞÜ]\w+(?:\s+[A-ZÇĞİÖŞÜ]\w+){1,2}?"
# "Bakan Ada Verno ile Vali Bel Olmo’nun ortak açıklaması"
TWO_BEFORE_GENITIVE = compile_late(
    rf"^(?P<post>{_TURKISH_POST})\s+(?P<name>{_TURKISH_NAME})\s+(?:ile|ve)\s+(?P<others_post>{_TURKISH_POST})\s+(?P<other>{_TURKISH_NAME})"
    r"(?=[’']|\s+(?:ortak|basın))"
)
# "विदेश मंत्री श्री अरुण मलवानी का वक्तव्य"
_HINDI = re.compile(
    r"(?P<post>(?:\S+\sमंत्रालय\sके\s|^(?:\S+\s){1,3}?|(?!(?:के|का|की|और)\s)\S+\s+)?(?:प्रधानमंत्री|राष्ट्रपति|मंत्री|प्रवक्ता|सचिव|राजदूत))\s+(?:श्रीमती|श्री"
    r"|डॉ\.?)?\s*"
    r"(?P<name>(?!(?:के|का|की|ने|और|स्तरीय|कार्यालय|बैठक|द्वारा)\s)\S+\s(?!(?:के|का|की|ने|और|बैठक|सम्मेलन"
    r"|द्वारा)\s)\S+)\s(?:का|की|के|ने|द्वारा)(?=\s)"
)
_HINDI_POST = (
    r"(?:(?:(?!(?:के|का|की|और)\s)\S+\s){1,3}?)?(?:प्रधानमंत्री|राष्ट्रपति|मंत्री|प्रवक्ता|सचिव|राजदूत|महापौर|राज्यपाल)"
)
# "बंदरगाह मंत्री रोहिणी वर्ने और महापौर अमित ओल्म का संयुक्त वक्तव्य"
_HINDI_TWO = re.compile(
    rf"^(?P<post>{_HINDI_POST})\s(?:श्रीमती\s|श्री\s)?(?P<name>\S+\s\S+)\sऔर\s(?P<others_post>{_HINDI_POST})\s(?:श्रीमती\s|श्री\s)?(?P<other>\S+\s\S+)\s(?:का|की|के|द्वारा)\s"
)
# "बंदरगाह मंत्री अनिल वर्ने से खास बातचीत": a post, a name, "with", and a talk
_HINDI_TALK = re.compile(
    r"(?P<post>(?:\S+\s+)?(?:प्रधानमंत्री|राष्ट्रपति|मंत्री|प्रवक्ता|सचिव|राजदूत))\s+(?:श्रीमती|श्री"
    r"|डॉ\.?)?\s*(?P<name>\S+\s(?!से\s)\S+)\sसे\s(?:(?:खास|ख़ास|विशेष|एक्सक्लूसिव)\s)?(?:बातचीत|साक्षात्कार"
    r"|इंटरव्यू|मुलाकात)"
)
# "خطاب الرئيس سامي بلجين في …": two words that have no article, behind a post that has one
_ARABIC = re.compile(
    r"(?P<post>(?:وزيرة?|رئيسة?)\s+ال\w+|الرئيسة?|الوزيرة?|السفيرة?)\s+(?P<name>(?!ال|في\b|حول\b|خلال\b"
    r"|أمام\b|بمناسبة|بشأن|مع\b|على\b|عن\b|إلى\b)\w{2,}\s+(?!ال|في\b)\w{2,})"
    r"(?=\s+(?:في|حول|خلال|أمام|بمناسبة|بشأن|مع|على|عن|إلى|لدى|عقب)\b|\s*$)"
)
_HEBREW_POST = r"(?:ראש הממשלה|נשיא המדינה|(?:סגני?ת?\s)?(?:ה?שר|ה?שרה|שרת|ה?נשיאה?|ה?שגריר|שגרירת|דוברת?|ראשת?\sהעיר))(?:\s(?:משרד\s)?ו?ה\w+)*"
_HEBREW_NAME = r"(?!ה|ל|עם\b|את\b)\w[\w'׳-]+\s[\w'׳-]{2,}"
# "ראיון של שרת הנמלים עדה ורנר לעיתון …": a kind, a post, what it is for, and two words more; "הצהרה משותפת של … ו…"
_HEBREW = compile_late(
    r"^(?:נוסח\s|תמליל\s)?(?:ראיון|ריאיון|נאום|דברי|הצהרת|תדרוך|הודעת|תנחומי|ברכת|תשובות|מאמר|מכתב|הרצאת|מסיבת (?:ה)?עיתונאים|(?:הצהרה|הודעה)\sמשותפת)\s(?:של\s|עם\s|מאת\s)?"
    rf"(?P<post>{_HEBREW_POST})\s(?P<name>{_HEBREW_NAME})(?=\s(?:ל|ב|עם\b|על\b|מ|ו)|\s*[,:]|\s*$)(?:\sו(?P<others_post>{_HEBREW_POST})\s(?P<other>{_HEBREW_NAME})(?=\s|$))?"
)
_ARABIC_POST = (
    r"(?:المتحدثة?|الناطقة?)(?:\s(?:الرسمية?|باسم\s(?:وزارة\s)?ال\w+))*|(?:متحدثة?|ناطقة?)\sباسم\s(?:وزارة\s)?ال\w+"
    r"|(?:وزيرة?|رئيسة?|سفيرة?|محافظ)(?:\s(?:ال\w+|جمهورية\s\w+)){1,2}|الرئيسة?|الوزيرة?|السفيرة?|المحافظ"
)
_ARABIC_NAME = r"(?!ال|في\b|حول\b|خلال\b|أمام\b|مع\b|على\b|عن\b|إلى\b|لا?ل?\w*\sفي\b)\w{2,}\s\w{3,}"
# "مقابلة السفير سامر الحلبي مع …": behind a kind and a post no verb can stand, so that a name may have an article
_ARABIC_BEHIND_KIND = compile_late(
    r"^(?:نص\s)?(?:ال)?(?:مقابلة|كلمة|خطاب|حوار|حديث|لقاء|تصريحات?|مداخلة|إحاطة|بيان|تعزية|تهنئة|ردود|مقال|رسالة|محاضرة|مؤتمر)\s"
    r"(?:(?:خاصة?|حصرية?|(?:ال)?صحفية?|تلفزيونية?|إذاعية?|مشتركة?|ترحيبية?|افتتاحية?)\s){0,2}(?:مع\s|من\s|عن\s|صادرة?\sعن\s|ألقاها\s|ألقتها\s|ألقاه\s|ل(?=وزير|رئيس|سفير))?"
    rf"(?:(?:معالي|سعادة|السيدة?)\s)?(?P<post>{_ARABIC_POST})"
    rf"\s(?P<name>{_ARABIC_NAME})(?=\s(?:في|حول|خلال|أمام|بمناسبة|بشأن|مع|على|عن|إلى|لدى|عقب|ل\w+|و\w+)\b|\s*[:،]|\s*$)"
    rf"(?:\sو(?P<others_post>{_ARABIC_POST})\s(?P<other>{_ARABIC_NAME})(?=\s|$))?"
)
_PERSIAN_POST = r"(?:وزیر(?:\sامور)?\s\w+|رئیس[\s\u200c]?جمهور|سخنگوی(?:\s\w+){1,3}?|(?:شهردار|سفیر|استاندار|معاون|نماینده)(?:\s\w+)??)"
# "سخنرانی وزیر بنادر آدا ورنا در …": a kind, a post with its field, and two words up to a preposition
_PERSIAN_BEHIND_KIND = compile_late(
    r"^(?:متن\s(?:کامل\s)?)?(?:سخنرانی|سخنان|مصاحبه|گفتگوی|گفت\W?و\W?گوی|بیانیه|پیام(?:\s(?:تسلیت|تبریک))?|پاسخ\S*|مقاله|یادداشت|نامه|نشست\sخبری)\s(?:مشترک\s)?"
    rf"(?P<post>{_PERSIAN_POST})\s(?P<name>[\w\u200c]+\s[\w\u200c]+)(?=\s(?:در|با|به|درباره|پیرامون|و|از|برای)\s|\s*$)"
    rf"(?:\sو\s(?P<others_post>{_PERSIAN_POST})\s(?P<other>[\w\u200c]+\s[\w\u200c]+)(?=\s|$))?"
)
# "گفت‌وگو با سهراب ورنا، وزیر بنادر": a kind, "with", a name and a post
_PERSIAN = re.compile(
    r"^(?:متن (?:کامل )?)?(?:گفت\W?و\W?گو\w*|گفتگو\w*|مصاحبه\w*)\s(?:\S+\s){0,3}?با\s(?:دکتر\s|آقای\s"
    r"|خانم\s)?(?P<name>\w+\s\w+)،\s(?P<post>(?:وزیر|معاون|رئیس|سخنگوی|سفیر|نماینده|استاندار"
    r"|شهردار)(?:\s\w+){0,2})(?=\s*[:،؛]|\s*$)"
)
# "北川進・港湾相に聞く"
_JAPANESE_ASKED = compile_late(
    r"^(?P<name>[\u4e00-\u9fff]{2,5})[・･](?P<post>[\u4e00-\u9fff]{2,8})(?=に聞|氏に聞|インタビュー)"
)
# "김도현 외교부 장관 연설" · "외교부 장관 김도현 기자회견"
_KOREAN_POST = r"(?:\S{1,8}[부처청실원]\s+)?(?:장관|차관|대변인|대통령|총리|대사|\S{0,6}(?:청장|처장|원장|위원장|시장|지사|의장|총장|교육감))"
_KOREAN = compile_late(
    rf"^(?P<name>[가-힣]{{2}}[가-힣](?<![의은는이가과와및도부처청실원]))\s+(?P<post>{_KOREAN_POST})(?=\s|$|,)|(?P<post_before>{_KOREAN_POST})\s+(?P<behind>(?!인터뷰|브리핑|간담회|취임사|기념사|담화문|연설문|발표문)[가-힣]{{2}}[가-힣](?<![의은는이가과와및도부처청실원]))(?=\s|$|,)"
)
# "고란희 항만부 장관·임서준 시장 공동성명"
_KOREAN_TWO = compile_late(
    rf"^(?P<name>[가-힣]{{3}})\s(?P<post>{_KOREAN_POST})\s?[·,ㆍ]\s?(?P<other>[가-힣]{{3}})\s(?P<others_post>{_KOREAN_POST})\s(?=공동|합동)"
)
# "細木副大臣会見記録": a family name of two or three characters, and none of what a ministry is for
_NO_FAMILY = "内閣|総理|国務|外務|防衛|財務|法務|総務|環境|文部|文科|厚生|厚労|農林|農水|経済|経産|国土|国交|復興|官房|各府|政府|担当|関係"
# "細木外務大臣会見記録"
_JAPANESE = compile_late(
    rf"(?:^|(?<=日)[ \u3000]?|(?<=[ \u3000]))(?:(?P<name>(?!{_NO_FAMILY})[\u4e00-\u9fff々]{{2,4}}?)(?<![国省府庁党州県])(?P<post>(?:内閣総理|総理"
    r"|国務|外務|防衛|財務|法務|総務|環境|文部科学|厚生労働|農林水産|経済産業|国土交通|復興|官房|内閣官房)(?:副)?(?:大臣|長官|報道官))"
    rf"|(?P<behind>(?!{_NO_FAMILY})[\u4e00-\u9fff々]{{2}}[\u4e00-\u9fff々]??)(?P<post_before>副大臣|大臣政務官))(?=(?:による|の)?(?:臨時|定例|就任|閣議後)*(?:記者)?(?:会見|演説|談話|挨拶|声明|インタビュー|ブリーフィング|寄稿|祝辞|祝電|弔電|スピーチ|講演|メッセージ))"
)
_HUNGARIAN_NAME = r"[A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+(?:\s[A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+){1,2}"
_HUNGARIAN_KIND = (
    r"(?:interjúja|beszéde|nyilatkozata|felszólalása|előadása|sajtótájékoztatója|expozéja|köszöntője|levele|üzenete"
    r"|közleménye|cikke|válaszai|részvétnyilvánítása|gratulációja|tájékoztatója)\b"
)
# "Halmos Gergely interjúja a Parti Rádióban" · "Halmos Gergely miniszterelnök beszéde": the name stands before its post
_HUNGARIAN = re.compile(
    r"^(?:Dr\.\s)?(?P<name>[A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+(?:\s[A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+){1,2})(?:\s(?P<post>(?:[^\W\d_A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+\s){0,4}?(?:\w*miniszter\w*|\w*elnök|államtitkár|\w*szóvivő|polgármester|nagykövet)))?"
    rf"\s(?:(?:ünnepi|évértékelő|sajtó)\s)?{_HUNGARIAN_KIND}"
)
# "Olm Bel, a kikötői hivatal szóvivője nyilatkozata": the post behind a comma, with what it is of
_HUNGARIAN_BEHIND = re.compile(
    rf"^(?P<name>{_HUNGARIAN_NAME}),\saz?\s(?P<post>(?:[^\W\d_][\w-]+\s){{0,5}}?(?:minisztere|elnöke|szóvivője|polgármestere|nagykövete|államtitkára))\s{_HUNGARIAN_KIND}"
)
_HUNGARIAN_POST = r"(?:[^\W\d_A-ZÁÉÍÓÖŐÚÜŰČŠŽ][\w-]+\s){0,3}?(?:\w*miniszter|\w*elnök|államtitkár|\w*szóvivő|polgármester|nagykövet)"
# "Verne Ada miniszter és Olm Bel polgármester közös nyilatkozata"
_HUNGARIAN_TWO = re.compile(
    rf"^(?P<name>{_HUNGARIAN_NAME})\s(?P<post>{_HUNGARIAN_POST})\sés\s(?P<other>{_HUNGARIAN_NAME})\s(?P<others_post>{_HUNGARIAN_POST})\sközös\s"
)
SHAPES = (
    (re.compile("(?:úja|de|ata|ása|ója|éja|óje|ője|nye|óje|ele|ete|kke|zai)\\b"), _HUNGARIAN),
    (re.compile("(?:úja|de|ata|ása|ója|éja|óje|ője|nye|óje|ele|ete|kke|zai)\\b"), _HUNGARIAN_BEHIND),
    (re.compile(" közös "), _HUNGARIAN_TWO),
    (re.compile("[’'](?:n?[ıiuü]n|y[ae]|d[ae]n) "), _TURKISH),
    (re.compile(" और "), _HINDI_TWO),
    (re.compile("[\u0900-\u097f]"), _HINDI),
    (re.compile("[\u0900-\u097f]"), _HINDI_TALK),
    (re.compile("[\u0621-\u064a]"), _ARABIC),
    (re.compile("[\u0621-\u064a]"), _ARABIC_BEHIND_KIND),
    (re.compile("[\u0621-\u06cc]"), _PERSIAN),
    (re.compile("[\u0621-\u06cc]"), _PERSIAN_BEHIND_KIND),
    (re.compile("[\u05d0-\u05ea]"), _HEBREW),
    (compile_late("[\uac00-\ud7a3]"), _KOREAN_TWO),
    (compile_late("[\uac00-\ud7a3]"), _KOREAN),
    (compile_late("[\u4e00-\u9fff]"), _JAPANESE),
    (compile_late("[\u4e00-\u9fff]"), _JAPANESE_ASKED),
)
PLAIN_SHAPES = (*SHAPES[:2], SHAPES[3])
"""The Hungarian and Turkish ones, of which alone a title in ASCII may be."""
