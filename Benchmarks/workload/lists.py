"""The lists of terms: real ones first, then words that look like them; lists begin with smaller ones."""

import re

from .chance import Chance, Trigrams

PHRASES_AMONG_REAL = 0.25
PHRASES_AMONG_MADE = 0.15


def make(seed, sizes, real, vocabulary):
    """For each size its list; no made word is one of `vocabulary`."""
    chance = Chance(f"{seed}:lists")
    terms = dict.fromkeys(mixed(chance, real))
    words = [word for term in real for word in re.findall("[a-z]{3,}", term)]
    model = Trigrams(words)
    known = set(words) | set(vocabulary)
    while len(terms) < max(sizes):
        terms[made(chance, model, known, vocabulary)] = None
    terms = list(terms)
    return {size: terms[:size] for size in sizes}


def mixed(chance, real):
    """Real terms in any order, three words to a phrase."""
    phrases = chance.shuffled([term for term in real if not term.isalnum()])
    words = chance.shuffled([term for term in real if term.isalnum()])
    while words:
        is_phrase = phrases and chance.happens(PHRASES_AMONG_REAL)
        yield (phrases if is_phrase else words).pop()


def made(chance, model, known, vocabulary):
    word = unknown(chance, model, known)
    if not chance.happens(PHRASES_AMONG_MADE):
        return word
    other = chance.pick(vocabulary) if chance.happens(0.5) else unknown(chance, model, known)
    return f"{other} {word}" if chance.happens(0.5) else f"{word} {other}"


def unknown(chance, model, known):
    while True:
        word = model.word(chance)
        if word not in known:
            return word


def with_patterns(seed, terms):
    """The same list with a pattern for every twentieth term: rows of kind, key and regular expression.

    The kinds are L for a literal, T for a pattern that needs one of the words `key`, U for the others.
    """
    chance = Chance(f"{seed}:patterns:{len(terms)}")
    count = len(terms) // 20
    single = chance.shuffled([term for term in terms[:2000] if re.fullmatch("[a-z]{6,12}", term)])
    rows = [("L", term, rf"\b{term}\b") for term in terms[:len(terms) - count]]
    for index in range(count):
        first, second = (single[(2 * index + step) % len(single)] for step in (0, 1))
        rows.append(pattern(index % 10, first, second))
    return rows


def pattern(kind, word, other):
    if kind < 3:
        forms = ["", "s", "ed", "ing", "er"]
        return "T", ",".join(word + form for form in forms), rf"\b{word}(?:s|ed|ing|er)?\b"
    if kind < 5:
        return "T", word, rf"(?<!non-)(?<!anti )\b{word}\b(?! (?:paint|pattern|brand))"
    if kind < 7:
        place = next((index for index, letter in enumerate(word) if letter in "aeio"), 1)
        letters = {"a": "a4", "e": "e3", "i": "i1", "o": "o0"}.get(word[place], word[place] + "x")
        spelled = [word[:place] + letter + word[place + 1:] for letter in letters]
        return "T", ",".join(spelled), rf"\b{word[:place]}[{letters}]{word[place + 1:]}\b"
    if kind < 8:
        return "T", word, rf"\b{word}\W{{1,3}}(?:\w+\W+){{0,2}}{other}\b"
    return ("U", word, rf"\b{word}\w*") if kind < 9 else ("U", word, word)
