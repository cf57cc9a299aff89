"""One spelling for the many in which a place is written, and the words that say what kind of place it is."""

import re
import unicodedata

# Letters as the English names of the districts have them; hard and soft signs and apostrophes say nothing here.
CYRILLIC = dict(zip("абвгдежзийклмнңӊоөпрстуүфхыэ", "abvgdejziiklmnnnooprstuufhie", strict=True)) | {
    "ё": "e",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sh",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
}
# Letters that keyboards and fonts without Kyrgyz ones put in their places.
LIKE_KYRGYZ = str.maketrans("ѳɵӫӧұӱҥӈӊ", "өөөөүүңңң")
# Small letters that look the same in both alphabets (of capitals: В, Н, К, М, Т too).
SAME_LOOK = ("abcehikmoptxy", "авсенікмортху")
LATIN_TO_CYRILLIC, CYRILLIC_TO_LATIN = (str.maketrans(*pair) for pair in (SAME_LOOK, SAME_LOOK[::-1]))
WORDS = re.compile(r"[^\W\d_]+")
# Нарынская, Нарынской, Нарынского: the name without the ending of the Russian adjective.
ADJECTIVE = re.compile(r"(?<=\w\w)ск(?:ий|ая|ое|ой|ого|ому|ом|ую|им)\b")
SAME_SOUND = (("dzh", "j"), ("zh", "j"), ("dj", "j"), ("kh", "h"), ("y", "i"), ("w", "v"))
DOUBLE_LETTER = re.compile(r"(.)\1+")
# Misspellings seen in published lists, as keys: what was written, and what was meant.
MISSPELT = {"jala abad": "jalal abad", "karacol": "karakol"}

LEVELS = {
    "district": r"район\w*|raion\w*|rayon\w*|districts?",
    "oblast": r"област\w*|обл|облус\w*|oblast\w*|oblus\w*|regions?|provinces?",
    "city": r"г|гор|город\w*|шаар\w*|shaar\w*|gorod|city|cities|towns?",
    "village": r"с|село|селе|айыл\w*|aiyl\w*|ayil\w*|айил\w*|кыштак\w*|villages?|пгт|ао",
}
LEVEL_WORD = re.compile("|".join(rf"\b(?P<{level}>{words})\b" for level, words in LEVELS.items()))
DISTRICT_ABBREVIATION = re.compile(r"\bр-н\w*")


def plain(text: str) -> str:
    """Small letters, single kinds of spaces and hyphens, no quotation marks or apostrophes."""
    text = same_letters(unicodedata.normalize("NFKC", text).lower()).replace("ё", "е")
    text = re.sub(r"[‐‑‒–—−]", "-", re.sub("[\"'`´«»“”„‘’ʼʹ]", "", text))
    return DISTRICT_ABBREVIATION.sub("район", text)


def same_letters(text: str) -> str:
    """A text in small letters, each word in the letters of its own alphabet, whichever look-alikes were typed."""
    return WORDS.sub(lambda word: _of_one_alphabet(word[0]), text.translate(LIKE_KYRGYZ))


def _of_one_alphabet(word: str) -> str:
    """The word as the letters tell that only one alphabet has."""
    distinctive = [letter for letter in word if letter not in "".join(SAME_LOOK)]
    is_cyrillic, is_latin = (any(low <= letter <= high for letter in distinctive) for low, high in ("аԯ", "az"))
    if is_cyrillic == is_latin:
        return word
    return word.translate(LATIN_TO_CYRILLIC if is_cyrillic else CYRILLIC_TO_LATIN)


def key(text: str) -> str:
    """The spelling under which a name is looked up: Latin letters, one per sound, words apart."""
    words = ADJECTIVE.sub("", re.sub(r"[\W_]+", " ", plain(text)))
    letters = "".join(CYRILLIC.get(letter, letter) for letter in words)
    letters = "".join(part for part in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(part))
    for sign, one in SAME_SOUND:
        letters = letters.replace(sign, one)
    spelling = DOUBLE_LETTER.sub(r"\1", " ".join(letters.split()))
    return MISSPELT.get(spelling, spelling)


def name_key(text: str) -> tuple[str, frozenset[str]]:
    """Key of the name without the words for its kind, and the kinds: district, oblast, city or village."""
    words = re.sub(r"[^\w-]+", " ", plain(text)).strip()
    kinds = frozenset(str(match.lastgroup) for match in LEVEL_WORD.finditer(words))
    return key(re.sub(r"^the ", "", LEVEL_WORD.sub(" ", words).strip())), kinds
