/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "structure.h"

#include <string.h>

#include "dates.h"
#include "head.h"
#include "openings.h"

/* How far ahead the next number of an operative paragraph is looked for, behind a heading and behind wording. */
#define HEADING_BLOCKS  3
#define BLOCKS_AHEAD    40
/* How many blocks behind a text its footnotes may stand. */
#define FOOTNOTES_BEHIND 1000

typedef struct {
  AgreedParagraphKind kind;
  char *label;
  GString *wording;
  GArray *marks; /* AgreedBlockMark, its strings owned by the blocks */
} Draft;

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
  char *letter;         /* of the sub-paragraph at hand, first and second level */
  char *roman;
  char *base;           /* label of the paragraph that they are under */
} Builder;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->label);
  g_string_free (draft->wording, TRUE);
  g_array_unref (draft->marks);
  g_free (draft);
}

static AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

static guint
block_number (const AgreedBlock *block)
{
  return block->kind == AGREED_BLOCK_WORDING && block->number != NULL && g_ascii_isdigit (*block->number)
           ? (guint) atoi (block->number) : 0;
}

static gboolean
is_lettered (const AgreedBlock *block)
{
  return block->kind == AGREED_BLOCK_WORDING && block->number != NULL && !g_ascii_isdigit (*block->number);
}

static gunichar
last_letter (const char *wording)
{
  const char *p = wording + strlen (wording);

  while (p > wording)
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
ends_in_stop (const char *wording)
{
  gunichar c = last_letter (wording);

  return c == '.' || c == 0x3002 || c == 0xff0e || c == 0x06d4;
}

static gboolean
ends_in_semicolon (const char *wording)
{
  gunichar c = last_letter (wording);

  return c == ';' || c == 0xff1b || c == 0x061b;
}

static gboolean
ends_in_colon (const char *wording)
{
  gunichar c = last_letter (wording);

  return c == ':' || c == 0xff1a;
}

/* Takes the mark that ends a quotation off the end, where it closes nothing that the wording opens itself. */
static gboolean
take_closing_quote (GString *wording)
{
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

/* The name of the organ at the start of a block; the block must hold nothing else, or go on as a preamble does. */
static gboolean
is_organ (const AgreedBlock      *block,
          const AgreedWordingSet *set,
          guint                  *organ,
          gsize                  *length)
{
  const char *rest;

  if (block->kind != AGREED_BLOCK_WORDING || block->number != NULL)
    return FALSE;
  *length = agreed_opening_organ (block->wording, set, organ);
  if (*length == 0)
    return FALSE;
  rest = block->wording + *length;
  while (g_ascii_isspace (*rest))
    rest++;
  *length = rest - block->wording;

  return *rest == '\0' || (!g_unichar_islower (g_utf8_get_char (block->wording)) &&
                           agreed_opening_guess (rest, set) == AGREED_OPENING_PREAMBULAR);
}

static void
append_wording (Draft             *draft,
                const AgreedBlock *block,
                gsize              from)
{
  gsize offset;
  gunichar last;

  if (draft->wording->len > 0 && block->wording[from] != '\0')
    {
      last = g_utf8_get_char (g_utf8_prev_char (draft->wording->str + draft->wording->len));
      if (!g_unichar_iswide (last))
        g_string_append_c (draft->wording, ' ');
    }
  offset = draft->wording->len;
  g_string_append (draft->wording, block->wording + from);
  for (guint i = 0; i < block->marks->len; i++)
    {
      AgreedBlockMark mark = g_array_index (block->marks, AgreedBlockMark, i);

      mark.offset = offset + (mark.offset > from ? mark.offset - from : 0);
      g_array_append_val (draft->marks, mark);
    }
}

static Draft *
add_draft (Builder             *builder,
           AgreedParagraphKind  kind,
           const char          *label,
           const AgreedBlock   *block,
           gsize                from)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->kind = kind;
  draft->label = g_strdup (label);
  draft->wording = g_string_new (NULL);
  draft->marks = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  append_wording (draft, block, from);
  g_ptr_array_add (builder->drafts, draft);
  builder->section_due = FALSE;

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

static gboolean
follows_roman (const char *before,
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
  AgreedParagraphKind kind = builder->numbered || builder->operative > 0 ? AGREED_PARAGRAPH_OPERATIVE : AGREED_PARAGRAPH_PREAMBULAR;
  gboolean second = builder->letter != NULL && follows_roman (builder->roman, block->number) && !is_letter_i (builder, i) &&
                    !follows_roman (builder->letter, block->number);

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
      if (block_number (block) == number)
        return !builder->span.quoted || block->quoted || k == i;
      if (block_number (block) > 0)
        return FALSE;
      blocks--;
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
  if (!agreed_head_is_heading (block))
    return FALSE;
  length = agreed_wording_match_any (block->wording, set->annexes, NULL);
  if (length > 0 && strlen (block->wording) < length + 24)
    return TRUE;

  return agreed_wording_match_any (block->wording, set->drafts, NULL) > 0;
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
      if (is_lettered (block))
        return !g_str_equal (block->number, "a") && !g_str_equal (block->number, "i");
      if (block->number != NULL || ends_text (block, builder->set))
        return FALSE;
    }

  return FALSE;
}

static Draft *
last_draft (Builder *builder)
{
  return builder->drafts->len > 0 ? g_ptr_array_index (builder->drafts, builder->drafts->len - 1) : NULL;
}

/* A block with an Arabic number; FALSE where it ends the text. */
static gboolean
take_numbered (Builder           *builder,
               const AgreedBlock *block)
{
  guint number = block_number (block);
  gboolean opens = agreed_opening_guess (block->wording, builder->set) != AGREED_OPENING_NONE;

  if (builder->span.quoted && !block->quoted && !opens)
    return FALSE;
  if (builder->operative > 0 && !builder->numbered)
    return FALSE;
  if (number == builder->operative + 1 || (builder->operative == 0 && opens && number < 4) ||
      (number > builder->operative && number <= builder->operative + 5 && opens))
    builder->operative = number;
  else if (number == 1 && builder->operative > 0 && (builder->section_due || opens))
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
  Draft *last = last_draft (builder);

  if (opening == AGREED_OPENING_OPERATIVE && !number_ahead (builder, i, 1, BLOCKS_AHEAD))
    {
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if (opening == AGREED_OPENING_NONE && agreed_head_is_heading (block))
    {
      builder->section_due = TRUE;
      return number_ahead (builder, i, 1, BLOCKS_AHEAD) || last == NULL || !ends_in_stop (last->wording->str);
    }
  if (opening == AGREED_OPENING_NONE && last != NULL && ends_in_stop (last->wording->str) &&
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
  Draft *last = last_draft (builder);
  AgreedOpening opening = agreed_opening_guess (block->wording, builder->set);

  if (!builder->numbered && (opening == AGREED_OPENING_OPERATIVE || opening == AGREED_OPENING_EITHER) &&
      !ends_in_stop (last->wording->str))
    {
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if (!block->heading && (ends_in_colon (last->wording->str) || letter_ahead (builder, i)))
    {
      /* a quotation or a list without numbers */
      append_wording (last, block, 0);
      return TRUE;
    }
  if (agreed_head_is_heading (block))
    {
      builder->section_due = TRUE;
      return number_ahead (builder, i, builder->operative + 1, HEADING_BLOCKS) || number_ahead (builder, i, 1, HEADING_BLOCKS);
    }
  if (number_ahead (builder, i, builder->operative + 1, BLOCKS_AHEAD))
    {
      if (opening == AGREED_OPENING_NONE || !number_ahead (builder, i, builder->operative + 2, 1))
        append_wording (last, block, 0);
      return TRUE;
    }
  if (number_ahead (builder, i, builder->operative + 2, BLOCKS_AHEAD) && opening != AGREED_OPENING_NONE)
    {
      /* a paragraph whose number was lost */
      builder->operative++;
      open_paragraph (builder, AGREED_PARAGRAPH_OPERATIVE, block, 0);
      return TRUE;
    }
  if (ends_in_stop (last->wording->str))
    return FALSE;
  append_wording (last, block, 0);

  return TRUE;
}

/* One block into the text; FALSE where the text has ended before it. */
static gboolean
take_block (Builder *builder,
            guint    i)
{
  const AgreedBlock *block = block_at (builder->blocks, i);

  if (block->kind != AGREED_BLOCK_WORDING || *block->wording == '\0')
    return TRUE;
  if (ends_text (block, builder->set))
    return builder->drafts->len == 0;
  if (block_number (block) > 0)
    return take_numbered (builder, block);
  if (is_lettered (block))
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
relabel (Draft      *draft,
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

  if (builder->operative > 0 || builder->drafts->len == 0 || !ends_in_stop (last_draft (builder)->wording->str))
    return;
  first--;
  if (builder->drafts->len > 1 && strchr (last_draft (builder)->label, '(') == NULL)
    while (first > 0)
      {
        const Draft *draft = g_ptr_array_index (builder->drafts, first - 1);

        if (!ends_in_semicolon (draft->wording->str) || strchr (draft->label, '(') != NULL ||
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

  if (builder->span.organ != G_MAXUINT && is_organ (block_at (builder->blocks, i), builder->set, &organ, &organ_length))
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
          take_closing_quote (last_draft (builder)->wording))
        {
          i++;
          break;
        }
    }
  builder->span.end = i;
  if (builder->drafts->len > 0)
    take_closing_quote (last_draft (builder)->wording);
  find_unnumbered_operative (builder);
}

static void
add_paragraphs (Builder    *builder,
                AgreedText *text,
                GHashTable *called)
{
  for (guint i = 0; i < builder->drafts->len; i++)
    {
      const Draft *draft = g_ptr_array_index (builder->drafts, i);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (draft->kind, draft->label, draft->wording->str);
      gsize opening;

      if (agreed_opening_scan (draft->wording->str, builder->set, &opening) != AGREED_OPENING_NONE)
        agreed_paragraph_set_opening (paragraph, opening);
      for (guint k = 0; k < draft->marks->len; k++)
        {
          const AgreedBlockMark *mark = &g_array_index (draft->marks, AgreedBlockMark, k);

          agreed_paragraph_add_mark (paragraph, mark->marker, MIN (mark->offset, draft->wording->len));
          g_hash_table_add (called, mark->marker);
        }
      agreed_text_append (text, paragraph);
    }
}

/* The footnotes that the text's paragraphs call: those behind its start first, for numbers may begin anew in each text. */
static void
add_footnotes (Builder    *builder,
               AgreedText *text,
               GHashTable *called)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = round == 0 ? builder->span.start : builder->span.head;
         i < (round == 0 ? MIN (builder->blocks->len, builder->span.end + FOOTNOTES_BEHIND) : builder->span.start) && g_hash_table_size (called) > 0; i++)
      {
        const AgreedBlock *block = block_at (builder->blocks, i);

        if (block->kind == AGREED_BLOCK_FOOTNOTE && block->number != NULL && g_hash_table_remove (called, block->number))
          {
            g_autoptr (AgreedFootnote) footnote = agreed_footnote_new (block->number, block->wording);

            agreed_text_append_footnote (text, footnote);
          }
      }
}

static void
builder_clear (Builder *builder)
{
  g_ptr_array_unref (builder->drafts);
  g_free (builder->letter);
  g_free (builder->roman);
  g_free (builder->base);
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

      if (!is_organ (block_at (blocks, i), set, &span.organ, &length) && !is_organ_without_comma (blocks, i, set, &span.organ))
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
      opens = agreed_opening_scan (block->wording, set, NULL) != AGREED_OPENING_NONE && !is_lettered (block) &&
              !agreed_head_is_heading (block);
      if (opens && previous != G_MAXUINT)
        {
          AgreedSpan span = { .start = previous, .organ = G_MAXUINT, .quoted = block_at (blocks, previous)->quoted };

          g_array_append_val (starts, span);
          return;
        }
      previous = opens && block_number (block) < 2 ? i : G_MAXUINT;
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
  Builder builder = { .blocks = blocks, .set = set, .span = g_array_index (spans, AgreedSpan, i) };
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean found;

  builder.span.head = head;
  builder.limit = i + 1 < spans->len ? g_array_index (spans, AgreedSpan, i + 1).start : blocks->len;
  builder.drafts = g_ptr_array_new_with_free_func (draft_free);
  build (&builder);
  found = builder.drafts->len > 0;
  if (found)
    {
      AgreedText *text = agreed_text_new ();

      agreed_text_set_language (text, set->code);
      add_paragraphs (&builder, text, called);
      add_footnotes (&builder, text, called);
      g_ptr_array_add (texts, text);
    }
  g_array_index (spans, AgreedSpan, i) = builder.span;
  builder_clear (&builder);

  return found;
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

  return TRUE;
}
