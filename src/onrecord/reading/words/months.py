"""The months by the words that dates are written with, in some fifty languages, in the cases that dates put them in."""

from __future__ import annotations

from onrecord.reading.words.greek import without_accents

# After CLDR (Unicode licence), through Babel; abbreviations of the more common languages. A word that is a month in one
# language and another month in another stands in `_BY_STOP` or is left out.
_WORDS = (
    (
        "january jan januar jänner janvier enero janeiro gennaio января январь يناير janv ene gen januari "
        "gener xaneiro urtarrila ianuarie ian janar janúar tammikuuta tammi tammikuu jaanuar janvāris "
        "sausio sausis stycznia styczeń sty ledna leden januára január siječnja siječanj јануар јануари "
        "януари яну янв січня січ січень студзеня студзень ιανουαρίου ιαν ιανουάριος ocak oca yanvar yan "
        "қаңтар eanáir ionawr ژانویهٔ ژانویه جنوری ינואר ינו जनवरी जन॰ জানুয়ারী जानेवारी ஜனவரி జనవరి "
        "มกราคม იანვარი հունվարի հունվար jän كانون_الثاني جانفي"
    ),
    (
        "february feb pebrero februar février fevrier febrero fevereiro febbraio февраля февраль فبراير "
        "févr fev "
        "februari febrer febr febreiro otsaila februarie shkurt febrúar helmikuuta helmi helmikuu "
        "veebruar februāris vasario vasaris lutego lut luty února úno únor februára február veljače "
        "veljača фебруар февруари фев февр лютого лют лютий лютага люты φεβρουαρίου φεβ φεβρουάριος şubat "
        "şub fevral ақпан feabhra chwefror frar فوریهٔ فوریه فروری פברואר פבר फ़रवरी फ़र॰ ফেব্রুয়ারী "
        "फेब्रुवारी फेब्रुअरी பிப்ரவரி ఫిబ్రవరి กุมภาพันธ์ თებერვალი փետրվարի փետրվար subat شباط فيفري "
        "फरवरी"
    ),
    (
        "march mar mac marso märz mars marzo março марта март مارس mär maart mrt març martxoa martie marts "
        "maaliskuuta maalis maaliskuu märts kovo kovas marca marzec března bře březen marec ožujka ožujak "
        "mart мар березня бер березень сакавіка сакавік μαρτίου μαρ μάρτιος μάρ наурыз március márc maret "
        "machi márta mawrth marzu مارچ מרץ मार्च মার্চ மார்ச் మార్చి มีนาคม მარტი մարտի մարտ آذار اذار"
    ),
    (
        "april apr avril abril aprile апреля апрель أبريل avr abr apirila aprilie prill apríl huhtikuuta "
        "huhti huhtikuu aprill aprīlis balandžio balandis kwietnia kwi kwiecień dubna dub duben apríla "
        "travnja travanj април апр квітня квіт кві квітень красавіка красавік απριλίου απρ απρίλιος nisan nis "
        "aprel сәуір április ápr aprili aibreán ebrill آوریل اپریل אפריל אפר अप्रैल এপ্রিল एप्रिल अप्रिल "
        "ஏப்ரல் ఏప్రిల్ เมษายน აპრილი ապրիլի ապրիլ نيسان أفريل ابريل अप्रेल"
    ),
    (
        "may mai mayo maio maggio mag мая май مايو mei maig maiatza maj maí toukokuuta touko toukokuu maijs "
        "मई मे মে மே మే gegužės gegužė maja května kvě květen mája máj svibnja svibanj мај травня трав тра "
        "травень μαΐου μαΐ "
        "μάιος μάι mayıs мамыр május bealtaine mejju مهٔ مه می مئی מאי พฤษภาคม მაისი մայիսի մայիս mayis أيار "
        "ايار "
        "ماي"
    ),
    (
        "june hunyo jun juni juin junio junho giugno июня июнь يونيو giu juny xuño ekaina iunie iun qershor "
        "júní jún kesäkuuta kesä kesäkuu juuni jūnijs birželio birželis czerwca cze czerwiec června čvn "
        "červen júna junij lipnja lipanj јун јуни юни июн червня черв чер червень чэрвеня чэрвень ιουνίου "
        "ιουν ιούνιος ιούν haziran haz iyun iyn маусым június meitheamh mehefin ġunju ژوئن جون יוני जून "
        "জুন जुन ஜூன் జూన్ มิถุนายน ივნისი հունիսի հունիս حزيران جوان"
    ),
    (
        "july hulyo jul juli juillet julio julho luglio июля июль يوليو juil lug juliol xullo uztaila "
        "iulie iul "
        "korrik júlí júl heinäkuuta heinä heinäkuu juuli jūlijs liepos liepa lipca lipiec lip července čvc "
        "červenec júla julij srpnja srpanj јул јули юли июл липня лип липень ліпеня ліпень ιουλίου ιουλ "
        "ιούλιος ιούλ temmuz tem iyul iyl шілде július julai iúil gorffennaf lulju ژوئیهٔ ژوئیه جولائی יולי "
        "जुलाई जुल॰ জুলাই जुलै ஜூலை జులై กรกฎาคม ივლისი հուլիսի հուլիս تموز جويلية"
    ),
    (
        "august aug août aout agosto августа август أغسطس ago augustus agost abuztua gusht augusti ágúst "
        "elokuuta elokuu augusts rugpjūčio rugpjūtis sierpnia sie sierpień srpna srp srpen augusta avgust "
        "kolovoza kolovoz авг серпня серп сер серпень жніўня жнівень αυγούστου αυγ αύγουστος αύγ ağustos ağu "
        "avqust avq тамыз augusztus agustus agu ogos ogo agosti lúnasa awst awwissu اوت اگست אוגוסט אוג "
        "अगस्त अग॰ আগস্ট ऑगस्ट अगस्ट ஆகஸ்ட் ఆగస్టు สิงหาคม აგვისტო օգոստոսի օգոստոս agustos آب أوت اغسطس"
    ),
    (
        "september setyembre sept sep septembre septiembre setembro settembre сентября сентябрь сен سبتمبر "
        "setembre "
        "iraila septembrie shtator syyskuuta syys syyskuu septembris rugsėjo rugsėjis września wrz set "
        "wrzesień září zář septembra rujna rujan septembar септембар сеп септември сент вересня вер "
        "вересень верасня верасень σεπτεμβρίου σεπ σεπτέμβριος eylül eyl sentyabr қыркүйек sentabr "
        "szeptember szept septemba medi settembru سپتامبر ستمبر ספטמבר ספט सितंबर सित॰ সেপ্টেম্বর "
        "सप्टेंबर सेप्टेम्बर செப்டம்பர் సెప్టెంబర్ กันยายน სექტემბერი սեպտեմբերի սեպտեմբեր eylul أيلول ايلول "
        "setiembre सितम्बर"
    ),
    (
        "october oktubre oct oktober octobre octubre outubro ottobre октября октябрь أكتوبر okt ott urria "
        "octombrie tetor október lokakuuta loka lokakuu oktoober oktobris spalio spalis października paź "
        "październik října říj říjen októbra oktobar октобар окт октомври жовтня жовт жов жовтень кастрычніка "
        "кастрычнік οκτωβρίου οκτ οκτώβριος ekim eki oktyabr қазан oktabr oktoba hydref ottubru اکتبر "
        "اکتوبر אוקטובר אוק अक्टूबर अक्टू॰ অক্টোবর ऑक्टोबर अक्टोबर அக்டோபர் అక్టోబర్ ตุลาคม ოქტომბერი "
        "հոկտեմբերի հոկտեմբեր تشرين_الأول اكتوبر अक्तूबर"
    ),
    (
        "november nobyembre nov novembre noviembre novembro ноября ноябрь ноя نوفمبر azaroa noiembrie nëntor "
        "nóvember "
        "marraskuuta marras marraskuu novembris lapkričio lapkritis listopadu novembra studenoga studeni "
        "novembar новембар ноември ное нояб листопада лист лис листопад лістапада лістапад νοεμβρίου νοε "
        "νοέμβριος νοέ kasım kas noyabr noy қараша novemba samhain tachwedd novembru نوامبر نومبر נובמבר נוב "
        "नवंबर नव॰ নভেম্বর नोव्हेंबर नोभेम्बर நவம்பர் నవంబర్ พฤศจิกายน ნოემბერი նոյեմբերի նոյեմբեր kasim "
        "تشرين_الثاني नवम्बर"
    ),
    (
        "december disyembre dec dezember décembre decembre diciembre dezembro dicembre декабря декабрь "
        "ديسمبر dez "
        "déc dic desembre des decembro abendua decembrie dhjetor desember joulukuuta joulu joulukuu "
        "detsember decembris gruodžio gruodis grudnia grudzień gru prosince prosinec decembra prosinca "
        "prosinac decembar децембар декември дек грудня груд гру грудень снежня снежань δεκεμβρίου δεκ "
        "δεκέμβριος aralık ara dekabr dek желтоқсан disember desemba nollaig rhagfyr diċembru دسامبر "
        "دسمبر דצמבר דצמ दिसंबर दिस॰ ডিসেম্বর डिसेंबर डिसेम्बर டிசம்பர் డిసెంబర్ ธันวาคม დეკემბერი "
        "դեկտեմբերի դեկտեմբեր aralik كانون_الأول दिसम्बर"
    ),
)
MONTHS: dict[str, int] = {word: number for number, words in enumerate(_WORDS, 1) for word in words.split()}
# Greek capitals have no accents: "8 ΑΠΡΙΛΙΟΥ 2031".
MONTHS.update({without_accents(word): number for word, number in list(MONTHS.items()) if word[0] >= "\u0370"})
# Hebrew writes "in" and the month as one word.
MONTHS.update(
    {f"ב{word}": number for word, number in list(MONTHS.items()) if "\u05d0" <= word[0] <= "\u05ea"}
)
# Thai shortens months to their first and last consonants, each with a stop: "14 พ.ค. 2574".
_THAI_SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
MONTHS.update({word: number for number, word in enumerate(_THAI_SHORT.split(), 1)})
# "5 listopada 2020" is November in Polish, "5. listopada 2020." October in Croatian, which sets a stop behind the day.
_BY_STOP = {"listopada": (10, 11)}
_BUDDHIST_YEARS = 543
_THAI = ("\u0e01", "\u0e5b")


def month_of(word: str, *, stop: bool = False) -> int:
    """Return the number of the month that a word names, 0 where it names none; `stop`: one stands behind the day."""
    key = "_".join(word.lower().split())
    if key in _BY_STOP:
        return _BY_STOP[key][0 if stop else 1]
    return MONTHS.get(key, 0)


def year_of(year: int, month: str) -> int:
    """Return the common year of a year beside a month: Thai dates count from the Buddha."""
    return year - _BUDDHIST_YEARS if year > _OLDEST_BUDDHIST and _THAI[0] <= month[0] <= _THAI[1] else year


_OLDEST_BUDDHIST = 2_340
