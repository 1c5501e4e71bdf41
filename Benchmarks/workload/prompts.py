"""Prompts as people send them, recombined from our own; one in a hundred holds a listed term."""

import re
import unicodedata

from .chance import Chance

FOREIGN = [
    "—", "–", "“dusk”", "‘noon’", "✨", "🌌", "🎨", "naïve", "café", "piñata", "ångström", "Łódź", "šípek",
    "зимний вечер", "тёплый свет", "맑은 하늘", "夜の港", "静かな森", "山水画", "老街", "ミルクティー", "×", "°",
]
ACCENTS = str.maketrans("eounz", "éöüñž")
PARAMETERS = [
    "--ar 16:9", "--ar 2:3", "--ar 3:2", "--ar 9:16", "--ar 4:5", "--v 6.1", "--v 7", "--v 8.2", "--niji 6",
    "--s 50", "--s 250", "--s 750", "--stylize 100", "--c 10", "--chaos 30", "--weird 200", "--w 50", "--q 2",
    "--seed 31415", "--no people", "--no text, frame", "--raw", "--tile", "--fast", "--relax", "--iw 1.5",
    "--style raw", "--sref 3141592653", "--sw 200", "--p", "--stop 80", "--r 3", "--draft", "--hd",
    "--cref https://example.com/people/41.png --cw 60", "--sref https://example.org/s/tone.webp",
]


class Terms:
    """Listed terms by their first word, to keep prompts free of them however words are separated."""

    def __init__(self, terms):
        self.first = {}
        for term in terms:
            words = tokens(term)
            self.first.setdefault(words[0], []).append(words)

    def occur(self, text):
        """Whether a term occurs, whether letters with accents are letters or not."""
        return self.stand_in(tokens(text)) or (
            not text.isascii() and self.stand_in(re.findall("[a-z0-9]+", text.lower())))

    def stand_in(self, words):
        for index, word in enumerate(words):
            for term in self.first.get(word, ()):
                if words[index:index + len(term)] == term:
                    return True
        return False


def tokens(text):
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in text if not unicodedata.combining(letter))
    return re.findall("[a-z0-9]+", text.lower())


class Writer:
    """Writes prompts: `Writer(…).prompts(count)` gives the same ones each time."""

    def __init__(self, seed, segments, vocabulary, fillers, names, listed, inserted):
        self.seed, self.vocabulary, self.fillers = seed, vocabulary, fillers
        self.segments = [piece for piece in segments if piece.isascii()]
        self.names, self.listed, self.inserted = names, listed, inserted
        accents = [name.title().translate(ACCENTS) for name in names[:200]]
        foreign = [piece for piece in segments if not piece.isascii()]
        self.foreign = [piece for piece in accents + FOREIGN * 3 + foreign if not piece.isascii()]

    def prompts(self, count):
        """Each hundredth holds a term, so that the first fifty do: engines are compared by what they find."""
        chance = Chance(f"{self.seed}:prompts")
        for number in range(count):
            prompt = self.prompt(chance)
            while self.listed.occur(prompt):
                prompt = self.prompt(chance)
            yield self.with_term(chance, prompt) if number % 100 == 37 else prompt

    def prompt(self, chance):
        size = chance.length(317, 0.292, 110, 660)
        tail = "".join(" " + chance.pick(PARAMETERS) for _ in range(1 + chance.below(4)))
        link = f"https://example.com/i/{chance.below(10 ** 8)}.png " if chance.happens(0.1) else ""
        foreign = chance.happens(0.238)
        parts, count = [], len(tail) + len(link)
        while count < size:
            is_place = foreign and len(parts) == 1
            part = chance.pick(self.foreign) if is_place else self.part(chance)
            parts.append(part + self.gap(chance))
            count += len(parts[-1])
        text = "".join(parts)[:max(20, size - len(tail) - len(link))]
        return link + text.rsplit(" ", 1)[0].rstrip(" ,.") + tail

    def part(self, chance):
        kind = chance.draw()
        if kind < 0.32:
            return chance.pick(self.segments)
        if kind < 0.49:
            return " ".join(chance.pick(self.vocabulary) for _ in range(1 + chance.below(4)))
        if kind < 0.55:
            return chance.pick(self.fillers)
        name = " ".join(chance.pick(self.names) for _ in range(1 + chance.below(2))).title()
        return "by " + name if chance.happens(0.3) else name

    def gap(self, chance):
        kind = chance.draw()
        return ", " if kind < 0.78 else ". " if kind < 0.87 else " " if kind < 0.97 else "::2 "

    def with_term(self, chance, prompt):
        """The prompt with a listed term between its words."""
        term, case = chance.pick(self.inserted), chance.draw()
        term = term if case < 0.7 else term.capitalize() if case < 0.9 else term.upper()
        text, mark, tail = prompt.partition(" --")
        words = text.split(" ")
        words.insert(1 + chance.below(len(words)), term)
        return " ".join(words) + mark + tail

