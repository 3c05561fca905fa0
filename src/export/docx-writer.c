/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-writer.h"

#include "difference.h"
#include "docx-package.h"

#include <string.h>

#define RAISED "<w:rStyle w:val=\"FootnoteReference\"/>"

struct _AgreedDocxWriter {
  char *author; /* escaped */
  char *language;
  gboolean right_to_left;
  GString *body;
  GString *paragraph; /* what is in the open paragraph */
  GString *footnotes;
  GHashTable *called; /* AgreedFootnote of either text to the note's number in the file */
  guint changes;
  guint n_footnotes;
};

/* The elements around text of a track; deleted text has one of its own as well. */
static const char *const elements[] = {
  [AGREED_TRACK_KEPT] = NULL,
  [AGREED_TRACK_DELETED] = "del",
  [AGREED_TRACK_INSERTED] = "ins",
  [AGREED_TRACK_MOVED_FROM] = "moveFrom",
  [AGREED_TRACK_MOVED_TO] = "moveTo",
};

AgreedDocxWriter *
agreed_docx_writer_new (const char *author,
                        const char *language)
{
  AgreedDocxWriter *self = g_new0 (AgreedDocxWriter, 1);

  self->author = g_markup_escape_text (author, -1);
  self->language = g_strdup (language != NULL ? language : "en");
  self->right_to_left = g_str_equal (self->language, "ar");
  self->body = g_string_new (NULL);
  self->paragraph = g_string_new (NULL);
  self->footnotes = g_string_new (NULL);
  self->called = g_hash_table_new (NULL, NULL);
  return self;
}

void
agreed_docx_writer_free (AgreedDocxWriter *self)
{
  g_free (self->author);
  g_free (self->language);
  g_string_free (self->body, TRUE);
  g_string_free (self->paragraph, TRUE);
  g_string_free (self->footnotes, TRUE);
  g_hash_table_unref (self->called);
  g_free (self);
}

/* "<w:ins …>" or, where there is nothing in it, "<w:ins …/>" */
static void
open_change (AgreedDocxWriter *self,
             GString          *out,
             const char       *element,
             const char       *close)
{
  g_string_append_printf (out, "<w:%s w:id=\"%u\" w:author=\"%s\"%s>", element, self->changes++, self->author, close);
}

static void
append_text (GString    *out,
             const char *element,
             const char *text,
             gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append_printf (out, "<w:%s xml:space=\"preserve\">%s</w:%s>", element, escaped, element);
}

/* One run. @inside: elements for its properties and before its text, each "" where there are none */
static void
append_run (AgreedDocxWriter *self,
            GString          *out,
            AgreedTrack       track,
            const char       *properties,
            const char       *before,
            const char       *text,
            gsize             length)
{
  const char *change = elements[track];
  const char *element = track == AGREED_TRACK_DELETED ? "delText" : "t";

  if (change != NULL)
    open_change (self, out, change, "");
  g_string_append_printf (out, "<w:r><w:rPr>%s%s</w:rPr>%s", properties, self->right_to_left ? "<w:rtl/>" : "", before);
  while (length > 0)
    {
      gsize part = 0;

      while (part < length && text[part] != '\t' && text[part] != '\n')
        part++;
      if (part > 0)
        append_text (out, element, text, part);
      if (part < length)
        g_string_append (out, text[part++] == '\t' ? "<w:tab/>" : "<w:br/>");
      text += part;
      length -= part;
    }
  g_string_append (out, "</w:r>");
  if (change != NULL)
    g_string_append_printf (out, "</w:%s>", change);
}

void
agreed_docx_writer_add_text (AgreedDocxWriter *self,
                             AgreedTrack       track,
                             const char       *text,
                             gssize            length,
                             gboolean          opening)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;

  if (bytes > 0)
    append_run (self, self->paragraph, track, opening ? "<w:rStyle w:val=\"" AGREED_DOCX_OPENING "\"/>" : "", "", text, bytes);
}

static void
append_footnote_wording (AgreedDocxWriter *self,
                         AgreedTrack       track,
                         AgreedFootnote   *older,
                         AgreedFootnote   *newer)
{
  const char *old_wording = older != NULL ? agreed_footnote_get_wording (older) : NULL;
  const char *new_wording = newer != NULL ? agreed_footnote_get_wording (newer) : NULL;
  g_autoptr (GArray) runs = NULL;

  if (old_wording == NULL || new_wording == NULL)
    {
      const char *wording = old_wording != NULL ? old_wording : new_wording;

      append_run (self, self->footnotes, track, "", "", wording, strlen (wording));
      return;
    }
  runs = agreed_difference_new (old_wording, new_wording, self->language);
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (run->kind == AGREED_RUN_DELETED)
        append_run (self, self->footnotes, AGREED_TRACK_DELETED, "", "", old_wording + run->older_start, run->older_length);
      else
        append_run (self, self->footnotes, run->kind == AGREED_RUN_EQUAL ? AGREED_TRACK_KEPT : AGREED_TRACK_INSERTED, "", "",
                    new_wording + run->newer_start, run->newer_length);
    }
}

static gboolean
is_number (const char *marker)
{
  return *marker != '\0' && strspn (marker, "0123456789") == strlen (marker);
}

/* The number of a note that is in the file already, or 0. */
static guint
find_called (AgreedDocxWriter *self,
             AgreedFootnote   *footnote)
{
  return footnote != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->called, footnote)) : 0;
}

static void
add_called (AgreedDocxWriter *self,
            AgreedFootnote   *footnote)
{
  if (footnote != NULL)
    g_hash_table_insert (self->called, footnote, GUINT_TO_POINTER (self->n_footnotes));
}

/* A note is called once; another call of it is a reference to the first. Word leaves the field of one behind when its text
 * goes, so only what stays is a field. */
static void
append_second_call (AgreedDocxWriter *self,
                    AgreedTrack       track,
                    const char       *marker,
                    guint             note)
{
  if (track == AGREED_TRACK_KEPT)
    g_string_append_printf (self->paragraph, "<w:fldSimple w:instr=\" NOTEREF _Footnote%u \\f \\h \">", note);
  append_run (self, self->paragraph, track, RAISED, "", marker, strlen (marker));
  if (track == AGREED_TRACK_KEPT)
    g_string_append (self->paragraph, "</w:fldSimple>");
}

static void
append_first_call (AgreedDocxWriter *self,
                   AgreedTrack       track,
                   const char       *marker,
                   AgreedFootnote   *older,
                   AgreedFootnote   *newer)
{
  gboolean numbered = is_number (marker);
  const char *printed = numbered ? "" : marker;
  guint note = ++self->n_footnotes;
  guint bookmark = self->changes++;
  g_autofree char *call = g_strdup_printf ("<w:footnoteReference%s w:id=\"%u\"/>",
                                           numbered ? "" : " w:customMarkFollows=\"1\"", note);

  add_called (self, older);
  add_called (self, newer);
  g_string_append_printf (self->paragraph, "<w:bookmarkStart w:id=\"%u\" w:name=\"_Footnote%u\"/>", bookmark, note);
  append_run (self, self->paragraph, track, RAISED, call, printed, strlen (printed));
  g_string_append_printf (self->paragraph, "<w:bookmarkEnd w:id=\"%u\"/>", bookmark);

  g_string_append_printf (self->footnotes, "<w:footnote w:id=\"%u\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>%s</w:pPr>",
                          note, self->right_to_left ? "<w:bidi/>" : "");
  append_run (self, self->footnotes, AGREED_TRACK_KEPT, RAISED, numbered ? "<w:footnoteRef/>" : "", printed, strlen (printed));
  append_run (self, self->footnotes, AGREED_TRACK_KEPT, "", "", " ", 1);
  append_footnote_wording (self, track, older, newer);
  g_string_append (self->footnotes, "</w:p></w:footnote>");
}

void
agreed_docx_writer_add_footnote (AgreedDocxWriter *self,
                                 AgreedTrack       track,
                                 const char       *marker,
                                 AgreedFootnote   *older,
                                 AgreedFootnote   *newer)
{
  guint old_note = find_called (self, older), new_note = find_called (self, newer);

  if (older == NULL && newer == NULL)
    append_run (self, self->paragraph, track, RAISED, "", marker, strlen (marker));
  else if (older != NULL && newer != NULL && (old_note == 0) != (new_note == 0))
    {
      agreed_docx_writer_add_footnote (self, AGREED_TRACK_DELETED, agreed_footnote_get_marker (older), older, NULL);
      agreed_docx_writer_add_footnote (self, AGREED_TRACK_INSERTED, agreed_footnote_get_marker (newer), NULL, newer);
    }
  else if (old_note > 0 || new_note > 0)
    append_second_call (self, track, marker, new_note > 0 ? new_note : old_note);
  else
    append_first_call (self, track, marker, older, newer);
}

/* Word knows a move by the ranges of the two ends, which have one name. */
static void
append_range (AgreedDocxWriter *self,
              AgreedTrack       track,
              guint             move)
{
  const char *element = elements[track];

  g_string_append_printf (self->body, "<w:%sRangeStart w:id=\"%u\" w:author=\"%s\" w:name=\"move%u\"/>%s<w:%sRangeEnd w:id=\"%u\"/>",
                          element, self->changes, self->author, move, self->paragraph->str, element, self->changes);
  self->changes++;
}

void
agreed_docx_writer_end_paragraph (AgreedDocxWriter *self,
                                  AgreedTrack       track,
                                  guint             move,
                                  const char       *style,
                                  guint             depth)
{
  g_string_append_printf (self->body, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s", style, self->right_to_left ? "<w:bidi/>" : "");
  if (depth > 0)
    g_string_append_printf (self->body, "<w:ind w:left=\"%u\"/>", 480 * MIN (depth, 8));
  if (track != AGREED_TRACK_KEPT)
    {
      g_string_append (self->body, "<w:rPr>");
      open_change (self, self->body, elements[track], "/");
      g_string_append (self->body, "</w:rPr>");
    }
  g_string_append (self->body, "</w:pPr>");
  if (track == AGREED_TRACK_MOVED_FROM || track == AGREED_TRACK_MOVED_TO)
    append_range (self, track, move);
  else
    g_string_append_len (self->body, self->paragraph->str, self->paragraph->len);
  g_string_append (self->body, "</w:p>");
  g_string_truncate (self->paragraph, 0);
}

static void
add_lines (AgreedDocxWriter *self,
           AgreedTrack       track,
           const char       *style,
           const char       *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      agreed_docx_writer_add_text (self, track, lines[i], -1, FALSE);
      agreed_docx_writer_end_paragraph (self, track, 0, style, 0);
    }
}

void
agreed_docx_writer_add_lines (AgreedDocxWriter *self,
                              const char       *style,
                              const char       *older,
                              const char       *newer)
{
  if (g_strcmp0 (older, newer) == 0)
    add_lines (self, AGREED_TRACK_KEPT, style, newer);
  else
    {
      add_lines (self, AGREED_TRACK_DELETED, style, older);
      add_lines (self, AGREED_TRACK_INSERTED, style, newer);
    }
}

GBytes *
agreed_docx_writer_finish (AgreedDocxWriter *self)
{
  return agreed_docx_package_new (self->body->str, self->footnotes->str, self->language, self->right_to_left);
}
