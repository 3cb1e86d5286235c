"""Words of further languages for what pages say everywhere: who asks and who answers, kinds, noises of a hall. No names."""

from __future__ import annotations

QUESTIONS = frozenset(
    "въпрос питање прашање питане сұрақ суроо savol sual асуулт савол კითხვა հարց שאלה ש پرسش سوال السؤال "
    "প্রশ্ন सवाल प्रश्न ਸਵਾਲ "
    "પ્રશ્ન கேள்வி ప్రశ్న ചോദ്യം ಪ್ರಶ್ನೆ ප්‍රශ්නය คำถาม ถาม câu_hỏi hỏi pertanyaan tanya soalan tanong "
    "swali ጥያቄ pitanje vprašanje kérdés "
    "întrebare ερώτηση klausimas jautājums küsimus pyetje pyetja kysymys spurning galdera សំណួរ မေး မေးခွန်း".split()
)
ANSWERS = frozenset(
    "отговор одговор odpověď odpoveď жауап жооп javob cavab хариулт ҷавоб პასუხი պատասխան תשובה ת پاسخ الجواب উত্তর जवाब "
    "उत्तर ਜਵਾਬ જવાબ பதில் "
    "సమాధానం ഉത്തരം ಉತ್ತರ පිළිතුර คำตอบ ตอบ trả_lời đáp jawaban jawab jawapan sagot jibu መልስ odgovor "
    "válasz răspuns απάντηση atsakymas atbilde vastus vastaus përgjigje përgjigja erantzuna ចម្លើយ ဖြေ "
    "အဖြေ".split()
)
ASKERS = frozenset(
    "журналисти новинар новинарка новинари журналисты корреспондент корреспонденты тілші тілшілер "
    "журналистер jurnalist müxbir сэтгүүлч "
    "ჟურნალისტი ჟურნალისტები լրագրող լրագրողներ עיתונאי עיתונאית כתב כתבת מראיין מראיינת העיתונאי העיתונאית הכתב הכתבת המראיין המראיינת خبرنگار خبرنگاران "
    "الصحفي الصحفية صحفية الصحافي صحافي "
    "المحاور المحاورة المذيعة المذيع مقدم_البرنامج مقدمة_البرنامج المقدم المقدمة الإعلامي الإعلامية مذيع "
    "مذيعة صحافی সাংবাদিক एंकर रिपोर्टर संवाददाता मीडिया ผู้สื่อข่าว นักข่าว phóng_viên pv nhà_báo "
    "wartawan jurnalis "
    "pewawancara mwandishi mwandishi_wa_habari δημοσιογράφος novinar novinarka novinář újságíró".split()
)
CHAIRS = frozenset(
    "водещ водещият водеща водещата водитељ водитељка voditelj voditeljka жүргізуші წამყვანი հաղորդավար "
    "מנחה המנחה יו_ר היו_ר مجری گوینده مدير_الحوار "
    "مدير_الجلسة স্পিকার অধ্যক্ষ सूत्रधार मॉडरेटर अध्यक्ष अध्यक्ष_महोदय अध्यक्ष_महोदया सभापति_महोदय "
    "सभापति उपाध्यक्ष_महोदय उपसभापति_महोदय माननीय_अध्यक्ष माननीय_सभापति ผู้ดำเนินรายการ พิธีกร ประธาน "
    "người_dẫn_chương_trình pemandu_acara "
    "pembawa_acara mtangazaji ketua_rapat pimpinan_rapat pimpinan_sidang ketua_sidang 사회자 司会 主持 主持人 "
    "an_ceann_comhairle ceann_comhairle an_leas_cheann_comhairle an_cathaoirleach cathaoirleach "
    "an_leas_chathaoirleach tuan_yang_di_pertua yang_di_pertua "
    "the_hon_the_speaker hon_speaker his_honour_the_speaker her_honour_the_speaker "
    "son_honneur_la_présidente son_honneur_le_président convener the_convener deputy_convener "
    "the_deputy_convener timbalan_yang_di_pertua tuan_timbalan_yang_di_pertua puan_timbalan_yang_di_pertua "
    "tuan_pengerusi "
    "spika naibu_spika mwenyekiti elnök elnökasszony predsedava الرئيس السيد_الرئيس رئيس_المجلس الرئيسة "
    "السيدة_الرئيسة السيدة_رئيسة_المجلس رئيسة_الجلسة "
    "السيد_رئيس_المجلس رئيس_الجلسة نائب_الرئيس رئیس نائب_رئیس نایب_رئیس رییس نایب_رییس головуючий "
    "головуюча".split()
)
# Somebody of the house or the hall, who calls in.
CALLS = frozenset(
    "קריאה קריאות קריאות_ביניים głos_z_sali głosy_z_sali голос_из_зала из_зала с_места голос_із_залу "
    "із_залу голоси_із_залу з_місця voces una_voz voci una_voce "
    "közbeszólás közbeszólások medklipp hlas_zo_sály hlas_ze_sálu voce_din_sală одзив_из_сале глас_из_сале "
    "глас_от_залата".split()
)
# One of the public, whom the page does not name.
PUBLIC = frozenset(
    "citizen resident listener viewer reader caller member_of_the_public a_member_of_the_public citoyen citoyenne habitant habitante auditeur "
    "auditrice lecteur lectrice bürger bürgerin bürgerinnen einwohner einwohnerin anwohner anwohnerin hörer hörerin leser leserin ciudadano "
    "ciudadana vecino vecina oyente lector lectora cidadão cidadã munícipe ouvinte leitor leitora cittadino cittadina ascoltatore ascoltatrice "
    "lettore lettrice mieszkaniec mieszkanka słuchacz słuchaczka czytelnik czytelniczka inwoner burger luisteraar lezer medborgare lyssnare läsare "
    "borger innbygger lytter läser občan občanka posluchač posluchačka čtenář čtenářka občianka obyvateľ vatandaş yurttaş dinleyici okur "
    "житель жительница горожанин горожанка слушатель слушательница читатель читательница гражданин гражданка громадянин громадянка мешканець "
    "мешканка πολίτης ακροατής αναγνώστης 市民 住民 市民代表 시민 주민 시민대표 居民 网民 網民 网友 網友 warga masyarakat مواطن مواطنة תושב תושבת אזרח אזרחית "
    "नागरिक श्रोता".split()
)
DIRECTIONS = (
    r"व्यवधान|مداخلة|مقاطعة|ръкопляскания|смях|аплодисменти|аплауз|смех|сміх|оплески|қол шапалақ|күлкі|ტაში"
    r"|აპლოდისმენტები|սիծաղ|ծիծաղ|ծափահարություն\w*|"
    r"מחיאות כפיים|צחוק|خنده|تشویق|تالیاں|قہقہ\w*|تصفيق حاد|হাততালি|হাসি|तालियां|तालियाँ|हंसी|हँसी"
    r"|เสียงปรบมือ|หัวเราะ|"
    r"potlesk|smích\b|hluk v sále|šum v sále|oživení|oklaski|wesołość|dzwonek|poruszenie na sali|gwar na "
    r"sali|śmiech na sali|applausi|ilarità|proteste\b|commenti d|si ride|"
    r"rumores|protestas\b|pateos|aplausos|risos|protestos|palmas|tumulto|applåder|skratt|munterhet|latter"
    r"|alkışlar|gülüşmeler|gürültüler|sesleri|χειροκροτήματα|γέλωτες|θόρυβος|"
    r"ketuk palu|ketok palu|interupsi|taps\b|derültség|aplauze|rumoare|vociferări|шум\b|жагор|добацивање"
    r"|همهمه|hilariteit|gelach|geroffel|applaus\b|"
    r"vỗ tay|cười|tertawa|tawa|tepuk tangan|makofi|kicheko|vicheko|拍手|笑い|笑う|박수|웃음|aplauz|smeh|smijeh|pljesak"
)
# How a publisher leads in the words of somebody else.
INTRODUCTIONS = (
    r"(?:全文|實錄|实录|内容|內容)如下|以下[为為是](?:采访|採訪|訪談|访谈|專訪|专访|答问|全文|文字)"
    r"|以下[为為是][^。]{4,120}?(?:全文|[內内]容|[實实][錄录]|[發发]言|[談谈][話话])(?:全文|[內内]容)?[:：]$|以下は[^。]{0,40}(?:全文|要旨|一問一答)"
    r"|다음은[^.]{0,60}(?:전문|일문일답)|(?:و?فيما يلي|وإلى|إليكم|وهذا) (?:نص|تفاصيل) (?:ال)?(?:حوار|مقابلة|لقاء|حديث)"
    r"|و?فيما يلي (?:نص|النص)|(?:متن|مشروح) (?:کامل )?[^.؟]{0,80}(?:به شرح زیر|در ادامه|در پی)|به شرح زیر است"
    r"|به (?:پرسش|سوال)\S* (?:\S+ ){0,4}پاسخ (?:داد|گفت)|trả lời phỏng vấn (?:của )?(?:báo|phóng viên|đài)"
    r"|(?:toàn văn|nội dung) (?:cuộc )?phỏng vấn"
    r"|(?:наводимо|подаємо|публікуємо) (?:повний |повну )?(?:текст|стенограм)|ниже (?:приводится"
    r"|публикуется|следует)"
    r"|(?:приводим|публикуем|предлагаем) (?:вашему вниманию )?(?:полный |полную )?(?:текст|стенограмм"
    r"|интервью)"
    r"|გთავაზობთ (?:ინტერვიუ|სრულ)|παρατίθεται|להלן (?:נוסח|הריאיון|הראיון|דברי|תמליל)|berikut (?:petikan"
    r"|transkrip|wawancara|ini)"
    r"|(?:সাক্ষাৎকারটি|পূর্ণ বিবরণ) (?:নিচে|নিম্নে)|(?:पूरा|संपूर्ण) (?:पाठ|साक्षात्कार) (?:नीचे|इस प्रकार)"
    r"|รายละเอียดดังนี้"
)
# What a statement is, in the words of its title, by kind; they are added to those of other languages.
KINDS: dict[str, str] = {
    "debate": r"penyata rasmi|verbatim records?|ședinț\w* (?:\w+ )?(?:camerei|senatului|plenului|parlamentului|comisiei)"
    r"|(?:седниц|sednic|sjednic)\w* (?:\w+ )?(?:скупштин|skupštin|sabor|народне|narodne|одбора"
    r"|odbora)\w*|[會会][議议][紀纪记]錄|會議紀錄|院會紀錄|定例会|majadiliano ya bunge|országgyűlési napló|zapis "
    r"stenograficzny"
    r"|stenografske beleške|стенографске белешке|会議録|議事録|本会議|회의록|本会议|वाद[- ]?विवाद|стенограмм\w* заседани"
    r"|стенограм\w* засідан|фрагмент стенограммы|محضر (?:ال)?جلسة|مضبطة|รายงานการประชุมสภา"
    r"|пленарн\w+ засідан|"
    r"^засідання|פרוטוקול|ישיבת (?:ה?ועדה|הכנסת|מליאה)|مذاکرات مجلس|مذاکرات جلسه"
    r"|stenographisches protokoll|stenogram\w*|tutanağı|πρακτικά|risalah|biên bản",
    "news_conference": r"declarați[ei] de presă|\bsajtótájékoztató\w*|tiskov\w+ konferenc\w*|tlačov\w+ "
    r"(?:konferenc|besed)\w*"
    r"|tiedotustilaisuu\w*|konferencj\w+ prasow\w*|konferencij\w+ za (?:tisk|štampu)"
    r"|(?:tiskovn|novinarsk)\w+ konferenc\w*|pressikonverents\w*|preses konferenc\w*|spaudos konferencij\w*|persmoment"
    r"|perstoelichting|họp báo|konferensi pers|jumpa pers|sidang media|সংবাদ সম্মেলন|نشست خبری"
    r"|کنفرانس خبری|پریس کانفرنس|מסיבת (?:ה)?עיתונאים|"
    r"პრესკონფერენცი|ասուլիս|баспасөз (?:мәслихат|конференция)|แถลงข่าว|пресконференци|прес-?конференци"
    r"|конференциј\w* за (?:медије|новинаре)|"
    r"konferencij\w* za (?:medije|novinare)|mətbuat konfrans|matbuot anjuman|хэвлэлийн бага хурал"
    r"|mkutano na (?:waandishi|wanahabari)|पत्रकार परिषद|प्रेस कॉन्फ्रेंस|"
    r"प्रेस कॉन्फ़्रेंस|பத்திரிகையாளர் சந்திப்பு",
    "briefing": r"\bbrifing\w*|\bbrífink\w*|\bbrífing\w*|ενημέρωση (?:των )?(?:πολιτικών )?συντακτών|ბრიფინგ|ճեպազրույց|پریس بریفنگ|إيجاز صحفي|إيجاز|taklimat media|pengarahan pers|प्रेस "
    r"ब्रीफिंग|প্রেস ব্রিফিং|ব্রিফিং|תדרוך",
    "answers_to_media": r"sorular\w* (?:\S+ ){0,2}(?:cevap|cevab|yanıt)|sorularını (?:cevapla|yanıtla)|\b(?:bir soruya|sorusuna|sorularına) (?:cevab|cevap|yanıt)"
    r"|[答问問]{2}[内內]容|(?:[会會][见見])(?:[传傳]媒|[记記]者)|trả lời câu hỏi|คำถาม.?คำตอบ|ตอบคำถาม|पत्रकार\S* "
    r"के सवाल|প্রশ্নের উত্তর|"
    r"પ્રશ્નોના જવાબ|klausimus atsak|küsimustele vasta|vastaukset kysymyksiin",
    "interview": r"に聞く|に聞いた|[专專][访訪]|访谈|訪談|\binterjú\w*|mülakat|röportaj|söyleşi|பேட்டி|ቃለ (?:ምልልስ|መጠይቅ)"
    r"|अन्तर्वार्ता|បទសម្ភាសន៍|တွေ့ဆုံမေးမြန်း|සම්මුඛ සාකච්ඡා|intervist|interviu|intervij|"
    r"\bpanayam|haastattelu|\bviðtal|elkarrizketa|इंटरव्यू|मुलाखत|сұхбат|сұқбат|wawancara|temu ?bual"
    r"|phỏng vấn|সাক্ষাৎকার|সাক্ষাতকার|مصاحبه|گفت\W?و\W?گو\w*(?!\w| تلفنی)|گفتگو\w*(?!\w| تلفنی)|انٹرویو|ראיון|ריאיון|ინტერვიუ|"
    r"հարցազրույց|สัมภาษณ์|mahojiano|ярилцлага|müsahib|suhbat|интервю|интервју|intervju|ఇంటర్వ్యూ"
    r"|நேர்காணல்|അഭിമുഖം|حوار (?:مع|صحفي|خاص|(?:ال)?(?:وزير|رئيس|سفير))|\(حوار\)|لقاء (?:صحفي|خاص|حصري"
    r"|تلفزيوني|إذاعي)|대담|से (?:खास|ख़ास|विशेष|एक्सक्लूसिव) (?:बातचीत|मुलाकात)",
    "article": r"\bartykuł\w*|\bfelieton\w*|\bстатт[яію]\b|\bčlánek\b|\bčlánok\b|\barticolul?\b|\bcikke?\b|\bάρθρο\b|\bmakale\w*"
    r"|\bgast(?:beitrag|kommentar)\b|\barticolo\b|\bartigo\b|\bartikel (?:av|van|von|af)\b|debattartikel|opiniestuk|(?<!\w)(?:مقاله|یادداشت)(?!\w)|(?<!\w)מאמר(?!\w)"
    r"|(?<!\S)लेख(?!\S)|署名文章|寄稿|기고",
    "letter": r"\botwarty list\b|^list (?:otwarty\b|ministr|prezydent|premier|marszałk|ambasador|sekretarz)|відкритий лист|^лист (?:президент|міністе?р|прем|посл)\w*"
    r"|\bdopis\b|\blist (?:ministra|ministerky|prezidenta|prezidentky)\b|\bscrisoare\w*|\blevele?\b|\bεπιστολή\b|\bmektu[bp]\w*|\bbrief van\b|\bbrev från\b|öppet brev"
    r"|(?<!\w)نامه(?!\w)|(?<!\w)מכתב(?!\w)|(?<!\S)पत्र(?!\S)|公开信|公開信|的信$|書簡|서한",
    "lecture": r"\bwykład\w*|\bpřednášk\w*|\bprednášk\w*|\bprelegere\w*|\belőadás[aá]?\b|\bδιάλεξη\b|\bders[i]\b|הרצא[הת]|\blezing\b|\bföreläsning\w*"
    r"|lectio magistralis|\blezione (?:di|del|della|magistrale)\b|(?:conferencia|clase) magistral|\bpalestra\b|aula magna|व्याख्यान",
    "readout": r"telefonick\w+ (?:rozhovor|hovor)\w*|convorbir\w+ telefonic\w+|telefonbeszélgetés\w*|τηλεφωνικ[ήό]ς? (?:συνομιλία|επικοινωνία)|שיחת (?:ה)?טלפון|(?:گفتگوی|گفت\W?و\W?گوی|تماس) تلفنی"
    r"|通电话|通電話|전화 ?통화|telefoongesprek\w*|telefonsamtal\w*|conversa(?:ção)? telef[ôó]nica",
    "comment": r"\breactie van\b|^תגוב(?:ת|ה של)(?!\w)|\breaktion (?:von|av|des|der)\b|\bréaction d[eu]\b|\bkomentarz\w*|\bkomentář\w*|\bkomentár\w*|\bcomentari\w*|\bσχόλιο\b|\byorumu?\b|\bcommento (?:di|del|della|dell)|comentário",
    "joint_statement": r"společn\w+ (?:prohlášen|komuniké)\w*|spoločn\w+ (?:vyhláseni|komuniké)\w*|(?:declarați|comunicat)\w* comun\w*|közös (?:nyilatkozat|közlemény)\w*|κοιν[ήό]ς? (?:δήλωση|δηλώσεις|ανακοίνωση|ανακοινωθέν)"
    r"|ortak (?:basın )?(?:açıklama|bildiri|beyanname|demeç)\w*|gemensam\w* (?:uttalande|pressmeddelande|deklaration|förklaring)\w*|felles (?:uttalelse|erklæring)\w*|fælles (?:udtalelse|erklæring)\w*|संयुक्त बयान"
    r"|بیانیه مشترک|مشترکہ اعلامیہ|যৌথ বিবৃতি|संयुक्त वक्तव्य|tuyên bố chung|pernyataan "
    r"bersama"
    r"|แถลงการณ์ร่วม|共同声明|共同宣言|공동성명|заједничк\w+ изјав\w*|съвместн\w+ (?:изявление|декларация)|"
    r"համատեղ հայտարարություն|ერთობლივი განცხადება|бірлескен мәлімдеме|הצהרה משותפת",
    "speech": r"挨拶|演讲|演說|講話|致詞|\btale (?:af|av)\b|\binnlegg (?:av|fra)\b|\bindlæg (?:af|fra)\b|\bvystoupení\b|\bvystúpenie\b|^laudatio\b|\bsambutan\b|\w*tale (?:på|ved|til|under)\b|\b\w+s (?:tale|innlegg)\b|\btal (?:av|på|vid|till|under)\b"
    r"|\bbeszéd\w*|\bpuhe(?:en|essa|ensa)?\b|\bpuheenvuoro\w*|\bgovor\w*|\bnagovor\w*|\bobraćanje\b"
    r"|\bkõne\b|\bruna\b|\buzruna\b|\bkalba\b|\bdiscurs(?:ul|uri)?\b|\balocuțiune\w*|\bprzemówieni\w*"
    r"|\bwystąpieni\w*|\bprojev\w*|\bpidato\b|\bucapan\b|\bhotuba\b|phát biểu|ভাষণ|سخنرانی|تقریر\b|נאום"
    r"|სიტყვა|ելույթ|สุนทรพจน์|คำปราศรัย|обръщение|\bреч\b(?! има)|\bговор\b|çıxış|nutq|сөйлеген сөз|үг "
    r"хэлсэн|भाषण"
    r"|उद्बोधन",
    "condolence": r"弔電|condoleanțe\w*|\brészvét\w*|συλλυπητήρι\w*|\btaziye\w*|başsağlığı|תנחומי\w*|kondoleans\w*|belasungkawa|lời chia buồn|ส่งสารแสดงความเสียใจ|соболезн|съболезнова|саучешћ|көңіл айт"
    r"|শোকবার্তা|शोक संदेश|پیام تسلیت|תנחומים|弔意|唁电|조전|조의",
    "congratulation": r"祝電|祝辞|\bgratulacj\w*|\bпривітання\b(?= (?:президент|міністе?р|прем))|blahopřán\w*|blahoželan\w*|felicităr\w*|gratulác\w*|συγχαρητήρι\w*|\btebri[kğ]\w*|kutlama mesaj\w*|^ברכת(?!\w)|बधाई"
    r"|felicitatie\w*|\bgratulation\w*|lyckönsk\w*|congratulazion\w*|felicitações|parabéns|ucapan selamat|lời chúc mừng|điện mừng|құттықта|честит|честитк|অভিনন্দন|پیام تبریک"
    r"|مبارکباد|祝賀|祝电|축전|축하",
    "statement": r"\budtalelse (?:fra|af)\b|\bανακοίνωση\b|\bközlemény\w*|keterangan (?:pers|resmi|presiden|menteri)|declarați[ei]\w*|\bnyilatkozat\w*|\btiltakozás\b|\bprohlášen\w*|\bvyhláseni\w*"
    r"|oświadczeni\w*"
    r"|pernyataan|kenyataan media|tuyên bố|thông cáo|বিবৃতি|بیانیه|اعلامیہ|הצהר[הת]|განცხადება"
    r"|հայտարարություն|мәлімдеме|แถลงการณ์|изявление|саопштење|изјава|saopštenje|izjava|bəyanat|bayonot"
    r"|мэдэгдэл|tamko\b|(?<!\w)(?:ה?הודעת|ה?הודעה ל(?:עיתונות|תקשורת))(?!\w)|(?<!\w)بیان(?!\w)|deklarat[ëa]\b"
    r"|\bpahayag\b|\btaarifa (?:ya|kwa)\b|(?<!\w)அறிக்கை(?!\w)",
    "message": r"(?<!\w)(?:پیام|پيغام|پیغام)(?!\w)|\bmesaj(?:ı|i|ul)?\b|\bμήνυμα\b|\bprzesłanie\b|\bposelství\b|\büzenete?\b"
    r"|\bпослання\b|संदेश|메시지|신년사|メッセージ|年頭所感|年頭の辞|贺词|賀詞|新年献词|新年獻詞|\bpesan (?:presiden|menteri|duta)|thông điệp",
}
# Posts, word for word as they stand in small letters before a name or in scripts without capitals.
POSTS = frozenset(
    "министарка председница премијерка градоначелник градоначелница амбасадорка портпаролка ministar ministarka "
    "premijer premijerka gradonačelnik gradonačelnica ambasadorka portparol portparolka ministrica županka министърка "
    "посолка президентка прем'єр прем’єрка ministrs ministras ministrė prezidents prezidente prezidentas prezidentė ráðherra "
    "udenrigsminister balozi msemaji "
    "mluvčí předseda předsedkyně ministryně premiér premiérka hejtman hejtmanka primátor primátorka "
    "starosta starostka náměstek náměstkyně ředitel ředitelka hovorca hovorkyňa predseda predsedníčka "
    "štátny "
    "ministrul prim-ministrul premierul președintele președinta guvernatorul miniszter miniszterelnök "
    "államtitkár elnök szóvivő kormányszóvivő polgármester statsminister statsministeren "
    "utenriksminister finansminister "
    "pressesjef talsmann pääministeri ministeri presidentti rzeczniczka prezydent premier minister "
    "ministrica predsednik predsednica predsjednik predsjednica glasnogovornik glasnogovornica "
    "portparolka "
    "minister-president premierminister kanselier schepen korpschef "
    "ministri ministrja kryeministri kryeministrja presidenti cumhurbaşkanımız başbakanımız bakanımız "
    "menteri presiden gubernur duta bộ trưởng thứ thủ tướng chủ tịch phó đại sứ phát ngôn tổng thống "
    "министър министър-председател премиер посланик "
    "говорител министар председник премијер амбасадор портпарол міністр прем'єр-міністр речник речниця "
    "міністерка министрі президенті хатшысы төрағасы "
    "مسؤول المسؤول مسؤولة المسؤولة مسئول المسئول وزیر وزيرة سخنگوی سخنگو سفیر رئیس رئیس‌جمهور وزیراعظم ترجمان صدر মন্ত্রী প্রধানমন্ত্রী রাষ্ট্রপতি "
    "পররাষ্ট্রমন্ত্রী সচিব মুখপাত্র উপদেষ্টা রাষ্ট্রদূত পররাষ্ট্র "
    "პრემიერ-მინისტრი მინისტრი პრეზიდენტი ელჩი თავმჯდომარე նախարար նախարարը վարչապետ վարչապետը նախագահ "
    "նախագահը խոսնակ դեսպան שר שרת הנשיא נשיא דובר דוברת השר "
    "spika naibu waziri rais katibu poseł posłanka senator przewodniczący przewodnicząca marszałek "
    "wicemarszałek podsekretarz sekretarz προεδρεύων προεδρευων "
    "zeuge zeugin sachverständiger sachverständige testigo perito świadek biegły svědek svedok свидетель "
    "свідок témoin abg. "
    "borgmästare borgmester borgermester ordfører kommunalråd primarul primarița pormestari kaupunginjohtaja "
    "polgármestere minisztere elnöke δήμαρχος αντιδήμαρχος περιφερειάρχης πρέσβης βουλευτής кмет "
    "градоначалник губернатор شهردار استاندار महापौर मेयर राज्यपाल आयुक्त अध्यक्ष निदेशक "
    "ראש รัฐมนตรี นายกรัฐมนตรี โฆษก पीएम सीएम मुख्यमंत्री विदेशमंत्री रक्षामंत्री वित्तमंत्री".split()
)
# What a post is for.
FIELDS = frozenset(
    "strategic communications policy planning outreach engagement counterterrorism nonproliferation intergovernmental legislative "
    "spraw zagranicznych wewnętrznych sprawiedliwości obrony narodowej infrastruktury zdrowia rolnictwa "
    "jashtëm jashtme brendshëm brendshme mbrojtjes financave stanu luar negeri dalam pertahanan keuangan "
    "perdagangan pendidikan kesehatan pertanian perhubungan perindustrian pekerjaan umum pelabuhan juru "
    "bicara kepala wakil người ngoại giao quốc phòng външните работите вътрешните отбраната спољних "
    "послова "
    "закордонних справ сыртқы істер خارجه امور خارجہ امورِ دفاع কেন্দ্রীয় საგარეო საქმეთა თავდაცვის "
    "აღმასრულებელი արտաքին գործերի הממשלה החוץ הביטחון האוצר".split()
)
TITLES = frozenset(
    "السيد السيدة l'honorable l’honorable dato' dato’ datin mhe mheshimiwa dkt ndugu bapak ibu pak bu ông "
    "bà  جناب آقای خانم سید دکتر محترم জনাব ড ডঃ ডা นาย นาง นางสาว пан пані шри".split()
)
