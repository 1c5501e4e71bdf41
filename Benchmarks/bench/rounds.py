"""Alternating rounds: A B C A B C …, so that a busy machine is busy for all."""

import statistics

LADDER = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000]


class Series:
    """An engine with its measurements."""

    def __init__(self, engine):
        self.engine = engine
        self.count = 0
        self.spent = 0.0
        self.records = {}

    @property
    def name(self):
        return self.engine.setup["engine"]

    def settle(self, seconds, largest):
        """Warms the engine up and chooses how many prompts a pass takes, as it gets faster."""
        self.count, tries = 2, 3
        while tries > 0 and not self.engine.failed:
            record = self.engine.measure(self.count)
            if "ns" not in record:
                return
            following = self.following(record, seconds, largest)
            if following <= self.count:
                tries -= 3 if record["ns"] * record["prompts"] > 5e9 else 1
            self.count = max(self.count, following)

    def following(self, record, seconds, largest):
        """How many prompts fit into that many seconds, at most twenty times as many as before.

        A tool, which sets itself up in each run, has to run for three times as long as that takes.
        """
        if "run" in record:
            is_long = record["run"] > max(seconds, 3 * record["setup_ms"] / 1e3)
            is_long &= not self.engine.is_whole or self.count == largest
            return self.count if is_long else min(largest, self.count * self.engine.step)
        fitting = [step for step in LADDER if step <= largest and step * record["ns"] <= seconds * 1e9]
        return min(max(fitting, default=1), self.count * 20)

    def measure(self, number):
        record = self.engine.measure(self.count)
        if "ns" in record:
            self.records[number] = record
            self.spent += record["ns"] * record["prompts"] / 1e9

    def nanoseconds(self):
        return statistics.median(record["ns"] for record in self.records.values())

    def ratios(self, reference):
        """The time in terms of the reference's in the same round."""
        return [record["ns"] / reference.records[number]["ns"] for number, record in self.records.items()]

    def last(self):
        return list(self.records.values())[-1]


def run(engines, rounds, seconds, largest, patience):
    """Measures the engines in turn; one that has taken `patience` seconds has no more rounds."""
    series = [Series(engine) for engine in engines]
    for one in series:
        one.settle(seconds, largest)
    for number in range(rounds):
        for one in series:
            if not one.engine.failed and (number == 0 or one.spent < patience):
                one.measure(number)
    return series


def disagreements(series, reference):
    """What the engines say otherwise than the reference about the same prompts."""
    for one in series:
        if one is reference or one.engine.failed or not one.engine.is_exact:
            continue
        theirs = one.last()
        known = reference.engine.measure(theirs["prompts"])
        if (theirs["hits"], theirs["mark"]) != (known["hits"], known["mark"]):
            yield (f"{one.name}: {theirs['hits']} of {theirs['prompts']} prompts, mark {theirs['mark']}; "
                   f"{reference.name}: {known['hits']}, mark {known['mark']}")
