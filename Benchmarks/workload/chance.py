"""Chance that is the same everywhere: only `random()`, whose sequence Python promises to keep."""

import math
import random


class Chance:
    """A stream of choices; the same name gives the same choices on any machine."""

    def __init__(self, name):
        self.draw = random.Random(name).random

    def below(self, count):
        return int(self.draw() * count)

    def pick(self, items):
        return items[int(self.draw() * len(items))]

    def happens(self, share):
        return self.draw() < share

    def shuffled(self, items):
        return [item for _, item in sorted((self.draw(), item) for item in items)]

    def length(self, median, spread, low, high):
        """A length that is log-normal around `median`."""
        normal = sum(self.draw() for _ in range(12)) - 6
        return max(low, min(high, int(median * math.exp(spread * normal))))


class Trigrams:
    """Words that look like the given ones, letter by letter."""

    def __init__(self, words):
        self.next = {}
        for word in words:
            letters = f"^^{word}$"
            for index in range(2, len(letters)):
                self.next.setdefault(letters[index - 2:index], []).append(letters[index])

    def word(self, chance, low=4, high=12):
        while True:
            letters = "^^"
            while letters[-1] != "$" and len(letters) < high + 3:
                letters += chance.pick(self.next[letters[-2:]])
            if letters[-1] == "$" and low <= len(letters) - 3:
                return letters[2:-1]
