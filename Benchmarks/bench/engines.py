"""The engines that are compared: programs that answer numbers with records, and command-line tools."""

import json
import os
import pathlib
import resource
import subprocess
import tempfile

from .install import HERE, TOOLS

RUNNER = HERE / ".build/release/scan-bench"


class Served:
    """A program that judges as many prompts as it is told and answers with one line of JSON."""

    is_exact = True

    def __init__(self, *command, is_exact=True):
        self.is_exact = is_exact
        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.setup = self.answer()
        self.failed = self.setup.get("failed")

    def answer(self):
        line = self.process.stdout.readline()
        return json.loads(line) if line else {"engine": self.process.args[0], "failed": "it ended"}

    def measure(self, count):
        """A record of a pass over the first `count` prompts."""
        print(count, file=self.process.stdin, flush=True)
        record = self.answer()
        self.failed = record.get("failed")
        return record

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Tool:
    """A command-line tool that prints matching lines with their numbers; each pass is a run.

    The set-up is a run over one prompt, and is taken off a pass. Where that leaves less than a fifth of
    the run, the whole run is reported, as a bound.
    """

    is_exact = True
    failed = None
    slow_setup = 3.0
    # Processor seconds after which a run is given up.
    limit = 60

    def __init__(self, name, version, command, prompts, words, locale, is_whole):
        # The automaton of ripgrep grows while it reads, so that few lines say nothing of many.
        self.is_whole = is_whole
        self.command = [*command, str(words)]
        self.environment = os.environ | {"LC_ALL": locale}
        self.lines = pathlib.Path(prompts).read_bytes().splitlines(keepends=True)
        self.folder = tempfile.TemporaryDirectory()
        self.setup = {"engine": name, "version": version, "list": pathlib.Path(words).stem}
        seconds, _, memory = self.run(1)
        self.setup |= {"memory_mb": memory, "setup_ms": seconds * 1e3}

    def measure(self, count):
        count = min(count, len(self.lines))
        if self.setup["setup_ms"] < self.slow_setup * 1e3:
            self.setup["setup_ms"] = self.run(1)[0] * 1e3
        seconds, found, memory = self.run(count)
        if self.failed:
            return self.setup
        rest = seconds - self.setup["setup_ms"] / 1e3
        is_bound = rest < seconds / 5
        mark = sum(number * 2654435761 for number in found) % 2 ** 32
        return self.setup | {
            "prompts": count, "run": seconds, "ns": (seconds if is_bound else rest) / count * 1e9,
            "is_bound": is_bound, "hits": len(found), "mark": mark, "memory_mb": memory}

    @property
    def step(self):
        """By how much passes grow: to all prompts at once where the set-up is long."""
        return 10 ** 6 if self.is_whole or self.setup["setup_ms"] > self.slow_setup * 1e3 else 5

    def run(self, count):
        """Processor seconds, the numbers of the matching lines, and the largest memory in megabytes."""
        text = pathlib.Path(self.folder.name) / str(count)
        if not text.exists():
            text.write_bytes(b"".join(self.lines[:count]))
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(
                [*self.command, str(text)], stdout=output, env=self.environment, preexec_fn=self.bound)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode < 0:
                self.failed = f"given up after {self.limit} s"
            output.seek(0)
            found = [int(line.split(b":", 1)[0]) for line in output]
        # A program starts with the memory of the one that started it, which hides less.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        memory = usage.ru_maxrss / 1024 if usage.ru_maxrss > own else None
        return usage.ru_utime + usage.ru_stime, found, memory

    def bound(self):
        resource.setrlimit(resource.RLIMIT_CPU, (self.limit, self.limit))

    def close(self):
        self.folder.cleanup()


def ours(mode, prompts, words):
    return Served(RUNNER, mode, prompts, words)


def peers(prompts, words):
    """For each engine that takes a list of words its name and what opens it."""
    python = [TOOLS / "venv/bin/python", HERE / "peers/python/peers.py"]
    rust = TOOLS / "rust/release/rust"
    commands = {
        "Hyperscan literal": [TOOLS / "bin/hyperscan", "literal"],
        "Hyperscan regex": [TOOLS / "bin/hyperscan", "regex"],
        "RE2 alternation": [TOOLS / "bin/re2", "alternation"],
        "RE2 set": [TOOLS / "bin/re2", "set"],
        "Rust regex": [rust, "regex"],
        "Rust aho-corasick": [rust, "aho-corasick"],
        "PCRE2 alternation": [TOOLS / "bin/pcre2", "alternation"],
        "PCRE2 loop": [TOOLS / "bin/pcre2", "loop"],
        "re (Python)": [*python, "re"],
        "pyahocorasick (Python)": [*python, "pyahocorasick"],
        "midjourney-proxy loop (Java)": ["java", "-cp", TOOLS / "java", "Loop"]}
    for name, command in commands.items():
        yield name, lambda command=command: Served(*command, prompts, words)
    # It has spellings of its own, so that it finds more.
    profanity = [*python, "better-profanity", prompts, words]
    yield "better-profanity (Python)", lambda: Served(*profanity, is_exact=False)
    yield from tools(prompts, words)


def tools(prompts, words):
    flags = ["-n", "-w", "-i", "-F", "-f"]
    ripgrep = ["rg", "--no-config", "-j1", "--no-filename", "--color=never", *flags]
    grep = ["grep", "-a", *flags]
    rows = [("ripgrep -w -i -F -f", ripgrep, 1, "C.UTF-8"), ("grep -w -i -F -f", grep, -1, "C.UTF-8"),
            ("grep -w -i -F -f, LC_ALL=C", grep, -1, "C")]
    for name, command, place, locale in rows:
        said = subprocess.check_output([command[0], "--version"], text=True).split("\n")[0]
        version = said.split()[place]
        yield name, lambda name=name, version=version, command=command, locale=locale: Tool(
            name, version, command, prompts, words, locale, is_whole=command is ripgrep)


def mixed_peers(prompts, words):
    prefilter, loop = (TOOLS / "bin/hyperscan", "prefilter"), (TOOLS / "bin/pcre2", "loop")
    yield "Hyperscan prefilter + PCRE2", lambda: Served(*prefilter, prompts, words)
    yield "PCRE2 loop", lambda: Served(*loop, prompts, words)
