"""Charset labels and what they mean, after the WHATWG Encoding Standard: only what stands here is ever decoded with."""

from __future__ import annotations

CODECS = {
    "utf-8": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "ibm866": "cp866",
    "iso-8859-2": "iso8859_2",
    "iso-8859-3": "iso8859_3",
    "iso-8859-4": "iso8859_4",
    "iso-8859-5": "iso8859_5",
    "iso-8859-6": "iso8859_6",
    "iso-8859-7": "iso8859_7",
    "iso-8859-8": "iso8859_8",
    "iso-8859-10": "iso8859_10",
    "iso-8859-13": "iso8859_13",
    "iso-8859-14": "iso8859_14",
    "iso-8859-15": "iso8859_15",
    "iso-8859-16": "iso8859_16",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "x-mac-cyrillic": "mac_cyrillic",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Name of each charset in the standard, and of Python's codec that decodes it as the standard says (nearly)."""

_LABELS = {
    "utf-8": "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf_8 utf-8-sig utf_8_sig",
    "utf-16-le": "utf-16 utf16 unicode unicodefeff ucs-2 iso-10646-ucs-2 csunicode utf-16le utf_16_le utf_16",
    "utf-16-be": "utf-16be unicodefffe utf_16_be",
    "ibm866": "866 cp866 csibm866",
    "iso-8859-2": "latin2 l2 iso8859-2 iso88592 iso_8859-2 iso8859_2 csisolatin2 iso-ir-101",
    "iso-8859-3": "latin3 l3 iso8859-3 iso88593 iso_8859-3 iso8859_3",
    "iso-8859-4": "latin4 l4 iso8859-4 iso88594 iso_8859-4 iso8859_4",
    "iso-8859-5": "cyrillic iso8859-5 iso88595 iso_8859-5 iso8859_5 csisolatincyrillic",
    "iso-8859-6": "arabic asmo-708 ecma-114 iso8859-6 iso88596 iso_8859-6 iso8859_6",
    "iso-8859-7": "greek greek8 ecma-118 elot_928 sun_eu_greek iso8859-7 iso88597 iso_8859-7 iso8859_7",
    "iso-8859-8": "hebrew visual logical iso-8859-8-i iso-8859-8-e iso8859-8 iso88598 iso_8859-8 iso8859_8 csiso88598i",
    "iso-8859-10": "latin6 l6 iso8859-10 iso885910 iso8859_10",
    "iso-8859-13": "iso8859-13 iso885913 iso8859_13",
    "iso-8859-14": "iso8859-14 iso885914 iso8859_14",
    "iso-8859-15": "latin9 latin-9 l9 iso8859-15 iso885915 iso_8859-15 iso8859_15 csisolatin9",
    "iso-8859-16": "iso8859_16",
    "koi8-r": "koi koi8 koi8_r cskoi8r",
    "koi8-u": "koi8-ru koi8_u",
    "macintosh": "mac x-mac-roman csmacintosh mac_roman",
    "windows-874": "tis-620 iso-8859-11 iso8859-11 iso885911 dos-874 cp874",
    "windows-1250": "cp1250 x-cp1250",
    "windows-1251": "cp1251 x-cp1251 win-1251",
    "windows-1252": "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso8859_1 latin1 latin-1 latin_1 l1 ascii us-ascii"
    " ansi_x3.4-1968 cp819 ibm819 cp1252 x-cp1252 csisolatin1 iso-ir-100",
    "windows-1253": "cp1253 x-cp1253",
    "windows-1254": "cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5",
    "windows-1255": "cp1255 x-cp1255",
    "windows-1256": "cp1256 x-cp1256",
    "windows-1257": "cp1257 x-cp1257",
    "windows-1258": "cp1258 x-cp1258",
    "x-mac-cyrillic": "x-mac-ukrainian mac_cyrillic",
    "gbk": "gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk iso-ir-58 cp936",
    "big5": "big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5 cp950",
    "euc-jp": "x-euc-jp euc_jp cseucpkdfmtjapanese eucjp",
    "iso-2022-jp": "iso2022_jp csiso2022jp",
    "shift_jis": "sjis shift-jis x-sjis ms932 ms_kanji windows-31j cp932 csshiftjis",
    "euc-kr": "korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 cseuckr iso-ir-149 uhc euc_kr",
}
_BY_LABEL = {label: name for name, labels in _LABELS.items() for label in [*labels.split(), name]}
_BY_LABEL |= {name: name for name in CODECS}


def charset_of(label: str) -> str | None:
    """Return the standard's name for a label, None for a label the web does not know."""
    return _BY_LABEL.get(label.strip().lower())
