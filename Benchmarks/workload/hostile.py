"""Texts that are made to be slow: prompts of the usual size, and single lines from 1 KB to 10 MB."""

from .chance import Chance

SIZE = 327
COUNT = 2000
LENGTHS = {"1KB": 1000, "10KB": 10_000, "100KB": 100_000, "1MB": 1_000_000, "10MB": 10_000_000}
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопьрстувшхыз")
LEET = str.maketrans("aeiost", "4310$7")
HAN = "山水雨雪花鸟林石云月夜春秋城河海光影红青白黑老新大小高远天地人马木竹火金土风"
MARKS = "\u0300\u0301\u0302\u0308\u0327\u0336"
SEPARATORS = " -_.,'*/|~\t\u00a0\u2009"


def kinds(vocabulary, terms):
    """For each kind how its next piece is made."""
    words = [term for term in terms if term.isalnum()]
    keys = [max(term.split(), key=len) for term in terms if " " in term]
    keys = [key for key in keys if key.isalnum() and key not in words] or vocabulary
    letters = "abcdefghijklmnopqrstuvwxyz"
    return {
        "single-letters": lambda c: c.pick(letters) + " ",
        "key-flood": lambda c: c.pick(keys) + " ",
        "all-hits": lambda c: c.pick(words) + " ",
        "cyrillic": lambda c: c.pick(vocabulary).translate(CYRILLIC) + " ",
        "cjk": lambda c: c.pick(HAN) + ("，" if c.happens(0.1) else ""),
        "zero-width": lambda c: "\u200b".join(c.pick(vocabulary)) + " ",
        "leet": lambda c: c.pick(words).translate(LEET) + " ",
        "dotted": lambda c: ".".join(c.pick(vocabulary)) + " ",
        "doubled": lambda c: "".join(letter * 3 for letter in c.pick(vocabulary)) + " ",
        "marks": lambda c: "".join(letter + c.pick(MARKS) for letter in c.pick(vocabulary)) + " ",
        "entities": lambda c: "".join(f"&#{ord(letter)};" for letter in c.pick(vocabulary)) + " ",
        "braces": lambda c: "{".join(c.pick(vocabulary)) + "} ",
    }


def line(piece, chance, size):
    """One line of exactly `size` bytes, or up to three fewer where a letter would be cut."""
    parts, count = [], 0
    while count < size:
        parts.append(piece(chance).encode())
        count += len(parts[-1])
    return b"".join(parts)[:size].decode(errors="ignore").strip("\n")


def floods(seed, vocabulary, terms):
    """For each kind its prompts."""
    for kind, piece in kinds(vocabulary, terms).items():
        chance = Chance(f"{seed}:{kind}")
        yield kind, [line(piece, chance, SIZE) for _ in range(COUNT)]


def normal(prompts):
    """Prompts of the same size: as many as there are, cut."""
    long = [prompt for prompt in prompts if len(prompt.encode()) >= SIZE]
    return [prompt.encode()[:SIZE].decode(errors="ignore") for prompt in long[:COUNT]]


def lengths(seed, prompts):
    """For each kind and length one line of bytes."""
    chance = Chance(f"{seed}:lengths")
    made = {
        "prompt": (", ".join(prompts)).encode(),
        "random-bytes": bytes(10 + chance.below(246) for _ in range(10 ** 6)).replace(b"\n", b" "),
        "marks": "".join("e" + chance.pick(MARKS) for _ in range(10 ** 5)).encode(),
        "marks-alone": "".join(chance.pick(MARKS) for _ in range(10 ** 5)).encode(),
        "separators": "".join(chance.pick(SEPARATORS) for _ in range(10 ** 5)).encode(),
    }
    for kind, text in made.items():
        for name, size in LENGTHS.items():
            yield f"{kind}-{name}", (text * (size // len(text) + 1))[:size]
