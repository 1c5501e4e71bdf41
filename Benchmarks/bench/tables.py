"""The measurements as Markdown."""

import statistics


def comparison(series, reference):
    """One row an engine, in the order of their times."""
    yield "| engine | version | ns a prompt | times ours (range) | prompts a pass | set-up ms | MB | hits |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    done = [one for one in series if one.records and not one.engine.failed]
    for one in sorted(done, key=lambda one: one.nanoseconds()):
        record = one.last()
        ratios = one.ratios(reference)
        bound = "≤ " if record.get("is_bound") else ""
        ratio = f"{bound}{figure(statistics.median(ratios))} ({figure(min(ratios))}–{figure(max(ratios))})"
        yield cells(
            one.name, record["version"], f"{bound}{one.nanoseconds():,.0f}", ratio, f"{record['prompts']:,}",
            f"{record['setup_ms']:,.1f}", megabytes(record["memory_mb"]), record["hits"])
    for one in series:
        if one.engine.failed:
            yield cells(one.name, one.engine.setup.get("version", ""), one.engine.failed, *[""] * 5)


def cells(*values):
    return "| " + " | ".join(map(str, values)) + " |"


def figure(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}" if value >= 10 else f"{value:.2f}"


def megabytes(value):
    return "" if value is None else f"{value:.2f}"


def range_of(values):
    return f"{figure(statistics.median(values))} ({figure(min(values))}–{figure(max(values))})"
