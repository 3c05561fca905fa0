/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AgreedHelpPage: one page of the guide in help/, as Mallard (projectmallard.org) has it
 *
 * Of Mallard these pages use titles, paragraphs, sections, lists, steps, terms, and inline gui, key, keyseq, code and em.
 */
typedef struct {
  char *id;
  char *title;
  char *description;
  GPtrArray *blocks; /* (element-type HelpBlock), in the order of the page */
} AgreedHelpPage;

/* @id: the name of the page's file, without its ending. The page is read in the first of the user's languages that has
 * it. Returns: (transfer full) (nullable): NULL where the page is not there or is not well formed */
AgreedHelpPage *agreed_help_page_load (const char *id);

/* The same from the text of a page. Returns: (transfer full): NULL with @error set, G_MARKUP_ERROR, where it is not well
 * formed */
AgreedHelpPage *agreed_help_page_parse (const char *id,
                                        const char *contents,
                                        gsize       length,
                                        GError    **error);

void agreed_help_page_free (AgreedHelpPage *self);

/* What stands below the title, for reading. Returns: (transfer floating) */
GtkWidget *agreed_help_page_create_widget (const AgreedHelpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedHelpPage, agreed_help_page_free)

G_END_DECLS
