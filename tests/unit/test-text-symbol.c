/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "symbol.h"

#include <string.h>

/* At the start of the text, the symbol that begins there; NULL where none does. */
static const struct {
  const char *text;
  const char *symbol;
} scans[] = {
  { "A/RES/66/184", "A/RES/66/184" },
  { "A/RES/66/184.", "A/RES/66/184" },
  { "A/66/437)", "A/66/437" },
  { "A/C.2/65/L.22/Rev.1 and", "A/C.2/65/L.22/Rev.1" },
  { "A/C. 2/65/L. 22。", "A/C. 2/65/L. 22" },
  { "A/66/64-E/2011/77。", "A/66/64-E/2011/77" },
  { "A/66/64\u2011E/2011/77", "A/66/64\u2011E/2011/77" },
  { "A/65/78 – E/2010/68)", "A/65/78 – E/2010/68" },
  { "A/65/1-A/65/9", "A/65/1" },
  { "A/59/640, annex", "A/59/640" },
  { "E/2025/L.10", "E/2025/L.10" },
  { "E/CN.4/Sub.2/AC.4/1999/2", "E/CN.4/Sub.2/AC.4/1999/2" },
  { "A/HRC/RES/16/4", "A/HRC/RES/16/4" },
  { "ST/SGB/2003/13", "ST/SGB/2003/13" },
  { "S/RES/1325 (2000),", "S/RES/1325 (2000)" },
  { "S/2011/12/Add.1 to", "S/2011/12/Add.1" },
  { "A/RES/57/270 B of", "A/RES/57/270 B" },
  { "A/RES/ES-10/24", "A/RES/ES-10/24" },
  { "WSIS-05/TUNIS/DOC/6(Rev. 1)/E", "WSIS-05/TUNIS/DOC/6(Rev. 1)/E" },
  { "A/C.2/65/SR.2. The Committee", "A/C.2/65/SR.2" },
  { "A/65/276 The", "A/65/276" },
  { "65/141号决议", "65/141" },
  { "６６/１８４号", "６６/１８４" },
  { "٦٦/١٨٤ المؤرخ", "٦٦/١٨٤" },
  { "57/270 B of 23 June", "57/270 B" },
  { "57/270B", "57/270B" },
  { "57/270 В от", "57/270 В" },
  { "57/270 باء المؤرخ", "57/270 باء" },
  { "65/141 A delegate", "65/141" },
  { "2010/2 of 19 July", "2010/2" },
  { "S-10/2", "S-10/2" },
  { "1325 (2000) of", "1325 (2000)" },
  { "1325（2000）号", "1325（2000）" },
  { "2758 (XXVI)", "2758 (XXVI)" },
  { "217 A (III)", "217 A (III)" },
  { "3201 (S-VI)", "3201 (S-VI)" },
  { "1/2 of", NULL },
  { "24/7", NULL },
  { "22/12/2011", NULL },
  { "2011/12/22", NULL },
  { "2009/2010", NULL },
  { "AND/OR", NULL },
  { "and/or", NULL },
  { "ICT/IT", NULL },
  { "66/184th", NULL },
  { "2011 (see)", NULL },
  { "65 (2011)", NULL },
  { "Assembly", NULL },
  { "A delegate", NULL },
  { "A", NULL },
  { "", NULL },
};

static void
test_scan (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      g_autofree char *found = g_strndup (scans[i].text, agreed_symbol_scan (scans[i].text, 0));

      g_assert_cmpstr (found, ==, scans[i].symbol ? scans[i].symbol : "");
    }
}

static void
test_previous (void)
{
  g_assert_cmpuint (agreed_symbol_scan ("65/141", 0x7b2c /* 第 */), ==, 6);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", ' '), ==, 6);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", '('), ==, 6);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", '1'), ==, 0);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", '/'), ==, 0);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", 'x'), ==, 0);
  g_assert_cmpuint (agreed_symbol_scan ("65/141", 0x431), ==, 0);
}

static void
test_normalise (void)
{
  static const struct {
    const char *as_printed;
    const char *plain;
  } cases[] = {
    { "A/C. 2/65/L. 22", "A/C.2/65/L.22" },
    { "A/66/64\u2011E/2011/77", "A/66/64-E/2011/77" },
    { "A/65/78 – E/2010/68", "A/65/78-E/2010/68" },
    { "57/270 B", "57/270 B" },
    { "57/270  B", "57/270 B" },
    { "57/270B", "57/270B" },
    { "1325 (2000)", "1325 (2000)" },
    { "217 A (III)", "217 A (III)" },
    { "57/270 باء", "57/270 باء" },
    { "６６／１８４", "66/184" },
    { "٦٦/١٨٤", "66/184" },
    { " A / RES/66 /184 ", "A/RES/66/184" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = agreed_symbol_normalise (cases[i].as_printed, -1);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_session (void)
{
  static const struct {
    const char *symbol;
    guint session;
  } cases[] = {
    { "A/RES/66/184", 66 }, { "A/66/64-E/2011/77", 66 }, { "A/C.2/66/L.9", 66 }, { "A/C. 2/65/L. 22", 65 },
    { "66/184", 66 },       { "57/270 B", 57 },          { "A/RES/2758 (XXVI)", 26 }, { "217 A (III)", 3 },
    { "A/RES/3390 (XXX)", 30 }, { "1514 (XV)", 15 },     { "A/RES/1995 (XIX)", 19 }, { "2010/2", 0 },
    { "E/2011/77", 0 },     { "S/RES/1325 (2000)", 0 },  { "A/RES/ES-10/24", 0 },    { "3201 (S-VI)", 0 },
    { "A/CONF.216/L.1", 0 }, { "", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (agreed_symbol_get_session (cases[i].symbol), ==, cases[i].session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/symbol/scan", test_scan);
  g_test_add_func ("/text/symbol/previous", test_previous);
  g_test_add_func ("/text/symbol/normalise", test_normalise);
  g_test_add_func ("/text/symbol/session", test_session);

  return g_test_run ();
}
