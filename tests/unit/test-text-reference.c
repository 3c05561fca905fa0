/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

/* What a wording points to, as "numbers@symbol", "numbers#title", "numbers" for the text itself, "PP" before those of the
 * preamble; joined by "|". */
static char *
find (const char *wording,
      const char *language)
{
  g_autoptr (GPtrArray) references = agreed_references_find (wording, language);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < references->len; i++)
    {
      const AgreedReference *reference = references->pdata[i];
      g_autofree char *numbers = g_strjoinv (",", reference->numbers);

      g_assert_cmpuint (reference->start + reference->length, <=, strlen (wording));
      g_assert_true (g_utf8_validate_len (wording + reference->start, reference->length, NULL));
      g_string_append_printf (found, "%s%s%s", i > 0 ? "|" : "", reference->preambular ? "PP" : "", numbers);
      if (reference->symbol != NULL)
        g_string_append_printf (found, "@%s", reference->symbol);
      if (reference->title != NULL)
        g_string_append_printf (found, "#%s", reference->title);
    }
  return g_string_free (found, FALSE);
}

static const struct {
  const char *language;
  const char *wording;
  const char *found;
} cases[] = {
  { "zh", "请秘书长按照第 65/141 号决议第 22 段的规定提出报告；", "22@65/141" },
  { "zh", "回顾其第66/184号决议第3和第5段，", "3,5@66/184" },
  { "zh", "以便如《突尼斯议程》第 73 和 78 段所述，完成《突尼斯议程》第 72 段规定的任务，", "73,78#突尼斯议程|72#突尼斯议程" },
  { "zh", "执行上文第 3 段和本决议第17(a)段，", "3|17(a)" },
  { "zh", "大会第70/125号决议序言部分第4段", "PP4@70/125" },
  { "zh", "回顾其2010年12月20日第65/141号决议，", "" },
  { "zh", "在第 31 次会议上，", "" },

  { "en", "as requested in paragraph 22 of resolution 65/141;", "22@65/141" },
  { "en", "in accordance with paragraphs 12 and 13 (a) of General Assembly resolution 70/125 and", "12,13(a)@70/125" },
  { "en", "recalling paragraph 4 of its resolution A/RES/78/132", "4@A/RES/78/132" },
  { "en", "as stated in paragraph 71 of the Tunis Agenda for the Information Society, and", "71#Tunis Agenda for the Information Society" },
  { "en", "the group referred to in paragraph 3 above and in preambular paragraph 2 of the present resolution", "3|PP2" },
  { "en", "resolution 57/270 B, paragraph 6", "6@57/270 B" },
  { "en", "Recalling its resolution 65/141 of 20 December 2010", "" },
  { "en", "a paragraph of some length", "" },

  { "fr", "comme demandé au paragraphe 22 de la résolution 65/141 ;", "22@65/141" },
  { "fr", "conformément aux paragraphes 3 et 5 de sa résolution 70/125,", "3,5@70/125" },
  { "fr", "au paragraphe 71 de l’Agenda de Tunis pour la société de l’information,", "71#Agenda de Tunis pour la société de l'information" },
  { "fr", "le groupe visé au paragraphe 3 ci-dessus", "3" },
  { "fr", "Rappelant sa résolution 65/141 du 20 décembre 2010", "" },

  { "es", "según lo solicitado en el párrafo 22 de la resolución 65/141;", "22@65/141" },
  { "es", "de conformidad con los párrafos 3 y 5 de su resolución 70/125,", "3,5@70/125" },
  { "es", "en el párrafo 71 de la Agenda de Túnez para la Sociedad de la Información,", "71#Agenda de Túnez para la Sociedad de la Información" },
  { "es", "a que se refiere el párrafo 3 de la presente resolución", "3" },
  { "es", "Recordando su resolución 65/141, de 20 de diciembre de 2010", "" },

  { "ru", "как указано в пункте 22 резолюции 65/141;", "22@65/141" },
  { "ru", "в соответствии с пунктами 3 и 5 своей резолюции 70/125", "3,5@70/125" },
  { "ru", "в пункте 4 резолюции Генеральной Ассамблеи 66/184", "4@66/184" },
  { "ru", "в пункте 71 Тунисской программы для информационного общества,", "71#Тунисской программы для информационного общества" },
  { "ru", "упомянутой в пункте 3 выше", "3" },
  { "ru", "ссылаясь на свою резолюцию 65/141 от 20 декабря 2010 года", "" },

  { "ar", "على النحو المطلوب في الفقرة 22 من القرار 65/141؛", "22@65/141" },
  { "ar", "وفقا للفقرتين 3 و 5 من قرارها 70/125،", "3,5@70/125" },
  { "ar", "الفقرات 3 إلى 5 من قرارها 70/125،", "3,5@70/125" },
  { "ar", "في الفقرة ٧١ من برنامج عمل تونس،", "71#برنامج عمل تونس" },
  { "ar", "المشار إليه في الفقرة 3 أعلاه", "3" },
  { "ar", "إذ تشير إلى قرارها 65/141 المؤرخ 20 كانون الأول/ديسمبر 2010", "" },

  { NULL, "paragraph 22 of resolution 65/141", "" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].wording, cases[i].language);

      if (g_strcmp0 (found, cases[i].found) != 0)
        {
          g_test_message ("%s: found %s, not %s", cases[i].wording, found, cases[i].found);
          g_test_fail ();
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/find", test_find);
  return g_test_run ();
}
