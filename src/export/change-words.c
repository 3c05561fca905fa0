/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "change-words.h"

#include <glib/gi18n-lib.h>

char *
agreed_change_words (AgreedRow *row)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  const char *const changes[] = {
    [AGREED_CHANGE_UNCHANGED] = _("unchanged"),
    [AGREED_CHANGE_REWORDED] = _("reworded"),
    [AGREED_CHANGE_ADDED] = _("added"),
    [AGREED_CHANGE_REMOVED] = _("removed"),
  };

  g_strv_builder_add (words, changes[agreed_row_get_change (row)]);
  if (agreed_row_get_moved (row))
    g_strv_builder_add (words, _("moved"));
  if (agreed_row_get_split (row))
    g_strv_builder_add (words, _("split"));
  if (agreed_row_get_merged (row))
    g_strv_builder_add (words, _("merged"));
  list = g_strv_builder_end (words);
  /* Translators: stands between the words of a list */
  return g_strjoinv (_(", "), list);
}
