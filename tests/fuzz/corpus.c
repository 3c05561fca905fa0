/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib.h>

/* Runs a fuzz target once over each file of a folder. */

static void
run_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);

  /* Said before it is run, so that a crash is the last name's. A copy of the exact size, so that reading past its end
   * is seen: g_file_get_contents() adds a byte. */
  g_print ("%s\n", name);
  g_autofree uint8_t *data = g_memdup2 (contents, length);
  LLVMFuzzerTestOneInput (data, length);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n_files = 0;

  if (argc != 2)
    g_error ("usage: %s FOLDER", argv[0]);

  g_autoptr (GDir) folder = g_dir_open (argv[1], 0, &error);
  if (folder == NULL)
    g_error ("%s", error->message);

  for (; (name = g_dir_read_name (folder)) != NULL; n_files++)
    run_file (argv[1], name);

  g_print ("%u files\n", n_files);
  return n_files > 0 ? 0 : 1;
}
