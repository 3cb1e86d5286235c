"""What people meet for, by the stems of the words for it, and the prepositions before it: where a title names its occasion so."""

from __future__ import annotations

from onrecord.text import compile_late

# Prepositions that stand before places, days and matters as well: only a word for an event behind them tells an occasion.
_EVENTS = (
    # Polish, Czech, Slovak
    (r"podczas|w trakcie|na|przy|z okazji|w ramach", r"otwarci|uroczysto|konferencj|sesj|posiedzeni|spotkani|forum|szczy|zjeździ|kongres|inauguracj|obchod|debac|gali|rocznic"),
    (r"při|během|na|u příležitosti|pri|počas", r"otevřen|otvoren|zahájen|slavnost|konferenc|zasedán|schůz|setkán|stretnut|fór|summit|sjezd|kongres|výroč|jednán"),
    # Russian, Ukrainian
    (r"на|під час|з нагоди|за підсумками|у|в", r"відкритт|урочисто|конференці|сесі|засіданн|зустріч|форум|саміт|з.їзд|конгрес|церемоні|нарад"),
    # Romanian
    (r"la|cu prilejul|cu ocazia|în cadrul|în timpul|pe parcursul", r"inaugur|deschider|conferinț|sesiun|ședinț|reuniun|întâlnir|forum|summit|congres|ceremoni|adunar|aniversar|gal[ae]"),
    # Italian, Portuguese, Spanish
    (r"all[ao']?’?|alla|al|in occasione d(?:i|el|ella|ell['’])|nel corso d(?:i|el|ella|ell['’])|per", r"inaugurazion|apertur|conferenz|session|sedut|riunion|incontro|forum|vertice|congress|cerimoni|assemble|anniversari|convegn|celebrazion"),
    (r"na|no|por ocasião d[ao]|em", r"abertura|inauguraç|conferênci|sess[ãõ]|reuni|encontro|fórum|cúpula|cimeira|congress|cerimôni|cerimóni|assemblei|anivers|solenidad"),
    (r"en|con ocasión de|en el marco de", r"(?:la |el |los |las )?(?:apertura|inaugurac|conferencia|sesi|reuni|encuentro|foro|cumbre|congres|ceremonia|asamblea|anivers|acto|clausura)"),
    # Dutch, Swedish, Danish, Norwegian
    (r"bij|op|tijdens|ter gelegenheid van|gedurende", r"(?:de |het )?(?:\w+e )?(?:opening|conferentie|bijeenkomst|vergadering|zitting|forum|top|congres|plechtigheid|herdenking|jubileum|symposium|diner|ontbijt)"),
    (r"vid|under|på|ved|til|i samband med|med anledning av", r"(?:\w+ )?(?:invigning|öppning|konferens|möte|session|forum|toppmöte|kongress|ceremoni|högtid|jubile|åpning|åbning|konferanse|konference)"),
    # Greek
    (r"στα|στη|στην|στο|στον|στις|κατά (?:τη|την|το|τα|τη διάρκεια)|με την ευκαιρία", r"εγκαίνι|έναρξη|διάσκεψη|συνέλευση|σύνοδο|συνάντηση|φόρουμ|συνέδριο|τελετή|εκδήλωση|επέτειο"),
    # Arabic, Persian, Hebrew
    (r"في|أمام|خلال|بمناسبة|أثناء", r"(?:ال)?(?:افتتاح|مؤتمر|منتدى|قمة|اجتماع|جلسة|حفل|مراسم|ندوة|ملتقى|ذكرى|دورة)"),
    (r"در|در جریان|به مناسبت", r"(?:مراسم |آیین )?(?:افتتاح|همایش|نشست|کنفرانس|اجلاس|جلسه|مراسم|سالگرد|جشن|گردهمایی)"),
    (r"(?:במהלך|לרגל|בפני|במסגרת)\s|ב", r"(?:טקס|פתיחת|ועידת|כנס|ישיבת|מפגש|פורום|אירוע)"),
)  # fmt: skip
OCCASION_BY_EVENT = compile_late(
    "|".join(
        rf"(?:(?<=[\s,])(?:{before})(?:\s|(?<=[’'ב])))(?P<e{number}>(?:{events})[^,;(–—]*)"
        for number, (before, events) in enumerate(_EVENTS)
    )
    + r"|在(?P<han>[\u4e00-\u9fff]{2,24}?)上(?:的|发表|發表|致)|(?P<kana>[\u3040-\u9fff]{2,24}?)(?:における|での)",
)


def occasion_by_event(title: str) -> tuple[str, tuple[int, int]] | None:
    """Return the occasion that a title names with a word for an event behind a preposition, and where: "… podczas otwarcia śluzy"."""
    found = OCCASION_BY_EVENT.search(title)
    if found is None or found.lastgroup is None:
        return None
    text = found[found.lastgroup].rstrip(" .:-")
    start = found.start(found.lastgroup)
    return text, (start, start + len(text))
