"""The Python peers: peers.py re|pyahocorasick|better-profanity PROMPTS LIST.

Answers each number on standard input with a line of JSON about a pass over that many prompts.
"""

import importlib.metadata
import json
import os
import pathlib
import platform
import re
import sys
import time


def main():
    mode, prompts, words = sys.argv[1], lines(sys.argv[2]), lines(sys.argv[3])
    before, start = resident(), time.thread_time()
    judge = ENGINES[mode](words)
    setup = {
        "engine": f"{mode} (Python)", "version": version(mode), "list": pathlib.Path(sys.argv[3]).stem,
        "terms": len(words), "setup_ms": (time.thread_time() - start) * 1e3}
    count = "0"
    while count:
        some = prompts[:int(count)]
        record = setup | measured(judge, some) | {"memory_mb": resident() - before}
        print(json.dumps(record | {"bytes": sum(len(prompt.encode()) for prompt in some)}), flush=True)
        count = sys.stdin.readline().strip()


def measured(judge, prompts):
    start = time.thread_time()
    found = [number for number, prompt in enumerate(prompts, 1) if judge(prompt)]
    each = (time.thread_time() - start) * 1e9 / max(1, len(prompts))
    mark = sum(number * 2654435761 for number in found) % 2 ** 32
    return {"prompts": len(prompts), "ns": each, "hits": len(found), "mark": mark}


def lines(path):
    return pathlib.Path(path).read_text(encoding="utf-8").split("\n")[:-1]


def resident():
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2 ** 20


def version(mode):
    python = f"Python {platform.python_version()}"
    return python if mode == "re" else f"{importlib.metadata.version(mode)}, {python}"


def alternation(words):
    search = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE).search
    return lambda prompt: search(prompt) is not None


def automaton(words):
    import ahocorasick
    terms = ahocorasick.Automaton()
    for word in words:
        terms.add_word(word, len(word))
    terms.make_automaton()

    def is_inside(text, offset):
        return 0 <= offset < len(text) and (text[offset].isalnum() or text[offset] == "_")

    def judge(prompt):
        text = prompt.lower()
        return any(
            not is_inside(text, end - size) and not is_inside(text, end + 1)
            for end, size in terms.iter(text))
    return judge


def profanity(words):
    from better_profanity import Profanity
    return Profanity(words).contains_profanity


ENGINES = {"re": alternation, "pyahocorasick": automaton, "better-profanity": profanity}

main()
