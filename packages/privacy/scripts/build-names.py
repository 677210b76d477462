"""Writes src/data/name-lexicon.generated.ts: given and family names with counts.

    pip install names==0.3.0 faker==40.54.0
    npm install --prefix words dictionary-{en,de,fr,es,pt,it,nl}
    python packages/privacy/scripts/build-names.py words/node_modules

Sources: the name files of the US Census Bureau, 1990 (public domain, as the package "names" carries them), with their counts; the
name lists of faker (MIT) for the languages below, which have none. A given name that is a word of English or, if rare, of
another language ("Will", "Alba"), or a noun of German and no German name ("Dose"), proves nothing by its capital and is listed apart.
"""
import importlib
import os
import re
import sys
import unicodedata

import names as census

# Every language of faker that writes its names in Latin letters, or has them so beside its own.
LOCALES = (
    "az_AZ bg_BG cs_CZ da_DK de_AT de_CH de_DE de_LI de_LU en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_AR es_CA es_CL es_CO "
    "es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_DZ fr_FR fr_QC ga_IE ha_NG hr_HR hu_HU id_ID ig_NG is_IS it_IT ja_JP ko_KR lt_LT lv_LV "
    "nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE sw tr_TR tw_GH uz_UZ vi_VN yo_NG zh_CN zh_TW zu_ZA"
)
WORDS = "fr es pt it nl"
GERMAN = "de_DE de_AT de_CH"
MOST_FAMILY = 12000
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


def dictionary(language):
    return os.path.join(sys.argv[1], f"dictionary-{language}")


english = small_words(dictionary("en"))
german = nouns(dictionary("de"))
other_words = set().union(*(small_words(dictionary(language)) for language in WORDS.split()))
given = {}
for file in ("dist.female.first", "dist.male.first"):
    for name, share in census_names(file):
        if name and share >= LEAST_GIVEN:
            given[name] = max(given.get(name, 0), share)
other_given = faker_names(LOCALES, r"first_(romanized_)?names?.*|.*first_names.*")
german_given = faker_names(GERMAN, r"first_(romanized_)?names?.*|.*first_names.*")
for name in other_given:
    given.setdefault(name, 0)
family = {}
for name, share in census_names("dist.all.last"):
    if name and len(family) < MOST_FAMILY:
        family[name] = share
for name in faker_names(LOCALES, r"last_(romanized_)?names?.*|.*last_names.*"):
    family.setdefault(name, 0)


def is_word(name):
    # A common name stays one in English notes, whatever it means elsewhere.
    return name in english or (name in other_words and given.get(name, 1) < 0.02) or (name in german and name not in german_given and given.get(name, 1) < 0.02)


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
    file.write(written("familyByCount", "Family names that are no words.", bands(family, lambda n: n not in english and not (n in other_words and family[n] == 0))))
print(len(given), sum(map(is_word, given)), len(family), os.path.getsize(out))
