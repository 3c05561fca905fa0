/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"
#include "import.h"

/* bench-comparison OLDER NEWER: prints how many seconds links and differences of two files take once both are read, how
 * many paragraphs the older text has, and how many seconds it takes until a decision made by hand shows. */

static AgreedText *
open_text (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_file (file, NULL, &error);

  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  return g_object_ref (agreed_document_find_text (document, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AgreedText) older = NULL;
  g_autoptr (AgreedText) newer = NULL;
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  GPtrArray *links;
  gint64 start, slowest = 0;

  if (argc != 3)
    {
      g_printerr ("usage: bench-comparison OLDER NEWER\n");
      return 2;
    }

  older = open_text (argv[1]);
  newer = open_text (argv[2]);
  start = g_get_monotonic_time ();
  comparison = agreed_comparison_new (older, newer, NULL);
  g_print ("%.4f %u", (g_get_monotonic_time () - start) / 1e6, agreed_text_get_n_paragraphs (older));
  /* A link that stands is taken away, then put back. */
  links = agreed_comparison_get_links (comparison);
  for (guint i = 0; i < 2 && links->len > 0; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, links->len / 2);
      g_autoptr (AgreedComparison) decided = NULL;

      g_ptr_array_add (decisions, agreed_decision_new (
        agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
        agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)), i == 1));
      start = g_get_monotonic_time ();
      decided = agreed_comparison_decide (comparison, decisions);
      slowest = MAX (slowest, g_get_monotonic_time () - start);
    }
  g_print (" %.4f\n", slowest / 1e6);

  return 0;
}
