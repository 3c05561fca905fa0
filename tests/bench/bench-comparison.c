/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"
#include "import.h"

#include <time.h>

/* bench-comparison OLDER NEWER: prints how many seconds links and differences of two files take once both are read, how
 * many paragraphs the older text has, and how many seconds it takes until a decision made by hand shows. Then both times
 * again as the seconds that all processors together worked on it, which other programs on the machine do not change. */

typedef struct {
  double passed;
  double worked;
} Seconds;

static Seconds
get_seconds (void)
{
  struct timespec worked;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &worked);

  return (Seconds) { g_get_monotonic_time () / 1e6, worked.tv_sec + worked.tv_nsec / 1e9 };
}

static Seconds
get_since (Seconds start)
{
  Seconds now = get_seconds ();

  return (Seconds) { now.passed - start.passed, now.worked - start.worked };
}

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
  Seconds start, compared, slowest = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: bench-comparison OLDER NEWER\n");
      return 2;
    }

  older = open_text (argv[1]);
  newer = open_text (argv[2]);
  start = get_seconds ();
  comparison = agreed_comparison_new (older, newer, NULL);
  compared = get_since (start);
  /* A link that stands is taken away, then put back. */
  links = agreed_comparison_get_links (comparison);
  for (guint i = 0; i < 2 && links->len > 0; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, links->len / 2);
      g_autoptr (AgreedComparison) decided = NULL;
      Seconds decision;

      g_ptr_array_add (decisions, agreed_decision_new (
        agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
        agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)), i == 1));
      start = get_seconds ();
      decided = agreed_comparison_decide (comparison, decisions);
      decision = get_since (start);
      slowest = (Seconds) { MAX (slowest.passed, decision.passed), MAX (slowest.worked, decision.worked) };
    }
  g_print ("%.4f %u %.4f %.4f %.4f\n", compared.passed, agreed_text_get_n_paragraphs (older), slowest.passed,
           compared.worked, slowest.worked);

  return 0;
}
