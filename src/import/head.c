/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head.h"

#include <string.h>

#include "dates.h"
#include "openings.h"
#include "symbol.h"

/* Longer than this nothing is a heading, and no title. */
#define LONGEST_HEADING 400
/* Blocks of a head that are looked at from the text's start backwards. */
#define HEAD_BLOCKS 40
/* How far into a text its title may stand. */
#define WITHIN_BLOCKS 4
/* Blocks of a report that are looked through for what it says of its drafts. */
#define REPORT_BLOCKS 3000
/* Years of the Economic and Social Council. */
#define FIRST_YEAR 1946
#define LAST_YEAR  2199

static const AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

gboolean
agreed_head_is_heading (const AgreedBlock *block)
{
  gsize length = strlen (block->wording);
  gunichar last;

  if (block->kind != AGREED_BLOCK_WORDING || length == 0)
    return FALSE;
  if (block->heading)
    return TRUE;
  last = g_utf8_get_char (g_utf8_prev_char (block->wording + length));

  return length < LONGEST_HEADING && block->number == NULL &&
         (last < 0x80 ? strchr (",;:.", last) == NULL
                      : last != 0xff0c && last != 0xff1b && last != 0x3002 && last != 0xff1a && last != 0x060c && last != 0x061b &&
                          last != 0xff0e && last != 0x201c);
}

typedef void (*SymbolFunc) (const char *symbol,
                            gsize       start,
                            gpointer    data);

static void
foreach_symbol (const char *wording,
                SymbolFunc  func,
                gpointer    data)
{
  gunichar previous = 0;

  for (const char *p = wording; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = g_ascii_isalnum (c) ? agreed_symbol_scan (p, previous) : 0;

      if (length > 0)
        {
          g_autofree char *symbol = agreed_symbol_normalise (p, length);

          func (symbol, p - wording, data);
          p += length;
          previous = g_utf8_get_char (g_utf8_prev_char (p));
          continue;
        }
      previous = c;
      p = g_utf8_next_char (p);
    }
}

/* "A/C.2/65/L.22", "A/RES/66/184": what a text of a resolution is issued under. */
static gboolean
names_text (const char *symbol)
{
  return g_ascii_isalpha (*symbol) && (strstr (symbol, "/L.") != NULL || strstr (symbol, "/RES/") != NULL ||
                                       strstr (symbol, "/CRP.") != NULL || strstr (symbol, "/WP.") != NULL);
}

static gboolean
names_draft (const char *symbol)
{
  return names_text (symbol) && strstr (symbol, "/RES/") == NULL;
}

static void
keep_last_draft (const char *symbol,
                 gsize       start,
                 gpointer    data)
{
  char **last = data;

  if (names_draft (symbol))
    g_set_str (last, symbol);
}

static void
keep_first_text (const char *symbol,
                 gsize       start,
                 gpointer    data)
{
  char **first = data;

  if (*first == NULL && names_text (symbol))
    *first = g_strdup (symbol);
}

static void
keep_first (const char *symbol,
            gsize       start,
            gpointer    data)
{
  char **first = data;

  if (*first == NULL && strchr (symbol, '/') != NULL && g_ascii_isalpha (*symbol))
    *first = g_strdup (symbol);
}

/* What stands between the first quotation marks: "entitled “…”" */
static char *
quoted_title (const char *wording)
{
  static const struct {
    const char *open;
    const char *close;
  } marks[] = { { "“", "”" }, { "«", "»" }, { "„", "“" }, { "《", "》" }, { "\"", "\"" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *open = strstr (wording, marks[i].open);
      const char *close = open != NULL ? strstr (open + strlen (marks[i].open), marks[i].close) : NULL;

      if (close != NULL)
        return g_strstrip (g_strndup (open + strlen (marks[i].open), close - open - strlen (marks[i].open)));
    }

  return NULL;
}

/* The last block of wording before @i and not before @from; G_MAXUINT where there is none. */
static guint
wording_before (GPtrArray *blocks,
                guint      i,
                guint      from)
{
  while (i > from)
    if (block_at (blocks, --i)->kind == AGREED_BLOCK_WORDING)
      return i;

  return G_MAXUINT;
}

/* Organs in the order of the sets' lists begin with the same; the prefix of their resolutions' symbols follows from the
 * name itself: the words that tell them apart are few. */
static char *
symbol_of_number (const char             *number,
                  const char             *organ,
                  const AgreedWordingSet *set)
{
  static const struct {
    const char *words;
    const char *prefix;
  } organs[] = {
    { "economic and social|económico y social|économique et social|экономический и социальный|经济及社会理事会|经济和社会理事会|الاقتصادي", "E/RES/" },
    { "human rights council|derechos humanos|droits de l'homme|по правам человека|人权理事会|حقوق", "A/HRC/RES/" },
    { "security council|seguridad|sécurité|безопасности|安全理事会|الأمن", "S/RES/" },
    { "general assembly|asamblea general|assemblée générale|генеральная|大会|الجمعية العامة", "A/RES/" },
  };

  for (guint i = 0; organ != NULL && i < G_N_ELEMENTS (organs); i++)
    if (agreed_wording_find (organ, organs[i].words, NULL) >= 0)
      return g_strconcat (organs[i].prefix, number, NULL);

  return NULL;
}

/* "66/184. Title", "Resolution 2231 (2015)": the number that a resolution is headed with. @rest: what follows it. */
static char *
leading_number (const char  *wording,
                const char **rest)
{
  static const char words[] = "resolution|resolución|résolution|резолюция|决议|第|القرار|قرار";
  const char *p = wording;
  gsize length = agreed_wording_match_any (p, words, NULL);
  gsize number;

  p += length;
  while (*p == ' ' || g_str_has_prefix (p, "\u00a0"))
    p += *p == ' ' ? 1 : 2;
  number = g_ascii_isdigit (*p) ? agreed_symbol_scan (p, 0) : 0;
  if (number == 0)
    return NULL;
  *rest = p + number;
  if (length == 0 && **rest != '.' && !g_str_has_prefix (*rest, "．") && !g_str_has_prefix (*rest, " - ") &&
      !g_str_has_prefix (*rest, " – "))
    return NULL;
  if (g_str_has_prefix (*rest, " – "))
    *rest += strlen (" – ");
  while (**rest != '\0' && (strchr (". :-", **rest) != NULL))
    (*rest)++;
  if (g_str_has_prefix (*rest, "．"))
    *rest += strlen ("．");

  return agreed_symbol_normalise (p, number);
}

/* ---- what a report says of its drafts ---- */

typedef struct {
  guint adopted : 1;  /* in a block that says that a draft was adopted */
  guint pointed : 1;  /* there with the number of the paragraph that recommends this text */
  guint ordinal : 1;  /* there with this text's own "draft resolution II" */
  guint titled : 1;   /* in a block that gives this text's title */
} Mention;

typedef struct {
  const AgreedWordingSet *set;
  const char *title;
  const char *ordinal;
  guint paragraph;
  GHashTable *mentions; /* symbol → Mention, as a pointer */
  GPtrArray *order;     /* symbols, as they come first */
  Mention block;        /* what holds of the block at hand */
  char *last;           /* the last draft mentioned */
  gboolean any;
} Report;

static guint
score_of (GHashTable *mentions,
          const char *symbol)
{
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (mentions, symbol));

  return (bits & 1) + (bits >> 1 & 1) * 2 + (bits >> 2 & 1) * 4 + (bits >> 3 & 1) * 2;
}

static void
note_mention (Report     *report,
              const char *symbol)
{
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (report->mentions, symbol));
  guint now = report->block.adopted | report->block.pointed << 1 | report->block.ordinal << 2 | report->block.titled << 3;

  if (!g_hash_table_contains (report->mentions, symbol))
    g_ptr_array_add (report->order, g_strdup (symbol));
  g_hash_table_insert (report->mentions, g_strdup (symbol), GUINT_TO_POINTER (bits | now));
  report->any = TRUE;
}

static void
note_symbol (const char *symbol,
             gsize       start,
             gpointer    data)
{
  Report *report = data;

  if (!names_draft (symbol))
    return;
  note_mention (report, symbol);
  g_set_str (&report->last, symbol);
}

/* Whether @number stands in @wording as a number by itself. */
static gboolean
holds_number (const char *wording,
              guint       number)
{
  guint value = 0;
  gboolean inside = FALSE;

  for (const char *p = wording;; p = g_utf8_next_char (p))
    {
      int digit = *p != '\0' ? g_unichar_digit_value (g_utf8_get_char (p)) : -1;

      if (digit >= 0)
        value = MIN (inside ? value * 10 + digit : (guint) digit, 100000);
      else if (inside && value == number)
        return TRUE;
      inside = digit >= 0;
      if (*p == '\0')
        return FALSE;
    }
}

/* "draft resolution II" in the middle of a sentence */
static gboolean
holds_ordinal (const char             *wording,
               const char             *ordinal,
               const AgreedWordingSet *set)
{
  gsize length;
  gssize found;

  while ((found = agreed_wording_find (wording, set->drafts, &length)) >= 0)
    {
      const char *p = wording + found + length;

      while (g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (agreed_wording_match (p, ordinal, strlen (ordinal)) > 0)
        return TRUE;
      wording = p;
    }

  return FALSE;
}

static void
read_report_block (Report            *report,
                   const AgreedBlock *block)
{
  gboolean adopted = agreed_wording_find (block->wording, report->set->adopted, NULL) >= 0;

  report->block.adopted = adopted;
  report->block.pointed = adopted && report->paragraph > 0 && holds_number (block->wording, report->paragraph);
  report->block.ordinal = adopted && report->ordinal != NULL && holds_ordinal (block->wording, report->ordinal, report->set);
  report->block.titled = report->title != NULL && strstr (block->wording, report->title) != NULL;
  report->any = FALSE;
  foreach_symbol (block->wording, note_symbol, report);
  /* "The Committee then adopted it": the draft that was spoken of last. */
  if (!report->any && (report->block.pointed || report->block.ordinal) && report->last != NULL)
    note_mention (report, report->last);
}

/* The symbol of the draft that a report recommends at @span. */
static char *
recommended_symbol (GPtrArray              *blocks,
                    const AgreedSpan       *span,
                    const AgreedWordingSet *set,
                    const char             *title,
                    const char             *ordinal,
                    guint                   paragraph)
{
  g_autoptr (GHashTable) mentions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  Report report = { .set = set, .title = title, .ordinal = ordinal, .paragraph = paragraph, .mentions = mentions, .order = order };
  const char *best = NULL;

  for (guint i = 0; i < MIN (span->start, REPORT_BLOCKS); i++)
    if (block_at (blocks, i)->kind == AGREED_BLOCK_WORDING)
      read_report_block (&report, block_at (blocks, i));
  for (guint i = 0; i < order->len; i++)
    {
      const char *symbol = g_ptr_array_index (order, i);

      if (score_of (mentions, symbol) > 0 && (best == NULL || score_of (mentions, symbol) >= score_of (mentions, best)))
        best = symbol;
    }
  g_free (report.last);

  return g_strdup (best);
}

/* ---- heads ---- */

typedef struct {
  char *title;
  char *symbol;
  char *ordinal;
  char *organ;
  char *letter;    /* of one of the parts that a resolution was adopted in: "B" */
  guint paragraph; /* of the report that introduces or recommends the text; 0 for a text with a head of its own */
} Head;

/* "Draft resolution II" above a title: gives "II". */
static char *
read_ordinal (const char             *wording,
              const AgreedWordingSet *set)
{
  gsize length = agreed_wording_match_any (wording, set->drafts, NULL);

  return length > 0 && strlen (wording) < length + 24 ? g_strstrip (g_strdup (wording + length)) : NULL;
}

static guint
block_number (const AgreedBlock *block)
{
  return block->number != NULL && g_ascii_isdigit (*block->number) ? (guint) atoi (block->number) : 0;
}

/* "[on the report of the Second Committee]", "A/RES/66/184", "Adopted by the Security Council at its …": about the text, not its title */
static gboolean
is_circumstance (const char             *wording,
                 const AgreedWordingSet *set)
{
  gsize length;

  if (*wording == '[' || *wording == '(')
    return TRUE;
  if (g_ascii_isalpha (*wording) && wording[agreed_symbol_scan (wording, 0)] == '\0')
    return TRUE;
  if (agreed_date_scan (wording, set, &length, NULL))
    return TRUE;

  return agreed_wording_match_any (wording, set->adopted, NULL) > 0 && !g_str_equal (set->code, "zh");
}

/* A capital letter alone stands over a part of a resolution. */
static gboolean
is_letter (const char *wording)
{
  gunichar c = g_utf8_get_char (wording);

  return g_unichar_isupper (c) && *g_utf8_next_char (wording) == '\0' && strchr ("IVX", *wording) == NULL;
}

/* A part of a resolution has the letter behind the number: "A/RES/57/270 B". */
static void
add_letter (Head *head)
{
  g_autofree char *lettered = NULL;

  if (head->letter == NULL || head->symbol == NULL || strstr (head->symbol, "/RES/") == NULL || strchr (head->symbol, ' ') != NULL)
    return;
  lettered = g_strdup_printf ("%s %s", head->symbol, head->letter);
  g_set_str (&head->symbol, lettered);
}

/* Reads backwards from the organ's name: title, perhaps "Draft resolution II", and the paragraph of a report. */
static void
read_upwards (GPtrArray              *blocks,
              const AgreedSpan       *span,
              const AgreedWordingSet *set,
              Head                   *head)
{
  guint i = span->start;
  gboolean untitled = FALSE;

  for (guint n = 0; n < HEAD_BLOCKS && (i = wording_before (blocks, i, span->head)) != G_MAXUINT; n++)
    {
      const AgreedBlock *block = block_at (blocks, i);
      const char *rest;
      g_autofree char *ordinal = NULL, *number = NULL;

      if (block_number (block) > 0 && !agreed_head_is_heading (block))
        {
          g_autofree char *title = quoted_title (block->wording);

          head->paragraph = block_number (block);
          if (head->title == NULL)
            head->title = g_steal_pointer (&title);
          foreach_symbol (block->wording, keep_last_draft, &head->symbol);
          return;
        }
      if (!agreed_head_is_heading (block))
        {
          if (head->title == NULL && n == 0)
            {
              head->title = quoted_title (block->wording);
              foreach_symbol (block->wording, keep_last_draft, &head->symbol);
            }
          continue;
        }
      ordinal = read_ordinal (block->wording, set);
      if (ordinal != NULL)
        {
          g_free (head->ordinal);
          head->ordinal = g_steal_pointer (&ordinal);
          continue;
        }
      if (head->letter == NULL && is_letter (block->wording))
        {
          head->letter = g_strdup (block->wording);
          continue;
        }
      number = leading_number (block->wording, &rest);
      if (number != NULL)
        {
          if (head->letter != NULL && head->title != NULL)
            ; /* the part's own */
          else if (*rest != '\0' || head->title == NULL)
            g_set_str (&head->title, *rest != '\0' ? rest : NULL);
          g_free (head->symbol);
          head->symbol = symbol_of_number (number, head->organ, set);
          return;
        }
      if (is_circumstance (block->wording, set))
        continue;
      /* "Draft resolution submitted by the President" is no title, nor is the agenda item's above it */
      if (agreed_wording_match_any (block->wording, set->drafts, NULL) > 0)
        untitled = TRUE;
      if (head->title == NULL && !untitled && (n < 2 || head->ordinal != NULL))
        head->title = g_strdup (block->wording);
    }
}

/* A resolution may have its title behind its first words: "Adopts the following declaration:". */
static void
read_title_within (GPtrArray        *blocks,
                   const AgreedSpan *span,
                   Head             *head)
{
  for (guint i = span->start + 1, n = 0; head->title == NULL && i < span->end && n < WITHIN_BLOCKS; i++)
    {
      const AgreedBlock *block = block_at (blocks, i);

      if (block->kind != AGREED_BLOCK_WORDING)
        continue;
      n++;
      if (block->heading && block->number == NULL)
        head->title = g_strdup (block->wording);
    }
}

static char *
document_symbol (GPtrArray        *blocks,
                 const AgreedSpan *span)
{
  char *symbol = NULL;

  for (guint i = 0; i < MIN (span->start, HEAD_BLOCKS) && symbol == NULL; i++)
    if (agreed_head_is_heading (block_at (blocks, i)))
      foreach_symbol (block_at (blocks, i)->wording, keep_first_text, &symbol);

  return symbol;
}

/* The day of adoption: where the head or what stands behind the text says it; else any date of the head. */
static char *
read_date (GPtrArray              *blocks,
           const AgreedSpan       *span,
           const AgreedWordingSet *set,
           gboolean                adopted)
{
  g_autofree char *any = NULL;
  gsize length;
  char *iso;

  for (guint i = span->end; adopted && i < MIN (blocks->len, span->end + 4); i++)
    {
      const AgreedBlock *block = block_at (blocks, i);
      const char *p = block->wording;

      if (block->kind != AGREED_BLOCK_WORDING || strlen (p) > 200)
        continue;
      if ((iso = agreed_date_find (p, set)) != NULL)
        return iso;
    }
  for (guint i = span->start; i > span->head && span->start - i < HEAD_BLOCKS; i--)
    {
      const AgreedBlock *block = block_at (blocks, i - 1);
      g_autofree char *found = NULL;

      if (block->kind != AGREED_BLOCK_WORDING || strlen (block->wording) > 400)
        continue;
      if ((found = agreed_date_find (block->wording, set)) == NULL)
        continue;
      if (adopted && (agreed_wording_find (block->wording, set->adopted, NULL) >= 0 ||
                      (agreed_date_scan (block->wording, set, &length, NULL) &&
                       agreed_wording_match_any (block->wording + length, set->organs, NULL) > 0)))
        return g_steal_pointer (&found);
      g_free (any);
      any = g_steal_pointer (&found);
    }

  return g_steal_pointer (&any);
}

/* The session that a symbol names. The Economic and Social Council's have the number of their year: "2025 session". */
static guint
session_of (const char *symbol)
{
  guint session = agreed_symbol_get_session (symbol);
  g_auto (GStrv) parts = g_str_has_prefix (symbol, "E/") ? g_strsplit (symbol, "/", -1) : NULL;

  for (guint i = 1; session == 0 && parts != NULL && parts[i] != NULL; i++)
    {
      guint64 year;

      if (strlen (parts[i]) == 4 && g_ascii_string_to_unsigned (parts[i], 10, FIRST_YEAR, LAST_YEAR, &year, NULL))
        session = year;
    }

  return session;
}

void
agreed_head_read (GPtrArray              *blocks,
                  const AgreedSpan       *span,
                  guint                   n_texts,
                  const AgreedWordingSet *set,
                  AgreedText             *text)
{
  Head head = { 0 };
  g_autofree char *own = document_symbol (blocks, span);
  gboolean in_report;

  if (span->organ != G_MAXUINT)
    head.organ = g_strdup (block_at (blocks, span->start)->wording);
  read_upwards (blocks, span, set, &head);
  read_title_within (blocks, span, &head);
  in_report = head.paragraph > 0 || span->quoted || head.ordinal != NULL || n_texts > 1;
  if (head.symbol == NULL && in_report)
    head.symbol = recommended_symbol (blocks, span, set, head.title, head.ordinal, head.paragraph);
  if (head.symbol == NULL || (!in_report && own != NULL))
    {
      if (own != NULL)
        g_set_str (&head.symbol, own);
      else if (!in_report)
        for (guint i = 0; i < MIN (span->start, HEAD_BLOCKS) && head.symbol == NULL; i++)
          if (block_at (blocks, i)->kind == AGREED_BLOCK_WORDING && strlen (block_at (blocks, i)->wording) < 40)
            foreach_symbol (block_at (blocks, i)->wording, keep_first, &head.symbol);
    }
  add_letter (&head);
  agreed_text_set_symbol (text, head.symbol);
  agreed_text_set_title (text, head.title);
  if (head.symbol != NULL)
    agreed_text_set_session (text, session_of (head.symbol));
  if (!in_report || (head.symbol != NULL && strstr (head.symbol, "/RES/") != NULL))
    {
      g_autofree char *date = read_date (blocks, span, set, head.symbol == NULL || !names_draft (head.symbol));

      agreed_text_set_date (text, date);
    }

  g_free (head.title);
  g_free (head.symbol);
  g_free (head.ordinal);
  g_free (head.organ);
  g_free (head.letter);
}
