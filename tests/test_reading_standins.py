"""Pages that a server sends in place of the one asked for: named with their evidence, and never statements.

All sites, offices and people are invented. The negative pages look like stand-ins in one respect, and are statements.
"""

from __future__ import annotations

import msgspec
import pytest

from onrecord.model import Reading
from onrecord.reading import read_page
from reading_pages import capture_of

CHALLENGE = """<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script>
<h1>press.ostrelle.example</h1><p>Verify you are human by completing the action below.</p>
<p>press.ostrelle.example needs to review the security of your connection before proceeding.</p>"""
DENIED = """<title>Access Denied</title><h1>Access Denied</h1>
You don't have permission to access "http&#58;&#47;&#47;press&#46;ostrelle&#46;example&#47;1" on this server.<p>
Reference&#32;&#35;18&#46;5c2f1602&#46;1589000000&#46;1a2b3c4d"""
LOGIN = """<title>Anmelden | Hafenministerium</title><h1>Anmelden</h1><form><label>Name <input name=u></label>
<label>Kennwort <input type=password name=p></label><button>Weiter</button></form>"""
MEMBERS = "<title>Briefing room</title><p>You must be logged in to view this page.</p>"
SOFT_404 = """<title>Vesselmark Ministry of Harbours</title><nav><a href=/>Home</a> <a href=/news>News</a></nav>
<main><h1>Oops! That page can’t be found.</h1><p>Try a search instead.</p></main>"""
SHELL = """<title>Speeches | Vesselmark</title><div id="root"></div>
<noscript>You need to enable JavaScript to run this app.</noscript><script src=/a.js></script>"""
BLANK = "<title>Speeches</title><body><script>draw()</script></body>"
SENT_ON = "<meta http-equiv='refresh' content='0; url=/en/speeches/7'><p>One moment.</p>"
INCAPSULA = """<iframe src="/_Incapsula_Resource?CWUDNSAI=9" height="100%">Request unsuccessful. Incapsula
incident ID: 87-12</iframe>"""

SPEECH = """<title>Speech by Foreign Minister Anna Berg on access to the sea | Ostrelle</title>
<h1>Speech by Foreign Minister Anna Berg on access to the sea</h1><p>Ladies and gentlemen,</p>
<p>Access to this harbour has been denied to our ships. We were told to prove that you are not a robot of others.</p>
<p>Your IP address has been blocked, they wrote to our embassy. That is no way between neighbours.</p>"""


def read(markup: str, status: int | None = 200) -> Reading:
    """Return the Reading of a page that was answered with the status."""
    capture = msgspec.structs.replace(
        capture_of("text/html", "https://press.ostrelle.example/1"), status=status
    )
    return read_page(f"<!DOCTYPE html><html><head></head>{markup}</html>", capture)


@pytest.mark.parametrize(
    ("code", "markup", "evidence"),
    [
        ("block_page", CHALLENGE, "“Just a moment...” stands over few words"),
        ("block_page", DENIED, "“Access Denied”"),
        ("block_page", DENIED.replace("Access Denied", "press.ostrelle.example"), "“You don't have permission to access"),
        ("block_page", "<title>Доступ запрещён</title><p>Обратитесь к администратору.", "“Доступ запрещён”"),
        ("block_page", "<title>403 Forbidden</title><center><h1>403 Forbidden</h1></center>", "“403 Forbidden”"),
        ("block_page", INCAPSULA, "“_Incapsula_Resource”"),
        ("block_page", "<title>403 - Forbidden: Access is denied.</title><h2>403 - Forbidden: Access is denied.</h2>", "Access is denied"),
        ("block_page", "<title>Making sure you're not a bot!</title><h1>Making sure you're not a bot!</h1>", "not a bot"),
        ("block_page", "<title>Vercel Security Checkpoint</title><p>We're verifying your browser", "Security Checkpoint"),
        ("block_page", "<title>百度安全验证</title><p>网络不给力，请稍后重试", "安全验证"),
        ("block_page", "<title>Your access to this service has been limited</title><p>HTTP response code 503", "has been limited"),
        ("block_page", "<title>a</title><p>Please enable JS and disable any ad blocker</p><script></script>", "enable JS and"),
        ("login_wall", "<title>Sign in to your account</title><input type=email name=u><script></script>", "hardly any words"),
        ("login_wall", LOGIN, "a field for a password"),
        ("login_wall", MEMBERS, "“You must be logged in to view”"),
        ("soft_not_found", SOFT_404, "That page can’t be found"),
        ("soft_not_found", "<title>Стр. 404</title><h1>Страница не найдена</h1>", "Страница не найдена"),
        ("soft_not_found", "<h1>Sayfa bulunamadı</h1><p>Ana sayfaya dönün.", "Sayfa bulunamadı"),
        ("soft_not_found", "<title>Ostrelle</title><p>The page you requested does not exist or has been removed.", "does not exist"),
        ("soft_not_found", "<title>Chyba 404</title><p>Stránka nenalezena", "Chyba 404"),
        ("soft_not_found", "<h1>ไม่พบหน้าที่คุณต้องการ</h1>", "ไม่พบหน้า"),
        ("block_page", "<title>Acesso negado</title><p>O seu endereço IP foi bloqueado.", "Acesso negado"),
        ("login_wall", "<title>Presse</title><p>Dieser Inhalt ist nur für angemeldete Nutzer sichtbar.", "nur für angemeldete"),
        ("empty_shell", SHELL, "an empty place for what it draws"),
        ("empty_shell", BLANK, "no text and a program"),
        ("empty_shell", "<p>Загрузка…</p><script src=/a.js></script>", "which it says that it needs"),
        ("sent_on", SENT_ON, "/en/speeches/7"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [200, None])
def test_a_stand_in_is_named_by_what_it_shows(
    code: str, markup: str, evidence: str, status: int | None
) -> None:
    """Without a status that says so, words, fields and marks do, on a page that has few words."""
    reading = read(markup, status)
    assert [issue.code for issue in reading.issues] == [code]
    assert evidence in reading.issues[0].message
    assert (reading.page.kind, reading.statements, reading.notices) == ("other", (), ())


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "login_wall"), (403, "block_page"), (404, "not_found"), (410, "not_found"), (418, "error_page"),
     (429, "block_page"), (451, "block_page"), (500, "error_page"), (503, "error_page"), (302, "sent_on")],
)  # fmt: skip
def test_a_status_decides_whatever_the_words_say(status: int, code: str) -> None:
    """What looks like a statement and was answered with an error is none; its text is kept."""
    reading = read(SPEECH, status)
    assert [issue.code for issue in reading.issues] == [code]
    assert str(status) in reading.issues[0].message
    assert reading.statements == ()
    assert "Ladies and gentlemen" in (reading.page.main_text or "")


def test_what_a_check_of_visitors_says_goes_before_its_status() -> None:
    """A server that is under a check answers 503; that it is no fault of the server is what a reader needs to know."""
    assert [issue.code for issue in read(CHALLENGE, 503).issues] == ["block_page"]
    assert [issue.code for issue in read(LOGIN, 403).issues] == ["login_wall"]


@pytest.mark.parametrize("status", [200, None])
def test_a_statement_that_speaks_of_refusals_is_a_statement(status: int | None) -> None:
    """Words of a block page in a short speech are the speaker's."""
    reading = read(SPEECH, status)
    assert [issue.code for issue in reading.issues] == []
    assert [statement.title for statement in reading.statements] == [
        "Speech by Foreign Minister Anna Berg on access to the sea"
    ]


def test_a_field_to_log_in_beside_a_text_makes_no_wall() -> None:
    """Many sites have one on every page."""
    field = "<form><input name=u><input type=password></form><script src=a.js></script>"
    reading = read(f"<header>{field}</header>{SPEECH}")
    assert reading.issues == ()
    assert len(reading.statements) == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Statement by Minister Anna Berg: Page not found</title><h1>Statement by Minister Anna Berg: Page not found</h1>"
        "<p>The page with the treaty was not found in our archive.</p>",
        "<title>Statement by Minister Anna Berg</title><h1>Statement by Minister Anna Berg</h1><p>The page you requested does not"
        " exist, they wrote to us.</p><noscript>Enable JavaScript</noscript><script src=/a.js></script>",
    ],
)
def test_a_short_statement_under_a_title_of_its_own_is_one(markup: str) -> None:
    """Its title is not taken to pieces, and a program beside it need not draw what stands there."""
    assert read(markup).statements


def test_many_words_make_no_stand_in() -> None:
    """A long page under such a title is read as what it is; only its words can tell."""
    words = "<p>The ferry sails at dawn, said the harbour master, and nobody contradicted him that day. " * 30
    assert read(f"<title>Access denied</title><h1>Access denied</h1>{words}").issues == ()


def test_the_evidence_has_its_place() -> None:
    """Where words decide, `explain` can show where they stand."""
    from onrecord.reading import trace_page

    traced = trace_page(DENIED, capture_of("text/html"))
    (_, span) = traced.issues[0]
    assert span is None or "Access Denied" in traced.reading.page.text[slice(*span)]
    assert traced.kind_by == "other.block_page"


@pytest.mark.parametrize(
    "said",
    [
        "Ihr Browser wird überprüft, bevor Sie auf die Seite zugreifen.",
        "A verificar o seu navegador antes de aceder ao site.",
        "Sprawdzanie przeglądarki przed uzyskaniem dostępu do strony.",
        "Проверка браузера перед входом на сайт.",
        "Tarayıcınız denetleniyor.",
        "正在检查您的浏览器。",
        "サイトにアクセスする前にブラウザを確認しています。",
        "جار التحقق من متصفحك قبل الدخول إلى الموقع.",
    ],
)
def test_a_check_of_visitors_is_told_by_its_sentence(said: str) -> None:
    """Whatever stands above it, on a page of few words."""
    (issue,) = read(f"<title>Ferry</title><h1>Ferry</h1><p>{said}</p>").issues
    assert issue.code == "block_page"
