/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The delivered topics on sentences in six languages, and what conditions and the writing of terms mean. */
#include "topic-set.h"

static AgreedTopicSet *delivered;

/* "igf enhanced-cooperation": the ids found, in the order of the set. */
static char *
found_in (AgreedTopicSet *set,
          const char     *language,
          const char     *wording)
{
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wording);
  g_autoptr (GPtrArray) tags = agreed_topic_set_suggest (set, paragraph, language);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tags->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            agreed_topic_get_id (agreed_tag_get_topic (g_ptr_array_index (tags, i))));
  return g_string_free (ids, FALSE);
}

typedef struct {
  const char *language;
  const char *wording;
  const char *topics;
} Wording;

static const Wording wordings[] = {
  /* The process, and cooperation that is merely closer. */
  { "zh", "重申加强合作进程十分重要；", "enhanced-cooperation" },
  { "zh", "欢迎就强化合作开展协商；", "enhanced-cooperation" },
  { "zh", "鼓励各方加强和继续开展合作；", "" },
  { "zh", "呼吁加强合作，共同应对气候变化；", "" },
  { "zh", "决定强化合作伙伴关系；", "" },
  { "zh", "认识到各国政府需要加强合作，处理与互联网有关的公共政策问题；", "enhanced-cooperation internet-governance" },
  { "zh", "忆及《突尼斯议程》所述的加强合作；", "enhanced-cooperation" },
  { "en", "Notes the process towards enhanced cooperation;", "enhanced-cooperation" },
  { "en", "Recalls the consultations on Enhanced  Cooperation;", "enhanced-cooperation" },
  { "en", "Stresses the need for enhanced participation;", "" },
  { "en", "Encourages strengthened and continuing cooperation;", "" },
  { "en", "Calls for enhanced cooperation between customs authorities;", "" },
  { "en", "The two organizations have enhanced cooperation in many ways;", "" },
  { "fr", "Prend note du processus visant à renforcer la coopération envisagé à Tunis ;", "enhanced-cooperation" },
  { "fr", "Invite les États à renforcer la coopération Sud-Sud ;", "south-south" },
  { "fr", "Souligne qu’il faut renforcer la coopération dans le domaine de la santé ;", "" },
  { "es", "Toma nota del proceso encaminado a reforzar la cooperación;", "enhanced-cooperation" },
  { "es", "Alienta a fortalecer la cooperación en materia de salud;", "" },
  { "ru", "отмечает процесс укрепления сотрудничества;", "enhanced-cooperation" },
  { "ru", "призывает к укреплению сотрудничества в области здравоохранения;", "" },
  { "ru", "процесс, направленный на укрепление сотрудничества;", "enhanced-cooperation" },
  { "ru", "признает необходимость упрочения сотрудничества в вопросах государственной политики, касающихся Интернета;",
    "enhanced-cooperation internet-governance" },
  { "ar", "تحيط علما بعملية تعزيز التعاون؛", "enhanced-cooperation" },
  { "ar", "تدعو إلى تعزيز التعاون في مجال الصحة؛", "" },

  /* Two words for one thing, width, case, spaces, line ends. */
  { "zh", "欢迎互联网治理论坛的会议；", "igf" },
  { "zh", "欢迎因特网治理论坛的会议；", "igf" },
  { "zh", "欢迎因特网 治理\n论坛的会议；", "igf" },
  { "en", "WELCOMES THE INTERNET  GOVERNANCE\nFORUM;", "igf" },
  { "en", "Welcomes the Ｉｎｔｅｒｎｅｔ Governance Forum;", "igf" },
  { "fr", "Se félicite du Forum sur la gouvernance d’Internet ;", "igf" },
  { "fr", "Se félicite du Forum sur la gouvernance de l'Internet ;", "igf" },
  { "es", "Acoge con beneplácito el Foro para la Gobernanza de Internet;", "igf" },
  { "ru", "приветствует проведение Форума по вопросам управления Интернетом;", "igf" },
  { "ar", "ترحب بمنتدى إدارة الإنترنت؛", "igf" },
  { "ar", "تُرَحِّبُ بِمُنْتَدَى إدارة الانترنت؛", "igf" },

  { "en", "Deplores the growing digital divides;", "digital-divide" },
  { "en", "Deplores the gap in broadband provision;", "digital-divide broadband" },
  { "en", "Deplores the gap in vaccine supply;", "" },
  { "en", "Members divided their time;", "" },
  { "zh", "关切宽带连通方面的差距；", "digital-divide broadband" },
  { "zh", "关切收入差距；", "" },
  { "fr", "Souligne qu’il faut réduire la fracture numérique ;", "digital-divide" },
  { "es", "Destaca la necesidad de cerrar las brechas digitales;", "digital-divide" },
  { "ru", "подчеркивает необходимость преодоления «цифрового разрыва»;", "digital-divide" },
  { "ar", "تشدد على ضرورة سد الفجوة الرقمية؛", "digital-divide" },

  { "fr", "Constate que le haut débit reste cher ;", "broadband" },
  { "es", "Observa que la banda ancha sigue siendo cara;", "broadband" },
  { "ru", "отмечает высокую стоимость широкополосной связи;", "broadband" },
  { "ar", "تلاحظ ارتفاع تكلفة النطاق العريض؛", "broadband" },

  { "zh", "确保妇女和女童充分参与；", "gender" },
  { "fr", "Veille à la participation des femmes ;", "gender" },
  { "es", "Asegura la participación de las mujeres;", "gender" },
  { "es", "Reconoce la unidad del género humano;", "" },
  { "ru", "обеспечивает участие женщин;", "gender" },
  { "ar", "تكفل مشاركة المرأة؛", "gender" },

  { "zh", "表示关切网络犯罪；", "cybercrime" },
  { "en", "Expresses concern at cyber-crime;", "cybercrime" },
  { "fr", "Se déclare préoccupée par la cybercriminalité ;", "cybercrime" },
  { "es", "Expresa preocupación por la ciberdelincuencia;", "cybercrime" },
  { "ru", "выражает озабоченность по поводу киберпреступности;", "cybercrime" },
  { "ar", "تعرب عن قلقها إزاء الجريمة السيبرانية؛", "cybercrime" },

  { "zh", "促进南南合作和三角合作；", "south-south" },
  { "en", "Promotes South–South cooperation;", "south-south" },
  { "ru", "поощряет сотрудничество по линии Юг — Юг;", "south-south" },
  { "ar", "تشجع التعاون فيما بين بلدان الجنوب؛", "south-south" },

  { "zh", "向发展中国家转让环境友好型技术；", "technology-transfer" },
  { "en", "Calls for the transfer of environmentally sound technologies;", "technology-transfer" },
  { "en", "Calls for the transfer of prisoners; new technologies are welcome;", "" },
  { "fr", "Demande le transfert de technologies ;", "technology-transfer" },
  { "es", "Pide la transferencia de tecnología;", "technology-transfer" },
  { "ru", "призывает к передаче экологически чистых технологий;", "technology-transfer" },
  { "ar", "تدعو إلى نقل التكنولوجيا؛", "technology-transfer" },

  /* Following up the Summit, and merely naming it. */
  { "zh", "评估信息社会世界首脑会议成果的执行情况；", "wsis-follow-up" },
  { "zh", "回顾信息社会世界首脑会议在日内瓦举行；", "" },
  { "en", "Assesses the implementation of the outcomes of the World Summit on the Information Society;", "wsis-follow-up" },
  { "en", "Recalls that the World Summit on the Information Society met in Geneva;", "" },

  /* Asking for a report, and taking note of one. */
  { "zh", "请秘书长向大会提交一份报告；", "reporting" },
  { "zh", "表示注意到秘书长的报告；", "" },
  { "en", "Requests the Secretary-General to submit, at its next session, a report;", "reporting" },
  { "en", "Takes note of the report of the Secretary-General;", "" },

  { "zh", "确认因特网关键资源属于全人类；", "critical-internet-resources" },
  { "en", "Affirms that financing must be adequate;", "financing" },
  { "en", "Deplores the financial crisis;", "" },
  { "zh", "关切金融危机；", "" },
};

static void
test_delivered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *found = found_in (delivered, wordings[i].language, wordings[i].wording);

      if (g_strcmp0 (found, wordings[i].topics) != 0)
        {
          g_test_message ("%s: %s: found “%s”, not “%s”", wordings[i].language, wordings[i].wording, found,
                          wordings[i].topics);
          g_test_fail ();
        }
    }
}

/* Without a language every language's terms are tried; with a region the language decides. */
static void
test_languages (void)
{
  g_autofree char *any = found_in (delivered, NULL, "отмечает процесс укрепления сотрудничества;");
  g_autofree char *region = found_in (delivered, "zh-cn", "表示关切网络犯罪；");
  g_autofree char *wrong = found_in (delivered, "en", "表示关切网络犯罪；");
  g_autofree char *unknown = found_in (delivered, "de", "Cybercrime");

  g_assert_cmpstr (any, ==, "enhanced-cooperation");
  g_assert_cmpstr (region, ==, "cybercrime");
  g_assert_cmpstr (wrong, ==, "");
  g_assert_cmpstr (unknown, ==, "");
}

/* Each row: the terms of one topic "t", a wording, and whether it is found. */
static void
test_writing (void)
{
  static const struct {
    const char *terms;
    const char *wording;
    gboolean found;
  } rows[] = {
    { "'plan'", "planned", FALSE },
    { "'plan'", "a plan.", TRUE },
    { "'plan*'", "planned", TRUE },
    { "'plan*'", "airplane", FALSE },
    { "'e-mail'", "E mail", TRUE },
    { "'e mail'", "e‑mail", TRUE },
    { "'resume'", "résumé", TRUE },
    { "'the plan'", "the, plan", FALSE },
    { "'map, plan'", "a map, plan", TRUE },
    { "'map, plan'", "a map; plan", FALSE },
    { "'(old|new) plan'", "new plan", TRUE },
    { "'(old|new) plan'", "my plan", FALSE },
    { "'(old|) plan'", "plan", TRUE },
    { "'bridge…gap'", "bridge the wide gap", TRUE },
    { "'bridge…gap'", "bridge gap", TRUE },
    { "'bridge…gap'", "bridge, and gap", FALSE },
    { "'bridge…gap'", "bridge one two three four five six seven eight gap", TRUE },
    { "'bridge…gap'", "bridge one two three four five six seven eight nine gap", FALSE },
    { "{'term': 'plan', 'with': ['river', 'lake']}", "a plan; the lake", TRUE },
    { "{'term': 'plan', 'with': ['river', 'lake']}", "a plan; the sea", FALSE },
    { "{'term': 'plan', 'near': ['river']}", "the river has a plan", TRUE },
    { "{'term': 'plan', 'near': ['river']}", "the river, a plan", FALSE },
    { "{'term': 'plan', 'without': ['plan of action']}", "a plan of action", FALSE },
    { "{'term': 'plan', 'without': ['plan of action']}", "a plan of action is a plan", TRUE },
    { "{'term': 'plan', 'with': ['river'], 'without': ['plan of action']}", "river plan of action", FALSE },
    { "{'term': 'the plan', 'after': ['Five-Year Plan']}", "the Five-Year Plan: the plan", TRUE },
    { "{'term': 'the plan', 'after': ['Five-Year Plan']}", "the plan", FALSE },
    { "'web site'", "the website", TRUE }, /* variants, below */
    { "'web sites'", "the websites", FALSE },
    { "'web site*'", "the websites", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{'variants': {'en': [['website', 'web site']]},"
                                               " 'topics': [{'id': 't', 'terms': {'en': [%s]}}]}",
                                               rows[i].terms);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (g_strdelimit (text, "'", '"'), &error);
      g_autoptr (AgreedTopicSet) set = NULL;
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      set = agreed_topic_set_new_from_json (node, &error);
      g_assert_no_error (error);
      found = found_in (set, "en", rows[i].wording);
      if ((*found != '\0') != rows[i].found)
        {
          g_test_message ("%s on “%s”: should%s be found", rows[i].terms, rows[i].wording, rows[i].found ? "" : " not");
          g_test_fail ();
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  delivered = agreed_topic_set_new_default ();
  g_test_add_func ("/topics/conditions/delivered", test_delivered);
  g_test_add_func ("/topics/conditions/languages", test_languages);
  g_test_add_func ("/topics/conditions/writing", test_writing);
  status = g_test_run ();
  g_clear_object (&delivered);
  return status;
}
