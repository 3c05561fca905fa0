/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracked.h"

#include <glib/gi18n-lib.h>

#include "docx-reader.h"
#include "import-private.h"
#include "odt-reader.h"

typedef GPtrArray *(*ReadState) (GBytes        *bytes,
                                 AgreedSide     side,
                                 const char    *name,
                                 GCancellable  *cancellable,
                                 GError       **error);

static ReadState
reader_of (GBytes *bytes)
{
  if (agreed_docx_recognise (bytes))
    return agreed_docx_read_state;
  if (agreed_odt_recognise (bytes))
    return agreed_odt_read_state;

  return NULL;
}

gboolean
agreed_import_has_tracked_changes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return agreed_docx_recognise (bytes) ? agreed_docx_is_tracked (bytes)
                                       : agreed_odt_recognise (bytes) && agreed_odt_is_tracked (bytes);
}

/* The two are of one file and have the same bytes. */
static char *
name_state (const char *name,
            AgreedSide  side)
{
  /* Translators: a file with tracked changes, read as it was before them */
  return side == AGREED_SIDE_OLDER ? g_strdup_printf (_ ("%s (before the changes)"), name)
                                   /* Translators: a file with tracked changes, read as it is with all of them */
                                   : g_strdup_printf (_ ("%s (after the changes)"), name);
}

/* The blocks of a state, and its document. A file of another kind has one state. */
static AgreedDocument *
read_state (GBytes        *bytes,
            const char    *name,
            AgreedSide     side,
            GCancellable  *cancellable,
            GError       **error)
{
  ReadState read = reader_of (bytes);
  g_autofree char *state = name_state (name, side);
  g_autoptr (GPtrArray) blocks = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !agreed_import_check_size (bytes, name, error))
    return NULL;
  if (read == NULL)
    return agreed_import_bytes (bytes, name, cancellable, error);
  blocks = read (bytes, side, name, cancellable, error);

  return blocks != NULL ? agreed_import_blocks (blocks, bytes, state, cancellable, error) : NULL;
}

AgreedDocument *
agreed_import_tracked_bytes (GBytes        *bytes,
                             const char    *name,
                             AgreedSide     side,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_state (bytes, name, side, cancellable, error);
}

AgreedDocument *
agreed_import_tracked (GFile         *file,
                       AgreedSide     side,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = agreed_import_load (file, &name, cancellable, error);

  return bytes != NULL ? read_state (bytes, name, side, cancellable, error) : NULL;
}
