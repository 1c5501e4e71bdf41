#include "rule_image.h"

static const uint8_t image[] = {
#include "rule_image_bytes.inc"
};

const uint8_t *mjprompt_rule_image(void) { return image; }

size_t mjprompt_rule_image_size(void) { return sizeof image - 1; }
