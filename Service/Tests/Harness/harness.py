"""What the service's test scripts share: programs, the stand-in, a batch with its ledger, the audit.

MJPROMPT_SERVICE and MJPROMPT_FAKE_API name programs other than those that are built here.
"""

import base64
import collections
import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
HARNESS = pathlib.Path(__file__).resolve().parent

# Exit codes of mjprompt
FINE, FINDINGS, USAGE, FILES, REFUSED, UNKNOWN = range(6)

# States of the ledger by what they say about the server
ACCEPTED = {"accepted", "finished", "failed"}
ENDED = ACCEPTED | {"refused", "unknown"}

# Answers that turn away whatever comes, so that the same submission may come again
TURNED_AWAY = {"http-401", "http-403", "redirect-301", "redirect-307", "redirect-308"}


# Programs

def build(product, variable):
    """The path of a program, built when it isn't named by the environment."""
    if variable in os.environ:
        return os.environ[variable]
    package = ["swift", "build", "--package-path", str(ROOT / "Service")]
    done = subprocess.run([*package, "--product", product], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{product} can't be built:\n{done.stdout}{done.stderr}")
    folder = subprocess.run([*package, "--show-bin-path"], capture_output=True, text=True, check=True)
    return f"{folder.stdout.strip()}/{product}"


def service():
    return build("mjprompt-service", "MJPROMPT_SERVICE")


def need(program, package):
    """Installs what a script needs and the machine lacks."""
    if shutil.which(program):
        return
    print(f"installing with apt: {package}", file=sys.stderr)
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run([*prefix, "apt-get", "install", "-y", "-qq", package], check=True,
                   stdout=sys.stderr, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def faulty_calls(folder):
    """The library that makes the Nth system call fail."""
    library = f"{folder}/faulty-calls.so"
    compiler = next(c for c in ("cc", "clang", "gcc") if shutil.which(c))
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, HARNESS / "faulty-calls.c", "-ldl"],
                   check=True)
    return library


# The stand-in

class FakeAPI:
    """A running mjprompt-fake-api, and what it received."""

    def __init__(self, folder, *options, token="canary"):
        self.log = f"{folder}/received.jsonl"
        command = [build("mjprompt-fake-api", "MJPROMPT_FAKE_API"), "--until-eof", "--log", self.log, *options]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, "MJPROMPT_API_KEY": token})
        self.url = "http://" + self.process.stdout.readline().split()[-1]
        self._read, self._records = 0, []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def control(self, **order):
        """Changes how requests fare from now on."""
        request = urllib.request.Request(f"{self.url}/control", json.dumps(order).encode(), method="POST")
        urllib.request.urlopen(request).read()

    def records(self):
        """The submissions received until now."""
        with open(self.log, "rb") as log:
            log.seek(self._read)
            text = log.read()
        whole = text[:text.rfind(b"\n") + 1]
        self._read += len(whole)
        absent = {"contentType": None, "fault": None, "task": None, "refusal": None}
        self._records += [absent | json.loads(line) for line in whole.splitlines()]
        return self._records


def modes():
    """The names of the ways in which the stand-in fails."""
    program = build("mjprompt-fake-api", "MJPROMPT_FAKE_API")
    return subprocess.run([program, "--list-modes"], capture_output=True, text=True, check=True).stdout.split()


def fields(record):
    """The fields of a submission's body."""
    body = base64.b64decode(record["body"])
    if (record["contentType"] or "").startswith("application/json"):
        return json.loads(body)
    pairs = urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    return dict(pairs)


def prompt(record):
    """The prompt of a submission; of one that was cut what arrived."""
    try:
        return fields(record).get("prompt")
    except ValueError:
        return None


# A batch

class Batch:
    """Prompts with ids in a file of their own, a ledger, and the program to submit them with.

    With `mixed`, a third has a webhook, and every tenth prompt is that of its neighbour.
    """

    def __init__(self, folder, count, url, token="canary", mixed=False):
        self.folder, self.url, self.token, self.said = folder, url, token, ""
        self.program = service()
        self.ledger = f"{folder}/ledger.sqlite"
        self.file = f"{folder}/batch.jsonl"
        numbers = range(1, count + 1)
        twins = {n: n - 1 if mixed and n % 10 == 0 else n for n in numbers}
        self.prompts = {f"s{n}": f"paper boat number {twins[n]} on a wide river, soft light" for n in numbers}
        with open(self.file, "w") as out:
            for n in numbers:
                record = {"id": f"s{n}", "prompt": self.prompts[f"s{n}"]}
                if mixed and n % 3 == 0:
                    record["webhook"] = f"https://hooks.example.com/done?n={n}"
                out.write(json.dumps(record) + "\n")

    def command(self, *options):
        return [self.program, "submit", self.file, "--ledger", self.ledger, "--base-url", self.url, "--rate", "0",
                *options]

    def environment(self, **more):
        kept = {k: v for k, v in os.environ.items() if k not in ("MJPROMPT_API_KEY", "XDG_STATE_HOME")}
        return {**kept, "MJPROMPT_API_KEY": self.token, "HOME": self.folder, **more}

    def start(self, *options, prefix=(), **environment):
        """Begins a run; its output goes to a file."""
        with open(f"{self.folder}/output", "ab") as out:
            return subprocess.Popen([*prefix, *self.command(*options)], stdout=out, stderr=out,
                                    stdin=subprocess.DEVNULL, env=self.environment(**environment))

    def run(self, *options, prefix=(), timeout=600, **environment):
        """Runs to the end."""
        done = subprocess.run([*prefix, *self.command(*options)], capture_output=True, text=True, timeout=timeout,
                              stdin=subprocess.DEVNULL, env=self.environment(**environment))
        self.said = done.stderr.strip()
        return done

    def rows(self):
        """The ledger as `task list` shows it: id → state, task."""
        done = subprocess.run([self.program, "task", "list", "--ledger", self.ledger, "--json"],
                              capture_output=True, text=True, env=self.environment())
        if done.returncode not in (FINE, UNKNOWN):
            raise RuntimeError(f"task list ended with {done.returncode}: {done.stderr}")
        return ledger_rows(done.stdout)

    def stored(self):
        """A copy of the ledger as SQLite reads it: id → state. The ledger itself is left as a kill left it."""
        with tempfile.TemporaryDirectory() as folder:
            for extra in ("", "-wal"):
                if os.path.exists(self.ledger + extra):
                    shutil.copy(self.ledger + extra, f"{folder}/copy.sqlite{extra}")
            with contextlib.closing(sqlite3.connect(f"{folder}/copy.sqlite")) as database:
                tables = {name for name, in database.execute("SELECT name FROM sqlite_master")}
                query = "SELECT key, state FROM submission ORDER BY generation"
                return dict(database.execute(query)) if "submission" in tables else {}


def ledger_rows(text):
    rows = [json.loads(line) for line in text.splitlines()]
    return {row["id"]: (row["state"], row["task"]) for row in rows}


def settle(batch, **settings):
    """Runs until a run leaves nothing planned; what is unknown stays so. Returns the exit codes."""
    codes = []
    for _ in range(200):
        done = batch.run(**settings)
        codes.append(done.returncode)
        stored = batch.stored()
        if set(stored.values()) <= ENDED and len(stored) == len(batch.prompts):
            break
        if len(codes) > 3 and not stored:
            break
    return codes


# The audit

def audit(batch, records):
    """Compares what the server received with what the ledger says; returns what is wrong and a count of states.

    Each submission has one row. The server made one task of an accepted one, none of a refused one, and at most one
    of one that the ledger calls unknown; equal prompts are counted together. What reached the server is posted again
    only when all were turned away.
    """
    try:
        rows, stored, wrong = batch.rows(), batch.stored(), []
    except RuntimeError as failure:
        return [f"{failure}; the last run said: {batch.said}"], collections.Counter()
    posts, keys = collections.defaultdict(list), collections.defaultdict(list)
    for key, text in batch.prompts.items():
        keys[text].append(key)
    for record in records:
        if record["complete"] and prompt(record) is not None:
            posts[prompt(record)].append(record)
    wrong += [f"the server got a prompt that nobody asked for: {text!r}" for text in posts if text not in keys]
    wrong += [f"the ledger has {key}, which nobody asked for" for key in rows if key not in batch.prompts]
    if {key: state for key, (state, _) in rows.items()} != stored:
        wrong.append("task list and the database differ")
    for text, group in keys.items():
        wrong += check(group, rows, posts[text])
    return wrong, collections.Counter(state for state, _ in rows.values())


def check(keys, rows, posts):
    """The submissions with one prompt against what arrived of it."""
    name = ", ".join(keys)
    if missing := [key for key in keys if key not in rows]:
        return [f"not in the ledger: {missing}"]
    states = [rows[key][0] for key in keys]
    wrong = [f"{key} is left as {rows[key][0]}" for key in keys if rows[key][0] not in ENDED]
    made = [post["task"] for post in posts if post["accepted"]]
    accepted = sum(state in ACCEPTED for state in states)
    if not accepted <= len(made) <= accepted + states.count("unknown"):
        wrong.append(f"{name} is {states}, and the server made {len(made)} tasks")
    misled = any(post["fault"] == "duplicate-id" for post in posts)
    tasks = [rows[key][1] for key in keys if rows[key][0] in ACCEPTED]
    if not misled and (not set(tasks) <= set(made) or len(set(tasks)) < len(tasks)):
        wrong.append(f"{name} has tasks {tasks}, and the server made {made}")
    faults = [post["fault"] for post in posts]
    if sum(fault not in TURNED_AWAY for fault in faults) > len(keys):
        wrong.append(f"{name} was posted {len(posts)} times: {faults}")
    return wrong


def sent_without_record(batch, records):
    """Posts of which the ledger does not say that they were on their way."""
    stored, keys = batch.stored(), {text: key for key, text in batch.prompts.items()}
    states = [(key, stored.get(key, "missing")) for key in (keys.get(prompt(record)) for record in records) if key]
    return [f"{key} was sent, and the ledger says {state}" for key, state in states if state in ("missing", "planned")]


def finish(title, wrong, summary):
    """Prints the outcome and ends the script."""
    for line in wrong[:20]:
        print(f"wrong: {line}", file=sys.stderr)
    print(f"{title}: {summary}, {len(wrong)} violations")
    sys.exit(1 if wrong else 0)


def workplace():
    """A folder that goes away with the script, unless MJPROMPT_KEEP is set."""
    folder = tempfile.mkdtemp(prefix="mjprompt-")
    if "MJPROMPT_KEEP" in os.environ:
        print(f"kept in {folder}", file=sys.stderr)
    else:
        import atexit
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
