/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "counter.h"

#include <string.h>

/* Beyond this letters and Roman numerals go on as figures. */
#define MOST_LETTERED 780
#define MOST_ROMAN    3999

static const char russian[] = "абвгдежзиклмнопрстуфхцчшщыэюя";
static const char russian_upper[] = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ";
static const char abjad[] = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
static const char alphabet[] = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
static const char stems[] = "甲乙丙丁戊己庚辛壬癸";

AgreedCounter
agreed_counter_from_word (const char *name)
{
  static const struct {
    const char *name;
    AgreedCounter counter;
  } names[] = {
    { "bullet", AGREED_COUNTER_NONE },
    { "none", AGREED_COUNTER_NONE },
    { "decimalZero", AGREED_COUNTER_DECIMAL_ZERO },
    { "decimalFullWidth", AGREED_COUNTER_FULL_WIDTH },
    { "decimalFullWidth2", AGREED_COUNTER_FULL_WIDTH },
    { "decimalEnclosedCircle", AGREED_COUNTER_CIRCLED },
    { "decimalEnclosedCircleChinese", AGREED_COUNTER_CIRCLED },
    { "lowerLetter", AGREED_COUNTER_LOWER_LETTER },
    { "upperLetter", AGREED_COUNTER_UPPER_LETTER },
    { "lowerRoman", AGREED_COUNTER_LOWER_ROMAN },
    { "upperRoman", AGREED_COUNTER_UPPER_ROMAN },
    { "russianLower", AGREED_COUNTER_LOWER_RUSSIAN },
    { "russianUpper", AGREED_COUNTER_UPPER_RUSSIAN },
    { "arabicAbjad", AGREED_COUNTER_ARABIC_ABJAD },
    { "arabicAlpha", AGREED_COUNTER_ARABIC_ALPHABET },
    { "hindiNumbers", AGREED_COUNTER_ARABIC_INDIC },
    { "chineseCounting", AGREED_COUNTER_CHINESE },
    { "chineseCountingThousand", AGREED_COUNTER_CHINESE },
    { "taiwaneseCounting", AGREED_COUNTER_CHINESE },
    { "taiwaneseCountingThousand", AGREED_COUNTER_CHINESE },
    { "japaneseCounting", AGREED_COUNTER_CHINESE },
    { "ideographDigital", AGREED_COUNTER_CHINESE_DIGITS },
    { "taiwaneseDigital", AGREED_COUNTER_CHINESE_DIGITS },
    { "japaneseDigitalTenThousand", AGREED_COUNTER_CHINESE_DIGITS },
    { "ideographTraditional", AGREED_COUNTER_CHINESE_STEMS },
    { "chicago", AGREED_COUNTER_SIGNS },
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i].name))
      return names[i].counter;

  return AGREED_COUNTER_DECIMAL;
}

AgreedCounter
agreed_counter_from_open (const char *format)
{
  gunichar first = format != NULL ? g_utf8_get_char_validated (format, -1) : 0;

  switch (first)
    {
    case 0:
    case (gunichar) -1:
    case (gunichar) -2:
      return AGREED_COUNTER_NONE;
    case 'a':
      return AGREED_COUNTER_LOWER_LETTER;
    case 'A':
      return AGREED_COUNTER_UPPER_LETTER;
    case 'i':
      return AGREED_COUNTER_LOWER_ROMAN;
    case 'I':
      return AGREED_COUNTER_UPPER_ROMAN;
    case 0x430:
      return AGREED_COUNTER_LOWER_RUSSIAN;
    case 0x410:
      return AGREED_COUNTER_UPPER_RUSSIAN;
    case 0x623:
    case 0x627: /* alif without its hamza, as LibreOffice has it */
    case 0xfe83: /* the same alif as a presentation form */
      return strstr (format, "ج, د") != NULL || strstr (format, "ب, ج") != NULL || strstr (format, "ﺏ, ﺝ") != NULL
               ? AGREED_COUNTER_ARABIC_ABJAD : AGREED_COUNTER_ARABIC_ALPHABET;
    case 0x4e00:
    case 0x58f9:
      return AGREED_COUNTER_CHINESE;
    case 0x3007:
      return AGREED_COUNTER_CHINESE_DIGITS;
    case 0x7532:
      return AGREED_COUNTER_CHINESE_STEMS;
    case 0x661:
      return AGREED_COUNTER_ARABIC_INDIC;
    case 0xff11:
      return AGREED_COUNTER_FULL_WIDTH;
    case 0x2460:
      return AGREED_COUNTER_CIRCLED;
    default:
      return AGREED_COUNTER_DECIMAL;
    }
}

/* a … z, aa, bb: the letter says the place and its repetition the round. OpenDocument's programs go on aa, ab; a list
 * that long does not occur in resolutions. */
static char *
print_letters (const char *letters,
               guint       value)
{
  guint n = g_utf8_strlen (letters, -1);
  const char *letter = g_utf8_offset_to_pointer (letters, (value - 1) % n);
  GString *out = g_string_new (NULL);

  for (guint round = 0; round <= (value - 1) / n; round++)
    g_string_append_len (out, letter, g_utf8_next_char (letter) - letter);

  return g_string_free (out, FALSE);
}

static char *
print_roman (guint value)
{
  static const struct {
    guint value;
    const char *numeral;
  } parts[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
                { 40, "xl" },  { 10, "x" },   { 9, "ix" },  { 5, "v" },    { 4, "iv" },  { 1, "i" } };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (out, parts[i].numeral);

  return g_string_free (out, FALSE);
}

/* Decimal figures of another script, one for one. */
static char *
print_digits (guint    value,
              gunichar zero)
{
  g_autofree char *digits = g_strdup_printf ("%u", value);
  GString *out = g_string_new (NULL);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append_unichar (out, zero + (*p - '0'));

  return g_string_free (out, FALSE);
}

static const char *const chinese_digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

static char *
print_chinese_digits (guint value)
{
  g_autofree char *digits = g_strdup_printf ("%u", value);
  GString *out = g_string_new (NULL);

  for (const char *p = digits; *p != '\0'; p++)
    g_string_append (out, chinese_digits[*p - '0']);

  return g_string_free (out, FALSE);
}

/* 十, 十二, 二十, 一百零三 */
static char *
print_chinese (guint value)
{
  GString *out;

  if (value > 999)
    return print_chinese_digits (value);
  out = g_string_new (NULL);
  if (value >= 100)
    {
      g_string_append_printf (out, "%s百", chinese_digits[value / 100]);
      if (value % 100 > 0 && value % 100 < 10)
        g_string_append (out, "零");
    }
  if (value % 100 >= 10)
    g_string_append_printf (out, "%s十", value < 20 ? "" : chinese_digits[value % 100 / 10]);
  if (value % 10 > 0)
    g_string_append (out, chinese_digits[value % 10]);

  return g_string_free (out, FALSE);
}

static char *
print_signs (guint value)
{
  static const char *const signs[] = { "*", "†", "‡", "§" };
  GString *out = g_string_new (NULL);

  for (guint round = 0; round <= (value - 1) / 4 && round < 4; round++)
    g_string_append (out, signs[(value - 1) % 4]);

  return g_string_free (out, FALSE);
}

static char *
print_circled (guint value)
{
  char buffer[8] = "";

  g_unichar_to_utf8 (0x2460 + value - 1, buffer);

  return g_strdup (buffer);
}

static char *
print_upper (char *lower)
{
  char *upper = g_ascii_strup (lower, -1);

  g_free (lower);

  return upper;
}

char *
agreed_counter_print (AgreedCounter self,
                      guint         value)
{
  if (self == AGREED_COUNTER_NONE)
    return g_strdup ("");
  if (self == AGREED_COUNTER_ARABIC_INDIC)
    return print_digits (value, 0x660);
  if (self == AGREED_COUNTER_FULL_WIDTH)
    return print_digits (value, 0xff10);
  if (self == AGREED_COUNTER_DECIMAL_ZERO)
    return g_strdup_printf ("%02u", value);
  if (value == 0 || value > MOST_LETTERED)
    self = value > 0 && value <= MOST_ROMAN && (self == AGREED_COUNTER_LOWER_ROMAN || self == AGREED_COUNTER_UPPER_ROMAN)
             ? self : AGREED_COUNTER_DECIMAL;

  switch (self)
    {
    case AGREED_COUNTER_LOWER_LETTER:
      return print_letters ("abcdefghijklmnopqrstuvwxyz", value);
    case AGREED_COUNTER_UPPER_LETTER:
      return print_letters ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", value);
    case AGREED_COUNTER_LOWER_ROMAN:
      return print_roman (value);
    case AGREED_COUNTER_UPPER_ROMAN:
      return print_upper (print_roman (value));
    case AGREED_COUNTER_LOWER_RUSSIAN:
      return print_letters (russian, value);
    case AGREED_COUNTER_UPPER_RUSSIAN:
      return print_letters (russian_upper, value);
    case AGREED_COUNTER_ARABIC_ABJAD:
      return print_letters (abjad, value);
    case AGREED_COUNTER_ARABIC_ALPHABET:
      return print_letters (alphabet, value);
    case AGREED_COUNTER_CHINESE:
      return print_chinese (value);
    case AGREED_COUNTER_CHINESE_DIGITS:
      return print_chinese_digits (value);
    case AGREED_COUNTER_CHINESE_STEMS:
      return value <= 10 ? print_letters (stems, value) : print_chinese (value);
    case AGREED_COUNTER_SIGNS:
      return print_signs (value);
    case AGREED_COUNTER_CIRCLED:
      return value <= 20 ? print_circled (value) : g_strdup_printf ("%u", value);
    case AGREED_COUNTER_NONE:
    case AGREED_COUNTER_DECIMAL:
    case AGREED_COUNTER_DECIMAL_ZERO:
    case AGREED_COUNTER_FULL_WIDTH:
    case AGREED_COUNTER_ARABIC_INDIC:
    default:
      return g_strdup_printf ("%u", value);
    }
}
