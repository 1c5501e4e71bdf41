#include "fold_table.h"

#include "fold_table.inc"
