"""Records that were printed first: column marks, heads and feet of pages, members in capitals. All people and places are invented."""

from __future__ import annotations

import re

from onrecord.reading.parts.titles import kinds_of
from reading_pages import only, read_html

RECORD = "<title>Halvane Record, Volume 51 Issue 8 (Friday, May 16, 2031)</title>"


def test_a_dated_column_mark_parts_no_turn_and_heads_no_list() -> None:
    """What stands behind "16 Jan 2031 : Column 14WS" is still the speaker's, and no entry of a list."""
    body = """<p><b>16 Jan 2031 : Column 13WS</b></p><h2>Written Ministerial Statements</h2><h4><i>Thursday 16 January 2031</i></h4>
    <h3>Ferries</h3><p><a name="a"> </a><b>The Minister for Ferries (Ada Verne):</b> The ferries have had a quiet winter. I thank the crews of the <br/></p>
    <a name="column_14WS"> </a><p><b>16 Jan 2031 : Column 14WS</b></p><p>night boats, who have not missed one sailing since October.</p>"""
    reading = read_html(body)
    assert not reading.notices
    (turn,) = only(reading).turns
    assert turn.speaker == "Ada Verne"
    assert turn.text.startswith("The ferries have had")
    assert turn.text.endswith("since October.")
    assert [turn.text[slice(*one.span)] for one in turn.editorial] == ["16 Jan 2031 : Column 14WS"]


def test_two_who_hold_one_post_are_two_speakers() -> None:
    """The same post before brackets with other names is another speaker each time."""
    body = """<h2>Written Ministerial Statements</h2><p><b>The Under-Secretary of State for Locks (Mr Bel Olm):</b> Today we open the lower gate to all.</p>
    <p><b>The Under-Secretary of State for Locks (Ms Ada Verne):</b> My honourable friend and I close the upper one.</p>
    <p><b>The Under-Secretary of State for Locks (Mr Bel Olm):</b> And then we rest, as anybody would.</p>"""
    statement = only(read_html(body))
    assert [turn.speaker for turn in statement.turns] == ["Bel Olm", "Ada Verne", "Bel Olm"]
    post = "Under-Secretary of State for Locks"
    assert [(one.name, one.office) for one in statement.speakers] == [("Bel Olm", post), ("Ada Verne", post)]


def test_one_member_in_capitals_speaks_in_a_record_that_a_program_has_set() -> None:
    """Preformatted text: the line in capitals is the title, "Mr. HARROW." the label, the issue's day that of posting."""
    body = """<pre>
[Halvane Record Volume 51, Number 8 (Friday, May 16, 2031)]
[Senate]
[Page S578]
From the Halvane Record Online


                          NATIONAL FERRY WEEK

                           HON. BEL K. HARROW

  Mr. HARROW. Mr. President, as we keep National Ferry Week, I
would like to thank the patient

[[Page S579]]

men and women who carry us over the water.
  The first such week was kept in 1962, in the rain.

                          ____________________
</pre>"""
    statement = only(read_html(body, RECORD))
    assert (statement.title, statement.posted_on, statement.kinds) == (
        "NATIONAL FERRY WEEK",
        "2031-05-16",
        ("debate",),
    )
    (turn,) = statement.turns
    assert (turn.label, turn.speaker, turn.role) == ("Mr. HARROW", "Bel K. Harrow", "official")
    assert turn.text.startswith("Mr. President, as we keep")
    assert turn.text.endswith("in the rain.")


def test_a_day_ahead_in_a_title_of_a_record_is_not_that_of_speaking() -> None:
    """ "ORDERS FOR MONDAY" are given on the Friday before; who presides speaks in capitals as well."""
    body = """<pre>
[Senate]

                     ORDERS FOR MONDAY, MAY 19, 2031

  Mr. OLM. I ask unanimous consent that when the Senate completes
its business today, it stand in adjournment until noon on Monday.
  The PRESIDENT pro tempore. Without objection, it is so ordered.
  The PRESIDING OFFICER. The clerk will call the roll.
</pre>"""
    statement = only(read_html(body, RECORD))
    assert (statement.given_on, statement.posted_on) == (None, "2031-05-16")
    assert [(turn.label, turn.role) for turn in statement.turns] == [
        ("Mr. OLM", "official"),
        ("The PRESIDENT pro tempore", "chair"),
        ("The PRESIDING OFFICER", "chair"),
    ]


def test_a_name_in_capitals_that_addresses_nobody_is_no_label() -> None:
    """A lone "Mr. HARROW." with no word to the chair is a sentence of a report, and the page is no statement."""
    body = "<pre>\n\n                    NEWS OF THE QUAY\n\n  Mr. HARROW. The name stood over the shop for forty years.\n</pre>"
    assert not read_html(body, RECORD).statements


CONVERTED = """<b>May&nbsp;14,&nbsp;2031&nbsp;&nbsp;&nbsp;&nbsp;ASSEMBLY&nbsp;DEBATES&nbsp;&nbsp;&nbsp;1&nbsp;</b><br>
<b>PARLIAMENT&nbsp;OF&nbsp;HALVANE&nbsp;</b><br>&nbsp;<br><b>THE&nbsp;HANSARD&nbsp;</b><br>
<b>Wednesday,&nbsp;14th&nbsp;May,&nbsp;2031&nbsp;</b><br>&nbsp;<br>
<b>The&nbsp;&nbsp;Speaker&nbsp;</b>(Hon.&nbsp;Verne):&nbsp;Order,&nbsp;hon.&nbsp;Members.&nbsp;The&nbsp;ferry&nbsp;programme&nbsp;to&nbsp;address&nbsp;<br>
<b>&nbsp;<br>Disclaimer<i>:</b>&nbsp;&nbsp;This&nbsp;version&nbsp;is&nbsp;for&nbsp;information&nbsp;only.</i><br>
<hr><a name=2></a><b>May&nbsp;14,&nbsp;2031&nbsp;&nbsp;&nbsp;&nbsp;ASSEMBLY&nbsp;DEBATES&nbsp;&nbsp;&nbsp;2&nbsp;</b><br>
the&nbsp;needs&nbsp;of&nbsp;the&nbsp;islands&nbsp;will&nbsp;be&nbsp;laid&nbsp;before&nbsp;the&nbsp;House.&nbsp;<br>&nbsp;<br>
PLIGHT&nbsp;OF&nbsp;THE&nbsp;FERRYMEN&nbsp;<br>OF&nbsp;EELGATE&nbsp;<br>&nbsp;<br>
<b>Mr.&nbsp;Olm:&nbsp;</b>Thank&nbsp;you,&nbsp;Madam&nbsp;Speaker.&nbsp;I&nbsp;rise&nbsp;to&nbsp;table&nbsp;a&nbsp;petition.&nbsp;<br>
<b>The&nbsp;Speaker&nbsp;</b>(Hon.&nbsp;Verne):&nbsp;Proceed,&nbsp;Mr.&nbsp;Olm.&nbsp;<br>
<b>Mr.&nbsp;Olm:&nbsp;</b>It&nbsp;has&nbsp;fifty&nbsp;names.&nbsp;<br>
<b>&nbsp;<br>Disclaimer<i>:</b>&nbsp;&nbsp;This&nbsp;version&nbsp;is&nbsp;for&nbsp;information&nbsp;only.</i><br>"""


def test_heads_and_feet_of_a_converted_file_are_nobodys_words() -> None:
    """A page that a program made of a file: no-break spaces between all words, its pages' heads and feet in a sentence."""
    made = "<meta name='generator' content='pdftohtml 0.36'><meta name='date' content='2031-06-02T09:00:00'>"
    statement = only(read_html(CONVERTED, made))
    assert (statement.title, statement.kinds) == ("PARLIAMENT OF HALVANE", ("debate",))
    assert (statement.given_on, statement.posted_on) == ("2031-05-14", None)
    first, *others = statement.turns
    assert first.speaker == "Verne"
    assert first.text.endswith("will be laid before the House.")
    heads = ["Disclaimer: This version is for information only.", "May 14, 2031 ASSEMBLY DEBATES 2"]
    assert [first.text[slice(*one.span)] for one in first.editorial] == heads
    assert [(turn.speaker, turn.text) for turn in others] == [
        ("Olm", "Thank you, Madam Speaker. I rise to table a petition."),
        ("Verne", "Proceed, Mr. Olm."),
        ("Olm", "It has fifty names."),
    ]


def test_left_and_right_pages_have_their_numbers_at_either_end() -> None:
    """ "9 HALVANE DEBATES", "HALVANE DEBATES 10", "11 HALVANE DEBATES": one head, whichever side its number stands on."""
    pages = "<p>9 HALVANE DEBATES</p><p>{0}</p><p>HALVANE DEBATES 10</p><p>{1}</p><p>11 HALVANE DEBATES</p><p>and that the ice comes late.</p>"
    words = (
        "and I say to those who doubt that the bridge will be mended",
        "before the ferries stop, so that nobody waits at the pier for a night",
    )
    (turn,) = only(
        read_html(f"<h1>Speech by Minister Ada Verne</h1><p>Friends, good evening.</p>{pages.format(*words)}")
    ).turns
    heads = ["9 HALVANE DEBATES", "HALVANE DEBATES 10", "11 HALVANE DEBATES"]
    assert [turn.text[slice(*one.span)] for one in turn.editorial] == heads


def test_numbered_headings_are_no_heads_of_pages() -> None:
    """ "Question 1", "Question 2" come back with the next number, too; no sentence goes on below them."""
    asked = "".join(
        f"<p>Question {n}</p><p>Will the minister mend bridge number {n} before the ice comes</p><p>So far the third</p>"
        for n in (1, 2, 3)
    )
    (turn,) = only(
        read_html(f"<h1>Speech by Minister Ada Verne</h1><p>Friends, good evening.</p>{asked}")
    ).turns
    assert "Question 2" in turn.text
    assert not turn.editorial


def test_a_day_since_when_a_term_runs_is_no_day_of_posting() -> None:
    """ "Term: 19 (8 June 2031 - )" on a page of results tells when nothing was posted."""
    body = "<h1>Results</h1><p>Term: 19 (8 June 2031 - )</p><p>Paper 19/96, answer of the Senate</p>"
    assert read_html(body).page.posted_on is None


WRITTEN = """<h2>Written Answers to Questions</h2><h4><i>Tuesday 19 July 2031</i></h4><h3>Harbour Commission</h3><h3>Catering</h3>
<p><a name="q"> </a> <b>Mr Olm:</b> To ask the Member for Eelgate when the tea will be warm; and if he will make a statement. [67391]</p>
<p><b>Ada Verne:</b> The Commission is grateful for the report. It will consider the tea in September.</p><h3>Ferries: West</h3>
<p>T1. [66880] <b>Bel Harrow (Westmoor) (LP):</b> What progress has been made with the night ferry?</p>
<p><b>The Minister for Ferries (Cole Quill):</b> We continue to work on it in all weathers.</p>"""


def test_paragraphs_that_open_with_names_in_bold_are_turns_though_each_speaks_once() -> None:
    """Nearly all paragraphs have such a lead, two of them with a seat or form of address; the number of a question is nobody's words."""
    turns = only(read_html(WRITTEN)).turns
    assert [(turn.speaker, turn.text.split()[0]) for turn in turns] == [
        ("Olm", "To"),
        ("Ada Verne", "The"),
        ("Bel Harrow", "What"),
        ("Cole Quill", "We"),
    ]
    assert turns[1].text.endswith("in September.")
    assert [turn.role for turn in turns[:2]] == ["questioner", "official"]


def test_members_with_seat_and_party_speak_for_several_paragraphs() -> None:
    """A debate of long speeches, in which each speaks once."""
    body = """<h2>Harbour Hall</h2><h4><i>Tuesday 19 July 2031</i></h4><h3>School Tea</h3><p><b>Ada Verne (Eelgate and Skell) (LP):</b> I beg to move.</p>
    <p>The tea in our schools is cold, and has been for years.</p><p>It should be warm by the winter.</p><p><b>Cole Quill:</b> I have only four minutes left.</p>
    <p>They were long ones, too.</p><p><b>Bel Harrow (Westmoor) (NP):</b> It is a pleasure to follow them.</p><p>I shall say no more.</p>"""
    turns = only(read_html(body)).turns
    assert [(turn.speaker, turn.text.count("\n\n")) for turn in turns] == [
        ("Ada Verne", 2),
        ("Cole Quill", 1),
        ("Bel Harrow", 1),
    ]


def test_topics_in_bold_before_colons_are_no_speakers() -> None:
    """A programme's points begin in bold as well: none shows a post, a seat or a form of address."""
    points = "".join(
        f"<p><b>{topic}:</b> We will do more for this than anybody has done in forty years.</p>"
        for topic in ("Open Harbours", "Warm Tea", "Night Ferries", "Harbour Renewal")
    )
    (turn,) = only(read_html(f"<h1>Statement by Minister Ada Verne</h1>{points}")).turns
    assert (turn.speaker, turn.label) == ("Ada Verne", None)


TYPES = "<style>.ft0{font: bold 19px 'Arial';line-height: 22px;}\n.ft1{font: bold 12px 'Arial';}\n.ft2{font: 12px 'Arial';}</style>"


def test_type_told_in_one_value_is_bold_until_it_is_set_back() -> None:
    """A converter's sheet: "font: bold 12px"; a plain span in a bold paragraph holds the words, not the label."""
    body = """<p class="ft0">COUNCIL OF EELGATE</p><p class="ft0">Tuesday, January 28, 2031</p><p class="ft1">The Council met at 9:35 a.m.</p>
    <p class="ft1">DELEGATIONS</p><p class="ft1">Mr. Speaker: <span class="ft2">Proceed.</span></p>
    <p class="ft2"><span class="ft1">Councillor Olm: </span>I would like to hear the ferrymen for five minutes.</p>
    <p class="ft1">Mr. Speaker: <span class="ft2">Thank you.</span></p><p class="ft2"><span class="ft1">Ada Verne: </span>Thank you for hearing the ferrymen.</p>
    <p class="ft2"><span class="ft1">Councillor Olm: </span>Are the boats sound, Ada?</p><p class="ft2"><span class="ft1">Ada Verne: </span>They float.</p>"""
    statement = only(read_html(body, TYPES))
    assert (statement.title, statement.given_on) == ("COUNCIL OF EELGATE", "2031-01-28")
    assert [(turn.label, turn.text) for turn in statement.turns] == [
        ("Mr. Speaker", "Proceed."),
        ("Councillor Olm", "I would like to hear the ferrymen for five minutes."),
        ("Mr. Speaker", "Thank you."),
        ("Ada Verne", "Thank you for hearing the ferrymen."),
        ("Councillor Olm", "Are the boats sound, Ada?"),
        ("Ada Verne", "They float."),
    ]


def test_days_in_figures_with_the_time_element_s_own_open_entries() -> None:
    """A table of releases by month: "05/01/31" could be two days; the element says which."""
    rows = "".join(
        f'<thead><tr><th colspan="2">{month}</th></tr></thead><tr><td><time datetime="2031-{day}">{day.replace("-", "/")}/31</time></td>'
        f'<td><a href="/{day}">{title}</a></td></tr>'
        for month, day, title in (
            ("May 2031", "05-01", "Grants for first responders in Eelgate"),
            ("April 2031", "04-05", "Senator Olm's statement on the ferry"),
            ("March 2031", "03-02", "Senator Olm joins her colleagues"),
        )
    )
    reading = read_html(
        f"<h1>Press Releases</h1><p>Currently showing results in <b>2031</b></p><table>{rows}</table>"
    )
    assert reading.page.kind == "listing"
    assert [(one.posted_on, one.title[:6]) for one in reading.notices] == [
        ("2031-05-01", "Grants"),
        ("2031-04-05", "Senato"),
        ("2031-03-02", "Senato"),
    ]


def test_a_table_of_contents_is_no_statement() -> None:
    """Headings and names that all lead elsewhere, under a title that names a kind."""
    entries = "".join(
        f'<h4><a href="#{n}">{topic} [21 Nov 2031]</a></h4><p><a href="#{n}b"><b>The Minister for {topic} (Mr Bel Olm):</b></a></p>'
        for n, topic in enumerate(("Ferries", "Locks", "Tea", "Ice"))
    )
    reading = read_html(f"<h3>House of Halvane Written Ministerial Statements 21 November 2031</h3>{entries}")
    assert not reading.statements
    assert reading.page.kind != "statement"


def test_the_introduction_of_things_is_nobodys_remarks() -> None:
    """ "Introduction of bills" tells what was brought in; of a minister, that somebody introduced her."""
    assert kinds_of("INTRODUCTION OF BILLS AND JOINT RESOLUTIONS") == ()
    assert kinds_of("Introduction of Foreign Minister Ada Verne at the Tide Forum") == ("remarks",)


CONVERTED_LISTS = """<b>HALVANE ASSEMBLY</b><br><b>OFFICIAL REPORT</b><br><b>Thursday, 1st September, 2031</b><br>The House met at 2.30 p.m.<br>
<b>Mr. Speaker:</b> Hon. Members, please welcome the second member for Skell.<br><b>Mr. Olm:</b> Mr. Speaker, I beg to ask my question.<br>
(a) When will the bridge open?<br><b>The Minister, Ministry of Locks</b> (Ms. Verne): Mr. Speaker, I beg to answer.<br>(a) I am not aware of any delay:<br>it opens in May.<br>
<b>The Minister, Ministry of Tea:</b> On a point of order.<br><b>Mr. Speaker:</b> Order! Let us hear the minister.<br><b>Mr. Olm:</b> I am content.<br>"""


def test_what_heads_a_converted_record_speaks_nobody_s_words() -> None:
    """The name of the file is no title, "OFFICIAL REPORT" and "(a)" are no labels, and another ministry's minister is somebody else."""
    statement = only(read_html(CONVERTED_LISTS, "<title>2031-09-01-sample</title>"))
    assert (statement.title, statement.given_on, statement.kinds) == (
        "HALVANE ASSEMBLY",
        "2031-09-01",
        ("debate",),
    )
    assert [(turn.label, turn.speaker) for turn in statement.turns if turn.label] == [
        ("Mr. Speaker", None),
        ("Mr. Olm", "Olm"),
        ("The Minister, Ministry of Locks (Ms. Verne)", "Verne"),
        ("The Minister, Ministry of Tea", None),
        ("Mr. Speaker", None),
        ("Mr. Olm", "Olm"),
    ]


def test_printed_lines_of_a_converted_file_are_whole_paragraphs() -> None:
    """Each line has a line end of its own; a sentence and a label go on over two of them, a short line ends its paragraph."""
    lines = (
        "<b>HALVANE ASSEMBLY </b>",
        "<b>Thursday, 1st September, 2031 </b>",
        " ",
        "<b>The Speaker: </b>Order, hon. Members. The ferry programme has been prepared in an inclusive way",
        "with a view to help the islands, and I wish to thank all those who have taken part in the making of",
        "it over these years.",
        "Let us proceed.",
        "<b>The Assistant Minister, Ministry of State for Special Ferries and for Other Boats </b>(Ms.",
        "Verne): Madam Speaker, I beg to answer the question that was put to me on the night boats, which",
        "sail.",
        "<b>The Speaker: </b>Thank you.",
        "<b>Mr. Olm: </b>I am content.",
        "<b>The Speaker: </b>So are we.",
    )
    body = "<br>\n".join(line.replace(" <", "&nbsp;<").replace("b> ", "b>&nbsp;") for line in lines)
    body = "".join(
        part if part.startswith("<") else part.replace(" ", "&nbsp;") for part in re.split(r"(<[^>]*>)", body)
    )
    turns = only(read_html(body)).turns
    assert [(turn.label, turn.text) for turn in turns[:2]] == [
        (
            "The Speaker",
            "Order, hon. Members. The ferry programme has been prepared in an inclusive way with a view to help the islands, "
            "and I wish to thank all those who have taken part in the making of it over these years.\nLet us proceed.",
        ),
        (
            "The Assistant Minister, Ministry of State for Special Ferries and for Other Boats (Ms. Verne)",
            "Madam Speaker, I beg to answer the question that was put to me on the night boats, which sail.",
        ),
    ]


def test_deputies_preside_and_a_minister_who_is_vice_president_does_not() -> None:
    """ "The Temporary Deputy Speaker" has the chair, "The Vice-President and Minister for Harbours" a post; "Sen." is no part of a name."""
    statement = only(
        read_html(
            "<h1>Debate on the night ferry</h1><p>1 September 2031</p>"
            "<p><b>The Temporary Deputy Speaker (Dr. Verne):</b> Order. Let us hear Sen. Olm.</p>"
            "<p><b>Sen. Olm:</b> I rise to table a petition on the night ferry to the outer islands.</p>"
            "<p><b>The Vice-President and Minister for Harbours (Mr. Pell):</b> I beg to answer. The boats sail in May.</p>"
            "<p><b>Sen. Olm:</b> I am content.</p>"
            "<p><b>The Temporary Deputy Speaker (Dr. Verne):</b> Thank you. We go on to the next petition.</p>"
        )
    )
    assert [(turn.speaker, turn.role) for turn in statement.turns] == [
        ("Verne", "chair"),
        ("Olm", "official"),
        ("Pell", "official"),
        ("Olm", "official"),
        ("Verne", "chair"),
    ]


def test_the_foot_tells_when_a_page_was_changed_in_a_whole_sentence() -> None:
    """ "This page was last updated on" at the foot, and the same in Hebrew, is the day of change and none of posting."""
    for foot in ("This page was last updated on 4 May 2031", "דף זה עודכן לאחרונה בתאריך 04.05.2031"):
        statement = only(
            read_html(
                "<main><h1>Statement by Minister Verne on ferries</h1><p>3 May 2031</p>"
                "<p>The ferries will sail again in June, and I wish to thank all those who have worked for it.</p>"
                f"<p>We shall be glad of it, and so will the islands be.</p></main><footer><p>{foot}</p></footer>"
            )
        )
        assert (statement.posted_on, statement.updated_on) == ("2031-05-03", "2031-05-04")
