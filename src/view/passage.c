/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage.h"

#include "passage-attributes.h"
#include "passage-marks.h"
#include "passage-tables.h"

#include <string.h>

/* What a column's text is woven from. */
typedef struct {
  const char *wordings[AGREED_N_TEXTS];
  GArray *marks[AGREED_N_TEXTS]; /* AgreedPlacedMark */
  GString *text;
  GArray *stretches;
  gboolean moved; /* whether the run at hand was */
  const AgreedRun *came; /* the run in which the wording at hand did, or NULL */
} Weaver;

static void
agreed_passage_free (AgreedPassage *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_clear_pointer (&self->settings, g_array_unref);
  g_clear_pointer (&self->tagged, g_array_unref);
  g_free (self->text);
  g_free (self);
}

static void
weaver_init (Weaver    *weaver,
             AgreedRow *row)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      weaver->wordings[side] = agreed_row_get_wording (row, side);
      weaver->marks[side] = agreed_marks_place (row, side);
    }
  weaver->text = NULL;
  weaver->stretches = NULL;
  weaver->moved = FALSE;
  weaver->came = NULL;
}

static void
weaver_clear (Weaver *weaver)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_array_unref (weaver->marks[side]);
}

static void
append_stretch (Weaver                   *weaver,
                AgreedSide                side,
                gsize                     start,
                AgreedRunKind             kind,
                gboolean                  is_wording,
                const AgreedFootnoteMark *mark,
                const char               *text,
                gsize                     length)
{
  gboolean came = weaver->came != NULL, came_moved = came && weaver->came->moved;
  AgreedStretch stretch = { weaver->text->len, length, side,       start, kind,
                            weaver->moved,     came,   came_moved, is_wording, mark };

  if (length == 0)
    return;
  g_array_append_val (weaver->stretches, stretch);
  g_string_append_len (weaver->text, text, length);
}

static void
append_marks (Weaver        *weaver,
              AgreedSide     side,
              gsize          after,
              gsize          upto,
              AgreedRunKind  kind)
{
  for (guint i = 0; i < weaver->marks[side]->len; i++)
    {
      const AgreedPlacedMark *placed = &g_array_index (weaver->marks[side], AgreedPlacedMark, i);

      if (placed->offset == upto && (placed->offset > after || after == 0))
        append_stretch (weaver, placed->is_gone ? AGREED_SIDE_OLDER : side, placed->is_gone ? placed->older_offset : upto,
                        placed->is_gone ? AGREED_RUN_DELETED : kind, FALSE, placed->mark, placed->mark->marker,
                        strlen (placed->mark->marker));
    }
}

/* The next place after @start, and not after @end, where a marker has to be put in; else @end. */
static gsize
next_mark (Weaver     *weaver,
           AgreedSide  side,
           gsize       start,
           gsize       end)
{
  for (guint i = 0; i < weaver->marks[side]->len; i++)
    {
      gsize offset = g_array_index (weaver->marks[side], AgreedPlacedMark, i).offset;

      if (offset > start && offset < end)
        return offset;
    }

  return end;
}

/* Appends wording with the markers that stand in it or at its end. A marker belongs to what stands before it. */
static void
append_wording (Weaver        *weaver,
                AgreedSide     side,
                gsize          start,
                gsize          end,
                AgreedRunKind  kind)
{
  if (start == 0 && end > 0)
    append_marks (weaver, side, 0, 0, kind);

  while (start < end)
    {
      gsize stop = next_mark (weaver, side, start, end);

      append_stretch (weaver, side, start, kind, TRUE, NULL, weaver->wordings[side] + start, stop - start);
      append_marks (weaver, side, start, stop, kind);
      start = stop;
    }
}

/* In woven text an end of paragraph that came or went is told by a sign, as redlines do. */
static void
append_woven (Weaver        *weaver,
              AgreedSide     side,
              gsize          start,
              gsize          end,
              AgreedRunKind  kind)
{
  const char *wording = weaver->wordings[side];

  while (start < end)
    {
      const char *line_end = memchr (wording + start, '\n', end - start);
      gsize stop = line_end != NULL ? line_end - wording : end;

      append_wording (weaver, side, start, stop, kind);
      if (line_end == NULL)
        return;
      if (kind != AGREED_RUN_EQUAL)
        append_stretch (weaver, side, stop, kind, FALSE, NULL, "¶", strlen ("¶"));
      if (kind == AGREED_RUN_DELETED)
        append_stretch (weaver, side, stop, kind, FALSE, NULL, " ", 1);
      if (kind != AGREED_RUN_DELETED)
        append_stretch (weaver, side, stop, kind, TRUE, NULL, "\n", 1);
      start = stop + 1;
    }
}

/* @row: (nullable): as for one that nothing became of */
static AgreedRunKind
whole_kind (AgreedRow *row)
{
  if (row == NULL)
    return AGREED_RUN_EQUAL;

  switch (agreed_row_get_change (row))
    {
    case AGREED_CHANGE_ADDED:
      return AGREED_RUN_INSERTED;
    case AGREED_CHANGE_REMOVED:
      return AGREED_RUN_DELETED;
    case AGREED_CHANGE_UNCHANGED:
    case AGREED_CHANGE_REWORDED:
    default:
      return AGREED_RUN_EQUAL;
    }
}

static AgreedPassage *
passage_new (Weaver     *weaver,
             AgreedSide  side,
             guint       depth)
{
  AgreedPassage *self = g_new0 (AgreedPassage, 1);

  self->side = side;
  self->depth = depth;
  self->stretches = g_array_new (FALSE, FALSE, sizeof (AgreedStretch));
  weaver->text = g_string_new (NULL);
  weaver->stretches = self->stretches;

  return self;
}

static void
passage_take_text (AgreedPassage *self,
                   Weaver        *weaver)
{
  self->text = g_string_free (g_steal_pointer (&weaver->text), FALSE);
  weaver->stretches = NULL;
}

/* The first byte from @start on, and not after @end, where @row, in which the wording is the newer one, goes over from what
 * came to what was there, or back. @came: the run before it where that came, else NULL */
static gsize
find_turn (AgreedRow        *row,
           gsize             start,
           gsize             end,
           const AgreedRun **came)
{
  GArray *runs = agreed_row_get_runs (row);

  *came = NULL;
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (run->kind == AGREED_RUN_DELETED || run->newer_start + run->newer_length <= start)
        continue;
      *came = run->kind == AGREED_RUN_INSERTED ? run : NULL;
      return MIN (end, run->newer_start + run->newer_length);
    }

  return end;
}

/* Appends a run of the older text, cut where what the earliest text had not begins and ends. @before: (nullable) */
static void
append_run (Weaver        *weaver,
            AgreedRow     *before,
            AgreedSide     side,
            gsize          start,
            gsize          end,
            AgreedRunKind  kind)
{
  gboolean cuts = side == AGREED_SIDE_OLDER && before != NULL && whole_kind (before) == AGREED_RUN_EQUAL;

  while (start < end)
    {
      gsize stop = cuts ? find_turn (before, start, end, &weaver->came) : end;

      append_wording (weaver, side, start, stop, kind);
      start = stop;
    }
  weaver->came = NULL;
}

/* @step: the row that tells what became of the wording on this side, which is another one for the earliest text */
static AgreedPassage *
weave_paragraph (Weaver          *weaver,
                 AgreedRow       *row,
                 AgreedRow       *step,
                 AgreedParagraph *paragraph,
                 AgreedSide       side,
                 gsize            base)
{
  AgreedPassage *self = passage_new (weaver, side, agreed_paragraph_get_depth (paragraph));
  AgreedRow *before = side == AGREED_SIDE_OLDER ? agreed_row_get_before (row) : NULL;
  GArray *runs = agreed_row_get_runs (step);
  gsize end = base + strlen (agreed_paragraph_get_wording (paragraph));
  gsize done = base;

  self->paragraph = paragraph;
  self->opening = agreed_paragraph_get_opening (paragraph);
  self->plain = whole_kind (step) != AGREED_RUN_EQUAL;
  self->came = whole_kind (before) == AGREED_RUN_INSERTED;
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      gsize start = side != AGREED_SIDE_NEWER ? run->older_start : run->newer_start;
      gsize stop = start + (side != AGREED_SIDE_NEWER ? run->older_length : run->newer_length);

      start = CLAMP (start, done, end);
      stop = CLAMP (stop, done, end);
      weaver->moved = run->moved;
      append_run (weaver, before, side, start, stop, run->kind);
      done = MAX (done, stop);
    }
  weaver->moved = FALSE;
  append_run (weaver, before, side, done, end, whole_kind (step));
  passage_take_text (self, weaver);

  return self;
}

static void
weave_paragraphs (Weaver     *weaver,
                  AgreedRow  *row,
                  AgreedSide  side,
                  GPtrArray  *passages)
{
  AgreedRow *step = side == AGREED_SIDE_EARLIEST ? agreed_row_get_before (row) : row;
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
  gsize base = 0, text_base = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      AgreedParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      AgreedPassage *passage = weave_paragraph (weaver, row, step, paragraph, side, base);

      passage->base = text_base;
      text_base += strlen (passage->text) + 1;
      base += strlen (agreed_paragraph_get_wording (paragraph)) + 1;
      g_ptr_array_add (passages, passage);
    }
}

/* A hair's breadth between what went and what came: else Arabic letters of the two would join, and their numbers run
 * together in reading direction. */
static void
append_gap (Weaver          *weaver,
            const AgreedRun *run)
{
  gboolean older = run->kind == AGREED_RUN_DELETED;
  const AgreedStretch *last;

  if (weaver->stretches->len == 0 || run->kind == AGREED_RUN_EQUAL)
    return;
  last = &g_array_index (weaver->stretches, AgreedStretch, weaver->stretches->len - 1);
  if (last->kind == AGREED_RUN_EQUAL || last->kind == run->kind)
    return;

  append_stretch (weaver, older ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER, older ? run->older_start : run->newer_start,
                  AGREED_RUN_EQUAL, FALSE, NULL, "\u200a", strlen ("\u200a"));
}

static void
weave_sides (Weaver    *weaver,
             AgreedRow *row,
             GPtrArray *passages)
{
  GPtrArray *newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER);
  AgreedSide side = newer->len > 0 ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  AgreedParagraph *first = g_ptr_array_index (agreed_row_get_paragraphs (row, side), 0);
  AgreedPassage *self = passage_new (weaver, side, agreed_paragraph_get_depth (first));
  GArray *runs = agreed_row_get_runs (row);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      append_gap (weaver, run);
      weaver->moved = run->moved;
      if (run->kind == AGREED_RUN_DELETED)
        append_woven (weaver, AGREED_SIDE_OLDER, run->older_start, run->older_start + run->older_length, run->kind);
      else
        append_woven (weaver, AGREED_SIDE_NEWER, run->newer_start, run->newer_start + run->newer_length, run->kind);
      weaver->moved = FALSE;
    }
  if (runs == NULL || runs->len == 0)
    append_woven (weaver, side, 0, strlen (weaver->wordings[side]), whole_kind (row));
  /* An opening that was reworded is told as a change; one that stayed is emphasised. */
  if (self->stretches->len > 0)
    {
      gsize opening = agreed_paragraph_get_opening (first);
      const AgreedStretch *head = &g_array_index (self->stretches, AgreedStretch, 0);

      self->opening = head->side == side && head->text_length >= opening ? opening : 0;
    }
  passage_take_text (self, weaver);
  g_ptr_array_add (passages, self);
}

/* What stood in the earliest text alone has none. */
static gboolean
has_sides (AgreedRow *row)
{
  return agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len + agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len > 0;
}

GPtrArray *
agreed_passages_new (AgreedRow  *row,
                     AgreedSide  column,
                     gboolean    one_column)
{
  GPtrArray *passages = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_passage_free);
  Weaver weaver;

  weaver_init (&weaver, row);
  if (!one_column)
    weave_paragraphs (&weaver, row, column, passages);
  else if (column == AGREED_SIDE_NEWER && has_sides (row))
    {
      agreed_marks_add_gone (weaver.marks[AGREED_SIDE_NEWER], weaver.marks[AGREED_SIDE_OLDER], row);
      weave_sides (&weaver, row, passages);
    }
  weaver_clear (&weaver);

  return passages;
}

void
agreed_passage_lay_out (AgreedPassage         *self,
                        const AgreedViewStyle *style,
                        int                    width)
{
  gboolean rtl = style->rtl[self->side];
  g_autoptr (PangoAttrList) attributes = agreed_passage_create_attributes (self, style);

  g_set_object (&self->layout, NULL);
  self->layout = pango_layout_new (style->contexts[self->side]);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_alignment (self->layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_set_attributes (self->layout, attributes);
  agreed_passage_lay_out_tables (self->layout, width);
  pango_layout_get_pixel_size (self->layout, NULL, &self->height);
  self->width = width;
}

const AgreedStretch *
agreed_passage_find_stretch (AgreedPassage *self,
                             gsize          index)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (self->stretches, AgreedStretch, i);

      if (index >= stretch->text_start && index < stretch->text_start + stretch->text_length)
        return stretch;
    }

  return NULL;
}

void
agreed_passage_get_marked (AgreedPassage       *self,
                           const AgreedStretch *stretch,
                           gsize               *start,
                           gsize               *end)
{
  *start = stretch->text_start;
  *end = *start + stretch->text_length;
  while (*start < *end && g_ascii_isspace (self->text[*start]))
    (*start)++;
  while (*end > *start && g_ascii_isspace (self->text[*end - 1]))
    (*end)--;

  /* A space that came or went is all there is to mark. */
  if (*start == *end)
    {
      *start = stretch->text_start;
      *end = *start + stretch->text_length;
    }
}

void
agreed_passage_append_wording (AgreedPassage *self,
                               gsize          start,
                               gsize          end,
                               gboolean       with_deleted,
                               GString       *string)
{
  for (guint i = 0; i < self->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (self->stretches, AgreedStretch, i);
      gsize from = MAX (start, stretch->text_start);
      gsize upto = MIN (end, stretch->text_start + stretch->text_length);

      if (from < upto && stretch->is_wording && (with_deleted || stretch->kind != AGREED_RUN_DELETED))
        g_string_append_len (string, self->text + from, upto - from);
    }
}

gsize
agreed_passages_get_length (GPtrArray *passages)
{
  AgreedPassage *last;

  if (passages->len == 0)
    return 0;
  last = g_ptr_array_index (passages, passages->len - 1);

  return last->base + strlen (last->text);
}
