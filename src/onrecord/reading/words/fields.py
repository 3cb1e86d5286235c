"""Labels of metadata lines, by the field that they state: matched on the whole label, in several languages."""

from __future__ import annotations

_BY_FIELD = {
    "given_on": """
        given on | delivered on | date given | date of delivery | 방송일 | 방송일시 | تاريخ الحلقة
        تاريخ البث | تاريخ المقابلة | تاريخ الحوار | تاريخ الإدلاء | تاريخ الإلقاء | تاريخ الخطاب
        prononcé le | donné le | gehalten am | fecha del discurso | date of statement
        date of speech | date of interview | event date | sitting date | date of event
        date of meeting | meeting date | hearing date | session date | date of hearing
        date de la séance | sitzungsdatum | datum der sitzung | held on | 日時 | 開催日 | 開催日時 | 実施日
        会見日 | 일시 | 회의일시 | pronunciado el | дата выступления | date of sitting | sit date
        uitgesproken op | uitgesproken | gehouden op | hållet den | hållet | framfört den | datum för talet | datum der rede
        wygłoszone | wygłoszono | data wystąpienia | data przemówienia | дата промови | дата виступу | дата речи
        předneseno dne | předneseno | datum projevu | prednesené dňa | susținut la | susținută la | data discursului
        elhangzott | elhangzás dátuma | a beszéd dátuma | εκφωνήθηκε | ημερομηνία ομιλίας | konuşma tarihi
        pronunciato il | pronunciata il | tenuto il | tenuta il | data del discorso | data do discurso
        proferido em | proferida em | pronunciado em | celebrada el | realizada em | date du discours | date de l’entretien
        תאריך אירוע | תאריך האירוע | fecha del evento | data do evento | data dell’evento | data dell'evento | date de l’événement
        date de l'événement | дата события | дата мероприятия | дата події | datum der veranstaltung | veranstaltungsdatum | etkinlik tarihi
        data wydarzenia | تاریخ رویداد | تاريخ الحدث | تاريخ الفعالية | 행사일 | 행사일시 | 活动日期 | 活动时间
        تاریخ سخنرانی | נישא בתאריך | תאריך הנאום | भाषण की तिथि | 讲话日期 | 讲话时间 | 发言日期
    """,
    "posted_on": """
        posted on | submitted on | created on | release date | published on | published | posted
        publication date | date of publication | first published | released | publish date | published date
        date published | publishing date | veröffentlicht am | veröffentlicht
        veröffentlichungsdatum | erschienen am | publié le | date de publication
        fecha de publicación | fecha publicación | data de publicação | publicado em | publicado
        publicada el | data di pubblicazione | pubblicato il | pubblicato | publicatiedatum
        gepubliceerd op | gepubliceerd | vydáno dne | vydáno | vydané | data publikacji | opublikowano | publicerad
        publiceringsdatum | offentliggjort | publisert | udgivet | julkaistu | zveřejněno
        publikováno | zverejnené | objavljeno | yayın tarihi | δημοσιεύτηκε | дата публікації
        опубліковано | publicado el | опубликовано | дата публикации | issued on | issued
        تاريخ النشر | تاریخ انتشار | 发布时间 | 发布日期 | 發布日期 | 發佈日期 | 發布時間 | 發佈時間 | 掲載日 | 公開日 | 発表日 | 등록일
        작성일 | 게시일 | ngày đăng | tanggal | יום פרסום | תאריך פרסום
        publiée le | mis en ligne le | mise en ligne le | créé le | créée le | date de mise en ligne
        erstellt am | eingestellt am | online seit | creado el | creado en | creato il | criado em
        создано | опубликовано в | размещено | utworzono | skapad | oprettet | oluşturulma tarihi
        közzétéve | közzététel | közzététel dátuma | megjelent | publicat la | publicat în | publicat | data publicării | publicerad den
        δημοσίευση | ημερομηνία δημοσίευσης | yayınlanma tarihi | yayımlanma tarihi | datum publicatie | datum zveřejnění
        дата размещения | оприлюднено | פורסם בתאריך | פורסם | תאריך הפרסום | प्रविष्टि तिथि | प्रकाशित तिथि | प्रकाशन तिथि | प्रकाशित | نشر في | نُشر في
    """,
    "updated_on": """
        updated on | last updated | updated | last update | last modified | modified
        page last updated | last reviewed | aktualisiert am | stand | zuletzt aktualisiert
        mis à jour le | dernière mise à jour | actualizado el | última actualización
        fecha de actualización | última modificação | modificado em | atualizado em
        última atualização | ultimo aggiornamento | aggiornato il | laatst gewijzigd
        laatst bijgewerkt | ostatnia aktualizacja | zaktualizowano | senast uppdaterad | uppdaterad
        sist oppdatert | oppdatert | opdateret | sidst opdateret | päivitetty
        letzte aktualisierung | letzte änderung | обновлено | آخر تحديث | 更新时间 | 最終更新日 | 更新日 | 更新日時
        最後更新 | 最后更新 | 更新日期 | 수정일 | cập nhật | tarikh kemaskini | güncellenme tarihi | son güncelleme
        останнє оновлення | последнее обновление страницы | последнее обновление
        страница обновлена | lastupdate | अंतिम अद्यतन | आखिरी अपडेट
        this page was last updated on | this page was last updated | page last modified
        דף זה עודכן לאחרונה בתאריך | עודכן לאחרונה בתאריך | עודכן לאחרונה | עודכן בתאריך | תאריך עדכון
        last updated on | last modified on | zuletzt geändert am | zuletzt aktualisiert am
        última actualización el | última atualização em | ultimo aggiornamento il
        mise à jour le | mise à jour du | modifié le | geändert am | güncelleme tarihi
        frissítve | utolsó frissítés | actualizat la | actualizat | ultima actualizare | τελευταία ενημέρωση | ενημερώθηκε
        aktualizováno | poslední aktualizace | aktualizované | ultima modifica | оновлено | uppdaterad den
        آخرین به‌روزرسانی | تاریخ به‌روزرسانی | به‌روزرسانی | به روز رسانی | 최종수정일 | 최종 수정일 | 最后更新时间
    """,
    "date": """
        date | dato | datum | fecha | дата | 日期 | التاريخ | data | tarih | dátum | ημερομηνία | תאריך | تاریخ | दिनांक | तिथि
    """,
    "place": """
        place | location | venue | where | ort | lieu | lugar | место | место проведения | 地点 | 地點
        場所 | 会場 | 会見場所 | 開催場所 | 於 | 장소 | địa điểm | tempat | yer | місце | luogo | local | miejsce | plats | sted
        المكان | place of delivery | helyszín | locul | locație | τόπος | τοποθεσία | місце | מקום | מיקום | स्थान | مکان | محل
        místo | miesto | plaats | locatie | ubicación | lugar y fecha | 장소
    """,
    "occasion": """
        occasion | event | anlass | occasion de | ocasión | circonstance | circonstances
        мероприятие | المناسبة
    """,
    "speakers": """
        speaker | speakers | briefer | briefers | intervenant(s) | intervenant | delivered by | by
        presenter | presenters | author | authors | sprecher | redner | auteur | orateur
        intervenants | orador | выступающий | автор | 发言人 | المتحدث | from | puhuja | talare | taler
        spreker | řečník | rečník | mówca | vortragender | rednerin | relatore | oratore | oratrice | oradora | ομιλητής
        промовець | előadó | vorbitor | konuşmacı | سخنران | वक्ता | 发言者 | 発言者 | 발언자 | 연설자 | intervenante
    """,
    "outlet": """
        outlet | medium | media | média | publication | newspaper | published in | broadcaster
        medio | издание | СМИ | programme | program
    """,
    "interviewer": """
        interviewer | interviewed by | interviewers | interview by | questions | questions by
        fragen | journalist name
    """,
    "part": """
        part | teil | partie | parte | часть
    """,
    "language": """
        language | sprache | langue | idioma | язык | 语言 | اللغة | text language
    """,
    "kind": """
        kind | type | release type | category | art | catégorie | categoría | тип | document type
        document kind
    """,
    "status": """
        status | transcript status | text status | text | delivery
    """,
    "other": """
        reference | ref | transcript id | hash | number | no | nr | unique id | id | hit | hits
        views | subject | subjects | topic | topics | thema | themen | sujet | sujets | tema | temas
        temi | argomenti | emne | emner | onderwerp | onderwerpen | tematy | tags | tag | keywords
        الكلمات المفتاحية | الوسوم | 关键词 | 標籤 | 标签 | 责任编辑 | 责编 | 编辑 | 上一篇 | 下一篇 | 上一条 | 下一条 | теги
        метки | ключевые слова | étiquettes | mots-clés | etiquetas | palabras clave | schlagworte
        टैग | copyright | source | quelle | fuente | источник | digest | printed | printed on
        print date | gedruckt | imprimé le | captured at | captured | record | version | versions
        share | print | e-mail | email | contact | contacts | phone | tel | telephone | fax
        organisation | organization | part of | series | theme | themes | parliament no | session no
        volume no | sitting no | who | what | when | why | how | note | notes | time | attachments?
        related | read time | download | downloads | press contact | media contact | subject\\(s\\)
        who keeps this record | keeper | office | offices | permalink | cite | how to cite
        witnesses | seen | first seen | last seen | address | published at | お問合せ先 | お問い合わせ先
        問い合わせ先 | 問合せ先 | 連絡先 | 担当 | 担当部署 | 문의 | 담당 | 담당부서 | 조회수 | 조회 | 来源 | 來源 | 作者 | 責任編輯 | 字号
        опубликован в разделах | опубликован в разделе | опубликовано в разделах | опубликовано в разделе
        прямая ссылка | published in section | published in sections | direct link | registrado em | arquivado em
        浏览次数 | 瀏覽人次 | 點閱次數 | کد خبر | شناسه خبر | oleh | dibaca | penulis | редактор
    """,
}
METADATA_LABELS = {
    label.strip(): field
    for field, lines in _BY_FIELD.items()
    for line in lines.strip().splitlines()
    for label in line.split("|")
}
