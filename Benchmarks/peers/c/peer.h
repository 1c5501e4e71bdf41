// What the C++ peers share: prompts, lists, and the loop that answers with a line of JSON for each number.

#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

struct Prompt {
  const char *text;
  uint32_t size;
};

struct Entry {
  std::string pattern;  // a regular expression
  std::string literal;  // what it stands for, or empty
};

struct Setup {
  std::string engine, version, list;
  size_t terms;
  double start;  // when it began, in seconds of processor time
  std::function<double()> memory;  // megabytes, asked at each pass
};

inline double cpu() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

/// The resident memory of the program in megabytes.
inline double resident() {
  long total = 0, pages = 0;
  std::ifstream("/proc/self/statm") >> total >> pages;
  return pages * (double)sysconf(_SC_PAGESIZE) / 1048576;
}

inline std::string contents(const char *path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) exit((perror(path), 1));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

inline std::vector<Prompt> prompts(const char *path) {
  static std::string text;
  text = contents(path);
  std::vector<Prompt> lines;
  for (size_t start = 0, end; start < text.size(); start = end + 1) {
    end = text.find('\n', start);
    if (end == std::string::npos) end = text.size();
    lines.push_back({text.data() + start, (uint32_t)(end - start)});
  }
  return lines;
}

inline bool isWordByte(unsigned char byte) { return isalnum(byte) || byte == '_'; }

inline std::string quoted(const std::string &text) {
  std::string result;
  for (char byte : text) {
    if (!isWordByte(byte) && byte != ' ' && !(byte & 0x80)) result += '\\';
    result += byte;
  }
  return result;
}

/// The entries of a list: a word or phrase a line, or rows of kind, key and pattern.
inline std::vector<Entry> entries(const char *path) {
  std::ifstream file(path);
  std::vector<Entry> result;
  for (std::string line; std::getline(file, line);) {
    size_t key = line.find('\t'), pattern = line.rfind('\t');
    if (key == std::string::npos) {
      result.push_back({"\\b" + quoted(line) + "\\b", line});
    } else {
      std::string literal = line[0] == 'L' ? line.substr(key + 1, pattern - key - 1) : "";
      result.push_back({line.substr(pattern + 1), literal});
    }
  }
  return result;
}

inline std::string stem(const std::string &path) {
  size_t start = path.rfind('/') + 1;
  return path.substr(start, path.rfind('.') - start);
}

[[noreturn]] inline void fail(const Setup &setup, const std::string &reason) {
  std::string shown;
  for (char byte : reason.substr(0, 120)) shown += byte == '"' || byte == '\\' || byte < ' ' ? ' ' : byte;
  printf("{\"engine\":\"%s\",\"version\":\"%s\",\"list\":\"%s\",\"failed\":\"%s\"}\n", setup.engine.c_str(),
         setup.version.c_str(), setup.list.c_str(), shown.c_str());
  exit(0);
}

/// Reads numbers from standard input, judges that many prompts for each and prints a record.
template <typename Judge>
int serve(const Setup &setup, const std::vector<Prompt> &lines, Judge judge) {
  double setupMs = (cpu() - setup.start) * 1e3;
  long count = 0;
  do {
    size_t limit = std::min<size_t>(count, lines.size()), hits = 0, bytes = 0;
    uint32_t mark = 0;
    double start = cpu();
    for (size_t index = 0; index < limit; index++) {
      bytes += lines[index].size;
      if (!judge(lines[index])) continue;
      hits++;
      mark += (uint32_t)(index + 1) * 2654435761u;
    }
    double each = limit ? (cpu() - start) * 1e9 / limit : 0;
    printf("{\"engine\":\"%s\",\"version\":\"%s\",\"list\":\"%s\",\"terms\":%zu,\"setup_ms\":%.4f,"
           "\"memory_mb\":%.4f,\"prompts\":%zu,\"bytes\":%zu,\"ns\":%.2f,\"hits\":%zu,\"mark\":%u}\n",
           setup.engine.c_str(), setup.version.c_str(), setup.list.c_str(), setup.terms, setupMs,
           setup.memory(), limit, bytes, each, hits, mark);
    fflush(stdout);
  } while (scanf("%ld", &count) == 1);
  return 0;
}
