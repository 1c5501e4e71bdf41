"""What the workload is made of: our own prompts in corpus/ and the words of rules/."""

import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
KINDS = ["terms", "segments", "fillers"]
PLAIN = re.compile(r"[a-z0-9]+(?:[ '-][a-z0-9]+)*")


def read():
    """What is made of, by kind, from corpus/ and rules/ as they are."""
    return {"terms": listed_terms(), "segments": segments(), "fillers": fillers()}


def frozen(folder):
    """The same as `freeze` wrote it into a folder once."""
    return {kind: lines(folder / f"{kind}.txt") for kind in KINDS}


def freeze(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for kind, texts in read().items():
        (folder / f"{kind}.txt").write_text("".join(text + "\n" for text in texts), encoding="utf-8")


def listed_terms():
    """The words and phrases of rules/sensitive that are ASCII, in the order of the files."""
    terms = {}
    for file in sorted((ROOT / "rules/sensitive").glob("*.yaml")):
        if file.stem != "allow":
            for name in names(file.read_text(encoding="utf-8")):
                if len(name) > 2 and PLAIN.fullmatch(name):
                    terms[name] = None
    return list(terms)


def names(text):
    for match in re.finditer(r"- (?:word|phrase): (.+)|forms: \[([^\]]*)\]", text):
        for name in [match[1]] if match[1] else match[2].split(","):
            yield name.split(" #")[0].strip().strip("\"'")


def segments():
    """The pieces of our own prompts, without parameters, links and marks."""
    pieces = {}
    for prompt in prompts():
        text = re.split(r"\s(?:--|[–—])\s?\w", prompt)[0]
        text = re.sub(r"https?://\S*|[{}\\\[\]()<>]|::\S*", " ", text)
        for piece in re.split(r"[,.;|\"“”:]", text):
            piece = " ".join(piece.split())
            if 3 < len(piece) < 80 and piece.isprintable() and re.search("[a-z]{3}", piece):
                pieces[piece] = None
    return list(pieces)


def prompts():
    for file in sorted((ROOT / "corpus").rglob("*.prompt")):
        if file.parent.name != "hostile":
            yield from (line for line in lines(file) if not line.startswith("#"))
    for file in sorted((ROOT / "corpus").rglob("*.jsonl")):
        if file.parent.name != "hostile":
            yield from (json.loads(line).get("prompt", "") for line in lines(file))
    for file in sorted((ROOT / "rules/sensitive").glob("*.yaml")):
        for examples in re.findall(r"clean: \[(.*)\]", file.read_text(encoding="utf-8")):
            yield from re.findall(r'"([^"]+)"', examples)


def lines(file):
    text = file.read_text(encoding="utf-8", errors="replace")
    return [line for line in text.split("\n") if line]


def fillers():
    """The words of rules/words that people append to everything."""
    text = (ROOT / "rules/words/filler.yaml").read_text(encoding="utf-8")
    return [" ".join(word.split()) for word in re.search(r"words: \[([^\]]*)\]", text)[1].split(",")]
