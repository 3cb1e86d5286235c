"""Pages that a server sends in place of the one asked for, from a real HTTP server on the loopback interface, in many languages.

    python benchmarks/standins.py

The pages below were written by somebody who had not looked at the rules or their words; sites, offices and people are invented.
All are answered with status 200 (a status of its own names any). Told are: how many are named, as what kind, how many became a
statement (must be 0); and of the statements that look like stand-ins, how many were named for one (must be 0).
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from loopback_site import Invented, Site, reply
from onrecord import Archive, Fetching

NOW = "2031-06-01T12:00:00Z"
NAV = "<nav><a href=/>{0}</a> <a href=/a>{1}</a> <a href=/b>{2}</a></nav>"
FOOT = "<footer>© 2031 {0}</footer>"


def page(title: str, body: str, *around: str) -> str:
    """Return a page with a site's own frame, if its words are given."""
    nav = NAV.format(*around) if around else ""
    foot = FOOT.format(around[0]) if around else ""
    return f"<!doctype html><html><head><title>{title}</title></head><body>{nav}<main>{body}</main>{foot}</body></html>"


def login(title: str, name: str, word: str, button: str) -> str:
    """Return a page with a form for name and password."""
    fields = f"<label>{name}<input name=user></label><label>{word}<input type=password name=pass></label>"
    return page(title, f"<h1>{title}</h1><form method=post>{fields}<button>{button}</button></form>")


BLOCKS = [
    page("Attention Required!", "<h1>Sorry, you have been blocked</h1><p>You are unable to access press.example</p>"),
    page("403", "<h1>Forbidden</h1><p>You do not have permission to view this directory or page.</p>"),
    page("Request Rejected", "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234567890"),
    page("Security check", "<p>Please complete the captcha below to continue.</p><div class=g-recaptcha></div>"),
    page("Are you a robot?", "<h1>Are you a robot?</h1><p>Please confirm that you are not by ticking the box.</p>"),
    page("Zugriff nicht erlaubt", "<h1>Zugriff nicht erlaubt</h1><p>Ihre Anfrage wurde aus Sicherheitsgründen abgelehnt.</p>"),
    page("Sicherheitsüberprüfung", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
    page("Accès refusé", "<h1>Accès refusé</h1><p>Vous n’êtes pas autorisé à consulter cette page.</p>"),
    page("Vérification", "<p>Veuillez prouver que vous n’êtes pas un robot pour continuer.</p>"),
    page("Acceso denegado", "<h1>Acceso denegado</h1><p>No tiene permiso para acceder a este sitio.</p>"),
    page("Acesso negado", "<p>O seu endereço IP foi bloqueado por motivos de segurança.</p>"),
    page("Accesso negato", "<h1>Accesso negato</h1><p>Non hai i permessi per visualizzare questa pagina.</p>"),
    page("Доступ ограничен", "<h1>Доступ к ресурсу ограничен</h1><p>Ваш запрос был заблокирован.</p>"),
    page("Проверка браузера", "<p>Подтвердите, что вы не робот.</p>"),
    page("Доступ заборонено", "<h1>Доступ заборонено</h1>"),
    page("Odmowa dostępu", "<h1>Odmowa dostępu</h1><p>Nie masz uprawnień do wyświetlenia tej strony.</p>"),
    page("Přístup odepřen", "<h1>Přístup odepřen</h1>"),
    page("Erişim engellendi", "<h1>Erişim engellendi</h1><p>Bu sayfaya erişim izniniz yok.</p>"),
    page("تم رفض الوصول", "<h1>تم رفض الوصول</h1><p>ليس لديك إذن للوصول إلى هذه الصفحة.</p>"),
    page("访问被拒绝", "<h1>访问被拒绝</h1><p>您的请求已被拦截。</p>"),
    page("アクセスが拒否されました", "<h1>アクセスが拒否されました</h1>"),
    page("접근이 차단되었습니다", "<h1>접근이 차단되었습니다</h1><p>관리자에게 문의하십시오.</p>"),
    page("Toegang geweigerd", "<h1>Toegang geweigerd</h1>"),
    page("Åtkomst nekad", "<h1>Åtkomst nekad</h1>"),
    page("Δεν επιτρέπεται η πρόσβαση", "<h1>Δεν επιτρέπεται η πρόσβαση</h1>"),
    page("Hozzáférés megtagadva", "<h1>Hozzáférés megtagadva</h1>"),
    page("Akses ditolak", "<h1>Akses ditolak</h1>"),
    page("دسترسی غیرمجاز", "<h1>دسترسی غیرمجاز</h1>"),
    page("Too many requests", "<h1>Too many requests</h1><p>You have sent too many requests. Try again later.</p>"),
    page("press.example", "<p>Checking your browser before accessing press.example.</p><p>This process is automatic.</p>"),
]  # fmt: skip
LOGINS = [
    login("Log in", "User name", "Password", "Log in"),
    login("Member login – Ministry of Tides", "E-mail", "Password", "Continue"),
    login("Anmeldung", "Benutzername", "Passwort", "Anmelden"),
    login("Connexion", "Identifiant", "Mot de passe", "Se connecter"),
    login("Iniciar sesión", "Usuario", "Contraseña", "Entrar"),
    login("Entrar", "Utilizador", "Palavra-passe", "Entrar"),
    login("Accedi", "Nome utente", "Password", "Accedi"),
    login("Вход", "Логин", "Пароль", "Войти"),
    login("Вхід", "Логін", "Пароль", "Увійти"),
    login("Logowanie", "Nazwa użytkownika", "Hasło", "Zaloguj"),
    login("Přihlášení", "Uživatel", "Heslo", "Přihlásit"),
    login("Giriş yap", "Kullanıcı adı", "Şifre", "Giriş"),
    login("تسجيل الدخول", "اسم المستخدم", "كلمة المرور", "دخول"),
    login("登录", "用户名", "密码", "登录"),
    login("ログイン", "ユーザー名", "パスワード", "ログイン"),
    login("로그인", "아이디", "비밀번호", "로그인"),
    login("Inloggen", "Gebruikersnaam", "Wachtwoord", "Inloggen"),
    login("Logga in", "Användarnamn", "Lösenord", "Logga in"),
    login("Είσοδος", "Χρήστης", "Κωδικός", "Είσοδος"),
    page("Press area", "<p>This content is available to registered journalists only. Please sign in to continue.</p>"),
    page("Pressebereich", "<p>Dieser Inhalt ist nur für angemeldete Nutzer sichtbar. Bitte melden Sie sich an.</p>"),
    page("Espace presse", "<p>Vous devez vous connecter pour accéder à ce contenu.</p>"),
    page("Subscribe to continue", "<h1>Subscribe to continue reading</h1><p>Already a subscriber? Log in</p>"),
]  # fmt: skip
GONE = [
    page("Page not found – Ministry of Tides", "<h1>Page not found</h1><p>The page may have been moved.</p>", "Ministry of Tides", "News", "Contact"),
    page("Error", "<h1>404</h1><p>Sorry, we couldn't find what you were looking for.</p>", "Home", "News", "Contact"),
    page("Ministry of Tides", "<p>The page you requested does not exist or has been removed.</p>", "Home", "News", "Contact"),
    page("Nothing here", "<h1>Nothing here</h1><p>It looks like nothing was found at this location.</p>"),
    page("Seite nicht gefunden", "<h1>Seite nicht gefunden</h1>", "Start", "Presse", "Kontakt"),
    page("Fehler 404", "<h1>Fehler 404</h1><p>Die angeforderte Seite existiert nicht mehr.</p>", "Start", "Presse", "Kontakt"),
    page("Page introuvable", "<h1>Page introuvable</h1>", "Accueil", "Presse", "Contact"),
    page("Oups", "<p>La page que vous cherchez n’existe pas ou a été déplacée.</p>"),
    page("Página no encontrada", "<h1>Página no encontrada</h1>", "Inicio", "Prensa", "Contacto"),
    page("Error 404", "<p>La página que busca no existe.</p>"),
    page("Página não encontrada", "<h1>Página não encontrada</h1>"),
    page("Pagina non trovata", "<h1>Pagina non trovata</h1>"),
    page("Ошибка 404", "<h1>Ошибка 404</h1><p>Запрашиваемая страница не существует.</p>", "Главная", "Новости", "Контакты"),
    page("Сторінку не знайдено", "<h1>Сторінку не знайдено</h1>"),
    page("Nie znaleziono strony", "<h1>Nie znaleziono strony</h1>"),
    page("Stránka nenalezena", "<h1>Stránka nenalezena</h1>"),
    page("Sayfa bulunamadı", "<p>Aradığınız sayfa bulunamadı.</p>"),
    page("الصفحة غير موجودة", "<h1>الصفحة غير موجودة</h1>"),
    page("页面不存在", "<h1>您访问的页面不存在</h1>"),
    page("ページが見つかりません", "<h1>お探しのページは見つかりませんでした</h1>"),
    page("페이지를 찾을 수 없습니다", "<h1>페이지를 찾을 수 없습니다</h1>"),
    page("Pagina niet gevonden", "<h1>Pagina niet gevonden</h1>"),
    page("Sidan hittades inte", "<h1>Sidan kunde inte hittas</h1>"),
    page("Η σελίδα δεν βρέθηκε", "<h1>Η σελίδα δεν βρέθηκε</h1>"),
    page("Az oldal nem található", "<h1>Az oldal nem található</h1>"),
    page("Pagina nu a fost găsită", "<h1>Pagina nu a fost găsită</h1>"),
    page("Sivua ei löytynyt", "<h1>Sivua ei löytynyt</h1>"),
    page("Halaman tidak ditemukan", "<h1>Halaman tidak ditemukan</h1>"),
    page("Không tìm thấy trang", "<h1>Không tìm thấy trang</h1>"),
    page("ไม่พบหน้าที่คุณต้องการ", "<h1>ไม่พบหน้าที่คุณต้องการ</h1>"),
    page("पृष्ठ नहीं मिला", "<h1>पृष्ठ नहीं मिला</h1>"),
    page("صفحه یافت نشد", "<h1>صفحه یافت نشد</h1>"),
]  # fmt: skip
SHELLS = [
    "<!doctype html><title>Press</title><div id=app></div><script src=/main.4f3a.js></script>",
    "<!doctype html><title>Press</title><div id=__next></div><script src=/_next/a.js></script>",
    "<!doctype html><title>Press</title><app-root></app-root><script type=module src=/main.js></script>",
    "<!doctype html><title>Press</title><div id=root><div class=spinner></div></div><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><noscript>Bitte aktivieren Sie JavaScript.</noscript><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><noscript>Для работы сайта включите JavaScript</noscript><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><noscript>Veuillez activer JavaScript pour continuer.</noscript><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><p>Loading...</p><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><p>Chargement en cours…</p><script src=/a.js></script>",
    "<!doctype html><title>Press</title><body><div id=main></div><script>document.write(atob('PGgxPg=='))</script>",
    "<!doctype html><title></title><body><script>window.location.reload()</script>",
    "<!doctype html><title>新闻</title><div id=app></div><noscript>请启用 JavaScript</noscript><script src=/a.js></script>",
]

SPEECH = "Minister of Tides Ida Voss"
STATEMENTS = [
    page(f"Speech by {SPEECH} on access denied to our ships, 3 May 2031", "<h1>Speech by Minister of Tides Ida Voss on access denied to our ships, 3 May 2031</h1><p>Access was denied. That is all.</p>"),
    page(f"Statement by {SPEECH}: Page not found", f"<h1>Statement by {SPEECH}: Page not found</h1><p>The page with the treaty was not found in the archive of the ministry.</p>"),
    page(f"Remarks by {SPEECH} at a robots fair", f"<h1>Remarks by {SPEECH} at a robots fair</h1><p>I am not a robot, dear friends.</p>"),
    page(f"Comment by {SPEECH} on the blocked port", f"<h1>Comment by {SPEECH} on the blocked port</h1><p>The port has been blocked for security reasons.</p>"),
    page("Rede von Ministerin Ida Voss", "<h1>Rede von Ministerin Ida Voss zum verweigerten Zugriff</h1><p>Der Zugriff auf den Hafen wurde verweigert, 3. Mai 2031.</p>"),
    page("Выступление министра приливов Иды Восс", "<h1>Выступление министра приливов Иды Восс</h1><p>Доступ в порт запрещён, и мы это не примем.</p>"),
    page(f"Message of {SPEECH} to seafarers", f"<h1>Message of {SPEECH} to seafarers</h1><p>Too many requests have reached me. Thank you.</p><form><input type=password></form>"),
    page(f"Statement by {SPEECH}", f"<h1>Statement by {SPEECH}</h1><p>Please sign in to the register of ships.</p><noscript>Enable JavaScript</noscript><script src=/a.js></script>"),
    page("Déclaration de la ministre Ida Voss", "<h1>Déclaration de la ministre Ida Voss</h1><p>L’accès nous a été refusé.</p>"),
    page(f"Letter of {SPEECH} on a missing person", f"<h1>Letter of {SPEECH} on a missing person</h1><p>He could not be found.</p>"),
    page("大臣演说", "<h1>潮汐部长的讲话</h1><p>我们的船只访问被拒绝。</p>"),
    page(f"Interview with {SPEECH}", f"<h1>Interview with {SPEECH}</h1><p><b>Question:</b> Was the page removed?</p><p><b>Ida Voss:</b> It does not exist any more.</p>"),
]  # fmt: skip
KINDS = {
    "block page": (BLOCKS, ("block_page",)),
    "login wall": (LOGINS, ("login_wall",)),
    "soft 404": (GONE, ("soft_not_found",)),
    "empty shell": (SHELLS, ("empty_shell",)),
    "statement": (STATEMENTS, ()),
}
_NAMES = {"block_page", "login_wall", "soft_not_found", "not_found", "error_page", "empty_shell", "sent_on"}


def main() -> None:
    print(f"{'':14}{'pages':>6}{'named':>7}{'as such':>9}{'kept':>6}{'statements':>12}")
    for kind, (pages, codes) in KINDS.items():
        named, right, kept, statements = 0, 0, 0, 0
        missed: list[str] = []
        others: Counter[str] = Counter()
        for each in pages:
            with tempfile.TemporaryDirectory() as folder, Site({"/7": reply(each)}) as site:
                world = Invented(site).world()
                added = Archive.add_to(
                    Path(folder) / "a", f"{site.origin}/7", now=NOW, fetching=Fetching(), world=world
                )
            told = {issue.code for issue in added.issues} & _NAMES
            named += bool(told)
            right += bool(told & set(codes))
            kept += added.new
            statements += added.statements
            others.update(told - set(codes))
            if bool(told) != bool(codes):
                missed.append(each.partition("<title>")[2].partition("</title>")[0])
        print(f"{kind:14}{len(pages):6}{named:7}{right:9}{kept:6}{statements:12}")
        if others:
            print(f"  named otherwise: {dict(others)}")
        if missed:
            print(f"  {'not named' if codes else 'wrongly named'}: {'; '.join(missed)}")


if __name__ == "__main__":
    main()
