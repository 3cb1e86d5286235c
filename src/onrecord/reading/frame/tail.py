"""What a page prints behind its words without setting it apart: rights, addresses, links, each on a short line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reading.page.blocks import Block, is_plain
from onrecord.reading.parts.furniture import is_contact_line, says_furniture
from onrecord.reading.words.caseless import caseless
from onrecord.reading.words.fields import METADATA_LABELS
from onrecord.reading.words.signposts import AWAY
from onrecord.reading.words.sitelines import site_line
from onrecord.text import compile_late, count_words

_LONGEST = 120
_LONGEST_RIGHTS = 240
_LONGEST_TAIL = 24  # blocks
_LEAST_MENU, _MOST_IN_MENU = 3, 3  # lines, words
_EXCHANGE = 4  # lines that begin with a label
_LABELLED = re.compile(r"[^\W\d_](?:[^:：.!?。]|(?<=[A-Za-z])\.(?=\s[A-ZÀ-Þ])){0,58}[:：](?!//)\s*\S")
# "ГОЛОВА. Шановні колеги", "○위원장 김도현  …", "【記者】…": labels without a colon
_MARKED = compile_late(
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ]{4,}(?:[^.:\n]|(?<=[A-ZÀ-ÞА-ЯЁІЇЄҐ])\.(?=[^\s.:])){0,60}\.\s+\S|[○◯【〔]\S|(?:[^\W\d_]\.\s?){1,2}[^\W\d_]{2,30}:\s"
)
_OF_PAGES = ("posted_on", "updated_on", "other", "kind")
_TAGS = frozenset(
    "tags|tag|étiquettes|étiquette|теги|метки|ключевые слова|тагове|мітки|etiketler|etiket|برچسب ها|برچسب‌ها|برچسب|الوسوم|كلمات دلالية|标签|標籤|タグ|태그|etiquetas|etiqueta|"
    "schlagworte|schlagwörter|mots-clés|palavras-chave|kata kunci|từ khóa|page last updated on|štítky|címkék|etichete".split(
        "|"
    )
)
# What stands before an address or a number to call, in languages whose pages set it without markup
_REACHED_AT = frozenset(
    "address|adresse|anschrift|dirección|endereço|indirizzo|adres|adresa|cím|διεύθυνση|адрес|адреса|地址|住所|所在地|주소|العنوان|عنوان|نشانی|آدرس|כתובת|"
    "ที่อยู่|địa chỉ|alamat|पता|ঠিকানা|მისამართი|հասցե|電話|电话|電話番号|代表電話|전화|대표전화|هاتف|الهاتف|تلفن|טלפון|тел|тел.|телефон|факс|传真|傳真|"
    "โทร|โทรศัพท์|điện thoại|telepon|फ़ोन|दूरभाष|ফোন|ტელ|ტელეფონი|τηλ|τηλ.|τηλέφωνο|法人番号|邮编|郵編|邮政编码".split(
        "|"
    )
)
_STOPS = re.compile(r"[.!?…。！？؟।։․]['\"”’»)\]」』]*\s*$")
# Thai, Lao and Khmer set no stop behind a sentence: of a run this long it cannot be told that it is none.
_UNSTOPPED = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff](?:[\s\u0e00-\u0eff\u1780-\u17ff]){48,}")
# Who has the rights to a page, in whatever language
_RIGHTS = caseless(
    r"©|\(c\) ?(?:19|20)\d\d|\bcopyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|"
    r"все права (?:защищены|сохранены)|всі права|всички права|сва права|sva prava|wszelkie prawa|všechna práva|všetky práva|minden jog|toate drepturile|tüm hakları|her hakkı|"
    r"bütün hüquqlar|barcha huquqlar|барлық құқықтар|جميع الحقوق|کلیه حقوق|تمامی حقوق|جملہ حقوق|כל הזכויות|保留所有权利|版权所有|版權所有|无断转载|無断転載|著作権|저작권|무단 ?전재|"
    r"hak cipta|bản quyền|สงวนลิขสิทธิ์|সর্বস্বত্ব|सर्वाधिकार|με επιφύλαξη|alla rättigheter|alle rettigheter|alle rettigheder|kaikki oikeudet|ყველა უფლება|բոլոր իրավունքները"
)


def furniture_tail(blocks: Sequence[Block], body: Sequence[int]) -> Sequence[int]:
    """Return the last blocks of a body from the first that is furniture on, where no sentence stands behind it.

    In an exchange the short lines above it, none of which is a sentence or has a label, go with it.
    """
    clear = at = len(body)
    for position in range(len(body) - 1, max(len(body) - _LONGEST_TAIL, 0), -1):
        text = blocks[body[position]].text
        if _is_clear(text) or _is_datum(text):
            clear = at = position
        elif (
            len(text) <= _LONGEST
            and not _STOPS.search(text)
            and not _LABELLED.match(text)
            and not _UNSTOPPED.search(text)
        ):
            at = position
            between = range(body[position - 1] + 1, body[position])
            if any(_is_datum(blocks[index].text) for index in between):
                clear = position  # below a line of data that is read by itself: "Last update: 14 May 2031"
        else:
            break
    if clear == len(body):
        few = len(body) - at < _LEAST_MENU or not is_plain(blocks) or _are_verses(blocks, body[at:])
        return () if few or not _is_exchange(blocks, body[:at]) else body[at:]
    return body[at if at < clear and _is_exchange(blocks, body[:at]) else clear :]


def _are_verses(blocks: Sequence[Block], lines: Sequence[int]) -> bool:
    """Whether most lines have more words than the entries of a menu: verses may end without a stop."""
    return 2 * sum(count_words(blocks[index].text) > _MOST_IN_MENU for index in lines) > len(lines)


def _is_clear(text: str) -> bool:
    if len(text) > _LONGEST_RIGHTS:
        return False
    if len(text) <= _LONGEST and (AWAY.fullmatch(text) or says_furniture(text) or is_contact_line(text)):
        return True
    if site_line(text):
        return True
    return _RIGHTS.search(text) is not None


def _is_datum(text: str) -> bool:
    """Whether a short line is data of the page under its label: "Page last updated on: …", "Tags: …"."""
    label, colon, value = text.replace("：", ":").partition(":")
    told = label.strip(" •·-").lower()
    return (
        bool(colon)
        and len(text) <= _LONGEST
        and bool(value.strip())
        and (
            METADATA_LABELS.get(told) in _OF_PAGES
            or told in _TAGS
            or told in _REACHED_AT
            or AWAY.fullmatch(told) is not None
        )
    )


def _is_exchange(blocks: Sequence[Block], body: Sequence[int]) -> bool:
    found = 0
    for index in body:
        text = blocks[index].text
        found += (_LABELLED.match(text) or _MARKED.match(text)) is not None
        if found >= _EXCHANGE:
            return True
    return False
