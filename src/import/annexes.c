/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annexes.h"

#include <string.h>

#include "dates.h"

/* What may stand between a text and its annex: when and where it was adopted, and in which meeting. */
#define BLOCKS_BETWEEN 8
#define LONGEST_BETWEEN 240
/* Characters that the name of an annex may have behind the word itself: "Annex XVIII". */
#define LONGEST_ORDINAL 24
/* More lines than these one below the other are a list, not headings. */
#define MOST_HEADINGS 3

typedef struct {
  GPtrArray *drafts;
  GPtrArray *waiting;  /* AgreedBlock that look like headings, as what follows will tell */
  gboolean numbered;   /* some paragraphs carry numbers */
  guint number;        /* the last one */
  guint sections;      /* how often the numbers have begun anew */
  guint counted;       /* paragraphs without numbers */
  char *base;          /* label of the paragraph that sub-paragraphs are under */
  char *letter;        /* of the sub-paragraph at hand, first and second level */
  char *roman;
} Builder;

static void
annex_free (gpointer data)
{
  AgreedAnnex *annex = data;

  g_free (annex->name);
  g_free (annex->title);
  g_ptr_array_unref (annex->drafts);
  g_free (annex);
}

static const AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

/* Whether the name ends at @p and a title is behind it: "Annex I: Rules", "Annexe – Règlement". @title: where it begins */
static gboolean
ends_name (const char  *p,
           const char **title)
{
  static const char *const signs[] = { ":", "：", " – ", " — ", " - ", ". ", "．" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i]))
      {
        *title = p + strlen (signs[i]);
        while (g_unichar_isspace (g_utf8_get_char (*title)))
          *title = g_utf8_next_char (*title);
        return **title != '\0';
      }

  return FALSE;
}

/* Bytes of the name of an annex that the block is, or 0. @title: what stands behind the name, NULL for nothing. A longer
 * name, "Annex to the present resolution", is one where the file itself says that it is a heading. */
static gsize
scan_name (const AgreedBlock       *block,
           const AgreedWordingSet  *set,
           const char             **title)
{
  guint characters = 0;
  gsize length;

  *title = NULL;
  if (block->number != NULL || !agreed_head_is_heading (block))
    return 0;
  length = agreed_wording_match_any (block->wording, set->annexes, NULL);
  if (length == 0)
    return 0;
  for (const char *p = block->wording + length; *p != '\0' && characters <= LONGEST_ORDINAL; p = g_utf8_next_char (p), characters++)
    if (ends_name (p, title))
      return p - block->wording;

  return characters <= LONGEST_ORDINAL || block->heading ? strlen (block->wording) : 0;
}

gboolean
agreed_annexes_is_name (const AgreedBlock      *block,
                        const AgreedWordingSet *set)
{
  const char *title;

  return scan_name (block, set, &title) > 0;
}

/* ---- paragraphs ---- */

static AgreedDraft *
add_draft (Builder           *builder,
           const char        *label,
           const AgreedBlock *block)
{
  AgreedDraft *draft = agreed_draft_new (AGREED_PARAGRAPH_OPERATIVE, label);

  agreed_draft_append (draft, block, 0);
  g_ptr_array_add (builder->drafts, draft);

  return draft;
}

static void
set_base (Builder *builder,
          char    *label)
{
  g_free (builder->base);
  builder->base = label;
  g_clear_pointer (&builder->letter, g_free);
  g_clear_pointer (&builder->roman, g_free);
}

static AgreedDraft *
add_counted (Builder           *builder,
             const AgreedBlock *block)
{
  set_base (builder, g_strdup_printf (builder->numbered ? "AN§%u" : "AN%u", ++builder->counted));

  return add_draft (builder, builder->base, block);
}

static AgreedDraft *
add_numbered (Builder           *builder,
              const AgreedBlock *block)
{
  guint number = agreed_block_get_ordinal (block);

  if (number == 1 && builder->number > 0)
    builder->sections++;
  builder->number = number;
  set_base (builder, builder->sections > 0 ? g_strdup_printf ("AN%u.%u", builder->sections + 1, number)
                                           : g_strdup_printf ("AN%u", number));

  return add_draft (builder, builder->base, block);
}

/* "i" after "h" is the ninth letter, and otherwise the first numeral under a letter. */
static AgreedDraft *
add_lettered (Builder           *builder,
              const AgreedBlock *block)
{
  g_autofree char *label = NULL;
  const char *base = builder->base != NULL ? builder->base : "AN";
  gboolean second = builder->letter != NULL && agreed_draft_follows_roman (builder->roman, block->number) &&
                    !(builder->roman == NULL && g_str_equal (builder->letter, "h"));

  if (second)
    {
      g_set_str (&builder->roman, block->number);
      label = g_strdup_printf ("%s(%s)(%s)", base, builder->letter, block->number);
    }
  else
    {
      g_clear_pointer (&builder->roman, g_free);
      g_set_str (&builder->letter, block->number);
      label = g_strdup_printf ("%s(%s)", base, block->number);
    }

  return add_draft (builder, label, block);
}

/* ---- headings ---- */

/* What has waited was a list: nothing of an annex is lost. */
static void
add_waiting (Builder *builder)
{
  for (guint i = 0; i < builder->waiting->len; i++)
    add_counted (builder, block_at (builder->waiting, i));
  g_ptr_array_set_size (builder->waiting, 0);
}

/* Returns: (transfer full) (nullable) */
static char *
take_headings (Builder *builder)
{
  g_autoptr (GString) heading = g_string_new (NULL);

  if (builder->waiting->len > MOST_HEADINGS)
    add_waiting (builder);
  for (guint i = 0; i < builder->waiting->len; i++)
    g_string_append_printf (heading, "%s%s", i > 0 ? "\n" : "", block_at (builder->waiting, i)->wording);
  g_ptr_array_set_size (builder->waiting, 0);

  return heading->len > 0 ? g_string_free (g_steal_pointer (&heading), FALSE) : NULL;
}

static void
take_block (Builder           *builder,
            const AgreedBlock *block)
{
  g_autofree char *heading = NULL;
  AgreedDraft *draft;

  if (block->kind == AGREED_BLOCK_TABLE && builder->waiting->len == 0 && builder->drafts->len > 0)
    {
      agreed_draft_append (g_ptr_array_index (builder->drafts, builder->drafts->len - 1), block, 0);
      return;
    }
  if (block->number == NULL && agreed_head_is_heading (block))
    {
      g_ptr_array_add (builder->waiting, (gpointer) block);
      return;
    }
  heading = take_headings (builder);
  if (agreed_block_get_ordinal (block) > 0)
    draft = add_numbered (builder, block);
  else if (agreed_block_is_lettered (block))
    draft = add_lettered (builder, block);
  else
    draft = add_counted (builder, block);
  draft->heading = g_steal_pointer (&heading);
}

static gboolean
is_paragraph (const AgreedBlock *block)
{
  return block->kind == AGREED_BLOCK_WORDING && *block->wording != '\0';
}

/* The block behind the name and the title: a heading right under the name is that, and none of a paragraph's own, unless
 * the title stands behind the name. */
static guint
find_body (GPtrArray        *blocks,
           const AgreedSpan *span,
           gboolean          titled)
{
  if (titled)
    return span->start + 1;
  for (guint i = span->start + 1; i < span->end; i++)
    {
      const AgreedBlock *block = block_at (blocks, i);

      if (block->kind == AGREED_BLOCK_TABLE)
        return i;
      if (is_paragraph (block))
        return block->number == NULL && agreed_head_is_heading (block) ? i + 1 : i;
    }

  return span->end;
}

/* Returns: (transfer full) */
static AgreedAnnex *
read_annex (GPtrArray              *blocks,
            const AgreedWordingSet *set,
            const AgreedSpan       *span)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Builder builder = { .drafts = agreed_drafts_new (), .waiting = waiting };
  const char *behind;
  gsize name = scan_name (block_at (blocks, span->start), set, &behind);
  guint body = find_body (blocks, span, behind != NULL);
  const AgreedBlock *title = block_at (blocks, body - 1);
  AgreedAnnex *annex = g_new0 (AgreedAnnex, 1);

  for (guint i = body; i < span->end && !builder.numbered; i++)
    builder.numbered = is_paragraph (block_at (blocks, i)) && agreed_block_get_ordinal (block_at (blocks, i)) > 0;
  for (guint i = body; i < span->end; i++)
    if (is_paragraph (block_at (blocks, i)) || block_at (blocks, i)->kind == AGREED_BLOCK_TABLE)
      take_block (&builder, block_at (blocks, i));
  add_waiting (&builder);
  set_base (&builder, NULL);
  if (builder.drafts->len > 0 && block_at (blocks, span->start)->quoted)
    agreed_draft_close_quotation (g_ptr_array_index (builder.drafts, builder.drafts->len - 1));

  annex->name = g_strndup (block_at (blocks, span->start)->wording, name);
  if (behind != NULL)
    annex->title = g_strdup (behind);
  else if (body > span->start + 1 && is_paragraph (title))
    annex->title = g_strdup (title->wording);
  annex->span = *span;
  annex->body = body;
  annex->drafts = builder.drafts;

  return annex;
}

/* ---- where they stand ---- */

/* Whether the block stands behind a quoted text and its annexes, in the words of the report that quotes it. */
static gboolean
is_of_report (const AgreedBlock *block,
              const AgreedSpan  *span)
{
  return span->quoted && !block->quoted && (block->number != NULL || agreed_head_is_heading (block));
}

/* Where the first annex begins; @limit where there is none. */
static guint
find_first (GPtrArray              *blocks,
            const AgreedWordingSet *set,
            const AgreedSpan       *span,
            guint                   limit)
{
  guint between = 0;

  for (guint i = span->end; i < limit && between < BLOCKS_BETWEEN; i++)
    {
      const AgreedBlock *block = block_at (blocks, i);

      if (!is_paragraph (block))
        continue;
      if (is_of_report (block, span))
        break;
      if (agreed_annexes_is_name (block, set))
        return i;
      if (block->number != NULL || strlen (block->wording) > LONGEST_BETWEEN ||
          agreed_wording_match_any (block->wording, set->drafts, NULL) > 0)
        break;
      between++;
    }

  return limit;
}

/* Where the annex that begins at @start ends: before the next, before another text's head, at @limit at the latest. */
static guint
find_end (GPtrArray              *blocks,
          const AgreedWordingSet *set,
          const AgreedSpan       *span,
          guint                   start,
          guint                   limit)
{
  guint i;

  for (i = start + 1; i < limit; i++)
    {
      const AgreedBlock *block = block_at (blocks, i);

      if (!is_paragraph (block))
        continue;
      if (is_of_report (block, span) || agreed_annexes_is_name (block, set) || agreed_dates_is_meeting (block->wording, set))
        break;
      if (agreed_head_is_heading (block) && agreed_wording_match_any (block->wording, set->drafts, NULL) > 0)
        break;
    }

  return i;
}

/* The next text's title stands above it, with whatever else its head has. */
static guint
leave_head (GPtrArray *blocks,
            guint      from,
            guint      limit)
{
  while (limit > from && limit < blocks->len && agreed_head_is_heading (block_at (blocks, limit - 1)))
    limit--;

  return limit;
}

GPtrArray *
agreed_annexes_read (GPtrArray              *blocks,
                     const AgreedWordingSet *set,
                     const AgreedSpan       *span,
                     guint                   limit)
{
  GPtrArray *annexes = g_ptr_array_new_with_free_func (annex_free);
  guint last = leave_head (blocks, span->end, limit);
  guint start = find_first (blocks, set, span, last);

  while (start < last && agreed_annexes_is_name (block_at (blocks, start), set) &&
         !is_of_report (block_at (blocks, start), span))
    {
      AgreedSpan own = { .head = start, .start = start, .end = find_end (blocks, set, span, start, last), .organ = G_MAXUINT };

      g_ptr_array_add (annexes, read_annex (blocks, set, &own));
      start = own.end;
    }

  return annexes;
}
