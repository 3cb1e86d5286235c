"""Labels that say who asks, answers, chairs or interprets without naming anybody."""

from __future__ import annotations

from onrecord.reading.words import tongues

# Labels that say who asks or answers without naming anybody. Matched on the whole label, without its end mark.
QUESTION_WORDS = tongues.QUESTIONS | frozenset(
    "q question questions soru ερώτηση ερ spørsmål spørgsmål fråga frage fragen zusatzfrage pregunta "
    "питання запитання вопрос 问 问题 問 問題 提問 提问 質詢 质询 سؤال س प्रश्न moderator_question domanda "
    "pergunta pytanie soru 質問 질문 문 otázka vraag".split()
)
QUESTION_LABELS = (
    QUESTION_WORDS
    | tongues.ASKERS
    | frozenset(
        "redaktion rédaction redazione redacción redacja redactie редакция редакція "
        "realizator realizatoare realizatorul sunucu spiker interviewerin programleder programledare intervjuer intervjuare studievert reporteren "
        "presentador presentadora entrevistador entrevistadora apresentador apresentadora conduttore "
        "conduttrice intervistatore intervistatrice présentateur présentatrice presentatrice műsorvezető "
        "riporter moderátor moderátorka redaktor redaktorka prowadzący prowadząca haastattelija toimittaja "
        "saatejuht παρουσιαστής παρουσιάστρια ведучий ведуча кореспондент кореспондентка aparıcı 앵커 진행자 "
        "アナウンサー キャスター 聞き手 主播 مجری_برنامه উপস্থাপক میزبان اینکر spørger spørgeren journalisten δημοσιογράφος "
        "journalist journalistin journaliste journalistes reporter reporterin reporters correspondent press "
        "the_press la_presse media zuruf periodista periodistas реплика журналист журналистка журналісти "
        "журналіст журналістка gazeteci gazeteciler muhabir giornalista jornalista dziennikarz interlocutor "
        "intervención المذيع 记者 記者 صحفي "
        "पत्रकार interviewer 기자".split()
    )
)
ANSWER_LABELS = tongues.ANSWERS | frozenset(
    "a απάντηση απ svar answer antwort réponse reponse r respuesta ответ відповідь yanıt 答 回答 答覆 答复 جواب ج उत्तर "
    "risposta resposta odpowiedź cevap 답 답변 "
    "antwoord".split()
)
CHAIR_LABELS = tongues.CHAIRS | frozenset(
    "the_court the_judge president moderator operator staff chair chairman chairperson chairwoman host "
    "anchor presenter facilitator speaker mr_speaker "
    "madam_speaker mr_deputy_speaker the_speaker mr_chairman madam_chairman the_chairman the_chair "
    "the_president "
    "der_präsident der_präsidentin le_président la_présidente président présidente präsident präsidentin "
    "vizepräsident vizepräsidentin alterspräsident el_presidente la_presidenta ведущий ведущая модератор "
    "председатель "
    "председательствующий 主持人 主席 moderatorin moderateur animateur moderador moderadora".split()
)
INTERPRETER_LABELS = frozenset(
    "interpreter the_interpreter translator the_translator dolmetscher dolmetscherin übersetzer übersetzerin "
    "interprète l_interprète traducteur traductrice intérprete traductor traductora tradutor tradutora "
    "interprete traduttore traduttrice tolk tłumacz tłumaczka tlumočník tlumočnice tlmočník tlmočníčka tolmács "
    "tulkki tõlk interpret traducător διερμηνέας tercüman çevirmen prevodilac prevoditelj преводилац преводач "
    "переводчик переводчица перекладач перекладачка 翻译 翻譯 口译 口譯 传译 通訳 통역 مترجم المترجم दुभाषिया अनुवादक "
    "מתורגמן המתורגמן penerjemah juru_bahasa phiên_dịch".split()
)
AUDIENCE_LABELS = tongues.CALLS | frozenset(
    "some_hon_members some_honourable_members an_hon_member hon_members an_honourable_member "
    "des_voix une_voix plusieurs_voix o_orador a_oradora l_orateur l_oratrice audience audience_member "
    "解说 解說 旁白 画外音 畫外音 narrador narratore erzähler диктор audience_members participant participants "
    "the_audience crowd publikum public salle зал группа".split()
)
