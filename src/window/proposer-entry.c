/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "proposer-entry.h"

struct _AgreedProposerEntry {
  GtkEntry parent_instance;

  AgreedProject *project;
  guint n_chars;     /* before the last change */
  gboolean is_ours;  /* the change is */
};

G_DEFINE_FINAL_TYPE (AgreedProposerEntry, agreed_proposer_entry, GTK_TYPE_ENTRY)

/* The first proposer that goes on from what is typed. Returns: (transfer full) (nullable) */
static char *
find_completion (AgreedProposerEntry *self,
                 const char          *typed)
{
  g_autoptr (GPtrArray) proposers = agreed_project_list_proposers (self->project);
  g_autofree char *key = g_utf8_casefold (typed, -1);

  for (guint i = 0; i < proposers->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (proposers->pdata[i], -1);

      if (g_str_has_prefix (other, key) && !g_str_equal (other, key))
        return g_strdup (proposers->pdata[i]);
    }
  return NULL;
}

/* Only what is typed at the end is completed: whoever takes away letters does not want them back. */
static void
text_changed (AgreedProposerEntry *self)
{
  GtkEditable *editable = GTK_EDITABLE (self);
  g_autofree char *typed = gtk_editable_get_chars (editable, 0, -1);
  guint n_chars = g_utf8_strlen (typed, -1), before = self->n_chars;
  g_autofree char *completion = NULL;

  self->n_chars = n_chars;
  if (self->is_ours || self->project == NULL || n_chars <= before || n_chars == 0
      || gtk_editable_get_position (editable) != (int) n_chars)
    return;
  completion = find_completion (self, typed);
  if (completion == NULL || g_utf8_strlen (completion, -1) <= (glong) n_chars)
    return;
  /* In its own letters, small or large, so that one proposer does not become two. */
  self->is_ours = TRUE;
  gtk_editable_set_text (editable, completion);
  gtk_editable_select_region (editable, n_chars, -1);
  self->is_ours = FALSE;
  self->n_chars = n_chars;
}

static void
agreed_proposer_entry_dispose (GObject *object)
{
  g_clear_object (&AGREED_PROPOSER_ENTRY (object)->project);
  G_OBJECT_CLASS (agreed_proposer_entry_parent_class)->dispose (object);
}

static void
agreed_proposer_entry_class_init (AgreedProposerEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_proposer_entry_dispose;
}

static void
agreed_proposer_entry_init (AgreedProposerEntry *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (text_changed), NULL);
}

void
agreed_proposer_entry_set_project (AgreedProposerEntry *self,
                                   AgreedProject       *project)
{
  g_return_if_fail (AGREED_IS_PROPOSER_ENTRY (self));

  g_set_object (&self->project, project);
}

void
agreed_proposer_entry_show (AgreedProposerEntry *self,
                            const char          *proposer)
{
  g_return_if_fail (AGREED_IS_PROPOSER_ENTRY (self));

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), proposer))
    return;
  self->is_ours = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), proposer);
  self->is_ours = FALSE;
}
