/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pointers.h"

/* References followed among the texts of a project. */

static AgreedText *
add_text (AgreedProject *project,
          const char    *name,
          const char    *symbol,
          const char    *title,
          guint          session)
{
  g_autoptr (AgreedDocument) document = agreed_document_new (name, NULL);
  g_autoptr (AgreedText) text = agreed_text_new ();

  agreed_text_set_symbol (text, symbol);
  agreed_text_set_title (text, title);
  agreed_text_set_language (text, "en");
  agreed_text_set_session (text, session);
  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i);
      g_autofree char *wording = g_strdup_printf ("%s, paragraph of %s", label, name);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, wording);

      agreed_text_append (text, paragraph);
    }
  agreed_document_append (document, text);
  return agreed_document_get_text (agreed_project_add_document (project, document), 0);
}

/* It has the symbol and paragraphs of the same names as what is pointed to, and still is not that. */
static void
add_annex (AgreedProject *project,
           const char    *symbol,
           const char    *title,
           guint          session)
{
  agreed_text_set_annex (add_text (project, "annex", symbol, title, session), "Annex");
}

static void
check (AgreedProject      *project,
       AgreedText         *from,
       const char         *wording,
       AgreedPointerState  state,
       AgreedText         *text,
       const char         *label)
{
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wording);
  g_autoptr (GPtrArray) pointers = agreed_project_follow (project, from, paragraph);
  const AgreedPointer *pointer;

  g_assert_cmpuint (pointers->len, ==, 1);
  pointer = pointers->pdata[0];
  g_assert_cmpint (pointer->state, ==, state);
  g_assert_true (pointer->text == text);
  g_assert_cmpstr (pointer->paragraph != NULL ? agreed_paragraph_get_label (pointer->paragraph) : NULL, ==, label);
}

static void
test_follow (void)
{
  g_autoptr (AgreedProject) project = agreed_project_new ();
  AgreedText *agenda = add_text (project, "agenda", NULL, "Tunis Agenda for the Information Society", 0);
  AgreedText *draft = add_text (project, "draft", "A/C.2/65/L.56", "Information technologies", 65);
  AgreedText *other = add_text (project, "other", "A/C.2/65/L.57", "Other matters", 65);
  AgreedText *adopted = add_text (project, "adopted", "A/RES/64/187", "Information technologies", 64);
  AgreedText *newer = add_text (project, "newer", "A/RES/66/184", "Information technologies", 66);

  add_annex (project, "A/RES/64/187", "Information technologies", 64);
  add_annex (project, "A/C.2/65/L.56", "Information technologies", 65);
  g_assert_true (other != draft);
  check (project, newer, "paragraph 22 of resolution 64/187", AGREED_POINTER_FOUND, adopted, "OP22");
  check (project, newer, "paragraph 22 of resolution A/RES/64/187", AGREED_POINTER_FOUND, adopted, "OP22");
  check (project, newer, "paragraph 22 of resolution 65/141", AGREED_POINTER_DRAFT, draft, "OP22");
  check (project, newer, "paragraph 99 of resolution 64/187", AGREED_POINTER_NO_PARAGRAPH, adopted, NULL);
  check (project, newer, "paragraph 22 of resolution 4/187", AGREED_POINTER_NO_TEXT, NULL, NULL);
  check (project, newer, "paragraph 7 of the Tunis Agenda", AGREED_POINTER_FOUND, agenda, "OP7");
  check (project, newer, "paragraph 7 of the Geneva Plan of Action", AGREED_POINTER_NO_TEXT, NULL, NULL);
  check (project, newer, "paragraph 7 above", AGREED_POINTER_FOUND, newer, "OP7");
  check (project, adopted, "paragraph 7 above and paragraph 7 above", AGREED_POINTER_FOUND, adopted, "OP7");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pointers/follow", test_follow);
  return g_test_run ();
}
