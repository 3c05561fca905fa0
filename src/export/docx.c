/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx.h"

#include "difference.h"
#include "docx-package.h"
#include "docx-writer.h"
#include "redline-order.h"

#include <string.h>

/* What stands in a wording beside its letters; where several stand at one place, in this order. */
typedef enum {
  EVENT_MARK,   /* a footnote is called */
  EVENT_OPENED, /* the opening words are over */
  EVENT_BREAK,  /* the next paragraph begins after this line feed */
} EventKind;

typedef struct {
  EventKind kind;
  gsize position; /* bytes of the row's wording */
  const char *marker;
} Event;

/* One side of the row at hand, read from its beginning to its end. */
typedef struct {
  AgreedText *text;
  GPtrArray *paragraphs;
  const char *wording;
  GArray *events;
  guint next;       /* event */
  guint paragraph;  /* that is being read */
  gboolean opening; /* whether its opening words are not over yet */
  gsize counted;    /* up to where the letters of the stretch at hand were counted */
  gsize letters;
} Side;

typedef struct {
  AgreedDocxWriter *writer;
  Side sides[AGREED_N_SIDES];
  GHashTable *moves; /* AgreedRow to its number */
} Redline;

/* A stretch of both wordings, or of one: end is start where a side has none. */
typedef struct {
  gsize start[AGREED_N_SIDES];
  gsize end[AGREED_N_SIDES];
} Stretch;

static void
add_event (Side       *side,
           EventKind   kind,
           gsize       position,
           const char *marker)
{
  Event event = { kind, position, marker };

  g_array_append_val (side->events, event);
}

static void
add_events_of (Side  *side,
               guint  which,
               gsize  start)
{
  AgreedParagraph *paragraph = side->paragraphs->pdata[which];
  gsize opening = agreed_paragraph_get_opening (paragraph);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  guint i = 0;

  for (; i < n_marks && marks[i].offset <= opening; i++)
    add_event (side, EVENT_MARK, start + marks[i].offset, marks[i].marker);
  if (opening > 0)
    add_event (side, EVENT_OPENED, start + opening, NULL);
  for (; i < n_marks; i++)
    add_event (side, EVENT_MARK, start + marks[i].offset, marks[i].marker);
}

/* From its paragraph @first on, @n of them. Returns: where the wording of the first begins */
static gsize
open_side (Side       *side,
           AgreedRow  *row,
           AgreedSide  which,
           guint       first,
           guint       n)
{
  gsize start = 0, begin = 0;

  side->paragraphs = agreed_row_get_paragraphs (row, which);
  side->wording = agreed_row_get_wording (row, which);
  g_array_set_size (side->events, 0);
  side->next = 0;
  side->paragraph = first;
  for (guint i = 0; i < side->paragraphs->len && i < first + n; i++)
    {
      gsize end = start + strlen (agreed_paragraph_get_wording (side->paragraphs->pdata[i]));

      if (i == first)
        begin = start;
      if (i >= first)
        add_events_of (side, i, start);
      if (i >= first && i + 1 < first + n)
        add_event (side, EVENT_BREAK, end, NULL);
      start = end + 1;
    }
  return begin;
}

/* The next event of a stretch. What stands at its end belongs to it, as footnotes are called behind the words that they
 * belong to; a line feed is one of its bytes. */
static const Event *
peek_event (const Side *side,
            gsize       start,
            gsize       end)
{
  const Event *event = side->next < side->events->len ? &g_array_index (side->events, Event, side->next) : NULL;

  if (event == NULL || start == end || (event->kind == EVENT_BREAK ? event->position >= end : event->position > end))
    return NULL;
  return event;
}

/* Goes on counting what is no white space, which both sides of a stretch have alike. */
static gsize
count_letters (Side  *side,
               gsize  end)
{
  for (; side->counted < end; side->counted += g_utf8_skip[(guchar) side->wording[side->counted]])
    side->letters += !g_unichar_isspace (g_utf8_get_char (side->wording + side->counted));

  return side->letters;
}

/* Where @letters have gone by after @start, at most at @end. */
static gsize
skip_letters (const char *wording,
              gsize       start,
              gsize       end,
              gsize       letters)
{
  for (; letters > 0 && start < end; start += g_utf8_skip[(guchar) wording[start]])
    letters -= !g_unichar_isspace (g_utf8_get_char (wording + start));

  return start;
}

/* "17." before an operative paragraph, "(a)" before what is under it, nothing before a preambular paragraph or the only
 * operative one. Returns: (transfer full) */
static char *
print_number (AgreedText      *text,
              AgreedParagraph *paragraph)
{
  const char *label = agreed_paragraph_get_label (paragraph);
  const char *part = strrchr (label, '(');
  const char *series = strchr (label, '.');

  if (part != NULL)
    return g_strconcat (part, "\t", NULL);
  if (agreed_paragraph_get_kind (paragraph) == AGREED_PARAGRAPH_PREAMBULAR)
    return g_strdup ("");
  if (g_str_equal (label, "OP1") && agreed_text_find_paragraph (text, "OP2") == NULL)
    return g_strdup ("");
  return g_strconcat (series != NULL ? series + 1 : label + strlen ("OP"), ".\t", NULL);
}

static AgreedParagraph *
get_paragraph (const Side *side)
{
  return side->paragraph < side->paragraphs->len ? side->paragraphs->pdata[side->paragraph] : NULL;
}

/* What stands before the wordings of the paragraphs that begin: headings and numbers. @tracks: of what only one side has */
static void
begin_paragraph (Redline           *self,
                 const gboolean     begins[AGREED_N_SIDES],
                 const AgreedTrack  tracks[AGREED_N_SIDES])
{
  const char *headings[AGREED_N_SIDES] = { NULL };
  g_autofree char *older = NULL, *newer = NULL;

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    if (begins[i])
      {
        Side *side = &self->sides[i];
        AgreedParagraph *paragraph = get_paragraph (side);

        side->opening = agreed_paragraph_get_opening (paragraph) > 0;
        headings[i] = agreed_paragraph_get_heading (paragraph);
        *(i == AGREED_SIDE_OLDER ? &older : &newer) = print_number (side->text, paragraph);
      }
  if (headings[0] != NULL || headings[1] != NULL)
    agreed_docx_writer_add_lines (self->writer, AGREED_DOCX_HEADING, headings[AGREED_SIDE_OLDER], headings[AGREED_SIDE_NEWER]);
  if (g_strcmp0 (older, newer) == 0)
    {
      agreed_docx_writer_add_text (self->writer, AGREED_TRACK_KEPT, newer, -1, FALSE);
      return;
    }
  if (older != NULL)
    agreed_docx_writer_add_text (self->writer, tracks[AGREED_SIDE_OLDER], older, -1, FALSE);
  if (newer != NULL)
    agreed_docx_writer_add_text (self->writer, tracks[AGREED_SIDE_NEWER], newer, -1, FALSE);
}

static void
end_paragraph (Redline     *self,
               AgreedTrack  track,
               AgreedSide   which,
               guint        move)
{
  guint depth = agreed_paragraph_get_depth (get_paragraph (&self->sides[which]));

  agreed_docx_writer_end_paragraph (self->writer, track, move, AGREED_DOCX_PARAGRAPH, depth);
}

/* What one side has at a place, or both. */
static void
write_event (Redline           *self,
             EventKind          kind,
             const char *const  markers[AGREED_N_SIDES],
             const gboolean     at[AGREED_N_SIDES],
             AgreedTrack        track)
{
  static const AgreedTrack tracks[AGREED_N_SIDES] = { AGREED_TRACK_DELETED, AGREED_TRACK_INSERTED };
  AgreedSide which = at[AGREED_SIDE_NEWER] ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  AgreedFootnote *notes[AGREED_N_SIDES] = { NULL };

  if (track == AGREED_TRACK_KEPT && !(at[AGREED_SIDE_OLDER] && at[AGREED_SIDE_NEWER]))
    track = tracks[which];
  if (kind == EVENT_BREAK)
    end_paragraph (self, track, which, 0);
  for (guint i = 0; i < AGREED_N_SIDES; i++)
    if (at[i] && kind == EVENT_MARK)
      notes[i] = agreed_text_find_footnote (self->sides[i].text, markers[i]);
    else if (at[i] && kind == EVENT_OPENED)
      self->sides[i].opening = FALSE;
    else if (at[i])
      self->sides[i].paragraph++;
  if (kind == EVENT_MARK)
    agreed_docx_writer_add_footnote (self->writer, track, markers[which], notes[AGREED_SIDE_OLDER], notes[AGREED_SIDE_NEWER]);
  else if (kind == EVENT_BREAK)
    begin_paragraph (self, at, tracks);
}

/* The next event of either side, or of both where each has the same one at the same place. @letters: set to how many
 * letters of the stretch stand before it. Returns: whether there is one */
static gboolean
take_event (Redline        *self,
            const Stretch  *stretch,
            Event           events[AGREED_N_SIDES],
            gboolean        at[AGREED_N_SIDES],
            gsize          *letters)
{
  gsize before[AGREED_N_SIDES] = { G_MAXSIZE, G_MAXSIZE };
  EventKind kind = EVENT_BREAK;

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    {
      const Event *event = peek_event (&self->sides[i], stretch->start[i], stretch->end[i]);

      at[i] = event != NULL;
      if (at[i])
        {
          events[i] = *event;
          before[i] = count_letters (&self->sides[i], event->position);
        }
    }
  *letters = MIN (before[0], before[1]);
  for (guint i = 0; i < AGREED_N_SIDES; i++)
    if (at[i] && before[i] == *letters)
      kind = MIN (kind, events[i].kind);
  for (guint i = 0; i < AGREED_N_SIDES; i++)
    {
      at[i] = at[i] && before[i] == *letters && events[i].kind == kind;
      self->sides[i].next += at[i];
    }
  return at[0] || at[1];
}

/* A stretch that both sides have, which is written as the newer has it, or one that only one has. */
static void
write_stretch (Redline       *self,
               const Stretch *stretch,
               AgreedTrack    track)
{
  AgreedSide which = stretch->start[AGREED_SIDE_NEWER] < stretch->end[AGREED_SIDE_NEWER] ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  Side *side = &self->sides[which];
  gsize position = stretch->start[which], letters, passed = 0;
  Event events[AGREED_N_SIDES] = { 0 };
  gboolean at[AGREED_N_SIDES];

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    {
      self->sides[i].counted = stretch->start[i];
      self->sides[i].letters = 0;
    }
  while (take_event (self, stretch, events, at, &letters))
    {
      const char *const markers[AGREED_N_SIDES] = { events[0].marker, events[1].marker };
      gsize stop = at[which] ? events[which].position
                             : skip_letters (side->wording, position, stretch->end[which], letters - passed);

      agreed_docx_writer_add_text (self->writer, track, side->wording + position, stop - position, side->opening);
      position = stop + (at[which] && events[which].kind == EVENT_BREAK);
      passed = letters;
      write_event (self, events[at[0] ? 0 : 1].kind, markers, at, track);
    }
  agreed_docx_writer_add_text (self->writer, track, side->wording + position, stretch->end[which] - position, side->opening);
}

static void
write_run (Redline         *self,
           const AgreedRun *run)
{
  static const AgreedTrack tracks[] = {
    [AGREED_RUN_EQUAL] = AGREED_TRACK_KEPT,
    [AGREED_RUN_DELETED] = AGREED_TRACK_DELETED,
    [AGREED_RUN_INSERTED] = AGREED_TRACK_INSERTED,
  };
  Stretch stretch = { { run->older_start, run->newer_start },
                      { run->older_start + run->older_length, run->newer_start + run->newer_length } };

  write_stretch (self, &stretch, tracks[run->kind]);
}

/* The whole of a row. What only is set otherwise is no change to a reader, but it is one to who refuses all changes. */
static void
write_together (Redline   *self,
                AgreedRow *row)
{
  GArray *runs = agreed_row_get_runs (row);

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    open_side (&self->sides[i], row, i, 0, agreed_row_get_paragraphs (row, i)->len);
  begin_paragraph (self, (gboolean[]){ TRUE, TRUE }, (AgreedTrack[]){ AGREED_TRACK_DELETED, AGREED_TRACK_INSERTED });
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      g_autoptr (GArray) parts = NULL;

      if (run->kind != AGREED_RUN_EQUAL)
        {
          write_run (self, run);
          continue;
        }
      parts = agreed_difference_of_setting (self->sides[AGREED_SIDE_OLDER].wording, self->sides[AGREED_SIDE_NEWER].wording, run);
      for (guint j = 0; j < parts->len; j++)
        write_run (self, &g_array_index (parts, AgreedRun, j));
    }
  end_paragraph (self, AGREED_TRACK_KEPT, AGREED_SIDE_NEWER, 0);
}

/* One paragraph of a row that stands at several places: what both texts have of it has moved. */
static void
write_alone (Redline           *self,
             const AgreedPiece *piece)
{
  AgreedSide which = piece->side;
  GPtrArray *older = agreed_row_get_paragraphs (piece->row, AGREED_SIDE_OLDER);
  GPtrArray *newer = agreed_row_get_paragraphs (piece->row, AGREED_SIDE_NEWER);
  GArray *runs = agreed_row_get_runs (piece->row);
  AgreedTrack own = which == AGREED_SIDE_OLDER ? AGREED_TRACK_DELETED : AGREED_TRACK_INSERTED;
  gboolean moved = older->len == 1 && newer->len == 1;
  AgreedTrack shared = !moved ? own : which == AGREED_SIDE_OLDER ? AGREED_TRACK_MOVED_FROM : AGREED_TRACK_MOVED_TO;
  gboolean at[AGREED_N_SIDES] = { which == AGREED_SIDE_OLDER, which == AGREED_SIDE_NEWER };
  gsize first = open_side (&self->sides[which], piece->row, which, piece->paragraph, 1);
  gsize last = first + strlen (agreed_paragraph_get_wording (get_paragraph (&self->sides[which])));

  if (moved && g_hash_table_lookup (self->moves, piece->row) == NULL)
    g_hash_table_insert (self->moves, piece->row, GUINT_TO_POINTER (g_hash_table_size (self->moves) + 1));
  begin_paragraph (self, at, (AgreedTrack[]){ shared, shared });
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      gsize start = which == AGREED_SIDE_OLDER ? run->older_start : run->newer_start;
      gsize length = which == AGREED_SIDE_OLDER ? run->older_length : run->newer_length;
      Stretch stretch = { 0 };

      stretch.start[which] = CLAMP (start, first, last);
      stretch.end[which] = CLAMP (start + length, first, last);
      if (stretch.start[which] < stretch.end[which])
        write_stretch (self, &stretch, run->kind == AGREED_RUN_EQUAL ? shared : own);
    }
  end_paragraph (self, shared, which, GPOINTER_TO_UINT (g_hash_table_lookup (self->moves, piece->row)));
}

static void
write_head (AgreedDocxWriter *writer,
            AgreedText       *older,
            AgreedText       *newer)
{
  agreed_docx_writer_add_lines (writer, AGREED_DOCX_SYMBOL, agreed_text_get_symbol (older), agreed_text_get_symbol (newer));
  agreed_docx_writer_add_lines (writer, AGREED_DOCX_TITLE, agreed_text_get_title (older), agreed_text_get_title (newer));
}

GBytes *
agreed_export_docx (AgreedComparison *comparison)
{
  g_autoptr (AgreedDocxWriter) writer = NULL;
  g_autoptr (GArray) order = NULL;
  Redline self = { NULL };

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    {
      self.sides[i].text = agreed_comparison_get_text (comparison, i);
      self.sides[i].events = g_array_new (FALSE, FALSE, sizeof (Event));
    }
  writer = agreed_docx_writer_new (agreed_text_get_display_name (self.sides[AGREED_SIDE_NEWER].text),
                                   agreed_text_get_language (self.sides[AGREED_SIDE_NEWER].text));
  self.writer = writer;
  self.moves = g_hash_table_new (NULL, NULL);
  write_head (writer, self.sides[AGREED_SIDE_OLDER].text, self.sides[AGREED_SIDE_NEWER].text);
  order = agreed_redline_order_new (comparison);
  for (guint i = 0; i < order->len; i++)
    {
      const AgreedPiece *piece = &g_array_index (order, AgreedPiece, i);

      if (piece->together)
        write_together (&self, piece->row);
      else
        write_alone (&self, piece);
    }
  for (guint i = 0; i < AGREED_N_SIDES; i++)
    g_array_unref (self.sides[i].events);
  g_hash_table_unref (self.moves);

  return agreed_docx_writer_finish (writer);
}
