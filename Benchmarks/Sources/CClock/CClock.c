// What a measurement reads from the system: processor time and memory.

#define _GNU_SOURCE
#include "CClock.h"

#include <stdio.h>
#include <time.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __APPLE__
#include <malloc/malloc.h>
#endif

uint64_t clock_thread_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t clock_heap_bytes(void) {
#ifdef __GLIBC__
  struct mallinfo2 heap = mallinfo2();
  return heap.uordblks + heap.hblkhd;
#elif defined(__APPLE__)
  return mstats().bytes_used;
#else
  return 0;
#endif
}

void clock_flush(void) { fflush(stdout); }
