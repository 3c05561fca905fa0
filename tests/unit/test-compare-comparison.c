/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"

#include "difference.h"

#include <string.h>

/* A text of paragraphs given as "PP1 Recalling its resolution …", ended by NULL. */
static AgreedText *
text_new (const char *const *paragraphs)
{
  AgreedText *text = agreed_text_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      const char *space = strchr (paragraphs[i], ' ');
      g_autofree char *label = g_strndup (paragraphs[i], space - paragraphs[i]);
      g_autoptr (AgreedParagraph) paragraph = NULL;

      paragraph = agreed_paragraph_new (*label == 'P' ? AGREED_PARAGRAPH_PREAMBULAR : AGREED_PARAGRAPH_OPERATIVE, label,
                                        space + 1);
      agreed_text_append (text, paragraph);
    }

  return text;
}

static AgreedComparison *
compare (const char *const *older,
         const char *const *newer,
         GPtrArray         *decisions)
{
  g_autoptr (AgreedText) older_text = text_new (older);
  g_autoptr (AgreedText) newer_text = text_new (newer);

  return agreed_comparison_new (older_text, newer_text, decisions);
}

/* "PP1>PP1 PP2>OP1!": the links in order, moved ones marked. */
static void
assert_links (AgreedComparison *comparison,
              const char       *expected)
{
  GPtrArray *links = agreed_comparison_get_links (comparison);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (found, "%s%s>%s%s", i > 0 ? " " : "",
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)),
                              agreed_link_get_moved (link) ? "!" : "");
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* "PP1|PP1 unchanged; |PP2 added": the rows in order. */
static void
assert_rows (AgreedComparison *comparison,
             const char       *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      g_string_append_printf (found, "%s%s|%s %s", i > 0 ? "; " : "", agreed_row_get_label (row, AGREED_SIDE_OLDER),
                              agreed_row_get_label (row, AGREED_SIDE_NEWER),
                              agreed_change_to_string (agreed_row_get_change (row)));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

#define BROADBAND \
  "Noting the growing gap in broadband connectivity between developed and developing countries, which affects health, "  \
  "education and commerce in rural and remote areas,"
#define WOMEN "Encourages all stakeholders to ensure the full participation of women and girls in science and engineering;"
#define TUNISIA "Welcomes the annual exhibition organized by Tunisia as a platform for dynamic business environments;"
#define SOUTH "Recognizes that triangular and South-South cooperation are effective tools for knowledge networks;"
#define REPORT "Requests the Secretary-General to submit a report on the implementation of the present resolution;"

static void
test_renumbered (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 " WOMEN, "OP2 " TUNISIA, "OP3 " REPORT, NULL };
  const char *const newer[] = { "OP1 " WOMEN, "OP2 " SOUTH, "OP3 " TUNISIA, "OP4 " REPORT, NULL };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP2>OP3 OP3>OP4");
  assert_rows (comparison, "OP1|OP1 unchanged; |OP2 added; OP2|OP3 unchanged; OP3|OP4 unchanged");
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->added, ==, 1);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->moved, ==, 0);
}

static void
test_moved (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "PP1 " BROADBAND, "OP1 " WOMEN, "OP2 " TUNISIA, "OP3 " SOUTH, NULL };
  const char *const newer[] = { "PP1 " SOUTH, "PP2 " BROADBAND, "OP1 " WOMEN, "OP2 " TUNISIA, NULL };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP3>PP1! PP1>PP2 OP1>OP1 OP2>OP2");
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->moved, ==, 1);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->unchanged, ==, 4);
}

static void
test_split (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (AgreedRow) row = NULL;
  const char *const older[] = {
    "PP1 " BROADBAND,
    "OP1 Encourages all stakeholders to ensure the full participation of women and girls in science and engineering, and "
    "welcomes the annual exhibition organized by Tunisia as a platform for dynamic business environments;",
    "OP2 " REPORT, NULL
  };
  const char *const newer[] = { "PP1 " BROADBAND, "OP1 " WOMEN, "OP2 " TUNISIA, "OP3 " REPORT, NULL };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "PP1>PP1 OP1>OP1 OP1>OP2 OP2>OP3");
  assert_rows (comparison, "PP1|PP1 unchanged; OP1|OP1, OP2 reworded; OP2|OP3 unchanged");
  row = g_list_model_get_item (G_LIST_MODEL (comparison), 1);
  g_assert_true (agreed_row_get_split (row));
  g_assert_false (agreed_row_get_merged (row));
}

/* "equal[-deleted-]{+inserted+}": the runs of a row, both of whose wordings they must give back. */
static char *
mark_row (AgreedComparison *comparison,
          guint             position)
{
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), position);
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_wording (row, AGREED_SIDE_NEWER);
  GArray *runs = agreed_row_get_runs (row);
  GString *marked = g_string_new (NULL);
  gsize older_end = 0, newer_end = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      g_assert_cmpuint (run->older_start, ==, older_end);
      g_assert_cmpuint (run->newer_start, ==, newer_end);
      older_end += run->older_length;
      newer_end += run->newer_length;
      if (run->kind == AGREED_RUN_EQUAL)
        g_string_append_len (marked, newer + run->newer_start, run->newer_length);
      else if (run->kind == AGREED_RUN_DELETED)
        g_string_append_printf (marked, "[-%.*s-]", (int) run->older_length, older + run->older_start);
      else
        g_string_append_printf (marked, "{+%.*s+}", (int) run->newer_length, newer + run->newer_start);
    }
  g_assert_cmpuint (older_end, ==, strlen (older));
  g_assert_cmpuint (newer_end, ==, strlen (newer));

  return g_string_free (marked, FALSE);
}

/* What one part lost is not what another one gained. */
/* What a link says of itself. */
static void
test_reasons (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  const char *const older[] = {
    "PP1 Recalling its resolution 65/141 of 20 December 2010 on development,", "PP2 " BROADBAND, "PP3 " SOUTH,
    "PP4 Noting that one thing may be as good as another,", NULL
  };
  const char *const newer[] = {
    "PP1 Recalling also its resolution 65/141 of 20 December 2010 on trade,", "PP2 " BROADBAND, "PP3 " WOMEN,
    "PP4 Noting that one thing may be as good as new,", "PP5 Noting that one thing may be as good as old,", NULL
  };
  const char *const reasons[] = {
    "7 of 8 words are the same; both name 65/141", "All words are the same", "Linked by hand",
    "9 of 10 words are the same",
  };
  GPtrArray *links;

  g_ptr_array_add (decisions, agreed_decision_new ("PP3", "PP3", TRUE));
  comparison = compare (older, newer, decisions);
  assert_links (comparison, "PP1>PP1 PP2>PP2 PP3>PP3 PP4>PP5");
  links = agreed_comparison_get_links (comparison);
  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      g_autofree char *reason = agreed_link_describe_reason (link);

      g_assert_cmpstr (reason, ==, reasons[i]);
      /* The other one would do as well. */
      g_assert_cmpint (agreed_link_is_unsure (link), ==, i == 3);
    }
}

static void
test_parts (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autofree char *marked = NULL;
  const char *const older[] = {
    "OP1 Encourages women and girls to study engineering in rural and remote areas;",
    "OP2 Invites Governments to fund radio stations in the languages of minorities;", NULL
  };
  const char *const newer[] = {
    "OP1 Encourages women and girls to study engineering, and invites Governments to fund radio stations in rural and remote "
    "areas in the languages of minorities;", NULL
  };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP2>OP1");
  marked = mark_row (comparison, 0);
  g_assert_cmpstr (marked, ==,
                   "Encourages women and girls to study engineering[- in rural and remote areas-], [-Invites-]{+and invites+} "
                   "Governments to fund radio stations in{+ rural and remote areas in+} the languages of minorities;");
}

/* Parts that stand the other way round, and parts that have no word in common with what they are linked to. */
static void
test_parts_by_hand (void)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 " WOMEN, "OP2 " SOUTH, "OP3 " TUNISIA, NULL };
  const char *const newer[] = { "OP1 " TUNISIA, "OP2 Nothing, of all that, is alike, or so, they say,", "OP3 " WOMEN, NULL };

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i);

      g_ptr_array_add (decisions, agreed_decision_new (label, "OP2", TRUE));
    }
  comparison = compare (older, newer, decisions);
  assert_rows (comparison, "OP1, OP2, OP3|OP1, OP2, OP3 reworded");
  g_free (mark_row (comparison, 0));

  g_ptr_array_add (decisions, agreed_decision_new ("OP1", "OP3", FALSE));
  g_ptr_array_add (decisions, agreed_decision_new ("OP3", "OP1", FALSE));
  g_clear_object (&comparison);
  comparison = compare (older, newer, decisions);
  assert_links (comparison, "OP1>OP2 OP2>OP2 OP3>OP2");
  g_free (mark_row (comparison, 1));
}

static void
test_merged (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 " WOMEN, "OP2 " SOUTH, "OP3 " TUNISIA, NULL };
  const char *const newer[] = {
    "OP1 Encourages all stakeholders to ensure the full participation of women and girls in science and engineering, and "
    "welcomes the annual exhibition organized by Tunisia as a platform for dynamic business environments;",
    "OP2 " SOUTH, NULL
  };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP3>OP1! OP2>OP2");
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->merged, ==, 1);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->removed, ==, 0);
}

/* Sub-paragraphs that were drawn into their paragraph go with it, on less than others need. */
static void
test_sub_paragraphs (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = {
    "OP1 " WOMEN,
    "OP2 Stresses that improvements to the Forum should be considered on the basis of consultations with stakeholders:",
    "OP2(a) To enlarge the representation of developing countries;",
    "OP2(b) To explore voluntary financing of the secretariat by donors;", NULL
  };
  const char *const newer[] = {
    "OP1 " WOMEN,
    "OP2 Stresses that improvements to the Forum should be considered on the basis of consultations with stakeholders, "
    "including larger representation of developing countries and voluntary financing by donors;", NULL
  };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP2>OP2 OP2(a)>OP2 OP2(b)>OP2");
}

/* An item of a list that was folded into one sentence goes with its neighbours, however it was reworded; not so where the
 * list still stands, or where nothing is left of it. */
static void
test_folded_list (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = {
    "OP1 " WOMEN,
    "OP2 Stresses that improvements to the Forum should be considered on the basis of consultations with stakeholders:",
    "OP2(a) To give developing countries more of a voice, and to make their concerns the first and highest priority;",
    "OP2(b) To explore voluntary financing of the secretariat by donors;",
    "OP2(c) To abolish whatever was held otherwise;", NULL
  };
  const char *const newer[] = {
    "OP1 " WOMEN,
    "OP2 Stresses that improvements to the Forum should be considered on the basis of consultations with stakeholders, "
    "including larger representation of developing countries and voluntary financing of the secretariat by donors;", NULL
  };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP2>OP2 OP2(a)>OP2 OP2(b)>OP2");
  g_assert_true (agreed_link_is_unsure (g_ptr_array_index (agreed_comparison_get_links (comparison), 2)));
}

/* Twelve paragraphs of words that no other text has, and a formula. */
static AgreedText *
formula_text_new (const char *word,
                  const char *formula)
{
  AgreedText *text = agreed_text_new ();
  g_autoptr (AgreedParagraph) last = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i + 1);
      g_autoptr (GString) wording = g_string_new ("Recognizes");
      g_autoptr (AgreedParagraph) paragraph = NULL;

      for (guint k = 0; k < 60; k++)
        g_string_append_printf (wording, " %s%c%c", word, 'a' + (i * 60 + k) / 26 % 26, 'a' + (i * 60 + k) % 26);
      paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, wording->str);
      agreed_text_append (text, paragraph);
    }
  last = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP13", formula);
  agreed_text_append (text, last);

  return text;
}

/* The same two paragraphs are a formula in texts that share nothing else, and the same paragraph in texts that do. */
static void
test_formulas (void)
{
  static const char agenda[] = "Decides to include in the provisional agenda of its eighty-first session the item "
                               "entitled “Cooperation with regional organizations”";
  static const char other[] = "Decides to include in the provisional agenda of its eighty-first session, unless otherwise "
                              "agreed, the item entitled “Digital technologies”";
  g_autoptr (AgreedText) older = formula_text_new ("foo", agenda);
  g_autoptr (AgreedText) unrelated = formula_text_new ("bar", other);
  g_autoptr (AgreedText) related = formula_text_new ("foo", other);
  g_autoptr (AgreedComparison) formula = agreed_comparison_new (older, unrelated, NULL);
  g_autoptr (AgreedComparison) carried_on = agreed_comparison_new (older, related, NULL);

  g_assert_cmpuint (agreed_comparison_get_links (formula)->len, ==, 0);
  g_assert_cmpuint (agreed_comparison_get_links (carried_on)->len, ==, 13);
}

/* Two paragraphs alike but for the session follow their order, not each other's wording. */
static void
test_near_duplicates (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 Decides to convene the first session of the committee in Geneva in May 2010;",
                                "OP2 Decides to convene the second session of the committee in Geneva in May 2011;",
                                "OP3 " REPORT, NULL };
  const char *const newer[] = { "OP1 Decides to convene the third session of the committee in Geneva in May 2012;",
                                "OP2 Decides to convene the fourth session of the committee in Geneva in May 2013;",
                                "OP3 " REPORT, NULL };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "OP1>OP1 OP2>OP2 OP3>OP3");
}

static void
test_chinese (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = {
    "PP1 认识到科学和技术促进发展委员会作为全系统后续行动协调中心所发挥的作用，",
    "PP2 关切处于不同发展阶段的国家之间在宽带联通方面存在的数字鸿沟，", "OP1 欢迎突尼斯每年举办技术展览;", NULL
  };
  const char *const newer[] = {
    "PP1 关切处于不同发展阶段的国家之间在获取技术和宽带连通方面存在的数字鸿沟，",
    "PP2 确认科学和技术促进发展委员会作为全系统后续行动的协调中心发挥的作用,", "OP1 欣见突尼斯每年举办技术展览；", NULL
  };

  comparison = compare (older, newer, NULL);
  g_assert_cmpuint (agreed_comparison_get_links (comparison)->len, ==, 3);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->moved, ==, 1);
}

/* A split, a move, a formula reworded, and a paragraph that is new, in languages that are written like English. */
static void
test_other_languages (void)
{
  static const char *const french[2][7] = {
    { "PP1 Rappelant sa résolution 65/141 du 20 décembre 2010,",
      "PP2 Consciente des difficultés que les pays en développement rencontrent dans la lutte contre la cybercriminalité,",
      "OP1 Constate que la fracture numérique entre les femmes et les hommes persiste, engage toutes les parties prenantes à "
      "former les enseignants des zones rurales, et prie les banques de développement de financer les réseaux à haut débit;",
      "OP2 Se félicite de l’exposition annuelle organisée par la Tunisie à l’intention des entreprises;",
      "OP3 Prie le Secrétaire général de lui présenter à sa soixante-sixième session un rapport sur l’application de la "
      "présente résolution.", NULL },
    { "PP1 Rappelant sa résolution 66/184 du 22 décembre 2011,",
      "OP1 Constate que la fracture numérique entre les femmes et les hommes persiste, et engage toutes les parties prenantes "
      "à former les enseignants des zones rurales;",
      "OP2 Prie les banques de développement de financer les réseaux à haut débit;",
      "OP3 Prend acte des travaux du Groupe de la statistique portant sur les indicateurs de connectivité;",
      "PP2 Consciente des difficultés auxquelles se heurtent les pays en développement dans la lutte contre la "
      "cybercriminalité,",
      "OP5 Prie le Secrétaire général de lui présenter à sa soixante-septième session un rapport sur l’application de la "
      "présente résolution.", NULL },
  };
  static const char *const russian[2][7] = {
    { "PP1 ссылаясь на свою резолюцию 65/141 от 20 декабря 2010 года,",
      "PP2 сознавая трудности, с которыми развивающиеся страны сталкиваются в борьбе с киберпреступностью,",
      "OP1 отмечает, что цифровой разрыв между женщинами и мужчинами сохраняется, призывает все стороны готовить учителей для "
      "сельских районов и просит банки развития финансировать широкополосные сети;",
      "OP2 приветствует ежегодную выставку, организуемую Тунисом для предприятий;",
      "OP3 просит Генерального секретаря представить ей на ее шестьдесят шестой сессии доклад об осуществлении настоящей "
      "резолюции.", NULL },
    { "PP1 ссылаясь на свою резолюцию 66/184 от 22 декабря 2011 года,",
      "OP1 отмечает, что цифровой разрыв между женщинами и мужчинами сохраняется, и призывает все стороны готовить учителей "
      "для сельских районов;",
      "OP2 просит банки развития финансировать широкополосные сети;",
      "OP3 принимает к сведению работу Статистической группы над показателями подключения;",
      "PP2 сознавая проблемы, с которыми развивающиеся страны сталкиваются в борьбе с киберпреступностью,",
      "OP5 просит Генерального секретаря представить ей на ее шестьдесят седьмой сессии доклад об осуществлении настоящей "
      "резолюции.", NULL },
  };
  static const char *const spanish[2][7] = {
    { "PP1 Recordando su resolución 65/141, de 20 de diciembre de 2010,",
      "PP2 Consciente de las dificultades a que hacen frente los países en desarrollo en la lucha contra la ciberdelincuencia,",
      "OP1 Observa que persiste la brecha digital entre mujeres y hombres, alienta a todas las partes a que formen a los "
      "maestros de las zonas rurales, y pide a los bancos de desarrollo que financien las redes de banda ancha;",
      "OP2 Acoge con beneplácito la exposición anual que organiza Túnez para las empresas;",
      "OP3 Solicita al Secretario General que le presente en su sexagésimo sexto período de sesiones un informe sobre la "
      "aplicación de la presente resolución.", NULL },
    { "PP1 Recordando su resolución 66/184, de 22 de diciembre de 2011,",
      "OP1 Observa que persiste la brecha digital entre mujeres y hombres, y alienta a todas las partes a que formen a los "
      "maestros de las zonas rurales;",
      "OP2 Pide a los bancos de desarrollo que financien las redes de banda ancha;",
      "OP3 Toma nota de la labor del Grupo de Estadística sobre los indicadores de conectividad;",
      "PP2 Consciente de los problemas a que hacen frente los países en desarrollo en la lucha contra la ciberdelincuencia,",
      "OP5 Solicita al Secretario General que le presente en su sexagésimo séptimo período de sesiones un informe sobre la "
      "aplicación de la presente resolución.", NULL },
  };
  const char *const (*texts[])[7] = { french, russian, spanish };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AgreedComparison) comparison = compare (texts[i][0], texts[i][1], NULL);

      assert_links (comparison, "PP1>PP1 OP1>OP1 OP1>OP2 PP2>PP2! OP3>OP5");
    }
}

/* White space, width and punctuation are no difference. */
static void
test_unchanged (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 欢迎突尼斯每年举办技术展览,并鼓励合作;", "OP2 Welcomes  the report of the Forum;",
                                NULL };
  const char *const newer[] = { "OP1 欢迎突尼斯每年举办技术展览，并鼓励合作；", "OP2 Welcomes the report of the Forum;",
                                NULL };

  comparison = compare (older, newer, NULL);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->unchanged, ==, 2);
}

static void
test_nothing_in_common (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "PP1 " BROADBAND, "OP1 " WOMEN, NULL };
  const char *const newer[] = { "OP1 " TUNISIA, "OP2 " SOUTH, "OP3 " REPORT, NULL };

  comparison = compare (older, newer, NULL);
  assert_links (comparison, "");
  assert_rows (comparison, "PP1| removed; OP1| removed; |OP1 added; |OP2 added; |OP3 added");
}

static void
test_empty (void)
{
  const char *const nothing[] = { NULL }, *const blank[] = { "OP1 ", "OP2 ;", NULL }, *const one[] = { "OP1 " WOMEN, NULL };
  g_autoptr (AgreedComparison) both = compare (nothing, nothing, NULL);
  g_autoptr (AgreedComparison) newer = compare (nothing, one, NULL);
  g_autoptr (AgreedComparison) older = compare (one, nothing, NULL);
  g_autoptr (AgreedComparison) without_words = compare (blank, blank, NULL);

  assert_rows (both, "");
  assert_rows (newer, "|OP1 added");
  assert_rows (older, "OP1| removed");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (without_words)), >=, 2);
}

/* A removed paragraph stands behind the row of the one before it, wherever that went. */
static void
test_removed (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  const char *const older[] = { "OP1 " WOMEN, "OP2 " TUNISIA, "OP3 " SOUTH, "OP4 " REPORT, NULL };
  const char *const newer[] = { "OP1 " REPORT, "OP2 " WOMEN, NULL };

  comparison = compare (older, newer, NULL);
  assert_rows (comparison, "OP4|OP1 unchanged; OP1|OP2 unchanged; OP2| removed; OP3| removed");
}

static void
test_decisions (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  const char *const older[] = { "OP1 " WOMEN, "OP2 " TUNISIA, NULL };
  const char *const newer[] = { "OP1 " WOMEN, "OP2 " SOUTH, NULL };

  g_ptr_array_add (decisions, agreed_decision_new ("OP1", "OP1", FALSE));
  g_ptr_array_add (decisions, agreed_decision_new ("OP2", "OP2", FALSE));
  g_ptr_array_add (decisions, agreed_decision_new ("OP2", "OP2", TRUE));
  g_ptr_array_add (decisions, agreed_decision_new ("OP2", "OP99", TRUE));
  g_ptr_array_add (decisions, agreed_decision_new ("PP1", "OP1", FALSE));

  comparison = compare (older, newer, decisions);
  assert_links (comparison, "OP2>OP2");
  g_assert_cmpint (agreed_link_get_origin (g_ptr_array_index (agreed_comparison_get_links (comparison), 0)), ==,
                   AGREED_LINK_BY_HAND);
}

/* A link by hand that was found as well is still by hand, and pushes nothing aside. */
static void
test_decision_added (void)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  const char *const older[] = { "OP1 " WOMEN, "OP2 " TUNISIA, NULL };
  const char *const newer[] = { "OP1 " WOMEN, "OP2 " SOUTH, NULL };

  g_ptr_array_add (decisions, agreed_decision_new ("OP1", "OP1", TRUE));
  g_ptr_array_add (decisions, agreed_decision_new ("OP1", "OP2", TRUE));
  comparison = compare (older, newer, decisions);
  assert_links (comparison, "OP1>OP1 OP1>OP2");
  assert_rows (comparison, "OP1|OP1, OP2 reworded; OP2| removed");
}

/* Identical paragraphs are linked in order, at once. */
/* One file opened on both sides gives one and the same text twice. */
static void
test_itself (void)
{
  g_autoptr (AgreedText) text = text_new ((const char *[]){
    "PP1 Recalling its resolution 65/141 of 20 December 2010,",
    "OP1 Requests the Secretary-General to submit a report to the General Assembly at its sixty-seventh session;", NULL });
  g_autoptr (AgreedComparison) comparison = agreed_comparison_new (text, text, NULL);

  assert_links (comparison, "PP1>PP1 OP1>OP1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (comparison)), ==, 2);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->unchanged, ==, 2);
}

static void
test_identical (void)
{
  const guint n = 10000;
  g_autoptr (AgreedText) older = agreed_text_new ();
  g_autoptr (AgreedText) newer = agreed_text_new ();
  g_autoptr (AgreedComparison) comparison = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i + 1);
      g_autoptr (AgreedParagraph) older_one = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, WOMEN);
      g_autoptr (AgreedParagraph) newer_one = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, WOMEN);

      agreed_text_append (older, older_one);
      agreed_text_append (newer, newer_one);
    }
  comparison = agreed_comparison_new (older, newer, NULL);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->unchanged, ==, n);
  g_assert_cmpuint (agreed_comparison_get_summary (comparison)->moved, ==, 0);
}

/* All that a comparison says, in one string. */
static char *
write_down (AgreedComparison *comparison)
{
  GPtrArray *links = agreed_comparison_get_links (comparison);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (all, "%s>%s %d %d %.17g %.17g\n",
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)),
                              agreed_link_get_moved (link), agreed_link_get_origin (link),
                              agreed_link_get_similarity (link), agreed_link_get_sureness (link));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      g_autofree char *marked = mark_row (comparison, i);

      g_string_append_printf (all, "%s|%s %d %d\n%s\n", agreed_row_get_label (row, AGREED_SIDE_OLDER),
                              agreed_row_get_label (row, AGREED_SIDE_NEWER), agreed_row_get_change (row),
                              agreed_row_get_moved (row), marked);
    }

  return g_string_free (all, FALSE);
}

/* A paragraph of some few words, so that many are alike, and some the same. */
static AgreedParagraph *
draw_paragraph (guint number)
{
  static const char *const words[] = { "women", "data", "trade", "health", "water", "peace", "energy", "youth", "law" };
  g_autofree char *label = g_strdup_printf ("OP%u", number);
  g_autoptr (GString) wording = g_string_new ("Welcomes");

  for (int i = g_test_rand_int_range (2, 9); i > 0; i--)
    g_string_append_printf (wording, " %s,", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, wording->str);
}

/* Deciding one thing after the other comes to the same as comparing anew, and never overrules what was decided. */
static void
test_decide (void)
{
  g_autoptr (AgreedText) older_text = agreed_text_new ();
  g_autoptr (AgreedText) newer_text = agreed_text_new ();
  AgreedText *texts[] = { older_text, newer_text };
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  g_autoptr (AgreedComparison) comparison = NULL;
  const guint n = 40;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (AgreedParagraph) paragraph = draw_paragraph (i + 1);

        agreed_text_append (texts[side], paragraph);
      }
  comparison = agreed_comparison_new (texts[0], texts[1], NULL);
  for (guint i = 0; i < 60; i++)
    {
      GPtrArray *links = agreed_comparison_get_links (comparison);
      g_autoptr (AgreedComparison) decided = NULL;
      g_autoptr (AgreedComparison) anew = NULL;
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;

      if (i % 3 == 0)
        {
          g_autofree char *older = g_strdup_printf ("OP%d", g_test_rand_int_range (1, n + 1));
          g_autofree char *newer = g_strdup_printf ("OP%d", g_test_rand_int_range (1, n + 1));

          g_ptr_array_add (decisions, agreed_decision_new (older, newer, TRUE));
        }
      else if (links->len > 0)
        {
          AgreedLink *link = g_ptr_array_index (links, g_test_rand_int_range (0, links->len));

          g_ptr_array_add (decisions, agreed_decision_new (
            agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
            agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)), FALSE));
        }
      decided = agreed_comparison_decide (comparison, decisions);
      anew = agreed_comparison_new (texts[0], texts[1], decisions);
      found = write_down (decided);
      expected = write_down (anew);
      g_assert_cmpstr (found, ==, expected);
      g_set_object (&comparison, decided);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/comparison/renumbered", test_renumbered);
  g_test_add_func ("/compare/comparison/moved", test_moved);
  g_test_add_func ("/compare/comparison/split", test_split);
  g_test_add_func ("/compare/comparison/reasons", test_reasons);
  g_test_add_func ("/compare/comparison/decide", test_decide);
  g_test_add_func ("/compare/comparison/parts", test_parts);
  g_test_add_func ("/compare/comparison/parts-by-hand", test_parts_by_hand);
  g_test_add_func ("/compare/comparison/merged", test_merged);
  g_test_add_func ("/compare/comparison/sub-paragraphs", test_sub_paragraphs);
  g_test_add_func ("/compare/comparison/folded-list", test_folded_list);
  g_test_add_func ("/compare/comparison/formulas", test_formulas);
  g_test_add_func ("/compare/comparison/near-duplicates", test_near_duplicates);
  g_test_add_func ("/compare/comparison/chinese", test_chinese);
  g_test_add_func ("/compare/comparison/other-languages", test_other_languages);
  g_test_add_func ("/compare/comparison/unchanged", test_unchanged);
  g_test_add_func ("/compare/comparison/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/compare/comparison/empty", test_empty);
  g_test_add_func ("/compare/comparison/removed", test_removed);
  g_test_add_func ("/compare/comparison/decisions", test_decisions);
  g_test_add_func ("/compare/comparison/decision-added", test_decision_added);
  g_test_add_func ("/compare/comparison/identical", test_identical);
  g_test_add_func ("/compare/comparison/itself", test_itself);

  return g_test_run ();
}
