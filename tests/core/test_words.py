"""Texts in three languages: whole, with the same gaps, and each translated once."""

import csv
import datetime
import string

from smart_planning_plugin.core import words


def gaps(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def test_the_texts_are_whole():
    for english, row in words.catalogue().items():
        for language in words.LANGUAGES:
            assert row[language], (english, language)
            assert gaps(row[language]) == gaps(english), (english, language)


def test_no_text_is_translated_twice():
    seen = {}
    for path in sorted(words.TEXTS.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                assert row["en"] not in seen, (row["en"], path.name, seen[row["en"]])
                seen[row["en"]] = path.name
    assert seen


def test_people_are_rounded_and_few_of_them_hidden():
    assert [words.people(count, "lv") for count in (0, 7, 23, 15057)] == [
        "0", "mazāk par 20", "20", "15\N{NO-BREAK SPACE}060"
    ]  # fmt: skip


def test_dates_are_written_as_the_language_does():
    date = datetime.date(2022, 5, 24)
    assert [words.day(date, one) for one in words.LANGUAGES] == [
        "24 May 2022", "24.05.2022.", "2022-05-24"
    ]  # fmt: skip
