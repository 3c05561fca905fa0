/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentences.h"

#include "difference.h"
#include "row-notes.h"

#include <glib/gi18n.h>
#include <pango/pango.h>

#define SNIPPET_CHARS 80

static const char *
change_word (AgreedChange change)
{
  switch (change)
    {
    case AGREED_CHANGE_UNCHANGED:
      return _("Unchanged");
    case AGREED_CHANGE_REWORDED:
      return _("Reworded");
    case AGREED_CHANGE_ADDED:
      return _("Added");
    case AGREED_CHANGE_REMOVED:
      return _("Removed");
    default:
      g_assert_not_reached ();
    }
}

char *
agreed_row_describe_change (AgreedRow *row)
{
  AgreedChange change;
  const char *first, *second = NULL, *third = NULL;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  change = agreed_row_get_change (row);
  first = change_word (change);
  if (agreed_row_get_split (row) && agreed_row_get_merged (row))
    second = _("regrouped");
  else if (agreed_row_get_split (row))
    second = _("split");
  else if (agreed_row_get_merged (row))
    second = _("merged");
  if (agreed_row_get_moved (row))
    third = _("moved");
  if (second != NULL && third != NULL)
    /* Translators: three changes of one paragraph: "Reworded, split and moved" */
    return g_strdup_printf (_("%s, %s and %s"), first, second, third);
  if (second != NULL || third != NULL)
    /* Translators: two changes of one paragraph: "Reworded and moved" */
    return g_strdup_printf (_("%s and %s"), first, second != NULL ? second : third);
  return g_strdup (first);
}

/* Chinese is not written in words that people count; its characters are. */
static gboolean
counts_characters (const char *language)
{
  return language != NULL && (g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "ja"));
}

static guint
count_units (const char *text,
             gsize       length,
             const char *language)
{
  PangoLanguage *pango_language = language != NULL ? pango_language_from_string (language) : NULL;
  glong n_chars = g_utf8_strlen (text, length);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_chars + 1);
  guint units = 0;

  if (n_chars == 0)
    return 0;
  if (counts_characters (language))
    {
      for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
        units += g_unichar_isalnum (g_utf8_get_char (at));
      return units;
    }
  pango_get_log_attrs (text, length, -1, pango_language, attributes, n_chars + 1);
  for (glong i = 0; i < n_chars; i++)
    units += attributes[i].is_word_start;
  return units;
}

static void
count_changed (AgreedRow  *row,
               const char *language,
               guint      *inserted,
               guint      *deleted)
{
  GArray *runs = agreed_row_get_runs (row);
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_wording (row, AGREED_SIDE_NEWER);

  *inserted = *deleted = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (run->kind == AGREED_RUN_INSERTED)
        *inserted += count_units (newer + run->newer_start, run->newer_length, language);
      else if (run->kind == AGREED_RUN_DELETED)
        *deleted += count_units (older + run->older_start, run->older_length, language);
    }
}

/* "14 words inserted", "6 characters removed"; NULL for none. */
static char *
describe_count (guint    count,
                gboolean characters,
                gboolean inserted)
{
  if (count == 0)
    return NULL;
  if (characters && inserted)
    return g_strdup_printf (ngettext ("%u character inserted", "%u characters inserted", count), count);
  if (characters)
    return g_strdup_printf (ngettext ("%u character removed", "%u characters removed", count), count);
  if (inserted)
    return g_strdup_printf (ngettext ("%u word inserted", "%u words inserted", count), count);
  return g_strdup_printf (ngettext ("%u word removed", "%u words removed", count), count);
}

static char *
describe_counts (AgreedRow  *row,
                 const char *language)
{
  gboolean characters = counts_characters (language);
  guint inserted, deleted;
  g_autofree char *first = NULL, *second = NULL;

  count_changed (row, language, &inserted, &deleted);
  first = describe_count (inserted, characters, TRUE);
  second = describe_count (deleted, characters, FALSE);
  if (first != NULL && second != NULL)
    /* Translators: "14 words inserted, 6 words removed" */
    return g_strdup_printf (_("%s, %s"), first, second);
  if (first != NULL || second != NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strdup (_("only punctuation changed"));
}

/* What became of the paragraphs, as a clause without its full stop. */
static char *
describe_fate (AgreedRow *row)
{
  const char *older = agreed_row_get_label (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (row, AGREED_SIDE_NEWER);
  AgreedChange change = agreed_row_get_change (row);

  if (*older == '\0' && *newer == '\0')
    return g_strdup_printf (_("%s of the earliest text is gone"), agreed_row_get_label (row, AGREED_SIDE_EARLIEST));
  if (change == AGREED_CHANGE_ADDED)
    return g_strdup_printf (_("%s is not in the older text"), newer);
  if (change == AGREED_CHANGE_REMOVED)
    return g_strdup_printf (_("%s of the older text is gone"), older);
  if (agreed_row_get_split (row) && agreed_row_get_merged (row))
    return g_strdup_printf (_("%s of the older text were regrouped as %s"), older, newer);
  if (agreed_row_get_split (row))
    return g_strdup_printf (_("%s of the older text was split into %s"), older, newer);
  if (agreed_row_get_merged (row))
    return g_strdup_printf (_("%s of the older text were merged into %s"), older, newer);
  if (agreed_row_get_moved (row))
    return g_strdup_printf (_("%s of the older text stands elsewhere in the order and became %s"), older, newer);
  if (!g_str_equal (older, newer))
    return g_strdup_printf (_("%s of the older text became %s"), older, newer);
  return g_strdup_printf (_("%s kept its place"), newer);
}

char *
agreed_row_explain (AgreedRow  *row,
                     const char *newer_language)
{
  g_autofree char *fate = NULL, *counts = NULL;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  fate = describe_fate (row);
  if (agreed_row_get_change (row) != AGREED_CHANGE_REWORDED)
    /* Translators: a clause made into a sentence */
    return g_strdup_printf (_("%s."), fate);
  counts = describe_counts (row, newer_language);
  /* Translators: two clauses made into a sentence: "PP13 of the older text became PP12; 14 words inserted." */
  return g_strdup_printf (_("%s; %s."), fate, counts);
}

char *
agreed_row_describe_labels (AgreedRow *row)
{
  static const AgreedSide sides[] = { AGREED_SIDE_EARLIEST, AGREED_SIDE_OLDER, AGREED_SIDE_NEWER };
  const char *labels[G_N_ELEMENTS (sides) + 1] = { NULL };
  guint n_labels = 0;
  gboolean differ = FALSE;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const char *label = agreed_row_get_label (row, sides[i]);

      if (*label == '\0')
        continue;
      differ |= n_labels > 0 && !g_str_equal (label, labels[0]);
      labels[n_labels++] = label;
    }
  return differ ? g_strjoinv (" → ", (char **) labels) : g_strdup (labels[0]);
}

char *
agreed_row_describe_title (AgreedRow *row)
{
  g_autofree char *labels = NULL, *change = NULL, *positions = NULL;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  labels = agreed_row_describe_labels (row);
  change = agreed_row_describe_change (row);
  positions = agreed_row_describe_positions (row);
  if (positions != NULL)
    return g_strdup_printf ("%s · %s · %s", labels, change, positions);
  return g_strdup_printf ("%s · %s", labels, change);
}

const char *
agreed_row_get_mark (AgreedRow *row)
{
  AgreedChange change;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  change = agreed_row_get_change (row);
  if (change == AGREED_CHANGE_ADDED || change == AGREED_CHANGE_REMOVED)
    return agreed_change_to_string (change);
  if (agreed_row_get_split (row))
    return "split";
  if (agreed_row_get_merged (row))
    return "merged";
  if (agreed_row_get_moved (row))
    return "moved";
  return agreed_change_to_string (change);
}

char *
agreed_row_get_snippet (AgreedRow *row)
{
  const char *wording;
  g_autofree char *start = NULL;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  wording = agreed_row_get_wording (row, AGREED_SIDE_NEWER);
  if (*wording == '\0')
    wording = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  if (*wording == '\0')
    wording = agreed_row_get_wording (row, AGREED_SIDE_EARLIEST);
  start = g_utf8_substring (wording, 0, MIN (SNIPPET_CHARS, g_utf8_strlen (wording, -1)));
  return g_strdelimit (g_steal_pointer (&start), "\n\t", ' ');
}

char *
agreed_mark_up_in (const char *language,
                   const char *words)
{
  /* With zh or zh-Hans Pango may pick the Japanese font; zh-cn is what fonts of the mainland answer to. */
  if (language == NULL || *language == '\0')
    return g_markup_escape_text (words, -1);
  return g_markup_printf_escaped ("<span lang=\"%s\">%s</span>", g_str_equal (language, "zh") ? "zh-cn" : language,
                                  words);
}

/* No line ends between a number and its word. */
static void
add_count (GStrvBuilder *parts,
           const char   *format,
           guint         count)
{
  if (count > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", count);
      g_autoptr (GString) part = g_string_new (format);

      g_string_replace (part, "{}", number, 1);
      g_string_replace (part, " ", "\u00a0", 0);
      g_strv_builder_add (parts, part->str);
    }
}

char *
agreed_summary_describe (const AgreedSummary *summary)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  /* Translators: {} is a number of paragraphs, here and in the following five */
  add_count (parts, _("{} reworded"), summary->reworded);
  add_count (parts, _("{} added"), summary->added);
  add_count (parts, _("{} removed"), summary->removed);
  add_count (parts, _("{} moved"), summary->moved);
  add_count (parts, _("{} split"), summary->split);
  add_count (parts, _("{} merged"), summary->merged);
  list = g_strv_builder_end (parts);
  if (list[0] == NULL)
    return g_strdup (_("No change"));
  return g_strjoinv (" · ", list);
}

char *
agreed_describe_date (const char *date)
{
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *with_time = NULL;

  if (date == NULL)
    return NULL;
  with_time = g_strconcat (date, "T00:00:00Z", NULL);
  parsed = g_date_time_new_from_iso8601 (with_time, NULL);
  if (parsed == NULL)
    return g_strdup (date);
  /* Translators: a date as strftime() has it: "22 December 2011" */
  return g_date_time_format (parsed, _("%-d %B %Y"));
}

char *
agreed_describe_topic_counts (guint older,
                              guint newer)
{
  /* Translators: how many paragraphs carry a topic */
  return g_strdup_printf (_("%u in the older text, %u in the newer"), older, newer);
}

char *
agreed_describe_finds (guint places,
                       guint paragraphs)
{
  g_autofree char *where = NULL;

  if (places == 0)
    return g_strdup (_("Finds nothing in these texts"));
  where = g_strdup_printf (ngettext ("%u paragraph", "%u paragraphs", paragraphs), paragraphs);
  /* Translators: %s is “3 paragraphs” */
  return g_strdup_printf (ngettext ("%u place in %s", "%u places in %s", places), places, where);
}

char *
agreed_tag_describe (AgreedTag       *tag,
                     AgreedParagraph *paragraph,
                     const char      *language)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *marked = NULL;
  const char *wording;
  const AgreedEvidence *evidence;
  guint n_evidence;

  g_return_val_if_fail (AGREED_IS_TAG (tag), NULL);

  if (agreed_tag_get_state (tag) == AGREED_TAG_ADDED)
    return g_strdup (_("Added by hand"));
  wording = agreed_paragraph_get_wording (paragraph);
  evidence = agreed_tag_get_evidence (tag, &n_evidence);
  for (guint i = 0; i < n_evidence; i++)
    {
      char *word = g_strndup (wording + evidence[i].start, evidence[i].length);

      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, word);
      else
        g_free (word);
    }
  g_ptr_array_add (words, NULL);
  /* Translators: stands between the words of a list */
  joined = g_strjoinv (_(", "), (char **) words->pdata);
  marked = agreed_mark_up_in (language, joined);
  switch (agreed_tag_get_state (tag))
    {
    case AGREED_TAG_ACCEPTED:
      return g_strdup_printf (_("Accepted: %s"), marked);
    case AGREED_TAG_DISMISSED:
      return g_strdup_printf (_("Turned away: %s"), marked);
    case AGREED_TAG_SUGGESTED:
    case AGREED_TAG_ADDED:
    default:
      return g_strdup_printf (_("Found: %s"), marked);
    }
}
