// Makes the Nth system call of a program fail: LD_PRELOAD with
//   FAULTY_CALLS   which calls count: names with commas between (write,fdatasync,connect,send, …)
//   FAULTY_NTH     the number of the call, from 1, over all threads; 0 counts only
//   FAULTY_ACTION  kill (SIGKILL in place of the call), short (half of a write is done), or an errno
//   FAULTY_LASTING 1: all calls from the Nth on fail
//   FAULTY_PATH    only files whose path holds this count (sockets then don't)
//   FAULTY_REPORT  a file that gets the name of the call that was hit
// All kinds of write are called write here, of send send; fsync and fdatasync are fdatasync. strace can't do this:
// it counts for each thread and each kind by itself, and its short writes write nothing.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static void report(const char *name) {
  const char *path = getenv("FAULTY_REPORT");
  if (!path) return;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, name, strlen(name));
  syscall(SYS_write, file, "\n", 1);
  syscall(SYS_close, file);
}

static int is_named(const char *name) {
  const char *names = getenv("FAULTY_CALLS");
  const char *place = names ? strstr(names, name) : NULL;
  size_t length = strlen(name);
  while (place && ((place != names && place[-1] != ',') || (place[length] && place[length] != ',')))
    place = strstr(place + 1, name);
  return place != NULL;
}

static int is_meant(int descriptor) {
  const char *part = getenv("FAULTY_PATH");
  if (!part) return 1;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t count = readlink(link, path, sizeof path - 1);
  if (count < 0) return 0;
  path[count] = 0;
  return strstr(path, part) != NULL;
}

// What to do with this call: 0 nothing, -1 a short write, else an errno. Doesn't return from a kill.
static int fault(const char *name, int descriptor) {
  const char *action = getenv("FAULTY_ACTION"), *number = getenv("FAULTY_NTH");
  if (!action || !number || !is_named(name) || !is_meant(descriptor)) return 0;
  long nth = atol(number), call = atomic_fetch_add(&calls, 1) + 1;
  if (nth == 0) report(name);
  if (nth == 0 || call < nth || (call > nth && !getenv("FAULTY_LASTING"))) return 0;
  if (call == nth) report(name);
  if (!strcmp(action, "kill")) syscall(SYS_kill, getpid(), SIGKILL), pause();
  return !strcmp(action, "short") ? -1 : atoi(action);
}

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

#define FAIL_OR(call) \
  if (wrong > 0) return errno = wrong, -1; \
  return call

// In a short write that would write nothing, the whole is written.
static size_t shorter(size_t count) { return count > 1 ? count / 2 : count; }

ssize_t write(int file, const void *bytes, size_t count) {
  REAL(ssize_t, "write", int, const void *, size_t);
  int wrong = fault("write", file);
  if (wrong == -1) count = shorter(count);
  FAIL_OR(real(file, bytes, count));
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
  int wrong = fault("write", file);
  if (wrong == -1) count = shorter(count);
  FAIL_OR(real(file, bytes, count, offset));
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  int wrong = fault("write", file);
  if (wrong == -1) count = (int)shorter((size_t)count);
  FAIL_OR(real(file, parts, count));
}

int fsync(int file) {
  REAL(int, "fsync", int);
  int wrong = fault("fdatasync", file);
  FAIL_OR(real(file));
}

int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  int wrong = fault("fdatasync", file);
  FAIL_OR(real(file));
}

int ftruncate64(int file, off64_t length) {
  REAL(int, "ftruncate64", int, off64_t);
  int wrong = fault("ftruncate", file);
  FAIL_OR(real(file, length));
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

int connect(int file, const struct sockaddr *address, socklen_t length) {
  REAL(int, "connect", int, const struct sockaddr *, socklen_t);
  int wrong = fault("connect", file);
  FAIL_OR(real(file, address, length));
}

ssize_t send(int file, const void *bytes, size_t count, int flags) {
  REAL(ssize_t, "send", int, const void *, size_t, int);
  int wrong = fault("send", file);
  FAIL_OR(real(file, bytes, count, flags));
}

ssize_t sendto(
    int file, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t n) {
  REAL(ssize_t, "sendto", int, const void *, size_t, int, const struct sockaddr *, socklen_t);
  int wrong = fault("send", file);
  FAIL_OR(real(file, bytes, count, flags, to, n));
}

ssize_t sendmsg(int file, const struct msghdr *message, int flags) {
  REAL(ssize_t, "sendmsg", int, const struct msghdr *, int);
  int wrong = fault("send", file);
  FAIL_OR(real(file, message, flags));
}
