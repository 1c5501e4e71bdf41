"""What else is promised of our own scanner: flat in the list, even on hostile text, linear in length."""

from . import engines, rounds, tables

LENGTHS = ["1KB", "10KB", "100KB", "1MB", "10MB"]


def setup(prompts, sizes):
    """Set-up and memory for each term: the best of three first times, and more in one program."""
    yield "| list | set-up ms | again | µs a term | bytes a term |"
    yield "|---|--:|--:|--:|--:|"
    files = [prompts.parent / f"{kind}{size}.txt" for kind in ("words", "mixed") for size in sizes]
    for file in (file for file in files if file.exists()):
        opened = [engines.ours("full", prompts, file) for _ in range(3)]
        best = min((engine.setup for engine in opened), key=lambda setup: setup["setup_ms"])
        for engine in opened:
            engine.close()
        yield tables.cells(
            file.stem, f"{best['setup_ms']:.3f}", f"{best['setup_again_ms']:.3f}",
            f"{best['setup_ms'] * 1e3 / best['terms']:.3f}",
            f"{best['memory_mb'] * 2 ** 20 / best['terms']:.0f}")


def flatness(prompts, sizes, number):
    """The largest list beside the smallest."""
    yield "| mode | times the smallest list (range) |"
    yield "|---|--:|"
    for mode in ["plain", "full"]:
        lists = [prompts.parent / f"words{size}.txt" for size in (min(sizes), max(sizes))]
        opened = [engines.ours(mode, prompts, file) for file in lists]
        small, large = rounds.run(opened, number, 0.3, 200_000, 60)
        yield tables.cells(f"{mode} {max(sizes)} / {min(sizes)}", tables.range_of(large.ratios(small)))
        for engine in opened:
            engine.close()


def hostile(data, number):
    """Each kind of hostile prompt beside normal ones of the same size."""
    yield "| prompts | plain ns | times normal (range) | full ns | times normal (range) |"
    yield "|---|--:|--:|--:|--:|"
    files = sorted((data / "hostile").glob("*.txt"), key=lambda file: (file.stem != "normal", file.stem))
    columns = [hostile_series(data, files, mode, number) for mode in ("plain", "full")]
    for name, plain, full in zip((file.stem for file in files), *columns):
        values = [value for one, first in ((plain, columns[0][0]), (full, columns[1][0]))
                  for value in (f"{one.nanoseconds():,.0f}", tables.range_of(one.ratios(first)))]
        yield tables.cells(name, *values)


def hostile_series(data, files, mode, number):
    opened = [engines.ours(mode, file, data / "words2000.txt") for file in files]
    series = rounds.run(opened, number, 0.05, 2000, 20)
    for engine in opened:
        engine.close()
    return series


def length(data):
    """Nanoseconds a byte of one prompt after its length; a line that takes over 10 s is the last."""
    yield "| text | " + " | ".join(LENGTHS) + " | 10MB / 1KB |"
    yield "|---|" + "--:|" * (len(LENGTHS) + 1)
    kinds = sorted({file.stem.rsplit("-", 1)[0] for file in (data / "length").glob("*.txt")})
    for kind in kinds:
        times = []
        for size in LENGTHS:
            if not times or times[-1][1] < 1:
                times.append(line_time(data, f"{kind}-{size}"))
        each = [nanoseconds for nanoseconds, _ in times]
        ratio = tables.figure(each[-1] / each[0]) if len(each) == len(LENGTHS) else ""
        missing = ["stopped"] * (len(LENGTHS) - len(each))
        yield tables.cells(kind, *map(tables.figure, each), *missing, ratio)


def line_time(data, name):
    """Nanoseconds a byte, the least of some passes over one line, and the seconds of a pass."""
    engine = engines.ours("full", data / f"length/{name}.txt", data / "mixed2000.txt")
    records = [engine.measure(1)]
    while len(records) < 30 and sum(record["ns"] for record in records) < 3e8:
        records.append(engine.measure(1))
    engine.close()
    best = min(records, key=lambda record: record["ns"])
    return best["ns"] / best["bytes"], best["ns"] / 1e9
