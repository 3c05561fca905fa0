/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-formats.h"

#include "docx.h"
#include "html.h"
#include "report.h"
#include "table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
take (char *contents)
{
  return g_bytes_new_take (contents, strlen (contents));
}

static GBytes *
write_html (AgreedComparison *comparison)
{
  return take (agreed_export_html (comparison));
}

static GBytes *
write_csv (AgreedComparison *comparison)
{
  return take (agreed_export_csv (comparison));
}

static GBytes *
write_text (AgreedComparison *comparison)
{
  return take (agreed_export_text (comparison));
}

static GBytes *
write_json (AgreedComparison *comparison)
{
  return take (agreed_export_json (comparison));
}

static const AgreedExportFormat formats[] = {
  { "html", "html", N_("Web Page"), TRUE, write_html },
  { "docx", "docx", N_("Word File with Tracked Changes"), FALSE, agreed_export_docx },
  { "csv", "csv", N_("Table"), TRUE, write_csv },
  { "text", "txt", N_("Plain Text"), TRUE, write_text },
  { "json", "json", N_("Data for Other Programs (JSON)"), TRUE, write_json },
};

const AgreedExportFormat *
agreed_export_formats_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (name, formats[i].name))
      return &formats[i];

  return NULL;
}

const AgreedExportFormat *
agreed_export_formats_find_by_file (const char *file_name)
{
  const char *suffix = strrchr (file_name, '.');

  for (guint i = 0; suffix != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (suffix + 1, formats[i].suffix) == 0)
      return &formats[i];

  return NULL;
}
