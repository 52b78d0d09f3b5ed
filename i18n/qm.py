"""Translations as translators keep them (``.ts``) and as Qt reads them (``.qm``).

Usage: qm.py FOLDER writes the ``.qm`` of every ``.ts`` beside this file. Only Python is needed; the
layout of the file is that of Qt's ``lrelease``, which gives the same translations.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
LANGUAGE, HASHES, MESSAGES, RULES = 0xA7, 0x42, 0x69, 0x88
END, TRANSLATION, SOURCE, CONTEXT, COMMENT = 1, 3, 6, 7, 8
#: When which form of a plural is used, in Qt's code for it. en: for 1; for all else. lv: for 1,
#: 21 …; for all else; for 0. lt: for 1, 21 …; for 2 to 9, 22 …; for all else.
PLURALS = {
    "en": bytes([0x01, 1]),
    "lv": bytes([0x11, 1, 0xFD, 0x29, 11, 0xFF, 0x09, 0]),
    "lt": bytes([0x11, 1, 0xFD, 0x29, 11, 0xFF, 0x19, 0, 0xFD, 0x2C, 10, 19]),
}
FORMS = {"en": 2, "lv": 3, "lt": 3}


def read(path: Path) -> dict[str, list[str]]:
    """Source text -> its translation, or its forms where it counts; empty where there is none."""
    found = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        forms = translation.findall("numerusform")
        found[message.findtext("source")] = [one.text or "" for one in forms or [translation]]
    return found


def compiled(language: str, context: str, texts: dict[str, list[str]]) -> bytes:
    """What Qt reads: the texts that are translated, found by the hash of their source."""
    hashes, messages = [], b""
    for source, forms in texts.items():
        if not all(forms):
            continue
        hashes.append((_hash(source.encode()), len(messages)))
        for one in forms:
            messages += _tagged(TRANSLATION, one.encode("utf-16-be"))
        messages += _tagged(COMMENT, b"") + _tagged(SOURCE, source.encode())
        messages += _tagged(CONTEXT, context.encode()) + bytes([END])
    index = b"".join(struct.pack(">II", *one) for one in sorted(hashes))
    sections = {LANGUAGE: language.encode(), HASHES: index, MESSAGES: messages}
    sections[RULES] = PLURALS[language]
    return MAGIC + b"".join(_tagged(tag, data) for tag, data in sections.items())


def _tagged(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _hash(text: bytes) -> int:
    """The hash of ELF files, which Qt looks texts up by."""
    value = 0
    for one in text:
        value = (value << 4) + one
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1


def compile_all(folder: Path = HERE) -> dict[str, bytes]:
    """Name of each ``.qm`` -> its bytes, of every ``.ts`` in a folder."""
    made = {}
    for path in sorted(folder.glob("*.ts")):
        root = ElementTree.parse(path).getroot()
        language, context = root.get("language"), root.findtext("context/name")
        made[f"{path.stem}.qm"] = compiled(language, context, read(path))
    return made


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for name, data in compile_all().items():
        (target / name).write_bytes(data)
