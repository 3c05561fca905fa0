/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracked.h"

#include <string.h>

#include "docx-reader.h"
#include "flow.h"
#include "formats.h"
#include "import-private.h"
#include "odt-reader.h"

typedef GPtrArray *(*ReadState) (GBytes        *bytes,
                                 AgreedSide     side,
                                 GPtrArray    **changes,
                                 const char    *name,
                                 GCancellable  *cancellable,
                                 GError       **error);

void
agreed_tracked_change_free (AgreedTrackedChange *self)
{
  g_free (self->author);
  g_free (self->date);
  g_free (self->wording);
  g_free (self->label);
  g_free (self);
}

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
  ReadState read = reader_of (bytes);

  g_return_val_if_fail (bytes != NULL, FALSE);

  for (AgreedSide side = AGREED_SIDE_OLDER; read != NULL && side <= AGREED_SIDE_NEWER; side++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GPtrArray) blocks = read (bytes, side, &changes, "", NULL, NULL);

      if (blocks == NULL)
        return FALSE;
      if (changes->len > 0)
        return TRUE;
    }

  return FALSE;
}

/* The blocks of a state, and its document. A file of another kind has one state. */
static AgreedDocument *
read_state (GBytes        *bytes,
            const char    *name,
            AgreedSide     side,
            GPtrArray    **changes,
            GCancellable  *cancellable,
            GError       **error)
{
  ReadState read = reader_of (bytes);
  g_autoptr (GPtrArray) blocks = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !agreed_import_check_size (bytes, name, error))
    return NULL;
  if (read == NULL)
    return agreed_import_bytes (bytes, name, cancellable, error);
  blocks = read (bytes, side, changes, name, cancellable, error);

  return blocks != NULL ? agreed_import_blocks (blocks, bytes, name, cancellable, error) : NULL;
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

  return read_state (bytes, name, side, NULL, cancellable, error);
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

  return bytes != NULL ? read_state (bytes, name, side, NULL, cancellable, error) : NULL;
}

/* The paragraph that a block came to be, or to be part of: a closing quotation mark may have gone from it, or what it goes
 * on from been put before it. The search goes on from where the last one ended, for changes come in the text's order. */
static void
find_paragraph (AgreedDocument      *document,
                const char          *wording,
                AgreedTrackedChange *change,
                guint               *from_text,
                guint               *from_paragraph)
{
  for (guint t = *from_text; t < agreed_document_get_n_texts (document); t++)
    {
      AgreedText *text = agreed_document_get_text (document, t);

      for (guint i = t == *from_text ? *from_paragraph : 0; i < agreed_text_get_n_paragraphs (text); i++)
        {
          AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
          const char *whole = agreed_paragraph_get_wording (paragraph);

          if (strstr (whole, wording) == NULL && !g_str_has_prefix (wording, whole))
            continue;
          change->text = t;
          change->label = g_strdup (agreed_paragraph_get_label (paragraph));
          *from_text = t;
          *from_paragraph = i;
          return;
        }
    }
}

static void
add_changes (GPtrArray      *all,
             GPtrArray      *changes,
             AgreedSide      side,
             AgreedDocument *document)
{
  guint text = 0, paragraph = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const AgreedFlowChange *change = g_ptr_array_index (changes, i);
      AgreedTrackedChange *tracked;

      if (*change->text->str == '\0')
        continue;
      tracked = g_new0 (AgreedTrackedChange, 1);
      tracked->side = side;
      tracked->author = g_strdup (change->author != NULL ? change->author : "");
      tracked->date = g_strdup (change->date != NULL ? change->date : "");
      tracked->wording = g_strdup (change->text->str);
      tracked->text = -1;
      if (change->wording != NULL && *change->wording != '\0')
        find_paragraph (document, change->wording, tracked, &text, &paragraph);
      g_ptr_array_add (all, tracked);
    }
}

GPtrArray *
agreed_import_tracked_changes (GBytes        *bytes,
                               const char    *name,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_tracked_change_free);

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (reader_of (bytes) == NULL)
    return g_steal_pointer (&all);
  for (AgreedSide side = AGREED_SIDE_OLDER; side <= AGREED_SIDE_NEWER; side++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (AgreedDocument) document = read_state (bytes, name, side, &changes, cancellable, error);

      if (document == NULL)
        return NULL;
      add_changes (all, changes, side, document);
    }

  return g_steal_pointer (&all);
}
