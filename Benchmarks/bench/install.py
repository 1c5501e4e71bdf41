"""Gets the peers from Debian and PyPI, and builds what has to be built; nothing is done twice."""

import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
TOOLS = HERE / "tools"
PACKAGES = ["g++", "libhyperscan-dev", "libpcre2-dev", "libre2-dev", "ripgrep", "python3-venv"]
PYTHON = ["pyahocorasick==2.3.1", "better-profanity==0.7.0"]
CRATES = ["regex", "regex-automata", "regex-syntax", "aho-corasick", "memchr"]
LIBRARIES = {"hyperscan": ["-lhs", "-lpcre2-8"], "pcre2": ["-lpcre2-8"], "re2": ["-lre2"]}


def everything():
    packages = [name for name in PACKAGES if not version(name)]
    packages += [] if shutil.which("javac") else ["default-jdk-headless"]
    packages += [] if shutil.which("cargo") else ["cargo"]
    if packages:
        debian(packages)
    for step in (swift, cplusplus, rust, java, python):
        step()


def run(*command, **options):
    done = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        **options)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stdout}")
    return done.stdout


def note(text):
    print(text, file=sys.stderr, flush=True)


def version(package):
    command = ["dpkg-query", "-W", "-f", "${Version}", package]
    return subprocess.run(command, capture_output=True, text=True).stdout


def as_root():
    return [] if os.getuid() == 0 else ["sudo"]


def debian(packages):
    note(f"installing with apt: {' '.join(packages)}")
    run(*as_root(), "apt-get", "update", "-qq")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(*as_root(), "apt-get", "install", "-y", "-qq", *packages, env=quiet)


def swift():
    """The runner; SWIFT names another program in place of `swift`."""
    note("building scan-bench")
    run(os.environ.get("SWIFT", "swift"), "build", "-c", "release", "--package-path", HERE)


def is_fresh(product, *sources):
    return product.exists() and all(product.stat().st_mtime > file.stat().st_mtime for file in sources)


def cplusplus():
    re2 = version("libre2-dev").split("+")[0]
    (TOOLS / "bin").mkdir(parents=True, exist_ok=True)
    for name, libraries in LIBRARIES.items():
        source, product = HERE / f"peers/c/{name}.cpp", TOOLS / "bin" / name
        if not is_fresh(product, source, HERE / "peers/c/peer.h"):
            note(f"building {name}")
            run("g++", "-std=c++17", "-O3", "-march=native", f'-DRE2_VERSION="{re2}"', source, "-o", product,
                *libraries)


def rust():
    if not (TOOLS / "crates").exists():
        crates()
    if not is_fresh(TOOLS / "rust/release/rust", HERE / "peers/rust/src/main.rs"):
        note("building the Rust peers")
        versions = {
            name: next((TOOLS / "crates").glob(f"{crate}-[0-9]*")).name.rsplit("-", 1)[1]
            for name, crate in {"REGEX_VERSION": "regex", "AHO_VERSION": "aho-corasick"}.items()}
        run("cargo", "build", "--release", "--offline", cwd=HERE / "peers/rust", env=os.environ | versions)


def crates():
    """The sources in the newest librust-*-dev packages, unpacked here and not installed.

    `log`, an optional dependency that is switched off, is an empty crate.
    """
    suite = os.environ.get("DEBIAN_SUITE", "sid")
    note(f"getting the crates from Debian {suite}")
    folder = TOOLS / "apt"
    for name in ["lists/partial", "cache/archives/partial", "debs"]:
        (folder / name).mkdir(parents=True, exist_ok=True)
    key = "/usr/share/keyrings/debian-archive-keyring.gpg"
    line = f"deb [signed-by={key}] http://deb.debian.org/debian {suite} main\n"
    (folder / "suite.list").write_text(line)
    options = {
        "Dir::Etc::sourcelist": folder / "suite.list", "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": folder / "lists", "Dir::Cache": folder / "cache",
        "APT::Sandbox::User": "root"}
    apt = ["apt-get", *(part for key, value in options.items() for part in ("-o", f"{key}={value}"))]
    run(*apt, "update")
    run(*apt, "download", *(f"librust-{name}-dev" for name in CRATES), cwd=folder / "debs")
    for package in (folder / "debs").glob("*.deb"):
        run("dpkg-deb", "-x", package, folder / "unpacked")
    shutil.copytree(folder / "unpacked/usr/share/cargo/registry", TOOLS / "crates")
    empty = TOOLS / "crates/log-0.4.99"
    (empty / "src").mkdir(parents=True)
    (empty / "src/lib.rs").touch()
    (empty / "Cargo.toml").write_text('[package]\nname = "log"\nversion = "0.4.99"\nedition = "2021"\n')
    (empty / ".cargo-checksum.json").write_text('{"package":null,"files":{}}\n')
    shutil.rmtree(folder)


def java():
    source = HERE / "peers/java/Loop.java"
    if not is_fresh(TOOLS / "java/Loop.class", source):
        note("building the Java peer")
        run("javac", "-d", TOOLS / "java", source)


def python():
    if not (TOOLS / "venv/bin/pip").exists():
        note(f"installing with pip: {' '.join(PYTHON)}")
        run(sys.executable, "-m", "venv", TOOLS / "venv")
        run(TOOLS / "venv/bin/pip", "install", "-q", *PYTHON)
