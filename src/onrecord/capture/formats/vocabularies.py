"""The vocabularies of XML in which parliaments and archives publish proceedings: what their elements are.

TEI P5 (Guidelines, chapters 3, 7 and 8), with the customs of Parla-CLARIN and ParlaMint; Akoma Ntoso (OASIS LegalDocML,
Akoma Ntoso 1.0, part 2, with its groups of inline elements). Names stand without prefixes: both are written with and without.
"""

from __future__ import annotations

from typing import NamedTuple

from onrecord.capture.captured import AKOMA_NTOSO, TEI


class Vocabulary(NamedTuple):
    """What elements are, by their names; those that are not named here part blocks, and say nothing by themselves.

    `who` is the attribute that names who speaks. Of two readings of one place `struck` is the first and `corrected` the second;
    `second` is another spelling of what stands beside it; `beside` is read, and stands apart from the words; `unseen` is not.
    """

    media_type: str
    header: str
    speeches: frozenset[str]
    who: str
    labels: frozenset[str]
    headings: frozenset[str]
    directions: frozenset[str]
    prose: frozenset[str]
    inline: frozenset[str]
    breaks: frozenset[str]
    gaps: frozenset[str]
    struck: frozenset[str]
    corrected: frozenset[str]
    supplied: frozenset[str]
    second: frozenset[str]
    beside: frozenset[str]
    unseen: frozenset[str]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TEI_P5 = Vocabulary(
    media_type=TEI,
    header="teiHeader",
    speeches=_names("u sp"),
    who="who",
    labels=_names("speaker"),
    headings=_names("head"),
    directions=_names("note incident kinesic vocal stage writing"),
    prose=_names("p seg ab l"),
    inline=_names(
        "abbr add addName affiliation anchor c cb choice corr country date damage del desc distinct district email emph ex expan"
        " foreign forename formula g gap genName geogName gi gloss graphic hi idno lang lb measure mentioned milestone name"
        " nameLink num orgName orig pause pb pc persName phr placeName ptr q quote ref reg region restore roleName rs s said"
        " settlement shift sic soCalled subst supplied surname surplus term time title unclear w"
    ),
    breaks=frozenset(),
    gaps=_names("gap"),
    struck=_names("sic del"),
    corrected=_names("corr"),
    supplied=_names("supplied"),
    second=_names("reg expan"),
    beside=frozenset(),
    unseen=_names("fw facsimile standOff figDesc index listPerson listOrg"),
)
AKN = Vocabulary(
    media_type=AKOMA_NTOSO,
    header="meta",
    speeches=_names("speech question answer"),
    who="by",
    labels=_names("from"),
    headings=_names("heading subheading"),
    directions=_names("narrative scene summary remark"),
    prose=_names("p"),
    inline=_names(
        "a abbr affectedDocument b change concept courtType date def decoration del docAuthority docCommittee docDate docIntroducer"
        " docJurisdiction docNumber docProponent docPurpose docStage docStatus docTitle docType docketNumber embeddedText entity"
        " eol br event fillIn i img inline ins judge lawyer legislature location marker mmod mod mref neutralCitation noteRef num"
        " object omissis opinion organization outcome party person placeholder process quantity quotedText recordedTime ref"
        " relatedDocument remark rmod role rref session shortTitle signature span sub sup term time u vote"
    ),
    breaks=_names("br eol"),
    gaps=_names("omissis"),
    struck=_names("del"),
    corrected=_names("ins"),
    supplied=frozenset(),
    second=frozenset(),
    beside=_names("toc authorialNote"),
    unseen=_names("img"),
)
ROOTS = {"TEI": TEI_P5, "TEI.2": TEI_P5, "teiCorpus": TEI_P5, "akomaNtoso": AKN}
"""The vocabularies by the names of their outermost elements."""
