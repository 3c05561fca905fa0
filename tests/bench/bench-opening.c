/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-project.h"
#include "note.h"
#include "store-private.h"
#include "topic-edit.h"

#include <time.h>

/* bench-opening FILE…: makes a large project of the files' paragraphs (large-project.h); then prints how many seconds of
 * processor time it takes to open it (the JSON, the project, both together), until the tags of all texts were asked for, and
 * to change the topics. Each is the least of several rounds. */

#define N_ROUNDS 5

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static guint
count_tags (AgreedProject *project)
{
  GListModel *documents = agreed_project_get_documents (project);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);
      AgreedText *text = agreed_document_get_text (document, 0);

      for (guint k = 0; k < agreed_text_get_n_paragraphs (text); k++)
        n += g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_tags (agreed_text_get_paragraph (text, k))));
    }
  return n;
}

static void
change_topics (AgreedProject *project)
{
  g_autoptr (JsonNode) set = agreed_topic_set_to_json (agreed_project_get_topics (project));
  g_autofree char *id = agreed_topic_edit_add (set, "en", "One's own");
  g_autoptr (JsonArray) terms = json_array_new ();

  json_array_add_string_element (terms, "development");
  agreed_topic_edit_set_terms (set, id, "en", terms);
  agreed_project_set_topics (project, set, "Edit", 0, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = NULL;
  double least[4] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  guint n_tags = 0;

  if (argc < 2)
    {
      g_printerr ("usage: bench-opening FILE…\n");
      return 2;
    }

  bytes = agreed_large_project_new (argc - 1, argv + 1);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (AgreedProject) project = NULL;
      double times[5] = { get_time () };
      g_autoptr (JsonNode) root = agreed_store_parse (bytes, "bench", NULL);

      times[1] = get_time ();
      project = agreed_store_read (root, "bench", NULL);
      times[2] = get_time ();
      n_tags = count_tags (project);
      times[3] = get_time ();
      change_topics (project);
      times[4] = get_time ();
      for (guint k = 0; k < 4; k++)
        least[k] = MIN (least[k], times[k + 1] - times[k]);
    }

  g_print ("%zu bytes, %u tags shown: JSON %.3f + project %.3f = %.3f, all tags %.3f, change of topics %.3f\n",
           g_bytes_get_size (bytes), n_tags, least[0], least[1], least[0] + least[1], least[2], least[3]);
  return 0;
}
