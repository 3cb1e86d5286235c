"""Names of the days of a week, whole and short, in several languages."""

from __future__ import annotations

from onrecord.reading.words.greek import without_accents

WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag "
    "mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда четверг "
    "пятница суббота воскресенье segunda-feira terça-feira quarta-feira quinta-feira sexta-feira domenica "
    "lunedì martedì mercoledì giovedì venerdì sabato niedziela poniedziałek wtorek środa czwartek piątek "
    "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen mandagen tirsdagen torsdagen fredagen lørdagen søndagen "
    "sobota неділя понеділок вівторок середа четвер пʼятниця субота pazar pazartesi salı çarşamba "
    "perşembe cuma cumartesi zondag maandag dinsdag woensdag donderdag vrijdag zaterdag söndag måndag "
    "tisdag onsdag torsdag fredag lördag søndag mandag tirsdag lørdag sunnuntai maanantaina tiistaina "
    "keskiviikkona torstaina perjantaina lauantaina maanantai tiistai keskiviikko torstai perjantai "
    "lauantai neděle pondělí úterý středa čtvrtek pátek duminică luni marți miercuri joi vineri sâmbătă "
    "vasárnap hétfő szerda csütörtök péntek szombat κυριακή δευτέρα τρίτη τετάρτη πέμπτη παρασκευή "
    "σάββατο minggu senin selasa rabu kamis jumat sabtu isnin khamis jumaat الأحد الاثنين الثلاثاء "
    "الأربعاء الخميس الجمعة السبت रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार שבת 일요일 월요일 화요일 "
    "수요일 목요일 금요일 토요일 星期日 星期一 星期二 星期三 星期四 星期五 星期六 日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 diumenge dilluns dimarts "
    "dimecres dijous divendres dissabte неделя понеделник сряда четвъртък петък събота вівторка середу "
).split()
WEEKDAYS += [without_accents(word) for word in WEEKDAYS if "\u0370" <= word[0] <= "\u03ff"]
