"""The words by which servers say that they send something else than the page asked for, in the languages they say it in."""

from __future__ import annotations

import re

from onrecord.reading.words.caseless import caseless

BLOCK_TITLE = caseless(
    # "Access Denied", "403 Forbidden", "Just a moment...", "Attention Required!", "Доступ запрещён"
    r"(?:error )?(?:40[13]|429|1020|1015)?[\s:-]*(?:"
    r"(?:your )?(?:access|request|ip(?: address)?) (?:to this (?:page|site|website|resource|service) "
    r")?(?:has been |is |was )?"
    r"(?:denied|forbidden|blocked|rejected|restricted|limited)|forbidden(?:: access is denied)?|(?:sorry, "
    r")?you have been blocked|(?:web ?)?page blocked|"
    r"attention required|just a moment|one moment,? please|checking (?:your|the) browser.{0,40}|"
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|(?:human|bot"
    r"|robot) (?:verification|check)|"
    r"(?:\w+ )?security (?:check|checkpoint|verification)|(?:please )?(?:complete|solve) the captcha"
    r"|ddos[- ](?:guard|protection)(?: by .{1,30})?|"
    r"too many requests|rate limit(?:ed| exceeded)|pardon our interruption|unusual (?:traffic|activity)(?: "
    r"detected)?|"
    # "Zugriff verweigert", "Accès refusé", "Acceso denegado", "Accesso negato", "Acesso negado", "Toegang geweigerd"
    r"(?:zugriff|zugang) (?:verweigert|gesperrt|nicht (?:gestattet|erlaubt))|sicherheits(?:über)?prüfung|"
    r"accès (?:refusé|interdit|bloqué|non autorisé)|vérification de sécurité|un instant|"
    r"acceso (?:denegado|prohibido|restringido|bloqueado)|verificación de seguridad|un momento|"
    r"ac{1,2}es{1,2}o (?:negato|vietato|bloccato|negado|proibido|bloqueado|recusado)|toegang geweigerd"
    r"|åtkomst nekad|adgang nægtet|pääsy estetty|"
    r"dostęp (?:zabroniony|zablokowany)|odmowa dostępu|brak dostępu|přístup (?:odepřen|zakázán|zamítnut)"
    r"|prístup (?:odmietnutý|zamietnutý)|"
    r"hozzáférés megtagadva|acces (?:interzis|respins)|erişim (?:engellendi|reddedildi|yasaklandı)|"
    # "Доступ к ресурсу ограничен", "Доступ заборонено"
    r"доступ (?:к (?:сайту|ресурсу|странице) )?(?:запрещ[её]н|ограничен|закрыт|заблокирован|заборонено"
    r"|обмежено)|"
    r"проверка (?:браузера|безопасности)|вы не робот|подтвердите,? что вы не робот|слишком много запросов|"
    # "تم رفض الوصول", "دسترسی غیرمجاز", "הגישה נדחתה", "访问被拒绝", "アクセスが拒否されました", "접근이 거부되었습니다"
    r"تم رفض الوصول|الوصول مرفوض|تم حظر الوصول|دسترسی (?:غیرمجاز|مسدود شده)|הגישה נדחתה|"
    r"访问被(?:拒绝|拦截|阻断)|拒绝访问|禁止访问|\w{0,6}(?:安全|人机)验证|存取被拒|拒絕存取|アクセス(?:が)?拒否(?:されました)?|"
    r"(?:접근|액세스|접속)(?:이|가)? ?(?:거부|차단|제한)(?:되었습니다|됨)?|akses ditolak|truy cập bị (?:từ chối|chặn)|δεν "
    r"επιτρέπεται η πρόσβαση"
    r")[\s.!?…]*",
)
"""All of a title, a part of it or a heading."""

BLOCK_SENTENCE = caseless(
    # "You don't have permission to access "http://office.example/1" on this server."
    r"you (?:don't|don’t|do not) have permission to access [^\n]{1,300}? on this server|"
    # "Verify you are human by completing the action below."
    r"(?:verify|confirm|prove|mak(?:e|ing) sure|check)(?:ing)?(?: that| if)? (?:you(?:'re|’re| are)|the "
    r"user is) (?:a |not a )?(?:real )?(?:human|robot|bot|person)\b|"
    r"(?:checking if the site connection is secure|checking your browser before accessing|review the "
    r"security of your connection)|"
    # "Ihr Browser wird überprüft, bevor …", "Vérification de votre navigateur", "正在检查您的浏览器"
    r"(?:ihr|der) browser wird (?:über|ge)prüft|überprüfung (?:ihres|des) browsers|vérif(?:ication de|ions) votre navigateur|"
    r"(?:comprobando|verificando|verificamos) (?:su|tu|el) navegador|(?:verifica|controllo) del (?:suo |tuo )?browser|"
    r"(?:a verificar|verificando|verificamos) o (?:seu )?navegador|sprawdza(?:nie|my) (?:twoj(?:ą|ej) )?przeglądark[ię]|"
    r"проверка (?:вашего )?браузера (?:перед|на)|провер(?:яем|яется) ваш браузер|перевірка (?:вашого )?браузера (?:перед|на)|перевіряємо ваш браузер|"
    r"tarayıcınız (?:denetleniyor|kontrol ediliyor)|έλεγχος του (?:προγράμματος περιήγησης|browser)|(?:التحقق|نتحقق) من متصفحك|"
    r"در حال بررسی مرورگر|(?:בודקים|בדיקת) (?:את )?הדפדפן|正在(?:检查|验证|驗證|檢查)您的(?:浏览器|瀏覽器)|ブラウザを確認しています|브라우저를 (?:확인|검사)하고 있습니다|"
    r"(?:uw|je) browser wordt gecontroleerd|kontrol(?:a|ujeme) (?:vašeho|váš) prohlížeč|(?:kontrollerar din|kontrollerer din) (?:webbläsare|browser|nettleser)|"
    r"selaintasi tarkistetaan|böngészőj(?:ét|ének) ellenőr|(?:verificăm|se verifică) browserul|memeriksa (?:peramban|browser) anda|đang kiểm tra trình duyệt|"
    r"unusual (?:traffic|activity) from your (?:computer |local )?(?:network|device|ip)|"
    # "The requested URL was rejected. Please consult with your administrator."
    r"the requested url was rejected|request unsuccessful\. incapsula|incapsula incident id|"
    r"your (?:ip(?: address)?|browser) (?:[\w.:]{3,45} )?(?:has been|was|is) (?:temporarily )?(?:blocked"
    r"|banned|denied|blacklisted)|"
    r"enable (?:javascript|js) and (?:cookies|disable any ad blocker)|(?:cloudflare )?ray id: "
    r"[0-9a-f]{12,20}|"
    # "Reference #18.5c2f1602.1589000000.1a2b3c4d"
    r"reference #\d{1,3}\.[0-9a-f]+\.\d{6,12}\.[0-9a-f]+|"
    r"(?:подтвердите|докажите),? что (?:вы|запросы)[^\n]{0,40}? не робот|запросы[^\n]{0,60}? похожи на "
    r"автоматические|"
    r"(?:bestätigen|überprüfen) sie,? dass sie (?:ein mensch|kein roboter) sind|"
    r"(?:vérifie[rz]|confirme[rz]|prouve[rz]) que vous (?:n['’]êtes pas un robot|êtes (?:un )?humain)|"
    r"(?:o seu|seu|su|la sua|votre|ihre|ваш) (?:endereço |dirección |adresse )?(?:de )?ip(?:-adresse"
    r"|-адрес)? (?:foi|ha sido|a été|wurde|был) (?:bloque[ao]d[ao]|bloquée|gesperrt|заблокирован)|"
    r"(?:verifique|confirme|demuestre) que (?:usted )?(?:no es un robot|es (?:un )?humano)|"
    r"请完成(?:安全|人机)验证|您的(?:访问)?请求(?:被|已被)(?:拒绝|拦截|阻断)|ロボットではないことを(?:確認|証明)",
)
"""Anywhere in a page of few words."""

BLOCK_MARK = re.compile(
    # <script>window._cf_chl_opt={…}</script>, <iframe src="/_Incapsula_Resource?…">
    r"_cf_chl_opt|cf-browser-verification|cf-challenge|captcha-delivery\.com|_Incapsula_Resource|px-captcha"
    r"|human-challenge|"
    r"awsWafCookieDomainList|aws-waf-token|sucuri_cloudproxy_js|ddos-guard/|__qrator|check\.js\?qrator"
    r"|servicepipe\.ru|/\.within\.website/x/cmd/anubis"
)
"""In the markup of a page of hardly any words."""

LOGIN_TITLE = caseless(
    # "Sign in to your account", "Log in", "Anmelden", "Вход в систему", "登录"
    r"(?:please )?(?:(?:sign|log)[ -]?in|member (?:sign|log)[ -]?in)(?: (?:to|with) .{1,40})?|login(?: "
    r"required| page)?|authentication required|"
    r"(?:authorization|sign-in) required|anmeld(?:en|ung)(?: erforderlich)?|einloggen|(?:se )?connecter"
    r"|connexion|authentification|identifiez-vous|"
    r"(?:iniciar|inicie|inicio de) sesión|iniciar sessão|acceder|accedi|acceso de usuarios|entrar|inloggen"
    r"|logga in|log ind|kirjaudu(?: sisään)?|"
    r"logowanie|zaloguj(?: się)?|přihlášení|prihlásenie|bejelentkezés|autentificare|(?:kullanıcı |oturum "
    r")?giriş[i]?(?: yap(?:ın|ınız)?)?|oturum aç|"
    r"вход(?: в (?:систему|личный кабинет))?|авторизация|войти|увійти|вхід|авторизація|تسجيل الدخول"
    r"|ورود(?: به سامانه)?|כניסה|התחברות|"
    r"(?:用户)?(?:登录|登陆|登入|登錄)|ログイン|로그인|masuk|đăng nhập|σύνδεση|είσοδος",
)
LOGIN_SENTENCE = caseless(
    # "You must be logged in to view this page."
    r"(?:you (?:must|need to|have to)|please) (?:be (?:logged|signed) in|(?:log|sign) in) (?:to|in order to"
    r"|before) (?:view|read|see|access|continue)|"
    r"(?:sie müssen (?:sich anmelden|angemeldet sein)|(?:dieser inhalt|diese seite) ist nur für angemeldete"
    r"|bitte melden sie sich an\b|vous devez (?:être connecté|vous connecter)|debe(?:s)? iniciar sesión|"
    r"devi (?:effettuare l['’]accesso|accedere)|(?:é necessário|precisa) (?:iniciar sessão|fazer login)"
    r"|musisz się zalogować|"
    r"необходимо (?:авторизоваться|войти)|необхідно (?:авторизуватися|увійти)|görmek için giriş yap|يجب "
    r"(?:عليك )?تسجيل الدخول|请先登录)",
)
PASSWORD_FIELD = re.compile(r"<input\b[^>]{0,400}?\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
"""<input type="password" name="pw">"""

NO_SUCH_PAGE = caseless(
    # "Nie znaleziono strony", "Sayfa bulunamadı", "Oops! That page can’t be found."
    r"\b(?:that|this|the) (?:page|content|item) (?:you (?:requested|are looking for|were looking for) )?"
    r"(?:can(?:not|'t|’t) be found|could not be found|does(?:n't|n’t| not) exist|was not found|is no "
    r"longer available|has been removed)\b|"
    r"\bnie znaleziono (?:strony|dokumentu)|\bstránka (?:nebyla nalezena|nenalezena|sa nenašla|nenájdená"
    r"|neexistuje)|\bsayfa bulunamadı|"
    r"\bsidan (?:kunde inte hittas|finns inte)|\bsiden (?:blev ikke fundet|ble ikke funnet|findes ikke)"
    r"|\bsivua ei löy[dt]|"
    r"\b(?:stranica|stran) (?:nije pronađena|ne postoji|ne obstaja)|\bстраница(?:та)? (?:није пронађена|не "
    r"е намерена|не съществува)|\bстаронка не знойдзена|"
    r"\b(?:puslapis nerastas|lapa nav atrasta|lehte(?:külge)? ei leitud)|\bhalaman (?:ini )?tidak "
    r"(?:ditemukan|dijumpai|ada)|\bsəhifə tapılmadı|\bsahifa topilmadi|"
    r"\bбет табылмады|გვერდი ვერ მოიძებნა|էջը չի գտնվել|\bkhông tìm thấy trang|ไม่พบหน้า|(?:पृष्ठ|पेज) "
    r"नहीं मिला|পৃষ্ঠাটি পাওয়া যায়নি|"
    # "Fehler 404", "Ошибка 404"
    r"^\W*(?:fehler|erreur|errore?|erro|error|błąd|chyba|hiba|hata|fout|fel|fejl|feil|virhe|eroare|greška"
    r"|ошибка|помилка|грешка|σφάλμα|lỗi|خطأ|خطای|שגיאה|エラー|错误)\W{0,3}404\b|"
    r"\bpagina (?:niet gevonden|bestaat niet|nu a fost găsită)|\baz oldal nem található|\bη σελίδα δεν "
    r"βρέθηκε|\bсторінк[ау] не знайдено|"
    r"صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|לא נמצא(?:ה)? (?:ה)?(?:דף|עמוד)|(?:הדף|העמוד) לא נמצא|"
    r"您访问的页面(?:不存在|已删除)|(?:頁|网)面(?:不存在|找不到)|お探しのページ|페이지를 찾을 수 없|trang không tồn tại",
)
"""Beside NOT_FOUND: in a title or heading."""

GONE_SENTENCE = caseless(
    # "The page you requested does not exist or has been removed."
    r"\b(?:the (?:page|document|content|file) (?:that )?(?:you (?:have )?(?:requested|are looking for|were "
    r"looking for|tried to (?:reach|open))) (?:does(?:n['’]t| not) exist|"
    r"(?:could|can)(?:not|n['’]t| not) be found|was not found|has been (?:re)?moved|is no longer available"
    r"|(?:may|might) have been (?:re)?moved)|"
    r"(?:it looks like )?nothing was found at this location|we (?:could|can)(?:not|n['’]t| not) find (?:the"
    r"|that) page\b|"
    r"die (?:von ihnen )?(?:angeforderte|gesuchte|aufgerufene) seite (?:existiert nicht|wurde nicht "
    r"gefunden|konnte nicht gefunden werden|ist nicht (?:mehr )?verfügbar)|"
    r"la page (?:que vous (?:cherchez|recherchez|avez demandée)|demandée|recherchée) (?:n['’]existe (?:pas"
    r"|plus)|est introuvable|n['’]a pas été trouvée)|"
    r"la página que (?:busca|buscas|solicita|está buscando|ha solicitado) no (?:existe|se encuentra|ha "
    r"sido encontrada|está disponible)|"
    r"a página que (?:procura|você procura|solicitou|está procurando) não (?:existe|foi encontrada|está "
    r"disponível)|"
    r"la pagina (?:richiesta|cercata|che stai cercando|che cerchi) non (?:esiste|è stata trovata|è "
    r"disponibile)|"
    r"(?:запрашиваемая|запрошенная|искомая|указанная) (?:вами )?страница (?:не существует|не найдена"
    r"|удалена|отсутствует)|страница, которую вы ищете|"
    r"(?:запитувана|запитана|вказана) (?:вами )?сторінка (?:не існує|не знайдена)|(?:żądana|szukana) "
    r"strona nie (?:istnieje|została znaleziona)|"
    r"strona, której szukasz|aradığınız sayfa|de (?:opgevraagde )?pagina die u zoekt|sidan (?:som )?du "
    r"(?:söker|letar efter))|"
    r"الصفحة التي (?:تبحث|طلبت)|您(?:要)?(?:访问|查找|请求|浏览)的(?:页面|网页)(?:不存在|已被?删除|找不到)|指定された(?:ページ|URL)(?:は"
    r"|が)(?:見つかり|存在し)ません|"
    r"(?:요청하신|찾으시는) 페이지",
)
"""Anywhere in a page of hardly any words."""

MOUNT = re.compile(
    # <div id="root"></div>, <app-root></app-root>
    r"<(?:div|main|section)\b[^>]{0,200}?\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte|q-app"
    r"|react-root|main-app|"
    r"application|app-root|ember-app|vue-app)[\"']?[^>]{0,200}>\s*</|<app-root\b[^>]{0,200}>\s*</app-root",
    re.IGNORECASE,
)
NEEDS_PROGRAM = re.compile(
    # "You need to enable JavaScript to run this app.", "Bitte aktivieren Sie JavaScript"
    r"javascript|ジャバスクリプト|^\W*(?:loading|please wait|wird geladen|chargement|cargando|caricamento|загрузка"
    r"|завантаження|加载中|読み込み中)\W*$",
    re.IGNORECASE,
)
NO_SCRIPT = re.compile(r"<noscript\b[^>]*>(.{0,2000}?)</noscript", re.IGNORECASE | re.DOTALL)
"""<noscript>You need to enable JavaScript to run this app.</noscript>"""

SENT_ON = re.compile(
    r"<meta\b[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh\b[^>]{0,200}?content\s*=\s*[\"']?\s*\d*\s*;?\s*url\s*=\s*[\"']?([^\"'>\s]{1,500})",
    re.IGNORECASE,
)
"""<meta http-equiv="refresh" content="0; url=/new/place">"""
