// The 8-bit libpcre2, with what Swift can't import from its macros.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
