/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow.h"

#include "raised.h"

#include <string.h>

/* Longer than this nothing is a heading, whatever its style is called. */
#define LONGEST_HEADING 400
#define LONGEST_MARKER  4
#define MOST_DIGITS     3
/* Nobody looks at more in one paragraph. */
#define MOST_CHANGES    5000
/* That one cell takes up. */
#define MOST_COLUMNS    100

/* A table that is open. */
typedef struct {
  guint number;
  guint rows;   /* begun */
  guint column; /* of the cell at hand */
  guint next;   /* of the next one */
} Table;

struct _AgreedFlow {
  AgreedFlowLabel label;
  gpointer label_data;
  GPtrArray *blocks;
  GPtrArray *footnotes; /* called by the open paragraph */

  gboolean running; /* no numbers are looked for */

  GArray *tables;   /* Table, from the outermost to the one at hand */
  guint n_tables;

  /* the open paragraph */
  gboolean open;
  gboolean held;
  gboolean heading;
  gconstpointer properties;
  char *number;      /* as printed; NULL to ask label() */
  char *footnote;    /* marker, where it is a footnote's text */
  GString *wording;
  GArray *marks;     /* AgreedBlockMark, strings owned here until the block has them */
  GArray *changes;   /* AgreedTrackedChange, or NULL */
  GString *raised;   /* figures that stand above the line at its end */
  gboolean space;    /* white space has come since the last character */
};

static void
clear_mark (gpointer data)
{
  g_free (((AgreedBlockMark *) data)->marker);
}

AgreedFlow *
agreed_flow_new (AgreedFlowLabel label,
                 gpointer        user_data)
{
  AgreedFlow *self = g_new0 (AgreedFlow, 1);

  self->label = label;
  self->label_data = user_data;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_block_free);
  self->footnotes = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_block_free);
  self->wording = g_string_new (NULL);
  self->raised = g_string_new (NULL);
  self->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  self->marks = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  g_array_set_clear_func (self->marks, clear_mark);

  return self;
}

AgreedFlow *
agreed_flow_new_running (void)
{
  AgreedFlow *self = agreed_flow_new (NULL, NULL);

  self->running = TRUE;

  return self;
}

void
agreed_flow_free (AgreedFlow *self)
{
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->footnotes);
  g_clear_pointer (&self->changes, g_array_unref);
  g_string_free (self->wording, TRUE);
  g_string_free (self->raised, TRUE);
  g_array_unref (self->tables);
  g_array_unref (self->marks);
  g_free (self->number);
  g_free (self->footnote);
  g_free (self);
}

gboolean
agreed_flow_is_open (AgreedFlow *self)
{
  return self->open;
}

gboolean
agreed_flow_is_blank (AgreedFlow *self)
{
  return self->wording->len == 0 && self->raised->len == 0 && self->marks->len == 0;
}

/* Words of these characters are written without spaces, and programs put some beside them all the same. */
static gboolean
is_unspaced (gunichar c)
{
  return g_unichar_iswide (c) && c != 0x1160;
}

static gunichar
last_character (const GString *wording)
{
  return wording->len > 0 ? g_utf8_get_char (g_utf8_prev_char (wording->str + wording->len)) : 0;
}

static void
append_tidy (AgreedFlow *self,
             gunichar    c)
{
  if (g_unichar_isspace (c) || c == 0x200b)
    {
      if (self->marks->len > 0 && g_array_index (self->marks, AgreedBlockMark, self->marks->len - 1).offset == self->wording->len)
        g_array_index (self->marks, AgreedBlockMark, self->marks->len - 1).parted = TRUE;
      self->space = TRUE;
      return;
    }
  /* soft hyphens, byte order marks, and what no text holds */
  if (c == 0xad || c == 0xfeff || c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0xe000 && c < 0xf900) || c == 0xfffc)
    return;
  if (self->space && self->wording->len > 0 && !is_unspaced (last_character (self->wording)) && !is_unspaced (c))
    g_string_append_c (self->wording, ' ');
  self->space = FALSE;
  g_string_append_unichar (self->wording, c);
}

static int
small_value (gunichar c)
{
  if (c == 0xb9)
    return 1;
  if (c == 0xb2 || c == 0xb3)
    return c - 0xb0;

  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int) (c - 0x2070) : -1;
}

static gboolean
is_sign (gunichar c)
{
  return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xa7;
}

/* "m²", "km³" */
static gboolean
is_unit (const GString *wording)
{
  gsize length = wording->len;

  return length > 1 && wording->str[length - 1] == 'm' && strchr (" kc", wording->str[length - 2]) != NULL;
}

/* One marker of @raised, "3", "(3)", "[3]", "*"; digits of any script are given in ASCII. Returns: (transfer full) */
static char *
read_marker (const char *start,
             const char *end)
{
  g_autoptr (GString) marker = g_string_new (NULL);
  gboolean signs = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int value = g_unichar_digit_value (c) >= 0 ? g_unichar_digit_value (c) : small_value (c);

      if (c == '(' || c == ')' || c == '[' || c == ']' || g_unichar_isspace (c))
        continue;
      if (value < 0 && !is_sign (c))
        return NULL;
      if ((value < 0) != signs && marker->len > 0)
        return NULL;
      signs = value < 0;
      if (signs)
        g_string_append_unichar (marker, c);
      else
        g_string_append_c (marker, '0' + value);
    }
  if (marker->len == 0 || g_utf8_strlen (marker->str, -1) > LONGEST_MARKER || marker->str[0] == '0')
    return NULL;

  return g_strdup (marker->str);
}

static void
append_mark (AgreedFlow *self,
             const char *marker)
{
  AgreedBlockMark mark = { g_strdup (marker), self->wording->len, self->space && self->wording->len > 0, FALSE };

  g_array_append_val (self->marks, mark);
}

char *
agreed_flow_read_marker (const char *text)
{
  return read_marker (text, text + strlen (text));
}

/* What stood above the line is one marker, several, or no marker: "1st", "n°". */
static void
settle_raised (AgreedFlow *self)
{
  g_autofree char *raised = NULL;
  g_autoptr (GPtrArray) markers = NULL;
  const char *start;

  if (self->raised->len == 0)
    return;
  raised = g_strdup (self->raised->str);
  g_string_truncate (self->raised, 0);

  markers = g_ptr_array_new_with_free_func (g_free);
  start = raised;
  for (const char *p = raised;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char *marker;

      if (c != 0 && c != ',' && c != 0xff0c && c != 0x60c && c != ';')
        continue;
      marker = read_marker (start, p);
      if (marker != NULL)
        g_ptr_array_add (markers, marker);
      else if (c != 0 || start == raised)
        {
          /* a lone comma between a marker and the end is its own; anything else is text */
          g_ptr_array_set_size (markers, 0);
          break;
        }
      if (c == 0)
        break;
      start = g_utf8_next_char (p);
    }

  if (markers->len == 0 || is_unit (self->wording))
    {
      for (const char *p = raised; *p != '\0'; p = g_utf8_next_char (p))
        append_tidy (self, g_utf8_get_char (p));
    }
  else if (self->wording->len == 0 && self->marks->len == 0 && self->footnote == NULL && !self->running)
    {
      self->footnote = g_strdup (g_ptr_array_index (markers, 0));
    }
  else
    {
      for (guint i = 0; i < markers->len; i++)
        append_mark (self, g_ptr_array_index (markers, i));
    }
}

static void
reset (AgreedFlow *self)
{
  self->open = self->held = self->heading = self->space = FALSE;
  self->properties = NULL;
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->footnote, g_free);
  g_string_truncate (self->wording, 0);
  g_string_truncate (self->raised, 0);
  g_array_set_size (self->marks, 0);
  g_clear_pointer (&self->changes, g_array_unref);
}

void
agreed_flow_open (AgreedFlow    *self,
                  gconstpointer  properties,
                  gboolean       heading)
{
  if (self->open && self->held)
    {
      self->held = FALSE;
      if (self->wording->len > 0 || self->raised->len > 0 || self->marks->len > 0)
        return;
    }
  else
    {
      agreed_flow_close (self);
    }
  self->open = TRUE;
  self->properties = properties;
  self->heading = heading;
}

void
agreed_flow_hold (AgreedFlow *self)
{
  self->held = self->open;
}

void
agreed_flow_set_label (AgreedFlow *self,
                       const char *label)
{
  g_set_str (&self->number, label);
}

static void
ensure_open (AgreedFlow *self)
{
  if (!self->open)
    agreed_flow_open (self, NULL, FALSE);
}

void
agreed_flow_add_text (AgreedFlow *self,
                      const char *text,
                      gssize      length,
                      gboolean    raised)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* White space alone does not open a paragraph: it stands between elements too. */
      if (!self->open && g_unichar_isspace (c))
        continue;
      ensure_open (self);
      if (raised || small_value (c) >= 0)
        {
          g_string_append_unichar (self->raised, c);
          continue;
        }
      if (self->raised->len > 0)
        settle_raised (self);
      append_tidy (self, c);
    }
}

void
agreed_flow_add_mark (AgreedFlow *self,
                      const char *marker)
{
  ensure_open (self);
  settle_raised (self);
  append_mark (self, marker);
}

void
agreed_flow_set_footnote (AgreedFlow *self,
                          const char *marker)
{
  ensure_open (self);
  g_set_str (&self->footnote, marker);
}

void
agreed_flow_add_footnote (AgreedFlow *self,
                          const char *marker,
                          const char *wording)
{
  AgreedBlock *block = agreed_block_new (AGREED_BLOCK_FOOTNOTE, wording);

  block->number = g_strdup (marker);
  g_ptr_array_add (self->footnotes, block);
}

/* The last change, where what begins at @start is more of it. */
static AgreedTrackedChange *
find_change (AgreedFlow *self,
             gsize       start,
             gboolean    inserted,
             const char *author,
             const char *date)
{
  AgreedTrackedChange *last = self->changes != NULL && self->changes->len > 0
                                ? &g_array_index (self->changes, AgreedTrackedChange, self->changes->len - 1) : NULL;

  return last != NULL && last->start + last->length + 1 >= start && last->inserted == inserted &&
         g_strcmp0 (last->author, author != NULL ? author : "") == 0 && g_strcmp0 (last->date, date != NULL ? date : "") == 0
           ? last : NULL;
}

void
agreed_flow_add_changed (AgreedFlow *self,
                         const char *text,
                         gboolean    raised,
                         gboolean    inserted,
                         const char *author,
                         const char *date)
{
  gsize start = self->wording->len;
  AgreedTrackedChange *change;

  agreed_flow_add_text (self, text, -1, raised);
  /* the space before it may be that of the text around */
  if (start < self->wording->len && self->wording->str[start] == ' ')
    start++;
  if (start >= self->wording->len)
    return;
  change = find_change (self, start, inserted, author, date);
  if (change != NULL)
    {
      change->length = self->wording->len - change->start;
      return;
    }
  if (self->changes == NULL)
    self->changes = agreed_tracked_changes_new ();
  if (self->changes->len < MOST_CHANGES)
    agreed_tracked_changes_append (self->changes, inserted, start, self->wording->len - start, author, date);
}

static gboolean
ends_in_stop (const GString *wording)
{
  gunichar last = last_character (wording);

  return last < 0x80 ? last != 0 && strchr (",;:.", last) != NULL
                     : last == 0xff0c || last == 0xff1b || last == 0x3002 || last == 0x60c || last == 0x61b;
}

/* "12" of "12.", "a" of "(a)", "a" of "a.": what a number is once we know that it is one. */
static char *
core_of (const char *label)
{
  g_autoptr (GString) core = g_string_new (NULL);
  gboolean digits = FALSE, letters = FALSE;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int value = g_unichar_digit_value (c);

      if (value >= 0)
        g_string_append_c (core, '0' + value);
      else if (g_unichar_isalpha (c) && !g_unichar_isupper (c))
        g_string_append_unichar (core, c);
      else if (g_unichar_isalpha (c) || (core->len > 0 && *g_utf8_next_char (p) != '\0' && !g_unichar_isspace (c)))
        return NULL;
      digits |= value >= 0;
      letters |= value < 0 && g_unichar_isalpha (c);
    }
  if (digits == letters || core->len == 0 || g_utf8_strlen (core->str, -1) > MOST_DIGITS + 2 ||
      (digits && (core->len > MOST_DIGITS || core->str[0] == '0')))
    return NULL;

  return g_strdup (core->str);
}

/* Puts the printed number before the wording and has it read like a typed one, so that what goes with numbers (opening
 * quotation marks) goes with both alike. Returns: (transfer full): what is no longer in the wording, as printed */
static char *
take_label (AgreedBlock *block,
            const char  *label)
{
  g_autofree char *core = label != NULL ? core_of (label) : NULL;
  g_autofree char *wording = g_strdup (block->wording);
  g_autofree char *printed = NULL;

  agreed_block_take_number (block);
  wording[strlen (wording) - strlen (block->wording)] = '\0';
  if (label == NULL || *label == '\0')
    return g_steal_pointer (&wording);
  printed = g_strconcat (label, " ", NULL);
  if (core != NULL && block->number == NULL)
    {
      block->number = g_steal_pointer (&core);
      return g_strconcat (printed, wording, NULL);
    }
  agreed_block_prepend (block, printed);

  return g_steal_pointer (&wording);
}

/* ---- tables ---- */

static Table *
table_at_hand (AgreedFlow *self)
{
  return self->tables->len > 0 ? &g_array_index (self->tables, Table, self->tables->len - 1) : NULL;
}

void
agreed_flow_begin_table (AgreedFlow *self)
{
  const Table table = { .number = ++self->n_tables };

  g_array_append_val (self->tables, table);
}

void
agreed_flow_begin_row (AgreedFlow *self)
{
  Table *table = table_at_hand (self);

  if (table == NULL)
    return;
  table->rows++;
  table->column = table->next = 0;
}

void
agreed_flow_begin_cell (AgreedFlow *self,
                        guint       columns)
{
  Table *table = table_at_hand (self);

  if (table == NULL)
    return;
  table->column = table->next;
  table->next += CLAMP (columns, 1, MOST_COLUMNS);
}

void
agreed_flow_end_table (AgreedFlow *self)
{
  if (self->tables->len > 0)
    g_array_set_size (self->tables, self->tables->len - 1);
}

/* @number: what was taken off the wording's start */
static AgreedCell *
cell_at_hand (AgreedFlow *self,
              const char *number)
{
  const Table *table = table_at_hand (self);
  AgreedCell *cell;

  if (table == NULL)
    return NULL;
  cell = g_new0 (AgreedCell, 1);
  cell->table = table->number;
  cell->around = self->tables->len > 1 ? table[-1].number : 0;
  cell->row = table->rows;
  cell->column = table->column;
  cell->number = number != NULL && *number != '\0' ? g_strdup (number) : NULL;

  return cell;
}

void
agreed_flow_close (AgreedFlow *self)
{
  g_autofree char *label = NULL;
  g_autofree char *taken = NULL;
  AgreedBlock *block;

  if (!self->open)
    return;
  settle_raised (self);

  block = agreed_block_new (self->footnote != NULL ? AGREED_BLOCK_FOOTNOTE : AGREED_BLOCK_WORDING, self->wording->str);
  g_array_unref (block->marks);
  block->marks = g_array_ref (self->marks);
  g_array_unref (self->marks);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  g_array_set_clear_func (self->marks, clear_mark);
  block->changes = g_steal_pointer (&self->changes);

  /* An empty item of a list is numbered too. */
  if (self->number != NULL)
    label = g_strdup (self->number);
  else if (self->label != NULL && self->properties != NULL)
    label = self->label (self->properties, self->label_data);
  if (self->footnote != NULL)
    block->number = g_strdup (self->footnote);
  else if (!self->running)
    taken = take_label (block, label);
  if (self->footnote == NULL)
    block->cell = cell_at_hand (self, taken);
  block->heading = self->heading && block->number == NULL && self->wording->len < LONGEST_HEADING && !ends_in_stop (self->wording);

  if (*block->wording != '\0' || (block->number != NULL && self->footnote == NULL && label == NULL))
    g_ptr_array_add (self->blocks, block);
  else
    agreed_block_free (block);
  for (guint i = 0; i < self->footnotes->len; i++)
    g_ptr_array_add (self->blocks, g_ptr_array_index (self->footnotes, i));
  g_ptr_array_set_free_func (self->footnotes, NULL);
  g_ptr_array_set_size (self->footnotes, 0);
  g_ptr_array_set_free_func (self->footnotes, (GDestroyNotify) agreed_block_free);
  reset (self);
}

void
agreed_flow_join_lone_numbers (GPtrArray *blocks)
{
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      AgreedBlock *block = g_ptr_array_index (blocks, i);
      AgreedBlock *next = g_ptr_array_index (blocks, i + 1);

      if (block->kind != AGREED_BLOCK_WORDING || *block->wording != '\0' || next->kind != AGREED_BLOCK_WORDING ||
          next->number != NULL || block->cell != NULL)
        continue;
      next->number = g_steal_pointer (&block->number);
      next->quoted |= block->quoted;
      next->heading = FALSE;
    }
  for (guint i = blocks->len; i > 0; i--)
    {
      const AgreedBlock *block = g_ptr_array_index (blocks, i - 1);

      if (*block->wording == '\0' && block->number == NULL && block->cell == NULL)
        g_ptr_array_remove_index (blocks, i - 1);
    }
}

GPtrArray *
agreed_flow_take_blocks (AgreedFlow *self)
{
  GPtrArray *blocks;

  agreed_flow_close (self);
  blocks = g_steal_pointer (&self->blocks);
  self->blocks = g_ptr_array_new ();
  agreed_flow_join_lone_numbers (blocks);
  agreed_raised_check (blocks);

  return blocks;
}

char *
agreed_flow_take_wording (AgreedFlow *self)
{
  GString *wording = g_string_new (NULL);

  agreed_flow_close (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AgreedBlock *block = g_ptr_array_index (self->blocks, i);

      if (wording->len > 0 && *block->wording != '\0' && !is_unspaced (last_character (wording)))
        g_string_append_c (wording, ' ');
      g_string_append (wording, block->wording);
    }

  return g_string_free (wording, FALSE);
}
