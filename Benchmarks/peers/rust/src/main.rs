//! The Rust peers: rust regex|aho-corasick PROMPTS LIST. Answers each number on standard input with a line
//! of JSON about a pass over that many prompts.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::io::{BufRead, Write};
use std::{env, fs, io};

#[repr(C)]
struct Timespec {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, time: *mut Timespec) -> i32;
}

/// The processor time of the thread in seconds; 3 is CLOCK_THREAD_CPUTIME_ID on Linux.
fn cpu() -> f64 {
    let mut time = Timespec { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(3, &mut time) };
    time.seconds as f64 + time.nanoseconds as f64 * 1e-9
}

/// The resident memory of the program in bytes.
fn resident() -> f64 {
    let text = fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<f64>().unwrap() * 4096.0
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_bounded(text: &[u8], start: usize, end: usize) -> bool {
    (start == 0 || !is_word(text[start - 1])) && (end == text.len() || !is_word(text[end]))
}

struct Setup<'a> {
    engine: &'a str,
    list: &'a str,
    terms: usize,
    start: f64,
}

/// The version of a crate, which the build script of the benchmarks hands over.
fn version(engine: &str) -> &'static str {
    let versions = if engine == "regex" { option_env!("REGEX_VERSION") } else { option_env!("AHO_VERSION") };
    versions.unwrap_or("")
}

fn fail(setup: &Setup, reason: String) {
    let shown: String = reason.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').take(100).collect();
    println!(
        "{{\"engine\":\"Rust {}\",\"version\":\"{}\",\"list\":\"{}\",\"failed\":\"{}\"}}",
        setup.engine, version(setup.engine), setup.list, shown
    );
}

fn serve(setup: &Setup, lines: &[&[u8]], memory: impl Fn() -> f64, mut judge: impl FnMut(&[u8]) -> bool) {
    let setup_ms = (cpu() - setup.start) * 1e3;
    let counts = io::stdin().lock().lines().map_while(|line| line.ok()?.trim().parse::<usize>().ok());
    for count in std::iter::once(0).chain(counts) {
        let lines = &lines[..count.min(lines.len())];
        let (mut hits, mut bytes, mut mark) = (0, 0, 0u32);
        let start = cpu();
        for (index, line) in lines.iter().enumerate() {
            bytes += line.len();
            if judge(line) {
                hits += 1;
                mark = mark.wrapping_add((index as u32 + 1).wrapping_mul(2654435761));
            }
        }
        let each = (cpu() - start) * 1e9 / lines.len().max(1) as f64;
        println!(
            "{{\"engine\":\"Rust {}\",\"version\":\"{}\",\"list\":\"{}\",\"terms\":{},\"setup_ms\":{:.4},\
             \"memory_mb\":{:.4},\"prompts\":{},\"bytes\":{},\"ns\":{:.2},\"hits\":{},\"mark\":{}}}",
            setup.engine, version(setup.engine), setup.list, setup.terms, setup_ms,
            memory() / 1048576.0, lines.len(), bytes, each, hits, mark
        );
        io::stdout().flush().unwrap();
    }
}

fn serve_regex(setup: &Setup, lines: &[&[u8]], words: &[&str]) {
    let before = resident();
    let words: Vec<String> = words.iter().map(|word| regex::escape(word)).collect();
    let pattern = format!(r"(?i-u)\b(?:{})\b", words.join("|"));
    let built = regex::bytes::RegexBuilder::new(&pattern).size_limit(1 << 30).dfa_size_limit(64 << 20).build();
    match built {
        Ok(regex) => serve(setup, lines, || resident() - before, |line| regex.is_match(line)),
        Err(error) => fail(setup, error.to_string()),
    }
}

/// All overlapping matches of a DFA until one stands between boundaries.
fn serve_aho_corasick(setup: &Setup, lines: &[&[u8]], words: &[&str]) {
    let built = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::Standard)
        .build(words);
    match built {
        Ok(automaton) => serve(setup, lines, || automaton.memory_usage() as f64, |line| {
            automaton.find_overlapping_iter(line).any(|found| is_bounded(line, found.start(), found.end()))
        }),
        Err(error) => fail(setup, error.to_string()),
    }
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let text = fs::read(&arguments[2]).unwrap();
    let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let list = fs::read_to_string(&arguments[3]).unwrap();
    let words: Vec<&str> = list.lines().collect();
    let name = arguments[3].rsplit('/').next().unwrap().trim_end_matches(".txt");
    let setup = Setup { engine: &arguments[1], list: name, terms: words.len(), start: cpu() };
    match setup.engine {
        "regex" => serve_regex(&setup, &lines, &words),
        _ => serve_aho_corasick(&setup, &lines, &words),
    }
}
