"""What a page says of its own parts: lists, contacts, continuations, whose words follow, a page that is not there."""

from __future__ import annotations

import re

from onrecord.reading.words import tongues
from onrecord.reading.words.caseless import caseless

# Lines that say the rest follows elsewhere. "To be continued…", "(Fortsetzung folgt)"
CONTINUED = caseless(
    r"\W*(?:to be continued|continued (?:in|below|tomorrow)|fortsetzung folgt|à suivre|continuará"
    r"|продолжение следует|"
    r"待续|未完待续|يتبع|(?:the )?(?:transcript|text) (?:is )?to be continued|more to follow"
    r"|wird fortgesetzt|la suite demain|suite au prochain numéro|sigue mañana|(?:continua|segue)(?: domani| amanhã)?"
    r"|окончание следует|(?:далі|закінчення|продовження) буде|未完待續|续完?|續完?|続完?|明日[续續]完|続く|つづく|次[回号]に続く"
    r"|(?:다음에|내일) 계속|للحديث بقية|البقية (?:غدا|تأتي)|(?:जारी|शेष) (?:रहेगा|कल)|क्रमशः|ciąg dalszy nastąpi|dokończenie jutro"
    r"|devam edecek|devamı var|yarın sürecek|συνεχίζεται|συνέχεια (?:αύριο|στο επόμενο)|המשך (?:יבוא|מחר)|(?:ادامه|دنباله) (?:دارد|فردا)"
    r"|wordt vervolgd|fortsättning följer|fortsættes|fortsettelse følger|jatkuu|pokračování příště|folytatása következik|va urma)\W*",
)
CONTINUES_BEFORE = re.compile(
    r"\W*(?:continued from|continuation(?: of|:|$)|continued\W*$|fortsetzung(?: von)?\W|suite (?:de|du)\b"
    r"|continuación|окончание|продолжение(?! следует))",
    re.IGNORECASE,
)
ALL_MESSAGES = re.compile(
    r"\W*(?:(?:all|more|older|previous|see all|view all|show all|further|other) (?:messages|news|statements"
    r"|items|updates|entries|posts|"
    r"press releases|speeches|articles|publications|announcements|stories|releases)|read more|more|archiv"
    r"|archive|archives|alle "
    r"(?:meldungen|nachrichten|mitteilungen|reden)|weitere meldungen|tous les (?:messages|communiqués"
    r"|discours)|toutes les "
    r"(?:actualités|nouvelles)|todas las noticias|todos los comunicados|все (?:новости|сообщения|материалы)"
    r"|更多|全部|المزيد)\W*",
    re.IGNORECASE,
)  # fmt: skip

# What leads up the page from between its words: "Back to top", "Retour sommaire", "К содержанию"
_UP = (
    r"(?:back|return|go) to (?:the )?(?:top|contents|table of contents|summary|index)|top of page"
    r"|retour (?:au |en )?(?:sommaire|haut(?: de page)?)|haut de (?:la )?page"
    r"|nach oben|zurück (?:nach oben|zum (?:inhalt|inhaltsverzeichnis|seitenanfang|anfang))|zum seitenanfang"
    r"|(?:volver|ir) (?:al (?:índice|sumario)|arriba)|torna (?:su|all[’']indice|al sommario)"
    r"|voltar ao (?:topo|índice|sumário|início)|(?:вернуться )?к (?:содержанию|оглавлению)"
    r"|наверх(?: страницы)?|вгору|на врх|naar boven|do góry|till? toppen|nahoru|yukarı(?: çık)?|về đầu trang"
    r"|επιστροφή στην αρχή|返回(?:顶部|頂部|目录|目錄|頁首)|回(?:到顶部|頁頂)|ページ(?:の)?(?:トップ|先頭)へ(?:戻る)?"
    r"|맨 ?위로(?: 가기)?|العودة إلى (?:الأعلى|الفهرس)|أعلى الصفحة|بازگشت به بالا|ऊपर जाएँ"
)
UPWARD = re.compile(rf"\W*(?:{_UP})\W*", re.IGNORECASE)
# Lines that lead away from a text, behind it: "Share this page", "Related articles"
AWAY = re.compile(
    rf"\W*(?:{_UP}|"
    r"(?:share|print|e-?mail|save|download|tweet|listen to|subscribe to|follow)(?: (?:this|the|us"
    r"|page|article|on|by|via|to|a|friend|"
    r"pdf|document|story|story|link|version|newsletter|[A-Z]\w+)){0,4}|(?:related|similar|recommended"
    r"|latest|more|other|see also|you may also like|"
    r"most (?:read|popular)|also (?:read|see))(?: (?:articles?|news|content|links?|pages?|stories|items?"
    r"|posts?|topics?|documents?|information|"
    r"releases|speeches|statements))?|back to (?:list|news)|teilen|drucken|seite "
    r"(?:drucken|teilen)|mehr zum thema|"
    r"weitere artikel|partager|imprimer|(?:à )?lire aussi|articles? (?:liés|connexes|similaires)"
    r"|compartir|imprimir|"
    r"noticias relacionadas|artículos relacionados|поделиться|распечатать|версия для печати|читайте также"
    r"|condividi|stampa|"
    r"compartilhar|(?:ti )?potrebbe(?:ro)? interessar\w+(?: anche)?|contenuti correlati|leggi anche"
    r"|vedi anche|zie ook|lees ook|meer informatie|weitere informationen|mehr informationen"
    r"|zobacz (?:także|też|również)|czytaj (?:także|też)|"
    r"le[si]a (?:também|mais)|saiba mais|notícias relacionadas|conteúdo relacionado"
    r"|공유하기|공유|اشتراک\W?گذاری|اشتراک|شارك|שתף|שיתוף|partilhar|udostępnij|поширити|paylaş|シェアする|シェア|bagikan"
    r"|chia sẻ|κοινοποίηση|delen|dela|sdílet|подели|分享到?|साझा करें|शेयर करें"
    r"|contenidos? relacionados?|más información|ver también|les også|læs også|läs (?:också|även|mer)"
    r"|katso myös|lue myös|à voir aussi|en savoir plus|voir aussi|související|čtěte také|"
    r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|search)|(?:zum|zur) "
    r"(?:haupt)?(?:inhalt|navigation)(?: springen)?|aller au (?:contenu|menu)(?: principal)?"
    r"|(?:(?:click|clic|pulse|haga clic) (?:acá|aquí) para )?(?:saltar|ir)(?: directamente)? al contenido(?: principal)?|(?:ir|pular|saltar) para o conteúdo(?: principal)?|(?:vai"
    r"|salta) al contenuto(?: principale)?"
    r"|перейти (?:к|до) (?:основному |основного |главному )?(?:содержанию|содержимому|вмісту|контенту)"
    r"|تجاوز إلى المحتوى(?: الرئيسي)?|(?:ال)?(?:تخطي|انتقال) إلى المحتوى(?: الرئيسي)?"
    r"|跳(?:到|转到|轉到|至)(?:主要)?(?:內容|内容)(?:區塊|区块)?|本文へ(?:移動|ジャンプ|スキップ)?|본문\s?(?:바로\s?가기|으로 이동)|μετάβαση στο "
    r"(?:κυρίως )?περιεχόμενο|παράκαμψη προς το κυρίως περιεχόμενο"
    r"|דלג לתוכן(?: המרכזי)?|پرش به محتوا(?:ی اصلی)?|ข้ามไปยังเนื้อหา(?:หลัก)?|मुख्य सामग्री पर जाएं|মূল "
    r"বিষয়বস্তুতে যান|გადასვლა (?:მთავარ )?კონტენტზე|"
    r"(?:zurück zur|zur) (?:übersicht|liste)|retour (?:à la liste|aux actualités)|volver (?:al listado"
    r"|atrás)|"
    r"voltar para a lista|torna (?:all['’]elenco|indietro)|wróć|powrót|"
    r"(?:назад )?к списку|возврат к списку|назад|версія для друку|роздрукувати|поділитися|"
    r"(?:усі|всі|все|всички) нов(?:ини|ости)|останні новини|последние новости|associated links?|"
    r"latest (?:press releases|announcements)|(?:neueste|aktuelle|weitere) (?:meldungen|nachrichten"
    r"|beiträge)|"
    r"(?:dernières|toutes les|autres) actualités|(?:últimas|todas las|otras) noticias|(?:últimas|todas as"
    r"|outras) notícias|"
    r"(?:ultime|altre|tutte le) notizie|(?:laatste|meer|al het) nieuws|(?:najnowsze|wszystkie|inne) "
    r"(?:wiadomości|aktualności)|"
    r"articles récents|(?:страница была полезной|была ли (?:эта )?страница полезн\w+|was this page "
    r"(?:useful|helpful)|is this page useful)\?(?:\s(?:да|нет|yes|no))*|à consulter également|otros "
    r"comunicados|otras noticias|相关稿件|документы и фотографии по теме|статус материала|related(?: (?:content"
    r"|links|media|articles?|items))?|otras intervenciones|آخر الأخبار|أخبار ذات صلة|اقرأ أيضا|संबंधित "
    r"(?:समाचार|खबरें|लिंक)|"
    r"previous|précédent|precedente|successivo|suivant|siguiente|próximo|volgende|następn[ay]|предыдущ[ая]+"
    r"|следующ[ая]+|попередн[яє]|наступн[аe]|anterior|vorige|poprzedni[ae]|zurück|\[(?:previous|back|home"
    r"|next)\](?:\s*\[(?:previous|back|home|next)\])*|"
    r"分享(?:到|至)?|推荐(?:给朋友|到)?|推薦(?:給朋友|到)?|(?:字体|字號|字号)?[:：]?[大中小]{3}|打印(?:\W{1,4}关闭)?|关闭(?:窗口)?|相关新闻|相关文章"
    r"|シェア|印刷|関連記事|공유|인쇄|관련 ?기사|مشاركة|طباعة|updates to this page"
    r"|[^.!?|»]{2,30}\|[^.!?|»]{2,30}(?:>>|»|›|→)"
    r"|back to (?:the )?(?:overview|index|archive|results|search results|previous page)|quick ?links|schnellzugriff|accès rapides?|enlaces rápidos|links? rapidi|acesso rápido"
    r"|genvägar|snabblänkar|snarveier|hurtige lenker|hızlı (?:erişim|bağlantılar)|szybkie linki|быстрые ссылки|швидкі посилання|snelle links|pikalinkit"
    r"|back|go back|retour|volver|voltar|indietro|terug|tillbaka|tilbage|tilbake|takaisin|wstecz|zpět|späť|înapoi|vissza|geri(?: dön)?|kembali"
    r"|πίσω|חזרה|رجوع|عودة|بازگشت|वापस|[^。、！？\s]{0,12}[へに]戻る|戻る|返回(?:列表|首页|首頁|上一[页頁])?|뒤로|목록(?:으로|보기)?(?: 가기)?)\W*",
    re.IGNORECASE,
)

# Above whom to write to: what stands below is nobody's words.
CONTACT_HEADS = re.compile(
    r"\W*(?:(?:media|press)?[ /]?(?:contacts?|relations|enquir(?:y|ies)|inquir(?:y|ies)|office)"
    r"|updates to this page|contact (?:information|details|us)|for (?:more|further) information(?: contact)?|"
    r"(?:presse)?kontakte?|ansprechpartner(?:in)?|(?:weitere )?rückfragen|contacts? presse"
    r"|adresse für rückfragen|herausgeber(?:in)?|adresse pour l['’]envoi de questions|indirizzo cui rivolgere domande"
    r"|contacto(?:s)?(?: de prensa)?|contatti|ufficio stampa|contatos?|assessoria de imprensa|"
    r"contact(?:persoon|gegevens)?|quelle|source|fuente|fonte|bron|źródło|kontakty?(?: dla mediów)?"
    r"|pressikontakt|yhteystiedot|lisätietoja|контакт\w*|επικοινωνία|iletişim)\W*",
    re.IGNORECASE,
)

# The title of a list: kinds in the plural, and nothing else.
_PLURALS = (
    r"(?:(?:press|media|news) )?(?:speeches|statements|releases|briefings|conferences|transcripts"
    r"|interviews|remarks|readouts|messages|comments|articles|news)|"
    r"reden|erklärungen|pressemitteilungen|interviews|discours|communiqués|entretiens|déclarations"
    r"|discursos|declaraciones|comunicados|entrevistas|pronunciamentos|"
    r"discorsi|interventi|interviste|comunicati(?: stampa)?|toespraken|taler(?: og innlegg)?|tal"
    r"|wystąpienia|wywiady|речи|выступления|заявления|интервью"
)
LISTS = re.compile(
    rf"(?:(?:all|latest|recent)\s)?(?:{_PLURALS})(?:(?:,| and| &| und| et| y| e| og| och| i| и)\s+(?:{_PLURALS}))*",
    re.IGNORECASE,
)

# Above the words themselves, below what is told of them.
TEXT_HEADS = re.compile(
    r"\W*(?:(?:full|complete) (?:text|transcript|speech)|transcript|speech|remarks|text of (?:the "
    r")?(?:speech|statement"
    r"|remarks)|texte intégral|texto (?:íntegro|completo|integral)|íntegra|transcripción|"
    r"testo integrale|(?:im )?wortlaut|volltext|letterlijke tekst|volledige tekst|pełny tekst|полный текст"
    r"|стенограмма)\W*",
    re.IGNORECASE,
)

# "Following is Secretary-General Ada Verne’s message …", "Below is the text of …"
FOLLOWING = re.compile(
    r"^\W*(?:(?:the )?following|below) (?:is|are) (?:(?:the )?(?:full |complete )?(?:text|transcript) of "
    r")?(?:the )?",
    re.IGNORECASE,
)
# A line of the publisher's that leads in the words of somebody else: "The Ministry published the following comment …"
INTRODUCTION = caseless(
    r"\b(?:gave|delivered|made) (?:a |the following |these |this )?(?:remarks|speech|statement|address) "
    r"(?:at|to|in|on|after|before|following)\b|"
    r"\b(?:the )?following (?:is|are|was|comment|statement|text|remarks|interview|transcript|speech|letter"
    r"|message|article)\b|"
    r"^\W*the following (?:[\w-]+ ){1,5}(?:statement|remarks|text|message|communiqué)\b[^.!?]{0,160}:\W*$|"
    r"^\W*(?:below|here|this) is (?:the|a) (?:full )?(?:text|transcript) of\b|"
    r"\b(?:published|printed|prints?|reproduced?|reads?) (?:it |here )?(?:in full|below|as follows)|"
    r"^\W*(?:the|his|her) (?:message|letter|telegram|statement|text) (?:reads|says)\b[^.!?:]{0,40}:\s*$|"
    r"\b(?:said|says|stated|commented|sagte|erklärte|a déclaré|déclare|dijo|declaró|ha dichiarato|ha detto"
    r"|disse|declarou|afirmou|zei|sa|sade|powiedział\w?|oświadczył\w?|uvedl\w?"
    r"|řekl\w?)\b(?:[^.!?:]|\d\.){0,80}:\s*$|^\W*(?:zu[mr]?|anlässlich"
    r"|über)\b[^.!?:]{3,160}\berklärte?\b(?:[^.!?:]|\d\.){3,100}:\s*$|^\W*в (?:телеграмме|послании|письме"
    r"|обращении)[^.!?:]{0,60}(?:говорится|сказано|отмечается)[^.!?:]{0,40}:\s*$|"
    r"\bim (?:folgenden|wortlaut)\b|\bnachfolgend\b|\bvoici (?:le|la|les)\b|\bci-dessous\b"
    r"|a continuación\b|\b(?:letterlijke|volledige|integrale) tekst van\b|\btranscri(?:pci[oó]n|ption|ção"
    r"|zione) (?:de|del|della|da|do|du)\b|"
    r"\bdi seguito (?:il|la)\b|\bleia (?:abaixo )?a (?:íntegra|transcrição)\b|\bponiżej (?:publikujemy"
    r"|zapis|prezentujemy)\b|\bzapis (?:rozmowy|konferencji|wywiadu)\b|"
    + tongues.INTRODUCTIONS
    + r"|(?:هذا نصها?|فيما يلي نص|وفيما يلي نص|جاء فيها?|بما يلي|ما يلي|فيما يأتي نص)\b|(?:الكلمة|البيان|الخطاب|التصريح|الرسالة) (?:التالي|الآتي)ة?\s*:"
    r"|\başağıda\b.{0,60}metn|\bακολουθεί\b|\bαπομαγνητοφώνηση\b|\b(?:following|below"
    r"|statement)(?: statement)? (?:is|may be|can be) attribut|следующ(?:ее|ий|ая) (?:заявление|текст"
    r"|комментарий)",
)

# A publisher's own article may reprint a statement whole, and says so in its title.
FULL_TEXT = re.compile(r"\b(?:in full|full (?:text|transcript|statement|speech)|full-text|transcript"
                       r"|verbatim|im wortlaut|wortlaut|texte intégral|"
                       r"texto íntegro|полный текст|全文)\b", re.IGNORECASE)  # fmt: skip

# What a server sends in place of a page that is not there, under whatever status: its title or its first words.
NOT_FOUND = caseless(
    r"\b(?:(?:page|document|file|seite|p[áa]gina|pagina|страница|документ)\b[^.]{0,40}\b(?:not found"
    r"|cannot be found|could not be found|no longer "
    r"(?:exists|available)|nicht gefunden|introuvable|no (?:se )?(?:encuentra|encontrada|existe)|não "
    r"encontrada|non trovata|не найден[аo]?|"
    r"no encontrada)\b|(?:error 404|404 error|404 not found)\b)|^\W*404\W*$|(?:الصفحة غير موجودة)|页面不存在"
    r"|找不到(?:网页|页面)|ページが見つかりません",
)
PAGER_WORDS = frozenset(
    "pages page seite pagination next previous prev first last older newer back weiter zurück suivant "
    "précédent "
    "siguiente anterior далее назад следующая предыдущая 上一页 下一页 of sur von de seiten páginas página "
    "pagina pagine страницы "
    "страница стр الصفحات صفحات الصفحة صفحة 页 ページ 페이지 sayfa strona strony sida sidor".split()
)
