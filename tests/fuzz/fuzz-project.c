/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes are a project or an error and never both; and a project that was opened can be saved, and what was saved
 * opens and is saved as the same bytes. */
#include "fuzz.h"
#include "store.h"

static GBytes *
open_and_save (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_from_bytes (bytes, "fuzz.agreed", &error);

  g_assert_true ((project == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "fuzz.agreed: "));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return NULL;
    }

  g_assert_false (agreed_project_get_modified (project));
  g_assert_false (agreed_project_get_can_undo (project));
  return agreed_store_to_bytes (project);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GBytes) saved = open_and_save (bytes);
  g_autoptr (GBytes) again = NULL;

  if (saved == NULL)
    return 0;

  again = open_and_save (saved);
  g_assert_nonnull (again);
  g_assert_true (g_bytes_equal (saved, again));

  return 0;
}
