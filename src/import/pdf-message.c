/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-message.h"

#include <string.h>

#include "block.h"

/* Kind, wording, number, marks, heading, quoted: the members of AgreedBlock that a PDF's blocks have. */
#define BLOCK_TYPE  "(ysmsa(st)bb)"
#define BLOCKS_TYPE "a" BLOCK_TYPE

static GVariant *
pack_marks (GArray *marks)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(st)"));

  for (guint i = 0; i < marks->len; i++)
    {
      const AgreedBlockMark *mark = &g_array_index (marks, AgreedBlockMark, i);

      g_variant_builder_add (&builder, "(st)", mark->marker, (guint64) mark->offset);
    }

  return g_variant_builder_end (&builder);
}

GBytes *
agreed_pdf_message_pack (GPtrArray *blocks)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (BLOCKS_TYPE));
  g_autoptr (GVariant) message = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AgreedBlock *block = g_ptr_array_index (blocks, i);

      g_variant_builder_add (&builder, "(ysms@a(st)bb)", (guchar) block->kind, block->wording, block->number,
                             pack_marks (block->marks), block->heading, block->quoted);
    }
  message = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_get_data_as_bytes (message);
}

/* A mark stands at a character of the wording or at its end, behind the marks before it, and has a name. */
static gboolean
unpack_marks (AgreedBlock *block,
              GVariant    *marks)
{
  gsize length = strlen (block->wording), last = 0;
  GVariantIter iter;
  const char *marker;
  guint64 offset;

  g_variant_iter_init (&iter, marks);
  while (g_variant_iter_next (&iter, "(&st)", &marker, &offset))
    {
      if (*marker == '\0' || offset > length || offset < last || (block->wording[offset] & 0xc0) == 0x80)
        return FALSE;
      agreed_block_add_mark (block, marker, offset);
      last = offset;
    }

  return TRUE;
}

static AgreedBlock *
unpack_block (GVariant *variant)
{
  g_autoptr (GVariant) marks = NULL;
  g_autoptr (AgreedBlock) block = NULL;
  const char *wording, *number;
  gboolean heading, quoted;
  guchar kind;

  g_variant_get (variant, "(y&sm&s@a(st)bb)", &kind, &wording, &number, &marks, &heading, &quoted);
  if (kind > AGREED_BLOCK_TABLE)
    return NULL;
  block = agreed_block_new (kind, wording);
  block->number = g_strdup (number);
  block->heading = heading;
  block->quoted = quoted;

  return unpack_marks (block, marks) ? g_steal_pointer (&block) : NULL;
}

GPtrArray *
agreed_pdf_message_unpack (GBytes *bytes)
{
  g_autoptr (GVariant) message = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (BLOCKS_TYPE), bytes, FALSE));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_block_free);
  gsize n = g_variant_n_children (message);

  if (!g_variant_is_normal_form (message))
    return NULL;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (message, i);
      AgreedBlock *block = unpack_block (child);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
    }

  return g_steal_pointer (&blocks);
}
