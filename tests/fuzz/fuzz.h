/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* What a fuzz target defines: takes any bytes, asserts what must hold of them, and returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
