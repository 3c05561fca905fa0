/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "character.h"

#define PAGE_SIZE AGREED_CHARACTERS_A_PAGE

AgreedCharacterPage *agreed_character_pages[0x110000 / PAGE_SIZE];

/* First and last of characters that count for nothing, beside the control characters. Of Arabic marks the three that
 * make letters (madda, hamza above and below) are not here: they are composed with their letters. */
static const gunichar dropped[][2] = {
  { 0x00ad, 0x00ad }, { 0x034f, 0x034f }, { 0x061c, 0x061c }, { 0x0640, 0x0640 }, { 0x064b, 0x0652 },
  { 0x0656, 0x065f }, { 0x0670, 0x0670 }, { 0x06d6, 0x06dc }, { 0x06df, 0x06e4 }, { 0x06e7, 0x06e8 },
  { 0x06ea, 0x06ed }, { 0x180b, 0x180e }, { 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x206f },
  { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xe0100, 0xe01ef },
};

/* First and last of the blocks of compatibility characters that are other ways to set the same letters: Kangxi
 * radicals (PDF fonts give them for Han), ligatures, Arabic and vertical forms, widths. Superscripts, circled numbers
 * and fractions are left as they are: they mean something else than their digits. */
static const gunichar compatible[][2] = {
  { 0x2e80, 0x2fdf }, { 0xf900, 0xfaff }, { 0xfb00, 0xfb4f }, { 0xfb50, 0xfdff }, { 0xfe30, 0xfe6f },
  { 0xfe70, 0xfefc }, { 0xff00, 0xffef }, { 0x2024, 0x2026 }, { 0x2f800, 0x2fa1f },
};

static const struct {
  gunichar from;
  gunichar to;
} twins[] = {
  { 0x2010, '-' },  { 0x2011, '-' },  { 0x2012, '-' },  { 0x2013, '-' },  { 0x2014, '-' },  { 0x2015, '-' },
  { 0x2212, '-' },  { 0x2043, '-' },  { 0x00ab, '"' },  { 0x00bb, '"' },  { 0x201c, '"' },  { 0x201d, '"' },
  { 0x201e, '"' },  { 0x201f, '"' },  { 0x300c, '"' },  { 0x300d, '"' },  { 0x300e, '"' },  { 0x300f, '"' },
  { 0x301d, '"' },  { 0x301e, '"' },  { 0x301f, '"' },  { 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201a, '\'' },
  { 0x201b, '\'' }, { 0x2039, '\'' }, { 0x203a, '\'' }, { 0x02bc, '\'' }, { 0x00b4, '\'' }, { '`', '\'' },
  { 0x3002, '.' },  { 0x060c, ',' },  { 0x061b, ';' },  { 0x061f, '?' },  { 0x066a, '%' },  { 0x066b, '.' },
  { 0x066c, ',' },  { 0x3010, '[' },  { 0x3011, ']' },  { 0x3014, '[' },  { 0x3015, ']' },  { 0x2022, 0xb7 },
  { 0x30fb, 0xb7 }, { 0x2027, 0xb7 }, { 0x2044, '/' },  { 0x2215, '/' },  { 0x301c, '~' },  { 0x0451, 0x0435 },
  { 0x0401, 0x0415 },
};

static gboolean
within (gunichar       c,
        const gunichar ranges[][2],
        gsize          n_ranges)
{
  for (gsize i = 0; i < n_ranges; i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;

  return FALSE;
}

static gunichar
work_out_fold (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    if (twins[i].from == c)
      return twins[i].to;

  if (g_unichar_isspace (c) || c == 0x85 || c == 0x0b || c == 0x1680 || c == 0x2028 || c == 0x2029)
    return ' ';
  if (within (c, dropped, G_N_ELEMENTS (dropped)) || c < ' ' || (c >= 0x7f && c <= 0x9f))
    return 0;
  if (g_unichar_isdigit (c))
    return '0' + g_unichar_digit_value (c);

  n_parts = g_unichar_fully_decompose (c, within (c, compatible, G_N_ELEMENTS (compatible)), parts, G_N_ELEMENTS (parts));
  if (n_parts == 1)
    return parts[0] == c ? c : work_out_fold (parts[0]);

  return within (c, compatible, G_N_ELEMENTS (compatible)) ? AGREED_CHARACTER_SEVERAL : c;
}

static gboolean
has_no_spaces_between_words (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return c == 0x30fc || c == 0x3007;
    }
}

static AgreedCharacterClass
work_out_class (gunichar c,
                gunichar fold)
{
  if (fold == ' ')
    return AGREED_CHARACTER_SPACE;
  if (fold == 0)
    return AGREED_CHARACTER_DROPPED;
  if (g_unichar_isdigit (c))
    return AGREED_CHARACTER_DIGIT;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return AGREED_CHARACTER_MARK;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
      return has_no_spaces_between_words (c) ? AGREED_CHARACTER_DICTIONARY
             : fold == '\''                  ? AGREED_CHARACTER_PUNCTUATION
                                             : AGREED_CHARACTER_LETTER;
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_SYMBOL:
      return has_no_spaces_between_words (c) ? AGREED_CHARACTER_DICTIONARY : AGREED_CHARACTER_SIGN;
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return fold == '%' || c == 0x2030 ? AGREED_CHARACTER_SIGN : AGREED_CHARACTER_PUNCTUATION;
    default:
      return fold == '\'' || fold == '-' || fold == '~' ? AGREED_CHARACTER_PUNCTUATION : AGREED_CHARACTER_SIGN;
    }
}

/* The ideographs that texts are made of have no other form and no other class. There are a hundred pages of them, and asking
 * about each took longer than comparing a resolution. */
static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c < 0x4dc0) || (c >= 0x4e00 && c < 0xa000);
}

/* Two threads may make the same page, and the second is thrown away. */
const AgreedCharacterPage *
agreed_character_make_page (guint number)
{
  AgreedCharacterPage *page = g_new (AgreedCharacterPage, 1);

  for (guint i = 0; i < PAGE_SIZE; i++)
    {
      gunichar c = number * PAGE_SIZE + i;
      gunichar fold = is_ideograph (c) ? c : work_out_fold (c);

      page->fold[i] = fold;
      page->lower[i] = fold == AGREED_CHARACTER_SEVERAL || is_ideograph (c) ? fold : g_unichar_tolower (fold);
      page->class[i] = is_ideograph (c) ? AGREED_CHARACTER_DICTIONARY : work_out_class (c, fold);
    }
  if (!g_atomic_pointer_compare_and_exchange (&agreed_character_pages[number], NULL, page))
    g_free (page);

  return g_atomic_pointer_get (&agreed_character_pages[number]);
}
