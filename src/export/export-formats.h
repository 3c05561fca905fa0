/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/**
 * AgreedExportFormat:
 * @name: as the command line has it: "html"
 * @suffix: of a file's name, without the dot
 * @title: for a person to choose by; to be translated
 * @is_text: whether it can be read in a terminal
 * @write: writes a comparison; (transfer full)
 */
typedef struct {
  const char *name;
  const char *suffix;
  const char *title;
  gboolean is_text;
  GBytes *(*write) (AgreedComparison *comparison);
} AgreedExportFormat;

/* What a comparison is handed on as. (transfer none) (nullable) */
const AgreedExportFormat *agreed_export_formats_find         (const char *name);
/* By the ending of a file's name, whatever its case. (transfer none) (nullable) */
const AgreedExportFormat *agreed_export_formats_find_by_file (const char *file_name);

G_END_DECLS
