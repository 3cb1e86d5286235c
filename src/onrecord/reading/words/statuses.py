"""Lines that say how a text was made: as delivered, in a hurry, translated, interpreted."""

from __future__ import annotations

import re

from onrecord.reading.words.caseless import Caseless, caseless

# How a text was made: "(Transcript edited by the press office)", "[Traduction non officielle]"
MADE = caseless(
    r"transcri(?:pt|pción|ption|ção|zione|ere|bed)\w*|verbatim|translat(?:ion|ed)|traducc?i[oó]n"
    r"|traduction|traduzione|tradução|übersetzung|mitschrift|abschrift|tłumaczenie|"
    r"перевод|стенограмм\w*|oversættelse|översättning|oversettelse|vertaling|käännös",
)
STATUS_LINES: tuple[tuple[Caseless, str], ...] = tuple(
    (caseless(pattern), status)
    for pattern, status in (
        (r"check against delivery|es gilt das gesprochene wort|es zählt das gesprochene wort"
         r"|sje?kkes mot framføring|kontrolleres mot framf[øo]r\w*|med forbehold om endringe?r"
         r"|(?:alleen )?(?:het|de) (?:gesproken|uitgesproken) (?:woord|tekst) (?:telt|geldt)"
         r"|alleen uitgesproken tekst geldt|liczy się słowo wypowiedziane|vale il (?:testo"
         r"|discorso) (?:effettivamente )?pronunciato|só faz fé|prevalece o (?:texto|discurso) (?:lido"
         r"|proferido|pronunciado)|seul le (?:texte|discours) prononcé fait foi|le prononcé fait foi"
         r"|puhuttaessa muutokset|muutosvarauksin|platí mluvené slovo|az elhangzott szöveg"
         r"|det talte ord gj?[æe]lder|det talade ordet gäller|seul le prononcé fait foi|cotejar con|сверять", "check_against_delivery"),
        (r"\bas[- ]delivered|exactly as it was delivered|tel que prononcé", "as_delivered"),
        (r"\bas[- ]prepared(?: for delivery)?|prepared remarks|speaking notes|draft text|\bas written", "as_prepared"),
        (r"rush transcript|this copy may not be in its final form|(?:transcripción|transcription) "
         r"(?:preliminar|provis\w+|urgente)"
         r"|vorläufige (?:mit|ab)schrift|trascrizione provvisoria|transcrição provisória|предварительн\w+ "
         r"(?:стенограмм|запис|верси)\w*"
         r"|попередн\w+ стенограм\w*|نص أولي|速記未定稿|未定稿", "rush"),
        (r"tekst(?:em)? nieautoryzowan\w*|(?:text|tekst) (?:is )?unauthori[sz]ed|неавторизован\w* текст"
         r"|testo non (?:autorizzato|rivisto)|provisional (?:record|translation|text|version)"
         r"|vorläufige\w* (?:fassung|protokoll)|version provisoire", "provisional"),
        (r"near[- ]verbatim", "near_verbatim"),
        (r"edited transcript|edited for (?:clarity|length)|e&oe", "edited"),
        (r"\bexcerpts?\b(?: from| of|:|\)|$)|auszug|auszüge|extraits?|extracto|фрагмент|\bestratt[oi]\b|\bexcertos?\b|\(trechos?\)|^\W*fragment(?:en|y|os)?\W*$|\(utdrag\)|\buddrag\b|^\W*utdrag\W*$"
         r"|\(?výňat(?:ky|ek)\b|\bextras(?:e|ul)?\b(?=\W*$| din)|\brészlet(?:ek)?\b(?=\W*$)|\bαποσπάσματα?\b|^\W*alıntı(?:lar)?\W*$|مقتطفات|گزیده|^\W*(?:קטעים|קטע)\W*$|^\W*अंश\W*$|[（(]?(?:节选|節選|摘[录錄要])[）)]?$|[（(]抜粋[）)]|\(?발췌\)?$|извлечени[ея]", "excerpt"),
        (r"embargoed? until|embargoed (?:till|for release)|under embargo|not for (?:release|publication) before|sperrfrist|(?:sous|onder|sob|bajo|sotto) embargo"
         r"|embarg(?:o|ado|ad[ao]s|oed|ó|olu)\s?(?::|until|till|bis|jusqu|hasta|até|fino|tot|til(?:l)?\b|do\b|până)|embargó\s\d|ambargolu|ambargo(?:su)?\s?:"
         r"|эмбарго (?:до|:)|эмбарго:|ембарго (?:до|:)|ембарго:|εμπάργκο (?:έως|μέχρι)|εμπάργκο:|엠바고|באמברגו|محظور (?:ال)?نشر", "embargo"),
        (r"on background|background (?:press )?(?:briefing|call)|attributable to (?:a )?senior", "on_background"),
        (r"unofficial translation|courtesy translation|inoffizielle übersetzung|arbeitsübersetzung"
         r"|traduction (?:non officielle|de courtoisie)|traducción (?:no oficial|de cortesía)|traduzione (?:non ufficiale|di cortesia)|tradução (?:não oficial|de cortesia|livre)"
         r"|(?:niet-officiële|onofficiële|officieuze) vertaling|inofficiell översättning|uoffisiell oversettelse|uofficiel oversættelse|epävirallinen käännös"
         r"|tłumaczenie (?:nieoficjalne|robocze)|nieoficjalne tłumaczenie|неофициальный перевод|перевод неофициальный|неоф[іи]ц[іи]йний переклад|neoficiální překlad|neoficiálny preklad|traducere neoficială"
         r"|nem hivatalos fordítás|ανεπίσημη μετάφραση|gayr[iı]\s?resm[iî] (?:çeviri|tercüme)|ترجمة غير رسمية|ترجمه غیر\s?رسمی|תרגום (?:לא|בלתי) רשמי|अनौपचारिक अनुवाद|अनधिकृत अनुवाद"
         r"|非(?:官方|正式|公式)[译譯翻][文本訳]|仮訳|비공식 번역", "unofficial_translation"),
    )
)  # fmt: skip
TRANSLATED = caseless(
    r"(?<!un)official translation|provisional translation|the original (?:text )?is in [A-Z]"
    r"|translated from|translation (?:of|from) the|übersetzung (?:aus|des)|traduction (?:du|de l)|"
    r"traducción (?:del|oficial)|перевод с",
)
INTERPRETED = caseless(
    r"\b(?:via|through|as|by) (?:an? |the )?(?:interpret\w+|translat\w+)|words of the interpreter"
    r"|interpretation of (?:the )?speeches|retranslated|simultaneous interpretation|"
    r"simultan(?:übersetzung|dolmetsch\w*)|как переведено|перевод(?:чик)?\)|interprétation simultanée|\(as "
    r"interpreted",
)
ORIGINAL = re.compile(
    r"original(?: language)?:|\(original (?:text|language)\)|text in the original", re.IGNORECASE
)
