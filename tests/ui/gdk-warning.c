/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

/* Linked into every program of the ui suite, in which any warning is fatal. One of GDK's is none of the program's: since
 * 4.24, on an X server without a compositor, GDK reports the frame of a popover as submitted twice, and then warns of itself.
 * A window of fifteen lines, with nothing but a GtkPopover that opens, brings it out. All else stays fatal. */

#define MESSAGE "gdk_frame_timings_submitted() called on submitted frame."

static const char *
get_field (const GLogField *fields,
           gsize            n_fields,
           const char      *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, key) == 0 && fields[i].length == -1)
      return fields[i].value;
  return NULL;
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if (g_strcmp0 (get_field (fields, n_fields, "GLIB_DOMAIN"), "Gdk") == 0 &&
      g_strcmp0 (get_field (fields, n_fields, "MESSAGE"), MESSAGE) == 0)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

__attribute__ ((constructor)) static void
watch_log (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}
