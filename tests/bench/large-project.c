/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-project.h"

#include "import.h"
#include "store.h"

#include <stdlib.h>

#define N_TEXTS 20
#define N_PARAGRAPHS 1000
#define N_TAGS 50000

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

GBytes *
agreed_large_project_new (int    n_files,
                          char **files)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AgreedProject) project = agreed_project_new ();
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (project));
  guint n_topics = g_list_model_get_n_items (topics);
  AgreedText *texts[N_TEXTS];

  for (int i = 0; i < n_files; i++)
    collect (paragraphs, files[i]);
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
