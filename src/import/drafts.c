/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drafts.h"

#include <string.h>

#include "annexes.h"
#include "dates.h"
#include "openings.h"

/* How far ahead the next number of an operative paragraph is looked for, behind a heading and behind wording. */
#define HEADING_BLOCKS  3
#define BLOCKS_AHEAD    40

typedef struct {
  GPtrArray *blocks;
  const AgreedWordingSet *set;
  AgreedSpan span;
  guint limit;          /* no further than this */
  GPtrArray *drafts;
  guint preambular;
  guint operative;      /* the last number */
  gboolean numbered;    /* the operative paragraphs carry numbers */
  guint sections;       /* how often the numbers have begun anew */
  gboolean section_due; /* a heading stood since the last paragraph */
  GString *heading;     /* such headings */
  char *letter;         /* of the sub-paragraph at hand, first and second level */
  char *roman;
  char *base;           /* label of the paragraph that they are under */
} Builder;

static void
draft_free (gpointer data)
{
  AgreedDraft *draft = data;

  g_free (draft->label);
  g_free (draft->heading);
  g_string_free (draft->wording, TRUE);
  g_array_unref (draft->marks);
  g_array_unref (draft->changes);
  g_free (draft);
}

AgreedDraft *
agreed_draft_new (AgreedParagraphKind  kind,
                  const char          *label)
{
  AgreedDraft *draft = g_new0 (AgreedDraft, 1);

  draft->kind = kind;
  draft->label = g_strdup (label);
  draft->wording = g_string_new (NULL);
  draft->marks = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  draft->changes = agreed_tracked_changes_new ();

  return draft;
}

GPtrArray *
agreed_drafts_new (void)
{
  return g_ptr_array_new_with_free_func (draft_free);
}

static AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

static gunichar
last_letter (const GString *wording)
{
  const char *p = wording->str + wording->len;

  while (p > wording->str)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!g_unichar_isspace (c) && c != 0x201d && c != 0xbb && c != '"' && c != 0x200f && c != 0x300d && c != 0x201c)
        return c;
    }

  return 0;
}

static gboolean
ends_in_stop (const GString *wording)
{
  gunichar c = last_letter (wording);

  return c == '.' || c == 0x3002 || c == 0xff0e || c == 0x06d4;
}

static gboolean
ends_in_semicolon (const GString *wording)
{
  gunichar c = last_letter (wording);

  return c == ';' || c == 0xff1b || c == 0x061b;
}

static gboolean
ends_in_colon (const GString *wording)
{
  gunichar c = last_letter (wording);

  return c == ':' || c == 0xff1a;
}

/* Takes the mark that ends a quotation off the end, where it closes nothing that the wording opens itself. */
gboolean
agreed_draft_close_quotation (AgreedDraft *draft)
{
  GString *wording = draft->wording;
  int depth = 0;
  guint straight = 0;
  const char *last = wording->len > 0 ? g_utf8_prev_char (wording->str + wording->len) : NULL;
  gunichar c = last != NULL ? g_utf8_get_char (last) : 0;

  if (c != 0x201d && c != 0xbb && c != '"' && c != 0x300d && c != 0x201c)
    return FALSE;
  for (const char *p = wording->str; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case 0x201c: case 0x201e: case 0xab: case 0x300c:
        depth++;
        break;
      case 0x201d: case 0xbb: case 0x300d:
        depth--;
        break;
      case '"':
        straight++;
        break;
      default:
        break;
      }
  if (c == '"' ? straight % 2 == 0 : depth >= 0)
    return FALSE;
  g_string_truncate (wording, last - wording->str);
  while (wording->len > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (wording->str + wording->len))))
    g_string_truncate (wording, g_utf8_prev_char (wording->str + wording->len) - wording->str);

  return TRUE;
}

void
agreed_draft_append (AgreedDraft       *draft,
                     const AgreedBlock *block,
                     gsize              from)
{
  gsize offset;
  gunichar last;

  if (draft->wording->len > 0 && block->wording[from] != '\0')
    {
      last = g_utf8_get_char (g_utf8_prev_char (draft->wording->str + draft->wording->len));
      if (draft->table || block->kind == AGREED_BLOCK_TABLE)
        g_string_append_c (draft->wording, '\n');
      else if (!g_unichar_iswide (last))
        g_string_append_c (draft->wording, ' ');
    }
  draft->table = block->kind == AGREED_BLOCK_TABLE;
  offset = draft->wording->len;
  g_string_append (draft->wording, block->wording + from);
  for (guint i = 0; i < block->marks->len; i++)
    {
      AgreedBlockMark mark = g_array_index (block->marks, AgreedBlockMark, i);

      mark.offset = offset + (mark.offset > from ? mark.offset - from : 0);
      g_array_append_val (draft->marks, mark);
    }
  for (guint i = 0; block->changes != NULL && i < block->changes->len; i++)
    {
      const AgreedTrackedChange *change = &g_array_index (block->changes, AgreedTrackedChange, i);
      gsize start = MAX (change->start, from), end = change->start + change->length;

      if (end > start)
        agreed_tracked_changes_append (draft->changes, change->inserted, offset + start - from, end - start, change->author,
                                       change->date);
    }
}

static void
take_heading (Builder           *builder,
              const AgreedBlock *block)
{
  builder->section_due = TRUE;
  if (builder->heading->len > 0)
    g_string_append_c (builder->heading, '\n');
  g_string_append (builder->heading, block->wording);
}

static AgreedDraft *
add_draft (Builder             *builder,
           AgreedParagraphKind  kind,
           const char          *label,
           const AgreedBlock   *block,
           gsize                from)
{
  AgreedDraft *draft = agreed_draft_new (kind, label);

  agreed_draft_append (draft, block, from);
  g_ptr_array_add (builder->drafts, draft);
  builder->section_due = FALSE;
  draft->heading = builder->heading->len > 0 ? g_strdup (builder->heading->str) : NULL;
  g_string_truncate (builder->heading, 0);

  return draft;
}

static void
open_paragraph (Builder             *builder,
                AgreedParagraphKind  kind,
                const AgreedBlock   *block,
                gsize                from)
{
  g_free (builder->base);
  if (kind == AGREED_PARAGRAPH_PREAMBULAR)
    builder->base = g_strdup_printf ("PP%u", ++builder->preambular);
  else if (builder->sections > 0)
    builder->base = g_strdup_printf ("OP%u.%u", builder->sections + 1, builder->operative);
  else
    builder->base = g_strdup_printf ("OP%u", builder->operative);
  g_clear_pointer (&builder->letter, g_free);
  g_clear_pointer (&builder->roman, g_free);
  add_draft (builder, kind, builder->base, block, from);
}

static const char *const romans[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
                                      "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi", "xxii", "xxiii", "xxiv", "xxv", NULL };

gboolean
agreed_draft_follows_roman (const char *before,
                            const char *number)
{
  if (before == NULL)
    return g_str_equal (number, "i");
  for (guint i = 0; romans[i + 1] != NULL; i++)
    if (g_str_equal (before, romans[i]))
      return g_str_equal (number, romans[i + 1]);

  return FALSE;
}

/* Whether the "i" at @i is the ninth letter or the first numeral: what comes after it says. */
static gboolean
is_letter_i (Builder *builder,
             guint    i)
{
  if (g_strcmp0 (builder->letter, "h") != 0)
    return FALSE;
  for (guint k = i + 1; k < builder->limit; k++)
    if (block_at (builder->blocks, k)->kind == AGREED_BLOCK_WORDING)
      return g_strcmp0 (block_at (builder->blocks, k)->number, "ii") != 0;

  return TRUE;
}

static void
add_lettered (Builder *builder,
              guint    i)
{
  const AgreedBlock *block = block_at (builder->blocks, i);
  g_autofree char *label = NULL;
  AgreedParagraphKind kind = g_str_has_prefix (builder->base, "PP") ? AGREED_PARAGRAPH_PREAMBULAR : AGREED_PARAGRAPH_OPERATIVE;
  gboolean second = builder->letter != NULL && agreed_draft_follows_roman (builder->roman, block->number) && !is_letter_i (builder, i) &&
                    !agreed_draft_follows_roman (builder->letter, block->number);

  if (second)
    {
      g_set_str (&builder->roman, block->number);
      label = g_strdup_printf ("%s(%s)(%s)", builder->base, builder->letter, block->number);
    }
  else
    {
      g_clear_pointer (&builder->roman, g_free);
      g_set_str (&builder->letter, block->number);
      label = g_strdup_printf ("%s(%s)", builder->base, block->number);
    }
  add_draft (builder, kind, label, block, 0);
}

/* Whether an operative paragraph of that number comes within so many blocks, before another text or number does. */
static gboolean
number_ahead (Builder *builder,
              guint    i,
              guint    number,
              guint    blocks)
{
  for (guint k = i; k < builder->limit && blocks > 0; k++)
    {
      const AgreedBlock *block = block_at (builder->blocks, k);

      if (block->kind != AGREED_BLOCK_WORDING)
        continue;
      if (agreed_block_get_ordinal (block) == number)
        return !builder->span.quoted || block->quoted || k == i;
      if (agreed_block_get_ordinal (block) > 0)
        return FALSE;
      blocks--;
    }

  return FALSE;
}

/* Whether a table comes under this heading. */
static gboolean
table_ahead (Builder *builder,
             guint    i)
{
  for (guint k = i + 1; k < builder->limit && k <= i + HEADING_BLOCKS; k++)
    {
      const AgreedBlock *block = block_at (builder->blocks, k);

      if (block->kind == AGREED_BLOCK_TABLE)
        return TRUE;
      if (block->kind == AGREED_BLOCK_WORDING && !agreed_head_is_heading (block))
        return FALSE;
    }

  return FALSE;
}

static gboolean ends_text (const AgreedBlock *block, const AgreedWordingSet *set);

/* Whether a section begins here whose numbers begin anew behind paragraphs of a preamble of its own: "II", a heading,
 * "Having considered …", "1. Takes note". */
static gboolean
section_ahead (Builder *builder,
               guint    i)
{
  guint n_headings = 0, n_preambular = 0;

  for (guint k = i; k < builder->limit && k < i + BLOCKS_AHEAD; k++)
    {
      const AgreedBlock *block = block_at (builder->blocks, k);
      AgreedOpening opening;

      if (block->kind != AGREED_BLOCK_WORDING || agreed_block_is_lettered (block))
        continue;
      if (agreed_block_get_ordinal (block) > 0)
        return agreed_block_get_ordinal (block) == 1 && n_preambular > 0;
      if (ends_text (block, builder->set))
        return FALSE;
      opening = agreed_opening_guess (block->wording, builder->set);
      if (opening == AGREED_OPENING_PREAMBULAR || opening == AGREED_OPENING_EITHER)
        n_preambular++;
      else if (!agreed_head_is_heading (block) || n_preambular > 0 || ++n_headings > HEADING_BLOCKS)
        return FALSE;
    }

  return FALSE;
}

/* What stands behind a text and never in it: when and where it was adopted, an annex, the next draft. */
static gboolean
ends_text (const AgreedBlock      *block,
           const AgreedWordingSet *set)
{
  gsize length;

  if (strlen (block->wording) > 240 || block->number != NULL)
    return FALSE;
  if (agreed_date_scan (block->wording, set, &length, NULL) && block->wording[length] == '\0')
    return TRUE;
  if (agreed_dates_is_meeting (block->wording, set))
    return TRUE;
  if (agreed_annexes_is_name (block, set))
    return TRUE;

  return agreed_head_is_heading (block) && agreed_wording_match_any (block->wording, set->drafts, NULL) > 0;
}

/* Whether the sub-paragraph after the one at hand still comes, before another numbered paragraph does: what stands between
 * belongs to the one at hand. */
static gboolean
letter_ahead (Builder *builder,
              guint    i)
{
  const char *letter = builder->roman != NULL ? builder->roman : builder->letter;
  guint blocks = BLOCKS_AHEAD;

  if (letter == NULL)
    return FALSE;
  for (guint k = i; k < builder->limit && blocks > 0; k++, blocks--)
    {
      const AgreedBlock *block = block_at (builder->blocks, k);

      if (block->kind != AGREED_BLOCK_WORDING)
        continue;
      if (agreed_block_is_lettered (block))
        return !g_str_equal (block->number, "a") && !g_str_equal (block->number, "i");
      if (block->number != NULL || ends_text (block, builder->set))
        return FALSE;
    }

  return FALSE;
}

static AgreedDraft *
last_draft (Builder *builder)
{
  return builder->drafts->len > 0 ? g_ptr_array_index (builder->drafts, builder->drafts->len - 1) : NULL;
}

/* A table belongs to the paragraph above it, with the headings between the two. */
static void
take_table (Builder           *builder,
            const AgreedBlock *block)
{
  AgreedDraft *draft = last_draft (builder);

  if (draft == NULL)
    return;
  if (builder->heading->len > 0)
    g_string_append_printf (draft->wording, "\n%s", builder->heading->str);
  g_string_truncate (builder->heading, 0);
  builder->section_due = FALSE;
  agreed_draft_append (draft, block, 0);
}

/* A block with an Arabic number; FALSE where it ends the text. */
static gboolean
take_numbered (Builder           *builder,
               const AgreedBlock *block)
{
  guint number = agreed_block_get_ordinal (block);
  gboolean opens = agreed_opening_guess (block->wording, builder->set) != AGREED_OPENING_NONE;

  if (builder->span.quoted && !block->quoted && !opens)
    return FALSE;
  if (builder->operative > 0 && !builder->numbered)
    return FALSE;
  if (number == builder->operative + 1 || (builder->operative == 0 && opens && number < 4) ||
      (number > builder->operative && number <= builder->operative + 5 && opens))
    builder->operative = number;
  else if (number == 1 && builder->operative > 0 &&
           (builder->section_due || opens || last_draft (builder)->kind == AGREED_PARAGRAPH_PREAMBULAR))
    {
      builder->operative = 1;
      builder->sections++;
    }
  else
    return FALSE;
  builder->numbered = TRUE;
  open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);

  return TRUE;
}

static gboolean
take_preambular (Builder *builder,
                 guint    i)
{
  const AgreedBlock *block = block_at (builder->blocks, i);
  AgreedOpening opening = agreed_opening_guess (block->wording, builder->set);
  AgreedDraft *last = last_draft (builder);

  if (opening == AGREED_OPENING_OPERATIVE && !number_ahead (builder, i, 1, BLOCKS_AHEAD))
    {
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if (opening == AGREED_OPENING_NONE && agreed_head_is_heading (block))
    {
      take_heading (builder, block);
      return number_ahead (builder, i, 1, BLOCKS_AHEAD) || last == NULL || !ends_in_stop (last->wording);
    }
  if (opening == AGREED_OPENING_NONE && last != NULL && ends_in_stop (last->wording) &&
      !number_ahead (builder, i, 1, BLOCKS_AHEAD))
    return FALSE;
  open_paragraph (builder, AGREED_PARAGRAPH_PREAMBULAR, block, 0);

  return TRUE;
}

/* A block without a number behind the first operative paragraph; FALSE where it ends the text. */
static gboolean
take_unnumbered (Builder *builder,
                 guint    i)
{
  const AgreedBlock *block = block_at (builder->blocks, i);
  AgreedDraft *last = last_draft (builder);
  AgreedOpening opening = agreed_opening_guess (block->wording, builder->set);

  if (!builder->numbered && (opening == AGREED_OPENING_OPERATIVE || opening == AGREED_OPENING_EITHER) &&
      !ends_in_stop (last->wording))
    {
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if ((builder->section_due || last->kind == AGREED_PARAGRAPH_PREAMBULAR) &&
      (opening == AGREED_OPENING_PREAMBULAR || opening == AGREED_OPENING_EITHER) && section_ahead (builder, i))
    {
      open_paragraph (builder, AGREED_PARAGRAPH_PREAMBULAR, block, 0);
      return TRUE;
    }
  if (!block->heading && (ends_in_colon (last->wording) || letter_ahead (builder, i)))
    {
      /* a quotation or a list without numbers */
      agreed_draft_append (last, block, 0);
      return TRUE;
    }
  if (agreed_head_is_heading (block))
    {
      take_heading (builder, block);
      return number_ahead (builder, i, builder->operative + 1, HEADING_BLOCKS) || number_ahead (builder, i, 1, HEADING_BLOCKS) ||
             table_ahead (builder, i) || section_ahead (builder, i);
    }
  if (number_ahead (builder, i, builder->operative + 1, BLOCKS_AHEAD))
    {
      if (opening == AGREED_OPENING_NONE || !number_ahead (builder, i, builder->operative + 2, 1))
        agreed_draft_append (last, block, 0);
      return TRUE;
    }
  if (number_ahead (builder, i, builder->operative + 2, BLOCKS_AHEAD) && opening != AGREED_OPENING_NONE)
    {
      /* a paragraph whose number was lost */
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if (ends_in_stop (last->wording))
    return FALSE;
  agreed_draft_append (last, block, 0);

  return TRUE;
}

/* One block into the text; FALSE where the text has ended before it. */
static gboolean
take_block (Builder *builder,
            guint    i)
{
  const AgreedBlock *block = block_at (builder->blocks, i);

  if (block->kind == AGREED_BLOCK_TABLE)
    take_table (builder, block);
  if (block->kind != AGREED_BLOCK_WORDING || *block->wording == '\0')
    return TRUE;
  if (ends_text (block, builder->set))
    return builder->drafts->len == 0;
  if (agreed_block_get_ordinal (block) > 0)
    return take_numbered (builder, block);
  if (agreed_block_is_lettered (block))
    {
      if (builder->base == NULL)
        open_paragraph (builder, AGREED_PARAGRAPH_PREAMBULAR, block, 0);
      else
        add_lettered (builder, i);
      return TRUE;
    }
  if (builder->operative == 0)
    return take_preambular (builder, i);

  return take_unnumbered (builder, i);
}

static void
relabel (AgreedDraft      *draft,
         guint       operative)
{
  draft->kind = AGREED_PARAGRAPH_OPERATIVE;
  g_free (draft->label);
  draft->label = g_strdup_printf ("OP%u", operative);
}

/* Where no operative paragraph was told by its number or its verb, the one that ends in the text's only full stop is the
 * operative part; and so are those before it that end in semicolons, if others before them do not. */
static void
find_unnumbered_operative (Builder *builder)
{
  guint first = builder->drafts->len;

  if (builder->operative > 0 || builder->drafts->len == 0 || !ends_in_stop (last_draft (builder)->wording))
    return;
  first--;
  if (builder->drafts->len > 1 && strchr (last_draft (builder)->label, '(') == NULL)
    while (first > 0)
      {
        const AgreedDraft *draft = g_ptr_array_index (builder->drafts, first - 1);

        if (!ends_in_semicolon (draft->wording) || strchr (draft->label, '(') != NULL ||
            agreed_opening_guess (draft->wording->str, builder->set) == AGREED_OPENING_PREAMBULAR)
          break;
        first--;
      }
  if (agreed_opening_guess (last_draft (builder)->wording->str, builder->set) == AGREED_OPENING_PREAMBULAR)
    return;
  for (guint i = first; i < builder->drafts->len; i++)
    relabel (g_ptr_array_index (builder->drafts, i), i - first + 1);
}

/* Reads the text that begins at the span's start, sets where it ends. */
static void
build (Builder *builder)
{
  guint i = builder->span.start;
  gsize organ_length;
  guint organ;

  if (builder->span.organ != G_MAXUINT && agreed_opening_names_organ (block_at (builder->blocks, i), builder->set, &organ, &organ_length))
    {
      const AgreedBlock *block = block_at (builder->blocks, i);

      if (block->wording[organ_length] != '\0')
        open_paragraph (builder, AGREED_PARAGRAPH_PREAMBULAR, block, organ_length);
      i++;
    }
  else if (builder->span.organ != G_MAXUINT)
    i++;
  for (; i < builder->limit; i++)
    {
      if (!take_block (builder, i))
        break;
      if (builder->drafts->len > 0 && builder->span.quoted && block_at (builder->blocks, i)->kind == AGREED_BLOCK_WORDING &&
          agreed_draft_close_quotation (last_draft (builder)))
        {
          i++;
          break;
        }
    }
  builder->span.end = i;
  if (builder->drafts->len > 0)
    agreed_draft_close_quotation (last_draft (builder));
  find_unnumbered_operative (builder);
}

static void
builder_clear (Builder *builder)
{
  g_free (builder->letter);
  g_free (builder->roman);
  g_free (builder->base);
  g_string_free (builder->heading, TRUE);
}

GPtrArray *
agreed_drafts_read (GPtrArray              *blocks,
                    const AgreedWordingSet *set,
                    guint                   limit,
                    AgreedSpan             *span)
{
  Builder builder = { .blocks = blocks, .set = set, .span = *span, .limit = limit, .heading = g_string_new (NULL) };

  builder.drafts = agreed_drafts_new ();
  build (&builder);
  *span = builder.span;
  builder_clear (&builder);

  return builder.drafts;
}
