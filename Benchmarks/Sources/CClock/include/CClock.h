// What a measurement reads from the system: processor time and memory.

#ifndef CCLOCK_H
#define CCLOCK_H

#include <stdint.h>

/// The processor time of the calling thread in nanoseconds.
uint64_t clock_thread_nanoseconds(void);

/// The bytes that the program holds of malloc; 0 where that can't be asked.
uint64_t clock_heap_bytes(void);

/// Hands on what was printed.
void clock_flush(void);

#endif
