"""Kinds of short lines that sites print around words, by stems of words in many languages: "Share this page", "1,204 views".

A line is of a kind where it is short, ends no sentence, and holds a stem of the kind; of verbs, at its beginning or end, as
the languages set them. What somebody says ends a sentence, or is longer: the caller asks only about lines at the edge of words.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

from onrecord.reading.words.caseless import caseless, lowered
from onrecord.reading.words.pieces import Pieces, Several, alternatives_of, pieces_of
from onrecord.text import compile_late, count_words

_LONGEST = 90  # characters
_MOST_WORDS = 6
_STOPS = frozenset(".!?…。！？؟।։;")
_CLOSE = "\"'”’»)]」』"
_COUNT = re.compile(r"[(（]\s*\d{1,4}\s*[)）]")
# "0:00 / 4:12": where a player stands
_PLAYED = re.compile(r"\W*\d{1,3}:\d{2}(?::\d{2})?\s*[/|–-]\s*\d{1,3}:\d{2}(?::\d{2})?\W*")
_DIGIT = re.compile(r"\d")
# "← Minister opens school", "Budget statement →": the pages before and behind; "»" and "«" are marks of quotations as well
_ARROW = re.compile(r"\s*[←‹⟵]\s*\S|.*\S\s*[→›⟶]\s*$")


class _Stems:
    """Stems of a kind: what begins a line or ends it; `inside`: what may stand anywhere in it."""

    def __init__(self, edge: str, inside: str = "", most: int = _MOST_WORDS, counted: bool = False) -> None:
        self._edge = _joined(edge)
        self._inside = caseless(rf"(?:{_joined(inside)})") if inside else None
        self._most = most
        self._counted = counted

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return alternatives_of(self._edge) if self._edge else ()

    @cached_property
    def _at_edge(self) -> list[re.Pattern[str]]:
        return [compile_late(rf"\W*(?:{stem})|.*(?:{stem})\w{{0,4}}\W*$") for stem in self._stems]

    @cached_property
    def _pieces(self) -> Pieces:
        """By these a line that holds none of the stems need not be looked through for each at each of its letters."""
        return pieces_of(self._stems)

    @cached_property
    def pieces(self) -> Pieces:
        """What must stand in a line for any of the stems to be there."""
        inside = self._inside.pieces if self._inside else Pieces((), ())
        return Pieces(self._pieces.all + inside.all, self._pieces.plain + inside.plain)

    def may_be_in(self, lower: str) -> bool:
        return bool(self.pieces.stand_in(lower))

    def are_in(self, lower: str, words: int) -> bool:
        if words > self._most or (self._counted and not _DIGIT.search(lower)):
            return False
        # Of dozens of stems one or two may stand in a line: no other need even be compiled.
        if any(self._at_edge[number].match(lower) for number in set(self._pieces.stand_in(lower))):
            return True
        return self._inside is not None and self._inside.find(lower) is not None


def _joined(words: str) -> str:
    return "|".join(word.strip() for word in words.split("|"))


_KINDS = {
    "share": _Stems(
        r"\bshare\b|\bteilen\b|\bpartage[rz]?\b|\bcompart(?:ir|e|a|ilhar|ilhe)\b|поделит(?:ься|есь)|поділит(?:ися|ися)|поширити"
        r"|分享|シェア|共有|공유|مشاركة|\bشارك|साझा कर|शेयर कर|\bcondividi\b|\budostępnij\b|\bpaylaş\b|κοινοποίηση|κοινοποιήστε"
        r"|μοιραστείτε|\bשתפו?\b|\bשיתוף\b|اشتراک.?گذاری|هم.?رسانی|\bdelen\b|\bdela\b|\bdel\b(?= )|\bjaa\b|\bsdílet\b|\bzdieľať\b|\bdistribuie\b|\bmegosztás\b"
        r"|\bподели\b|\bpodijeli\b|\bpodeli\b|\bdeli\b|\bbagikan\b|\bchia sẻ\b|แชร์|\bcompàrtir\b|\bpartilhar\b"
    ),
    "print": _Stems(
        r"\bprint(?:er)?\b|\bdrucken\b|\bdruckversion\b|\bdruckansicht\b|\bimprimer\b|\bimprimable\b|\bimprim(?:[ie]r|e|a)\b|\bimpressão\b|распечатать|для печати|роздрукувати"
        r"|для друку|打印|列印|印刷|인쇄|طباعة|للطباعة|प्रिंट|\bstampa(?:bile)?\b|\bdrukuj\b|\bdo druku\b|\byazdir\b|\byazdir\b|εκτύπωση|εκτυπώσιμη|הדפסה|להדפסה|\bچاپ"
        r"|\bafdrukken\b|\bskriv ut\b|\budskriv\b|\btulosta\b|\btisk\b|\bnyomtat\w*|\bprintează\b"
    ),
    "download": _Stems(
        r"\bdownload(?:en|s)?\b|herunterladen|télécharger|\bdescargar?\b|скачать|завантажити|下载|下載|ダウンロード|다운로드|내려받기|\bتحميل|\bتنزيل"
        r"|डाउनलोड|\bscarica\b|\bbaixar\b|\bdescarregar\b|\btransferir\b|\bpobierz\b|\bindir\b|\bλήψη\b|הורדה|להורדה|دانلود|دریافت فایل"
        r"|\bstáhnout\b|\bladda ner\b|\blast ned\b|\blataa\b|\bletöltés\b",
        r"\bpdf\b",
    ),
    "views": _Stems(
        "",
        r"\bviews?\b|\baufrufe\b|\bvues?\b|\bvisitas\b|\bvisualiz\w+|\bvisite\b|\bacessos\b|просмотр|прочитан|перегляд|浏览|瀏覽|点击|點閱|阅读|閱讀|阅览|閲覧|アクセス数|조회|مشاهدة|المشاهدات|زيارة"
        r"|\bدृश्य|दृश्य|बार देखा|व्यूज|wyświetl|odsłon|odczyt|görüntülen|okunma|προβολ|εμφανίσεις|צפיות|نمایش|بازدید|\bhits\b|\bvisningar\b|\bvisninger\b|\bweergaven\b|\bzhlédnutí\b|\blượt xem\b|\bdibaca\b",
        most=5,
        counted=True,
    ),
    "media": _Stems(
        r"\blisten (?:to|here)|\bwatch (?:the|this|video|live|here)|\bplay (?:the )?(?:audio|video)|\b(?:seite |text |artikel )?vorlesen\b|\bvorlesen lassen\b|\banhören\b|\bécouter?\b|\bescuchar?\b|\bouvir\b|\bouça\b|\bascolta\b|прослушать|прослухати|\bслушать\b|朗读|收听|播放"
        r"|読み上げ|再生|音声|聞く|듣기|재생|\bاستمع|استماع|\bتشغيل|सुनें|चलाएँ|\bposłuchaj|\bodsłuchaj|\bodtwórz|\bdinle|\boynat\b|\bizle(?:yin)?\b|ακούστε|αναπαραγωγή|האזינו|האזנה|\bהפעל|\bצפו\b|بشنوید|\bپخش|\bbeluister|\blyssna|\blytt\b",
        r"\bvideos?\b|\bvideo(?:aufzeichnung|mitschnitt)?\b|\bvidéo\b|\bvídeo\b|\bvidео\b|видео|відео|视频|影片|動画|映像|영상|동영상|فيديو|वीडियो|\bnagrani[ea]\b|\bwideo\b|βίντεο|סרטון|וידאו|ویدیو|\baudio\b|аудио|аудіо|音频|오디오|ऑडियो|ήχου|\bpodcasts?\b|подкаст",
        most=8,
    ),
    "comments": _Stems(
        "",
        r"\bcomments?\b|\bleave a reply\b|\blaisser une réponse\b|\bdeja una respuesta\b|\bdeixe uma resposta\b|\bschreibe eine antwort\b|\bkommentare?\b|\bkommentieren\b|\bcommentaires?\b|\bcomentar\w*|комментари[йяев]+|комментировать|коментар\w*|\bкомментари\w*|\bcomentários?\b|评论|評論|留言|コメント|댓글|\bالتعليقات?\b|تعليقا?\b|تعليقات|टिप्पणी|टिप्पणियाँ"
        r"|\bcommento\b|\bcommenti\b|\bkomentarz\w*|\byorum\w*|σχόλι[οα]|תגובה|תגובות|\bنظر(?:ات|ی)?\b|\breacties?\b|\bkommentarer?\b|\bkommentit?\b|\bkomentář\w*|\bhozzászólás\w*",
        most=4,
    ),
    "newsletter": _Stems(
        r"^(?:boletín|boletim|bülten|infolettre)$|\bsubscribe\b|\bsign up\b|\babonnieren\b|\babonnez-vous\b|\bs[’']abonner\b|\bs[’']inscrire\b|\bsuscribirse\b|\bsuscríbase\b|\bsuscribir\b|подписаться|підписатися|оформить подписку|оформити підписку|订阅|訂閱|購読|구독|\bاشترك\b|الاشتراك|सदस्यता"
        r"|\biscriviti\b|\bassinar\b|\bassine\b|\bcadastre-se\b|\bzapisz się\b|\babone ol|\bεγγραφή\b|εγγραφείτε|\bהרשמה\b|\bהירשמו\b|\bעضویت\b|\bعضویت\b|\bprenumerera\b|\babonneer\b|\btilmeld\b",
        r"\bnewsletters?\b|\binfolettre\b|\blettre d[’']information\b|\bboletín (?:de noticias|informativo|electrónico)\b|\bрассылк[аиу]\b|\bрозсилк[аиу]\b|邮件订阅|電子報|メールマガジン|뉴스레터|النشرة (?:البريدية|الإخبارية)|न्यूज़लेटर|न्यूज़लैटर|\be-?bülten\b|ενημερωτικό δελτίο|ניוזלטר|ידיעון|خبرنامه|\bnyhetsbrev\b|\bnieuwsbrief\b|\buutiskirje\b|\bhírlevél\b",
    ),
    "cookies": _Stems(
        r"\baccept (?:all|cookies)|\bcookies?\b|\balle akzeptieren\b|\b(?:tout|tous) accepter\b|\baccepter tout\b|\baceptar (?:todas|todo|cookies)\b|принять (?:все|всё)|прийняти (?:всі|усі|все)|全部接受|接受全部|すべて(?:同意|許可|受け入れ)|모두 (?:동의|허용|수락)|قبول الكل|موافقة على الكل|सभी स्वीकार|\baccetta tutt[io]\b"
        r"|\baceitar tud?o[st]*\b|\baceitar todos\b|\b(?:akceptuj|zaakceptuj) wszystkie\b|\btümünü kabul|αποδοχή όλων|\bאישור הכו?ל\b|אשר הכל|پذیرش همه|\balles accepteren\b|\bacceptera alla\b|\bgodta alle\b",
        r"クッキー|쿠키|कुकी|الكوكيز|עוגיות|کوکی|\bçerez|файлы cookie",
    ),
    "up": _Stems(
        r"\bback to (?:the )?top\b|\btop of (?:the )?page\b|\bto top\b|\bnach oben\b|\bseitenanfang\b|\bhaut de (?:la )?page\b|\bretour en haut\b|\bvolver arriba\b|\bir arriba\b|\bsubir\b|\bнаверх\b|в начало(?: страницы)?|\bвгору\b|\bнагору\b|на початок(?: сторінки)?|(?:返回|回到)(?:页面)?顶部|回頂部|先頭へ|トップへ|맨 ?위로|\b위로\b|إلى الأعلى|أعلى الصفحة"
        r"|ऊपर जा|शीर्ष पर|\btorna su\b|\binizio pagina\b|\bvoltar ao topo\b|\bao topo\b|\bdo góry\b|\bna górę(?: strony)?\b|\bbaşa dön|\byukari(?: çik)?\b|στην αρχή|στην κορυφή|חזרה למעלה|\bלמעלה\b|לראש (?:העמוד|הדף)|به بالا|بالای صفحه|\bnaar boven\b|\btill toppen\b|\btil toppen\b|\bnahoru\b",
        most=5,
    ),
    "beside": _Stems(
        r"\b(?:previous|next|older|newer)(?: (?:article|post|page|news|message|story|item|release|entry))?\s*(?:[:：»›→]|$)|\b(?:vorherige[rs]?|nächste[rs]?|ältere[rs]?|neuere[rs]?)(?: (?:meldung|artikel|beitrag|nachricht|seite))?\s*(?:[:：]|$)|^(?:zurück|weiter)\s*(?:[:：]|$)"
        r"|\b(?:article|page|actualité|communiqué)?\s?(?:précédente?|suivante?)\s*(?:[:：]|$)|\b(?:(?:nota|noticia|artículo|página|notícia|artigo)\s)?(?:anterior|siguiente|próxim[oa]|seguinte)\s*(?:[:：]|$)|\bpróxima notícia\b|\b(?:articolo|pagina|notizia)?\s?(?:precedente|successiv[oa])\s*(?:[:：]|$)"
        r"|^(?:предыдущ|следующ|попередн|наступн|более (?:ранн|поздн))\w*(?: (?:новость|статья|страница|запись|новина|стаття|сторінка))?\s*(?:[:：]|$)|^[上下]一(?:篇|条|頁|页|則|则)\s*(?:[:：]|$)?|^(?:前|次)(?:の(?:記事|ページ))?へ?\s*(?:[:：]|$)|^(?:이전|다음)\s?(?:글|기사|페이지)?\s*(?:[:：]|$)|^(?:(?:الخبر|المقال|الصفحة) )?(?:السابق|التالي)ة?\s*(?:[:：]|$)"
        r"|^(?:पिछल|अगल)[ाीे](?: (?:खबर|लेख|पृष्ठ|समाचार))?\s*(?:[:：]|$)|^(?:poprzedni|następn|starsz|nowsz)[aey]?(?: (?:artykuł|strona|wiadomość|wpis))?\s*(?:[:：]|$)|^(?:önceki|sonraki)(?: (?:haber|yazi|sayfa))?\s*(?:[:：]|$)|^(?:προηγούμεν|επόμεν)[οηα](?: (?:άρθρο|σελίδα|νέο))?\s*(?:[:：]|$)|^(?:(?:הכתבה|המאמר|העמוד) )?ה(?:קודם|קודמת|בא|באה)\s*(?:[:：]|$)|^(?:(?:خبر|مطلب|صفحه) )?(?:قبلی|بعدی)\s*(?:[:：]|$)",
        most=12,
    ),
    "related": _Stems(
        r"\brelated(?: \w+)?$|\bsimilar \w+$|\b(?:read|see) (?:also|more|next)\b|\byou (?:might|may) (?:also )?(?:like|be interested)|\brecommended\b|\bmore (?:on this|news|from|stories)\b|\blatest news\b|\bmehr zum thema\b|\bauch interessieren\b|\bweitere (?:meldungen|artikel|themen|nachrichten|informationen)\b|\bverwandte \w+$|\blesen sie auch\b|\bzum thema$"
        r"|\bà lire (?:aussi|également)\b|\bsur le même (?:sujet|thème)\b|\bvoir aussi\b|\bactualités liées\b|\bnoticias relacionadas\b|\bte puede interesar\b|\blea también\b|\bver también\b|\b(?:contenido|artículos|notas)\s?\w* relacionad\w+|(?:читайте|смотрите) также|материалы по теме|по теме$|похожие (?:новости|материалы|записи)|читайте також|дивіться також|матеріали за темою|за темою$|схожі (?:новини|матеріали)"
        r"|相关(?:新闻|阅读|链接|文章|推荐)|相關(?:新聞|連結|報導)|推荐阅读|延伸阅读|関連(?:記事|リンク|情報|ニュース)|あわせて読みたい|こちらも|관련 ?(?:기사|뉴스|글|링크|소식)|함께 (?:읽|보)|(?:أخبار|مواضيع|مقالات|روابط) (?:ذات صلة|متعلقة|مشابهة)|اقرأ أيضا?|संबंधित (?:समाचार|खबरें|लिंक|लेख)|(?:यह|ये) भी पढ़ें"
        r"|\bleggi anche\b|\b(?:ti )?potrebbe(?:ro)? interessar\w+|\bcontenuti correlati\b|\bnotizie correlate\b|\bleia (?:também|mais)\b|\b(?:notícias|conteúdos?) relacionad[oa]s\b|\bvocê também pode (?:gostar|se interessar)|\bveja também\b|\b(?:zobacz|czytaj|przeczytaj) (?:także|też|również)|\b(?:może cię|może cię też) zainteresować|\bpowiązane \w+|\bpodobne \w+$|\bilgili (?:haberler|içerikler|konular|yazilar)|\bilginizi çekebilir|\bbenzer \w+$"
        r"|\bσχετικ(?:ά|ές|οί) (?:νέα|άρθρα|θέματα|ειδήσεις|δελτία)|διαβάστε (?:επίσης|ακόμη?)|δείτε (?:επίσης|ακόμη?)|(?:כתבות|ידיעות|חדשות|תכנים) (?:נוספות|נוספים|קשורות|קשורים)|אולי יעניין|קראו (?:גם|עוד)|(?:اخبار|مطالب|لینک.?های) (?:مرتبط|مشابه)|بیشتر بخوانید|همچنین بخوانید|\blees ook\b|\bgerelateerd\w*|\bläs (?:också|även|mer)\b|\bles også\b|\blæs også\b|\blue myös\b|\bkapcsolódó \w+",
        most=8,
    ),
    "tags": _Stems(
        r"^(?:tags?|topics?|keywords?|schlagw[oö]rter?|schlagworte|stichw[oö]rter|themen|mots[- ]clés|thèmes?|étiquettes?|etiquetas?|temas?|palabras clave|palavras-chave|теги|тэги|метки|темы|ключевые слова|ключові слова|мітки|теми|标签|標籤|关键词|關鍵詞|タグ|キーワード|태그|키워드|الوسوم|وسوم|الكلمات (?:المفتاحية|الدلالية)|كلمات (?:دلالية|مفتاحية)|टैग्?स?|विषय|argomenti|parole chiave|temi|tagi|tematy|słowa kluczowe"
        r"|etiketler|konular|anahtar kelimeler|ετικέτες|θέματα|λέξεις[- ]κλειδιά|תגיות|תגים|נושאים|مילות מפתח|برچسب.?ها|موضوعات|کلیدواژه.?ها|trefwoorden|onderwerpen|etiketter|emneord|avainsanat|štítky|címkék|etichete|ознаки)\s*(?:[:：]|$)",
        most=24,
    ),
    "filed": _Stems(
        r"^posted (?:in|under)\b|^filed (?:in|under)\b|^tagged\b|^publié dans\b|^publicad[oa] e[nm]\b|^pubblicato in\b|^veröffentlicht (?:in|unter)\b|^опубликован[оа] в (?:раздел|рубрик)\w+|^опубліковано в (?:розділ|рубри)\w+"
        r"|^ссылка на материал\b|^посилання на матеріал\b|^(?:текстовая|полная|краткая) версия$|^дополнительные материалы$|^додаткові матеріали$|^(?:voir|consulter) tou(?:s|tes) les\b|^(?:see|view) all\b|^ver tod[oa]s\b|^vedi tutt[ie]\b|^alle \w+ (?:anzeigen|ansehen)$"
        r"|^扫一扫|^掃一掃|^扫码|^\W*扫描二维码",
        most=14,
    ),
}  # fmt: skip

# Who made a text or picture, or looked after it, before a colon: "Photo: Dana Lisk", "责任编辑：林丹"
_CREDITED = (
    r"(?:photo|foto|image|picture|bild|photograph|fotograf[ií]a|fotografia|fot|zdjęcie|фото|фотография|світлина|фотографія|снимка|摄影|攝影|图片?|圖|图源|写真|撮影|사진|تصوير|الصورة|صورة|फोटो|फ़ोटो|चित्र|छायाचित्र|fotoğraf|görsel|φωτογραφία|φωτό?|צילום|תמונה|עכס|عکس|عکاس|kuva|valokuva|fotó)"
    r"(?: ?(?:credits?|by|courtesy(?: of)?|crédits?|credito|crediti|제공|de|da|di|par|von|by))?"
    r"|(?:credits?|crédits?(?: photo)?|créditos?|crediti|bildnachweis|קרדיט)"
    r"|(?:author|authors|autor|autora|autorin|autoren|auteure?s?|autrice|autore|autorzy|автор|автори|авторы|作者|记者|記者|撰稿|文|著者|執筆|작성자|글|글쓴이|기자|الكاتبة?|كتبه?ا?|بقلم|إعداد|लेखक|लेखिका|लेख|yazar|yazan|συντάκτρια|συντάκτης|συγγραφέας|כתבה?|מאת|نویسنده|نوشته|penulis|tác giả|tekst|text|texte|testo|texto|текст|kirjoittaja|författare|skribent)"
    r"|(?:editor|editors|edited by|written by|compiled by|prepared by|redaktion|redakteurin?|bearbeitet von|rédaction|rédacteur|rédactrice|édité par|edición|redacción|editora|edição|redação|redazione|a cura di|redakcja|redaktor|oprac(?:ował[a]?|owanie)?|редактор|редакция|редакція|подготовил[аи]?|підготува(?:в|ла|ли)|责任编辑|責任編輯|责编|編輯|编辑|校对|审核|来源编辑|編集|編集者|편집자?|تحرير|المحرر|संपादक|संपादन|editör|hazirlayan|derleyen|επιμέλεια|σύνταξη|עריכה|עורכת?|ویرایش|ویراستار|تهیه و تنظیم|redactie|redigering|toimitus)"
)  # fmt: skip
_CREDIT = compile_late(
    rf"[\W_]*(?:{_CREDITED})\s*(?:[:：.©/]|(?<=by)|(?<=cura di)|(?<=von)|(?<=par))\s*©?\s*(?P<who>[^.!?:：。！？]{{2,60}}(?:\.[^.!?:：。！？]{{1,40}})?)[\s)\]）】]*"
)
_CAPTIONED = compile_late(
    r"(?:[.!?…。।]|[)\]])\s*(?:photo|foto|bild|fot|фото|світлина|снимка|摄影|攝影|图|写真|撮影|사진|تصوير|الصورة|फोटो|fotoğraf|görsel|φωτογραφία|φωτό|צילום|עכס|عکس|crédit photo|image(?: credit)?|imagen|immagine)"
    r"\s?(?:[:：.©/]|credit:|by )\s?©?\s*[^.!?:：。！？]{2,60}[)\]）】]*\s*"
)
# Who opens a line "By …" where nobody speaks: not asked for, as sentences begin so
_ENDED = frozenset(
    "the end|ende|ends|fine|fin|fim|конец|кінець|край|kraj|koniec|konec|vége|sfârșit|loppu|slut|slutt|einde|son|τέλος|τελος|סוף|پایان|انتهای پیام|پایان پیام|انتهى|النهاية|समाप्त|समाप्ति|完|了|终|終|全文完|以上|終わり|おわり|끝|이상|het einde|tamat|hết|จบ|সমাপ্ত".split("|")
)  # fmt: skip
# Above whom to ask: a word for the press or media beside one for who answers it
_PRESS = caseless(
    r"\b(?:press|media)\b|presse|\bmedien\b|\bprensa\b|\bmedios\b|\bmédias\b|пресс|\bсми\b|прес|\bзмі\b|媒体|媒體|新闻|新聞|报道|報道|언론|보도|إعلام|الإعلامي|صحاف|الصحفي|प्रेस|मीडिया|stampa|\bmedia\b|imprensa|mediów|prasow|basin|medya|τύπου|τυπου|תקשורת|עיתונות|דובר|رسانه|مطبوعات|\bpers\b|\bpress|\bmedier\b|\btisk",
)
_ASKED = caseless(
    r"contact|enquir|inquir|office|service|queries|kontakt|anspre|rückfrag|stelle|service|bureau|oficina|contacto|gabinete|контакт|служб|центр|запит|联系|聯絡|处|處|室|お問い?合わ?せ|窓口|連絡先|문의|담당|연락|تواصل|مكتب|اتصال|للاستفسار|संपर्क|कार्यालय|ufficio|contatt|assessoria|contato|biuro|iletişim|büro|irtibat|επικοινωνία|γραφείο|פניות|דוברות|יצירת קשר|تماس|دفتر|روابط|ارتباط",
)
# Above what an office says of itself: "About the Ministry"
_ABOUT = compile_late(
    r"\W*(?:about (?:the|us|our)\b|who we are$|über (?:das|die|den|uns|mich)\b|wer wir sind$|à propos(?: d[eu’']|$)|qui sommes[- ]nous\W*$|(?:sobre|acerca d)e?l? (?:el |la |o |a |nosotros)|quiénes somos$|quem somos$|chi siamo$|о (?:министерстве|ведомстве|нас|компании|проекте|организации|центре|службе)|про (?:міністерство|відомство|нас|організацію|установу|центр|службу)|хто ми$|кто мы$"
    r"|关于\S{2,12}$|關於\S{2,12}$|\S{2,16}について$|\S{2,10} 소개$|من نحن$|عن (?:ال|و)\S+$|नब्बे|\S+ के बारे में$|हम कौन हैं$|o (?:ministerstwie|nas|urzędzie|instytucji|organizacji|centrum)|kim jesteśmy$|\S+ hakkinda$|hakkimizda$|biz kimiz$|σχετικά με\b|ποιοι είμαστε$|אודות\b|מי אנחנו$|درباره (?:ما|وزارت|اداره|سازمان|مرکز)|over (?:ons|het ministerie|de)|om (?:oss|ministeriet|departementet)\b|o (?:ministerstvu|nás)\b)"
)
_ENDONYMS = frozenset(
    "english|deutsch|français|francais|español|castellano|português|italiano|nederlands|polski|русский|українська|беларуская|български|српски|srpski|hrvatski|bosanski|македонски|slovenščina|slovenčina|čeština|magyar|română|ελληνικά|türkçe|azərbaycan|azərbaycanca|қазақша|қазақ|кыргызча|oʻzbekcha|o‘zbekcha|ўзбекча|тоҷикӣ|türkmen|монгол|հայերեն|ქართული|العربية|عربي|فارسی|دری|پښتو|اردو|עברית|हिन्दी|हिंदी|বাংলা|தமிழ்|తెలుగు|മലയാളം|ಕನ್ನಡ|मराठी|ગુજરાતી|ਪੰਜਾਬੀ|සිංහල|नेपाली|ไทย|ລາວ|ខ្មែរ|မြန်မာ|tiếng|việt|bahasa|indonesia|melayu|filipino|tagalog|中文|简体|繁體|简体中文|繁體中文|日本語|한국어|svenska|norsk|bokmål|nynorsk|dansk|suomi|íslenska|eesti|latviešu|lietuvių|gaeilge|cymraeg|euskara|català|galego|malti|shqip|lëtzebuergesch|kiswahili|hausa|soomaali|አማርኛ|afrikaans|isizulu|esperanto|latina|en|de|fr|es|ru|ar|zh|ja|ko|pt|it|pl|tr|uk|fa|he|hi|el|nl".split("|")
)  # fmt: skip
_BETWEEN_NAMES = re.compile(r"[\s|/·•,،()]+")
_MOST_LANGUAGES = 40
_PAGE = r"(?:page|seite|página|pagina|страниц\w*|сторінк\w*|页面?|頁面?|ページ|페이지|الصفحة|पृष्ठ|पेज|strona|stron[aęy]|sayfa\w*|σελίδα|עמוד|הדף|צ?פחה|صفحه|information|informationen|informação|información|informazion\w+|информаци\w+|інформаці\w+|信息|資訊|情報|정보|المعلومات|जानकारी|informacj\w+|bilgi\w*|πληροφορί\w+|מידע|اطلاعات|sivu|sida|siden?)"
_USEFUL = r"(?:useful|helpful|hilfreich|nützlich|\butil[ei]?\b|\bútil\b|полезн|помогл|корисн|допомогл|帮助|幫助|有用|役に立|参考に|도움|유용|만족|مفيد|أفاد|ساعد|उपयोगी|काम आई|मददगार|pomocn|przydatn|yararli|faydali|yardimci|χρήσιμ|βοήθησε|עזר|שימושי|מועיל|مفید|سودمند|nuttig|hyödyllinen|nyttig|användbar|what you (?:were|are) looking for)"
_HELPFUL = compile_late(rf"(?=.*{_PAGE}).*{_USEFUL}")
_JOIN = caseless(
    r"\bsubscribe\b|\bsign up\b|\bregister\b|abonnieren|anmelden|melden sie sich|abonnez|inscrivez|suscríba|suscrib|regístr|подпи[шс]|получа(?:йте|ть)|підпи[шс]|отримуйте|订阅|訂閱|留下邮箱|購読|登録|구독|등록|اشترك|سجل|सदस्यता|पंजीकरण|iscriviti|registrati|assine|cadastre|inscreva|zapisz|zarejestruj|abone|kaydol|εγγραφείτε|γραφτείτε|הירשמו|הרשמו|عضو شوید|ثبت نام|meld je aan|abonneer",
)
_MAILS = caseless(
    r"newsletter|\be-?mails?\b|\bmailing\b|infolettre|notre lettre|courriel|boletín|correo|рассылк|электронной почт|розсилк|електронн\w+ пошт|邮件|郵件|邮箱|メール|뉴스레터|이메일|نشرت|بريد|न्यूज़लेटर|ईमेल|boletim|bülten|e-?posta|δελτίο|ניוזלטר|בדואר|דיוור|خبرنامه|ایمیل|nieuwsbrief|nyhetsbrev",
)
_COOKIES = caseless(
    r"(?<![a-z])cookies?(?![a-z])|クッキー|쿠키|कुकी|الكوكيز|ملفات تعريف الارتباط|עוגיות|کوکی|\bçerez|ciasteczk",
)
# "Answer our satisfaction survey.", "¿Cómo fue tu experiencia en …? Mala Regular Excelente"
_SURVEY = caseless(
    r"satisfaction survey|how was your (?:experience|visit)|enquête de satisfaction|zufriedenheits(?:umfrage|befragung)|wie war ihr besuch"
    r"|encuesta de satisfacción|cómo fue (?:tu|su) experiencia|pesquisa de satisfação|como foi (?:a )?sua experiência|(?:sondaggio|indagine) di (?:gradimento|soddisfazione)"
    r"|tevredenheidsonderzoek|ankiet\w* satysfakcji|memnuniyet anketi|опрос\w* об? удовлетвор|оцените (?:качество|страницу)|만족도 ?(?:조사|평가)|满意度|滿意度|満足度"
    r"|استبيان رضا|نظرسنجی|संतुष्टि सर्वेक्षण|survei kepuasan",
)
_LONGEST_SAID = 200
_NAMES = tuple(_KINDS)
_CREDIT_MARKS = re.compile(r"[:：./©]|\b(?:by|[Dd]i|von|par|por) ")


@lru_cache(4096)  # the same lines stand on all pages of a site
def site_line(text: str) -> str:
    """Return of which kind of a site's own lines a text is, as "share", "views", "credit"; empty where it is of none."""
    if len(text) > _LONGEST_SAID:
        return ""
    if says := _site_sentence(text):
        return says
    if len(text) > _LONGEST or _ends(text):
        return "ended" if _bare(text) in _ENDED else ""
    if _PLAYED.fullmatch(text):
        return "media"
    if _ARROW.match(text):
        return "beside"
    if _bare(text) in _ENDED:
        return "ended"
    lower = lowered(_COUNT.sub(" ", text)).strip()
    words = count_words(lower)
    if "(" in text and _KINDS["comments"].are_in(lowered(text), words):
        return "comments"
    if is_credit(text):
        return "credit"
    if words <= _MOST_WORDS and _PRESS.find(lower) and _ASKED.find(lower):
        return "press"
    asked, colon, _ = lower.partition(":")  # "Press contact: Bel Olm, telephone 030 555 01"
    if colon and count_words(asked) <= 2 and _PRESS.find(asked) and _ASKED.find(asked):
        return "press"
    lower = lowered(text).strip()
    for number in _several().stand_in(lower):
        if _KINDS[_NAMES[number]].are_in(lower, words):
            return _NAMES[number]
    return ""


@cache
def _several() -> Several:
    """By these a line is asked for the kinds alone of which it holds a stem: most hold none."""
    return Several([[piece for piece, _ in stems.pieces.all] for stems in _KINDS.values()])


@lru_cache(4096)
def stands_between(text: str, *, linked: bool) -> str:
    """Return of which kind a line is that may stand between words: "credit", "caption", "media" or "views".

    If it is a link, of which else `site_line` has it.
    """
    if len(text) > 2 * _LONGEST or _ends(text):
        return ""
    if is_caption(text):
        return "caption"
    if len(text) > _LONGEST or not (linked or _may_credit(text) or _is_played_or_seen(lowered(text))):
        return ""
    return site_line(text)


def _is_played_or_seen(lower: str) -> bool:
    """Whether a line holds a stem of a player's or a counter's: of all kinds these alone stand between words and are no links."""
    return bool(
        _KINDS["media"].may_be_in(lower) or (_DIGIT.search(lower) and _KINDS["views"].may_be_in(lower))
    )


def is_credit(text: str) -> bool:
    """Return whether a line says who made a picture or text and nothing else: "Photo: Dana Lisk", "Edited by Dana Lisk"."""
    if len(text) > _LONGEST or not _may_credit(text):
        return False
    return _CREDIT.fullmatch(lowered(text)) is not None


def _may_credit(text: str) -> bool:
    """Whether a line holds a mark or word that parts what was made from whoever made it; most hold no sign of either."""
    # Written out: it is asked of all short lines.
    may = (
        ":" in text or "." in text or "/" in text or "by " in text or "i " in text or "von " in text
        or "par " in text or "por " in text or (not text.isascii() and ("：" in text or "©" in text))
    )  # fmt: skip
    return may and _CREDIT_MARKS.search(text) is not None


def is_caption(text: str) -> bool:
    """Return whether a line is a picture's caption, which ends with whose picture it is: "The Minister at the pier. Photo: Dana Lisk"."""
    if len(text) > 2 * _LONGEST or not _may_credit(text):
        return False
    lower = lowered(text)
    return any(found.end() == len(lower) for found in _CAPTIONED.finditer(lower))


def heads_about(text: str) -> bool:
    """Return whether a line stands above what an office says of itself: "About the Ministry"."""
    return len(text) <= _LONGEST and not _ends(text) and _ABOUT.match(lowered(text)) is not None


def names_languages(text: str) -> bool:
    """Return whether a line is names of languages in themselves and nothing else, as a page leads to itself in others."""
    words = [word for word in _BETWEEN_NAMES.split(lowered(text)) if word]
    return 0 < len(words) <= _MOST_LANGUAGES and _ENDONYMS.issuperset(words)


@lru_cache(4096)
def heads_related(text: str) -> bool:
    """Return whether a line says that other messages follow: "Read also", "Related news"."""
    if _ends(text):
        return False
    lower = lowered(text).strip(" :：")
    return _KINDS["related"].are_in(lower, count_words(lower))


def _site_sentence(text: str) -> str:
    """A sentence that only a site says, in whatever language: of its cookies, of its mails, whether a page was useful."""
    lower = lowered(text)
    said = _said_by_sites().stand_in(lower)
    if said and _SURVEY.find(lower):
        return "survey"
    if text.endswith(("?", "？", "؟", ";")):
        return "helpful" if len(text) <= _LONGEST and _HELPFUL.match(lower) else ""
    if not said:
        return ""
    if _COOKIES.find(lower):
        return "cookies"
    return "newsletter" if _JOIN.find(lower) and _MAILS.find(lower) else ""


@cache
def _said_by_sites() -> Pieces:
    """What one of these sentences holds, whatever it is: most hold nothing of it."""
    return pieces_of([words.written for words in (_SURVEY, _COOKIES, _JOIN)])


def _ends(text: str) -> bool:
    """Whether a line ends as a sentence does, with or without marks that close behind its stop."""
    return text.rstrip(_CLOSE)[-1:] in _STOPS


def _bare(text: str) -> str:
    return lowered(text).strip(" \u00a0.()（）[]【】…·-–—*#~_>»").strip()
