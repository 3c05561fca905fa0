/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "numerals.h"

#include "character.h"
#include "normalise.h"

#include <string.h>

/* Functions named take_… are given a place in a text that ends in NUL and return the place after what they found, or
 * NULL. */

#define LONGEST_STRAY_SPACE 2

/* Digits, numerals and groups of three in one number; what has more is noise, and reading it again at each character
 * would take quadratic time. */
#define MOST_DIGITS 100
#define MOST_GROUPS 16

static gunichar
at (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static gboolean
is_digit (const char *p)
{
  return agreed_character_get_class (at (p)) == AGREED_CHARACTER_DIGIT;
}

static const char *
skip_space (const char *p)
{
  for (int i = 0; i < LONGEST_STRAY_SPACE && *p != '\0' && *p != '\n'; i++)
    {
      if (agreed_character_get_class (at (p)) != AGREED_CHARACTER_SPACE)
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

static const char *
take_one_of (const char *p,
             const char *characters)
{
  gunichar c = at (p);

  return c != 0 && g_utf8_strchr (characters, -1, c) ? g_utf8_next_char (p) : NULL;
}

static const char *
take_digits (const char *p,
             guint      *n_digits)
{
  const char *start = p;

  for (*n_digits = 0; *n_digits < MOST_DIGITS && is_digit (p); p = g_utf8_next_char (p))
    (*n_digits)++;

  return p == start ? NULL : p;
}

#define HAN_NUMERALS "一二三四五六七八九十百千万亿零〇两"

static const char *
take_han_numerals (const char *p,
                   guint      *n_numerals)
{
  const char *start = p;

  *n_numerals = 0;
  for (const char *next; *n_numerals < MOST_DIGITS && (next = take_one_of (p, HAN_NUMERALS)); p = next)
    (*n_numerals)++;

  return p == start ? NULL : p;
}

/* Digits with the separators of thousands and decimals that the six languages set, and nothing after them:
 * 1,000; 1 000 000; 1.000; 0,7. A space separates only groups of three after at most three. */
static const char *
take_plain_number (const char *p,
                   guint      *n_first)
{
  guint n;
  const char *end = take_digits (p, n_first);

  for (guint i = 0; end && i < MOST_GROUPS; i++)
    {
      const char *separator = take_one_of (end, ".,٫٬'’");
      const char *next = separator ? take_digits (separator, &n) : NULL;

      if (!next && *n_first <= 3 && agreed_character_get_class (at (end)) == AGREED_CHARACTER_SPACE && *end != '\n')
        {
          next = take_digits (g_utf8_next_char (end), &n);
          if (n != 3)
            next = NULL;
        }
      if (!next)
        break;
      end = next;
    }

  return end;
}

/* 2011年12月22日, 12月22日, 2015年, 90年代, 二〇一一年; spaces as PDFs leave them. */
static const char *
take_han_date (const char *p)
{
  static const char *const units[] = { "年", "月", "日" };
  const char *end = NULL;
  guint first = 0;

  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    {
      guint n;
      const char *start = end ? skip_space (end) : p;
      const char *number = take_digits (start, &n);

      /* In Han numerals a year has four (千年 is none), and what begins with a day is as often something else. */
      if (!number && (number = take_han_numerals (start, &n)) && !end && (n > 4 || (unit == 0 && n < 4) || unit == 2))
        number = NULL;
      if (!number && !end)
        continue;
      if (!number)
        break;
      number = skip_space (number);
      if (!agreed_starts_with (number, units[unit]))
        {
          if (end)
            break;
          continue;
        }
      if (!end)
        first = unit;
      end = number + strlen (units[unit]);
    }

  if (!end)
    return NULL;
  if (first == 0 && agreed_starts_with (end, "代"))
    end += strlen ("代");

  return end;
}

/* 22/12/2011, 2011-12-22, 22.12.2011 */
static const char *
take_numeric_date (const char *p)
{
  guint n1, n2, n3;
  const char *first = take_digits (p, &n1);
  const char *separator = first ? take_one_of (first, "/.-\u2011") : NULL;
  const char *second = separator ? take_digits (separator, &n2) : NULL;
  const char *third;

  if (!second || at (second) != at (first) || !(third = take_digits (g_utf8_next_char (second), &n3)))
    return NULL;

  return n2 <= 2 && ((n1 <= 2 && (n3 == 4 || n3 == 2)) || (n1 == 4 && n3 <= 2)) ? third : NULL;
}

/* 第六十六届, 第 19 段, 第二; but the number of a resolution is a symbol. */
static const char *
take_han_ordinal (const char *p)
{
  const char *number, *end, *measure;
  guint n;

  if (!agreed_starts_with (p, "第"))
    return NULL;
  p = skip_space (p + strlen ("第"));
  end = take_digits (p, &n);
  if (!end)
    end = take_han_numerals (p, &n);
  if (!end || *end == '/' || (guchar) *end == 0xef)
    return NULL;
  number = end;
  measure = take_one_of (skip_space (end), "届次号段条款项章节年期部卷版轮批个位份");

  return measure ? measure : number;
}

/* 百分之二十六, 三分之一, 百分之0.7 */
static const char *
take_han_fraction (const char *p)
{
  guint n;
  const char *end = take_han_numerals (p, &n);

  if (!end || !agreed_starts_with (end, "分之"))
    return NULL;
  p = skip_space (end + strlen ("分之"));
  end = take_plain_number (p, &n);

  return end ? end : take_han_numerals (p, &n);
}

/* Digits and what is written to them: 26 %, 3.5 亿, 44th, 1er, 67-я, 90s. */
static const char *
take_number (const char      *p,
             AgreedTokenKind *kind)
{
  guint n;
  const char *end = take_plain_number (p, &n);
  const char *after = skip_space (end);
  const char *sign = take_one_of (after, "%٪‰％");
  const char *letter = end;

  *kind = AGREED_TOKEN_NUMBER;
  if (sign)
    return sign;
  if (take_one_of (after, "万亿千百"))
    {
      for (n = 0; n < 4 && (sign = take_one_of (after, "万亿千百")); n++)
        after = sign;
      return after;
    }

  /* Letters to a number, at once or after a hyphen (Russian), are its ending; a longer word is not. */
  if (take_one_of (end, "-\u2011\u2010"))
    letter = take_one_of (end, "-\u2011\u2010");
  for (n = 0; n <= 4 && agreed_character_get_class (at (letter)) == AGREED_CHARACTER_LETTER; letter = g_utf8_next_char (letter))
    n++;
  if (n >= 1 && n <= 4 && !is_digit (letter))
    {
      *kind = AGREED_TOKEN_ORDINAL;
      return letter;
    }
  if (at (end) == 0xba || at (end) == 0xaa)
    return g_utf8_next_char (end);

  return end;
}

gsize
agreed_numeral_scan (const char      *text,
                     AgreedTokenKind *kind)
{
  const char *end;
  guint n;

  if ((end = take_han_date (text)) || (is_digit (text) && (end = take_numeric_date (text))))
    *kind = AGREED_TOKEN_DATE;
  else if (is_digit (text))
    end = take_number (text, kind);
  else if ((end = take_han_ordinal (text)))
    *kind = AGREED_TOKEN_ORDINAL;
  else if ((end = take_han_fraction (text)) || ((end = take_han_numerals (text, &n)) && n > 1))
    *kind = AGREED_TOKEN_NUMBER;
  else
    return 0;

  return end - text;
}

typedef enum {
  ROLE_NONE,
  ROLE_MONTH,         /* December, décembre, декабря */
  ROLE_MONTH_FIRST,   /* كانون, تشرين: the month's name has another word */
  ROLE_MONTH_SECOND,
  ROLE_OF,            /* Spanish "22 de diciembre de 2011" */
  ROLE_TENS,          /* sexagésimo, шестьдесят, sixty */
  ROLE_PER,           /* per, pour, por, في */
  ROLE_CENT,          /* cent, ciento, المائة */
  ROLE_PER_CENT,      /* percent, процентов */
  ROLE_ARABIC_UNIT,   /* السادسة, which والستين completes */
} Role;

/* Words in small letters that make numbers and dates with those beside them, in all six languages at once: a text may
 * quote another language, and none of these is anything else in another. */
static const struct {
  Role role;
  const char *words;
} roles[] = {
  { ROLE_MONTH, "january february march april may june july august september october november december "
                "janvier février mars avril mai juin juillet août aout septembre octobre novembre décembre "
                "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
                "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
                "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "
                "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре "
                "يناير فبراير مارس أبريل مايو يونيه يونيو يوليه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر "
                "شباط آذار نيسان أيار حزيران تموز آب أيلول" },
  { ROLE_MONTH_FIRST, "كانون تشرين" },
  { ROLE_MONTH_SECOND, "الأول الثاني" },
  { ROLE_OF, "de del" },
  { ROLE_TENS, "twenty thirty forty fifty sixty seventy eighty ninety "
               "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo centésimo "
               "vigésima trigésima cuadragésima quincuagésima sexagésima septuagésima octogésima nonagésima centésima "
               "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто" },
  { ROLE_PER, "per pour por في" },
  { ROLE_CENT, "cent ciento المائة المئة" },
  { ROLE_PER_CENT, "percent процент процента процентов проценту процентам процентах" },
  { ROLE_ARABIC_UNIT, "الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة "
                      "الحادي الثالث الرابع الخامس السادس السابع الثامن التاسع" },
};

/* What may follow the tens, and the Arabic tens, by their beginnings. */
static const char *const units[] = {
  "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven",
  "перв", "втор", "трет", "четверт", "четвёрт", "пят", "шест", "седьм", "восьм", "девят",
};
static const char *const arabic_tens[] = {
  "والعشر", "والثلاث", "والأربع", "والخمس", "والست", "والسبع", "والثمان", "والتسع",
};

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const guint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* Keys, sorted, each with its role beside it. */
typedef struct {
  guint64 key;
  Role role;
} RoleOfKey;

#define FILTER_BITS 10

static GArray *role_of_key;
static guint64 role_filter[(1 << FILTER_BITS) / 64];

static gpointer
make_roles (gpointer data)
{
  role_of_key = g_array_new (FALSE, FALSE, sizeof (RoleOfKey));
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_auto (GStrv) words = g_strsplit (roles[i].words, " ", -1);

      for (char **word = words; *word; word++)
        {
          RoleOfKey entry = { 0, roles[i].role };
          guint bit;

          agreed_normalise_key (*word, strlen (*word), &entry.key);
          bit = entry.key & ((1 << FILTER_BITS) - 1);
          role_filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
          g_array_append_val (role_of_key, entry);
        }
    }
  g_array_sort (role_of_key, compare_keys);

  return role_of_key;
}

static Role
role_of (const AgreedToken *token)
{
  guint bit = token->folded & ((1 << FILTER_BITS) - 1);
  guint found;

  if (token->kind != AGREED_TOKEN_WORD || !(role_filter[bit / 64] >> (bit % 64) & 1))
    return ROLE_NONE;
  if (!g_array_binary_search (role_of_key, &token->folded, compare_keys, &found))
    return ROLE_NONE;

  return g_array_index (role_of_key, RoleOfKey, found).role;
}

static gboolean
begins_with_one_of (const char        *text,
                    const AgreedToken *token,
                    const char *const *beginnings,
                    gsize              n_beginnings)
{
  g_autofree char *word = agreed_normalise (text + token->start, token->length, TRUE);

  for (gsize i = 0; i < n_beginnings; i++)
    {
      g_autofree char *beginning = agreed_normalise (beginnings[i], -1, TRUE);

      if (agreed_starts_with (word, beginning))
        return TRUE;
    }

  return FALSE;
}

typedef struct {
  const char *text;
  const AgreedToken *tokens;
  guint n_tokens;
} Tokens;

/* Whether token @i stands beside the one before it with nothing but a little space between, on one line. */
static gboolean
is_beside (const Tokens *in,
           guint         i)
{
  const char *gap, *end;

  if (i >= in->n_tokens)
    return FALSE;
  gap = in->text + in->tokens[i - 1].start + in->tokens[i - 1].length;
  end = in->text + in->tokens[i].start;

  return end - gap <= 8;
}

static Role
role_at (const Tokens *in,
         guint         i)
{
  return i < in->n_tokens ? role_of (&in->tokens[i]) : ROLE_NONE;
}

static gboolean
is_number (const Tokens *in,
           guint         i,
           guint         most_letters)
{
  return i < in->n_tokens && in->tokens[i].letters <= most_letters &&
         (in->tokens[i].kind == AGREED_TOKEN_NUMBER || in->tokens[i].kind == AGREED_TOKEN_ORDINAL) &&
         is_digit (in->text + in->tokens[i].start);
}

static gboolean
is_character (const Tokens *in,
              guint         i,
              gunichar      c)
{
  return i < in->n_tokens && in->tokens[i].kind == AGREED_TOKEN_PUNCTUATION &&
         agreed_character_fold (at (in->text + in->tokens[i].start)) == c;
}

/* The tokens of a month's name from @i on: one, or in Arabic two of them, or both names and a slash. */
static guint
count_month (const Tokens *in,
             guint         i)
{
  guint n = 0;

  if (role_at (in, i) == ROLE_MONTH)
    n = 1;
  else if (role_at (in, i) == ROLE_MONTH_FIRST && role_at (in, i + 1) == ROLE_MONTH_SECOND)
    n = 2;
  else
    return 0;
  if (is_character (in, i + n, '/') && role_at (in, i + n + 1) == ROLE_MONTH)
    n += 2;

  return n;
}

/* A month with its day before or after it and its year; a range of days. A month alone is a word like others ("may"). */
static guint
count_date (const Tokens *in,
            guint         i)
{
  guint n = 0, month, before = 0;
  gboolean day = FALSE;

  if (is_number (in, i, 4))
    {
      day = TRUE;
      n = 1;
      if (is_character (in, i + 1, '-') && is_number (in, i + 2, 4))
        n = 3;
      before = role_at (in, i + n) == ROLE_OF;
    }
  if (!(month = count_month (in, i + n + before)))
    return 0;
  n += before + month;

  if (!day && is_number (in, i + n, 2))
    {
      day = TRUE;
      n++;
    }
  if (is_number (in, i + n, 4) && in->tokens[i + n].letters == 4)
    return n + 1;
  if (role_at (in, i + n) == ROLE_OF && is_number (in, i + n + 1, 4) && in->tokens[i + n + 1].letters == 4)
    return n + 2;
  if (day && is_character (in, i + n, ',') && is_number (in, i + n + 1, 4) && in->tokens[i + n + 1].letters == 4)
    return n + 2;

  return day ? n : 0;
}

static guint
count_joined (const Tokens    *in,
              guint            i,
              AgreedTokenKind *kind)
{
  Role role = role_of (&in->tokens[i]);
  gboolean number = role == ROLE_NONE && is_number (in, i, 255);
  guint n;

  if (role == ROLE_NONE && !number)
    return 1;

  if ((n = count_date (in, i)))
    {
      *kind = AGREED_TOKEN_DATE;
      return n;
    }
  *kind = AGREED_TOKEN_NUMBER;
  if (number && role_at (in, i + 1) == ROLE_PER_CENT)
    return 2;
  if (number && role_at (in, i + 1) == ROLE_PER && role_at (in, i + 2) == ROLE_CENT)
    return 3;

  *kind = AGREED_TOKEN_ORDINAL;
  if (i + 1 < in->n_tokens && in->tokens[i + 1].kind == AGREED_TOKEN_WORD)
    {
      if (role == ROLE_TENS && begins_with_one_of (in->text, &in->tokens[i + 1], units, G_N_ELEMENTS (units)))
        return 2;
      if ((role == ROLE_ARABIC_UNIT || role == ROLE_MONTH_SECOND) &&
          begins_with_one_of (in->text, &in->tokens[i + 1], arabic_tens, G_N_ELEMENTS (arabic_tens)))
        return 2;
    }

  return 1;
}

guint
agreed_numerals_join (const char  *text,
                      AgreedToken *tokens,
                      guint        n_tokens)
{
  static GOnce once = G_ONCE_INIT;
  Tokens in = { text, tokens, n_tokens };
  guint n_left = 0;

  g_once (&once, make_roles, NULL);

  /* Tokens are written where they were read or before, so that those ahead are still as they came. */
  for (guint i = 0, n; i < n_tokens; i += n)
    {
      AgreedToken joined = tokens[i];
      AgreedTokenKind kind = joined.kind;

      n = count_joined (&in, i, &kind);
      for (guint k = 1; k < n; k++)
        if (!is_beside (&in, i + k))
          n = 1;
      if (n > 1)
        {
          const AgreedToken *last = &tokens[i + n - 1];
          guint letters = 0;

          for (guint k = 0; k < n; k++)
            letters += tokens[i + k].letters;
          joined.kind = kind;
          joined.length = last->start + last->length - joined.start;
          joined.letters = MIN (letters, 255);
          joined.key = agreed_normalise_key (text + joined.start, joined.length, &joined.folded);
        }
      tokens[n_left++] = joined;
    }

  return n_left;
}
