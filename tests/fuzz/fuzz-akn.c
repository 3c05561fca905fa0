/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes that look like an Akoma Ntoso file are read or refused, never both. */
#include "fuzz-file.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  return fuzz_file (data, size, "fuzz.akn");
}
