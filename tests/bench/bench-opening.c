/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"
#include "note.h"
#include "store-private.h"
#include "topic-edit.h"

#include <time.h>

/* bench-opening FILE…: makes a project of 20 texts with a thousand paragraphs each, which are those of the files over and
 * over, and 50,000 tags; then prints how many seconds of processor time it takes to open it (the JSON, the project, both
 * together), until the tags of all texts were asked for, and to change the topics. Each is the least of several rounds. */

#define N_TEXTS 20
#define N_PARAGRAPHS 1000
#define N_TAGS 50000
#define N_ROUNDS 5

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static void
collect (GPtrArray  *paragraphs,
         const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_file (file, NULL, &error);

  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (1);
    }

  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);

      for (guint k = 0; k < agreed_text_get_n_paragraphs (text); k++)
        g_ptr_array_add (paragraphs, g_object_ref (agreed_text_get_paragraph (text, k)));
    }
}

static AgreedDocument *
make_document (GPtrArray *paragraphs,
               guint      n)
{
  g_autofree char *name = g_strdup_printf ("%u.txt", n);
  AgreedDocument *document = agreed_document_new (name, name);
  g_autoptr (AgreedText) text = agreed_text_new ();

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      AgreedParagraph *model = paragraphs->pdata[(n * 7 + i) % paragraphs->len];
      g_autofree char *label = g_strdup_printf ("OP%u", i + 1);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label,
                                                                    agreed_paragraph_get_wording (model));

      agreed_text_append (text, paragraph);
    }
  agreed_document_append (document, text);
  return document;
}

static GBytes *
make_project (GPtrArray *paragraphs)
{
  g_autoptr (AgreedProject) project = agreed_project_new ();
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (project));
  guint n_topics = g_list_model_get_n_items (topics);
  AgreedText *texts[N_TEXTS];

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (AgreedDocument) document = make_document (paragraphs, i);

      texts[i] = agreed_document_get_text (agreed_project_add_document (project, document), 0);
    }
  agreed_project_set_text (project, AGREED_SIDE_OLDER, texts[0]);
  agreed_project_set_text (project, AGREED_SIDE_NEWER, texts[1]);
  for (guint i = 0; i < N_TAGS; i++)
    {
      guint place = i % (N_TEXTS * N_PARAGRAPHS);
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, (place + i / (N_TEXTS * N_PARAGRAPHS)) % n_topics);

      agreed_project_set_tag (project, agreed_text_get_paragraph (texts[place / N_PARAGRAPHS], place % N_PARAGRAPHS),
                              topic, AGREED_TAG_ACCEPTED);
    }
  return agreed_store_to_bytes (project);
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
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = NULL;
  double least[4] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  guint n_tags = 0;

  if (argc < 2)
    {
      g_printerr ("usage: bench-opening FILE…\n");
      return 2;
    }

  for (int i = 1; i < argc; i++)
    collect (paragraphs, argv[i]);
  bytes = make_project (paragraphs);
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
