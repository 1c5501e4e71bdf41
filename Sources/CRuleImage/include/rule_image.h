// The default rule set in compiled form, linked into every program that imports PromptRules.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The first byte of the image; it lives as long as the process.
const uint8_t *_Nonnull mjprompt_rule_image(void);

/// The number of bytes of the image; 0 when none was embedded.
size_t mjprompt_rule_image_size(void);
