/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "announce.h"

/* GTK's stand-in for screen readers, which its tests run with, has no such method in 4.18 and would crash. */
void
agreed_announce (GtkAccessible *accessible,
                 const char    *sentence)
{
  g_autoptr (GtkATContext) context = NULL;

  g_return_if_fail (GTK_IS_ACCESSIBLE (accessible));
  g_return_if_fail (sentence != NULL);

  context = gtk_accessible_get_at_context (accessible);
  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (accessible, sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
