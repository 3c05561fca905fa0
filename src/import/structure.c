/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annexes.h"
#include "drafts.h"
#include "head.h"
#include "import.h"
#include "openings.h"

/* How many blocks behind a text its footnotes may stand. */
#define FOOTNOTES_BEHIND 1000
/* The longest reports of committees have some hundred drafts in them. */
#define MOST_TEXTS 1000

/* How many blocks, footnotes among them, the head of a text may have. */
#define HEAD_BLOCKS 24

static AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

/* A closing quotation mark may have gone from the end. */
static void
add_changes (const AgreedDraft *draft,
             AgreedParagraph   *paragraph)
{
  for (guint i = 0; i < draft->changes->len; i++)
    {
      const AgreedTrackedChange *change = &g_array_index (draft->changes, AgreedTrackedChange, i);
      gsize end = MIN (change->start + change->length, draft->wording->len);

      if (end > change->start)
        agreed_paragraph_add_tracked_change (paragraph, change->inserted, change->start, end - change->start, change->author,
                                             change->date);
    }
}

static void
add_paragraphs (GPtrArray              *drafts,
                const AgreedWordingSet *set,
                AgreedText             *text,
                GHashTable             *called)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const AgreedDraft *draft = g_ptr_array_index (drafts, i);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (draft->kind, draft->label, draft->wording->str);
      gsize opening;

      if (agreed_opening_scan (draft->wording->str, set, &opening) != AGREED_OPENING_NONE)
        agreed_paragraph_set_opening (paragraph, opening);
      for (guint k = 0; k < draft->marks->len; k++)
        {
          const AgreedBlockMark *mark = &g_array_index (draft->marks, AgreedBlockMark, k);

          agreed_paragraph_add_mark (paragraph, mark->marker, MIN (mark->offset, draft->wording->len));
          g_hash_table_add (called, mark->marker);
        }
      agreed_paragraph_set_heading (paragraph, draft->heading);
      add_changes (draft, paragraph);
      agreed_text_append (text, paragraph);
    }
}

/* The footnotes that the text's paragraphs call: those behind its start first, for numbers may begin anew in each text. */
static void
add_footnotes (GPtrArray        *blocks,
               const AgreedSpan *span,
               AgreedText       *text,
               GHashTable       *called)
{
  for (guint round = 0; round < 2; round++)
    {
      guint i = round == 0 ? span->start : span->head;
      guint end = round == 0 ? MIN (blocks->len, span->end + FOOTNOTES_BEHIND) : span->start;

      for (; i < end && g_hash_table_size (called) > 0; i++)
        {
          const AgreedBlock *block = block_at (blocks, i);

          if (block->kind == AGREED_BLOCK_FOOTNOTE && block->number != NULL && g_hash_table_remove (called, block->number))
            {
              g_autoptr (AgreedFootnote) footnote = agreed_footnote_new (block->number, block->wording);

              agreed_text_append_footnote (text, footnote);
            }
        }
    }
}

/* What the head of the text calls footnotes for: "Iraq:* draft resolution", and the title. The head ends upwards at the
 * first block that ends as a sentence does. */
static void
call_from_head (GPtrArray        *blocks,
                const AgreedSpan *span,
                GHashTable       *called)
{
  for (guint i = span->start; i > span->head && span->start - i < HEAD_BLOCKS; i--)
    {
      const AgreedBlock *block = block_at (blocks, i - 1);
      gsize length = strlen (block->wording);

      if (block->kind != AGREED_BLOCK_WORDING)
        continue;
      if (block->number != NULL || (!block->heading && length > 0 && strchr (".;", block->wording[length - 1]) != NULL))
        return;
      for (guint k = 0; k < block->marks->len; k++)
        g_hash_table_add (called, g_array_index (block->marks, AgreedBlockMark, k).marker);
    }
}

/* Some texts leave the comma out: then the name stands alone, and is a masthead's unless what follows opens as a
 * resolution's first paragraph does. */
static gboolean
is_organ_without_comma (GPtrArray              *blocks,
                        guint                   i,
                        const AgreedWordingSet *set,
                        guint                  *organ)
{
  const AgreedBlock *block = block_at (blocks, i);
  gsize length = agreed_wording_match_any (block->wording, set->organs, organ);

  if (length == 0 || block->wording[length] != '\0' || block->kind != AGREED_BLOCK_WORDING || block->heading)
    return FALSE;
  for (i++; i < blocks->len; i++)
    if (block_at (blocks, i)->kind == AGREED_BLOCK_WORDING)
      return !agreed_head_is_heading (block_at (blocks, i)) &&
             agreed_opening_scan (block_at (blocks, i)->wording, set, NULL) != AGREED_OPENING_NONE;

  return FALSE;
}

/* Where texts begin: at the names of organs. */
static GArray *
find_starts (GPtrArray              *blocks,
             const AgreedWordingSet *set)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (AgreedSpan));

  for (guint i = 0; i < blocks->len; i++)
    {
      AgreedSpan span = { .start = i, .organ = G_MAXUINT };
      gsize length;

      if (!agreed_opening_names_organ (block_at (blocks, i), set, &span.organ, &length) && !is_organ_without_comma (blocks, i, set, &span.organ))
        continue;
      span.quoted = block_at (blocks, i)->quoted;
      g_array_append_val (starts, span);
    }

  return starts;
}

/* Where a text begins that names no organ: at two paragraphs that open as those of a resolution do. */
static void
find_nameless_start (GPtrArray              *blocks,
                     const AgreedWordingSet *set,
                     GArray                 *starts)
{
  guint previous = G_MAXUINT;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AgreedBlock *block = block_at (blocks, i);
      gboolean opens;

      if (block->kind != AGREED_BLOCK_WORDING)
        continue;
      opens = agreed_opening_scan (block->wording, set, NULL) != AGREED_OPENING_NONE && !agreed_block_is_lettered (block) &&
              !agreed_head_is_heading (block);
      if (opens && previous != G_MAXUINT)
        {
          AgreedSpan span = { .start = previous, .organ = G_MAXUINT, .quoted = block_at (blocks, previous)->quoted };

          g_array_append_val (starts, span);
          return;
        }
      previous = opens && agreed_block_get_ordinal (block) < 2 ? i : G_MAXUINT;
    }
}

static gboolean
read_text (GPtrArray              *blocks,
           GArray                 *spans,
           guint                   i,
           guint                   head,
           const AgreedWordingSet *set,
           GPtrArray              *texts)
{
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);
  AgreedSpan *span = &g_array_index (spans, AgreedSpan, i);
  guint limit = i + 1 < spans->len ? g_array_index (spans, AgreedSpan, i + 1).start : blocks->len;
  g_autoptr (GPtrArray) drafts = NULL;
  gboolean found;

  span->head = head;
  drafts = agreed_drafts_read (blocks, set, limit, span);
  found = drafts->len > 0;
  if (found)
    {
      AgreedText *text = agreed_text_new ();

      agreed_text_set_language (text, set->code);
      add_paragraphs (drafts, set, text, called);
      call_from_head (blocks, span, called);
      add_footnotes (blocks, span, text, called);
      g_ptr_array_add (texts, text);
    }

  return found;
}

static gboolean
check_number (guint           n_texts,
              AgreedDocument *document,
              GError        **error)
{
  if (n_texts <= MOST_TEXTS)
    return TRUE;
  g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
               _ ("%s: this file has more texts in it than any report has, and is not read"), agreed_document_get_name (document));

  return FALSE;
}

/* An annex has the symbol and the date of the text that it belongs to. */
static AgreedText *
create_annex (GPtrArray              *blocks,
              const AgreedAnnex      *annex,
              const AgreedWordingSet *set,
              AgreedText             *text)
{
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);
  AgreedText *self = agreed_text_new ();

  agreed_text_set_annex (self, annex->name);
  agreed_text_set_title (self, annex->title);
  agreed_text_set_symbol (self, agreed_text_get_symbol (text));
  agreed_text_set_session (self, agreed_text_get_session (text));
  agreed_text_set_date (self, agreed_text_get_date (text));
  agreed_text_set_language (self, set->code);
  add_paragraphs (annex->drafts, set, self, called);
  call_from_head (blocks, &(AgreedSpan) { .head = annex->span.start, .start = annex->body }, called);
  add_footnotes (blocks, &annex->span, self, called);

  return self;
}

/* Behind all texts, whose numbers stay what they are. @spans: of the document's texts. */
static gboolean
add_annexes (GPtrArray              *blocks,
             GArray                 *spans,
             const AgreedWordingSet *set,
             AgreedDocument         *document,
             GError                **error)
{
  guint n_texts = agreed_document_get_n_texts (document);

  for (guint i = 0; i < n_texts; i++)
    {
      guint limit = i + 1 < n_texts ? g_array_index (spans, AgreedSpan, i + 1).start : blocks->len;
      g_autoptr (GPtrArray) annexes = agreed_annexes_read (blocks, set, &g_array_index (spans, AgreedSpan, i), limit);

      if (!check_number (agreed_document_get_n_texts (document) + annexes->len, document, error))
        return FALSE;
      for (guint k = 0; k < annexes->len; k++)
        {
          g_autoptr (AgreedText) annex = create_annex (blocks, g_ptr_array_index (annexes, k), set,
                                                       agreed_document_get_text (document, i));

          agreed_document_append (document, annex);
        }
    }

  return TRUE;
}

gboolean
agreed_structure_read (GPtrArray              *blocks,
                       const AgreedWordingSet *set,
                       AgreedDocument         *document,
                       GCancellable           *cancellable,
                       GError                **error)
{
  g_autoptr (GArray) spans = find_starts (blocks, set);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  guint head = 0;

  if (!check_number (spans->len, document, error))
    return FALSE;
  if (spans->len == 0)
    find_nameless_start (blocks, set, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_text (blocks, spans, i, head, set, texts))
        continue;
      head = g_array_index (spans, AgreedSpan, i).end;
      g_array_index (spans, AgreedSpan, texts->len - 1) = g_array_index (spans, AgreedSpan, i);
    }

  for (guint i = 0; i < texts->len; i++)
    {
      agreed_head_read (blocks, &g_array_index (spans, AgreedSpan, i), texts->len, set, g_ptr_array_index (texts, i));
      agreed_document_append (document, g_ptr_array_index (texts, i));
    }

  return add_annexes (blocks, spans, set, document, error);
}
