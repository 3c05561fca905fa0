/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small project that the tests of the project room share: three topics, two documents, three texts. */
#pragma once

#include "project-notes.h"
#include "store.h"

#define SAMPLE_TOPICS                                                                        \
  "{\"topics\": ["                                                                           \
  "{\"id\": \"igf\", \"terms\": {\"en\": [\"Internet Governance Forum\"]}},"                 \
  "{\"id\": \"broadband\", \"terms\": {\"en\": [\"broadband\"], \"zh\": [\"宽带\"]}},"       \
  "{\"id\": \"gender\", \"terms\": {\"en\": [\"women\"]}}]}"

static inline AgreedProject *
sample_from_string (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  AgreedProject *project = agreed_store_from_bytes (bytes, "sample.agreed", &error);

  g_assert_no_error (error);
  g_assert_nonnull (project);

  return project;
}

/* The bytes that a save writes, as a string. */
static inline char *
sample_to_string (AgreedProject *project)
{
  g_autoptr (GBytes) bytes = agreed_store_to_bytes (project);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static inline AgreedParagraph *
sample_append (AgreedText          *text,
               AgreedParagraphKind  kind,
               const char          *label,
               const char          *wording)
{
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (kind, label, wording);

  agreed_text_append (text, paragraph);

  return paragraph;
}

static inline AgreedText *
sample_text_new (const char *symbol,
                 const char *language)
{
  AgreedText *text = agreed_text_new ();

  agreed_text_set_symbol (text, symbol);
  agreed_text_set_language (text, language);

  return text;
}

/* A report with two texts, as they come: without ids. */
static inline AgreedDocument *
sample_report (void)
{
  AgreedDocument *document = agreed_document_new ("report.txt", "aa11");
  g_autoptr (AgreedText) tabled = sample_text_new ("A/C.2/65/L.22", "en");
  g_autoptr (AgreedText) adopted = sample_text_new ("A/RES/65/141", "en");
  g_autoptr (AgreedFootnote) footnote = agreed_footnote_new ("1", "See A/60/687.");
  AgreedParagraph *paragraph;

  agreed_text_set_title (tabled, "Information and communications technologies for development");
  agreed_text_set_session (tabled, 65);
  agreed_text_set_date (tabled, "2010-10-25");
  paragraph = sample_append (tabled, AGREED_PARAGRAPH_PREAMBULAR, "PP1", "Recalling the Internet Governance Forum,");
  agreed_paragraph_set_opening (paragraph, strlen ("Recalling"));
  agreed_paragraph_add_mark (paragraph, "1", strlen ("Recalling the Internet Governance Forum"));
  agreed_text_append_footnote (tabled, footnote);
  sample_append (tabled, AGREED_PARAGRAPH_OPERATIVE, "OP1", "Calls for broadband for women;");
  sample_append (tabled, AGREED_PARAGRAPH_OPERATIVE, "OP2", "Decides to remain seized of the matter.");
  sample_append (adopted, AGREED_PARAGRAPH_PREAMBULAR, "PP1", "Recalling the Internet Governance Forum,");
  sample_append (adopted, AGREED_PARAGRAPH_OPERATIVE, "OP1", "Calls for broadband for all;");
  agreed_document_append (document, tabled);
  agreed_document_append (document, adopted);

  return document;
}

/* In Chinese, with a character outside the first plane: three kinds of offset that are all different. */
static inline AgreedDocument *
sample_resolution (void)
{
  AgreedDocument *document = agreed_document_new ("决议.txt", "bb22");
  g_autoptr (AgreedText) text = sample_text_new ("A/RES/66/184", "zh");
  g_autoptr (AgreedFootnote) footnote = agreed_footnote_new ("*", "脚注");
  AgreedParagraph *paragraph;

  agreed_text_set_session (text, 66);
  paragraph = sample_append (text, AGREED_PARAGRAPH_OPERATIVE, "OP1", "又回顾𠮷字宽带决议；");
  agreed_paragraph_set_opening (paragraph, strlen ("又回顾"));
  agreed_paragraph_add_mark (paragraph, "*", strlen ("又回顾𠮷字"));
  agreed_text_append_footnote (text, footnote);
  /* An annex that counts anew. */
  sample_append (text, AGREED_PARAGRAPH_OPERATIVE, "OP1", "附件第一段。");
  agreed_document_append (document, text);

  return document;
}

static inline AgreedText *
sample_get_text (AgreedProject *project,
                 guint          document,
                 guint          text)
{
  g_autoptr (AgreedDocument) found = g_list_model_get_item (agreed_project_get_documents (project), document);

  return agreed_document_get_text (found, text);
}

static inline AgreedParagraph *
sample_get_paragraph (AgreedProject *project,
                      guint          document,
                      guint          text,
                      guint          paragraph)
{
  return agreed_text_get_paragraph (sample_get_text (project, document, text), paragraph);
}

static inline AgreedTopic *
sample_get_topic (AgreedProject *project,
                  const char    *id)
{
  AgreedTopic *topic = agreed_topic_set_find (agreed_project_get_topics (project), id);

  g_assert_nonnull (topic);

  return topic;
}

/* Nothing decided yet; the report's two texts are compared. */
static inline AgreedProject *
sample_project (void)
{
  AgreedProject *project = sample_from_string ("{\"format\": 1, \"documents\": [], \"topics\": " SAMPLE_TOPICS "}");
  g_autoptr (AgreedDocument) report = sample_report ();
  g_autoptr (AgreedDocument) resolution = sample_resolution ();

  agreed_project_add_document (project, report);
  agreed_project_add_document (project, resolution);
  agreed_project_set_text (project, AGREED_SIDE_OLDER, sample_get_text (project, 0, 0));
  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 0, 1));

  return project;
}

/* A decision of each kind. */
static inline void
sample_decide (AgreedProject *project)
{
  agreed_project_set_tag (project, sample_get_paragraph (project, 0, 0, 1), sample_get_topic (project, "gender"),
                          AGREED_TAG_DISMISSED);
  agreed_project_set_tag (project, sample_get_paragraph (project, 0, 0, 1), sample_get_topic (project, "broadband"),
                          AGREED_TAG_ACCEPTED);
  agreed_project_set_tag (project, sample_get_paragraph (project, 1, 0, 1), sample_get_topic (project, "igf"),
                          AGREED_TAG_ADDED);
  agreed_project_set_note (project, sample_get_paragraph (project, 1, 0, 0), "Ask “Geneva”\n\tabout 𠮷.");
  agreed_project_set_linked (project, sample_get_paragraph (project, 0, 0, 1),
                             sample_get_paragraph (project, 0, 1, 1), TRUE);
  agreed_project_set_linked (project, sample_get_paragraph (project, 0, 0, 0),
                             sample_get_paragraph (project, 0, 1, 0), FALSE);
}

/* A note of each kind, with all that it can say. */
static inline void
sample_note (AgreedProject *project)
{
  AgreedRecord *keys[] = {
    agreed_project_key_passage_note (project, sample_get_paragraph (project, 1, 0, 0), strlen ("又回顾"), strlen ("𠮷字")),
    agreed_project_key_link_note (project, sample_get_paragraph (project, 0, 0, 1), sample_get_paragraph (project, 0, 1, 1)),
    agreed_project_key_project_note (project),
  };
  g_autoptr (AgreedNote) note = agreed_note_new ("See @OP1.", AGREED_NOTE_BRACKETED, "EU");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      agreed_project_write_note (project, keys[i], note);
      agreed_record_unref (keys[i]);
    }
}

/* "igf suggested, gender added": what a paragraph shows. */
static inline char *
sample_show_tags (AgreedParagraph *paragraph)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      g_string_append_printf (shown, "%s%s %s", i > 0 ? ", " : "", agreed_topic_get_id (agreed_tag_get_topic (tag)),
                              agreed_tag_state_to_string (agreed_tag_get_state (tag)));
    }

  return g_string_free_and_steal (shown);
}
