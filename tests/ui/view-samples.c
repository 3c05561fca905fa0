/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-samples.h"

#include "difference.h"
#include "note.h"
#include "tag.h"

#include <string.h>

/* Wording with its changes: [-deleted-] and {+inserted+}; "|" ends a paragraph where it stands; ^marker^ is a
 * footnote's. The opening words end at "~". */
typedef struct {
  const char *older; /* labels, separated by blanks */
  const char *newer;
  const char *wording;
  gboolean moved;
  const char *tags; /* of the newer paragraph, or of the only one: s, a, d, + by state; n is a note */
} Sample;

static const Sample english[] = {
  { "PP1", "PP1",
    "Recalling~ its resolutions 55/28 of 20 November 2000, 56/19 of 29 November 2001, [-64/187 of 21 December 2009 and-]"
    "{+65/141 of 20 December 2010 and+} other relevant resolutions,^1^", FALSE, NULL },
  { "PP2", "PP2",
    "Noting~ that progress in information and communications technologies offers new opportunities and challenges for "
    "all, and that there is a pressing need to address the major impediments that developing countries face,", FALSE,
    "sa" },
  { "PP7", "PP3",
    "Stressing~ the need to [-reduce-]{+bridge+} the digital divide and to ensure that the benefits of new technologies "
    "are available to all (see A/66/64-E/2011/77 and A/C.2/65/L.22/Rev.1),^2^", TRUE, "a+n" },
  { NULL, "PP4",
    "{+Welcoming~ the convening of the World Summit on the Information Society Forum 2011 in Geneva from 16 to 20 May "
    "2011,+}", FALSE, "s" },
  { "PP4", NULL,
    "[-Taking note~ of the report of the Secretary-General on enhanced cooperation on public policy issues pertaining to "
    "the Internet,^3^-]", FALSE, NULL },
  { "OP1", "OP1 OP2",
    "Recognizes~ that information and communications technologies present new opportunities[-,-]{+;|Also recognizes that "
    "they present+} [-and-] challenges, and that there is a pressing need to address them;", FALSE, "an" },
  { "OP6 OP9", "OP3",
    "Reaffirms~ the need to continue the process towards enhanced cooperation[-;|Requests the Secretary-General to "
    "convene-] {+, and invites+} open and inclusive consultations;", FALSE, "a" },
  { "OP19", "OP19", "Decides~ to invite all Governments, in particular:", FALSE, NULL },
  { "OP19(a)", "OP19(a)", "To share [-good practices-]{+best practices+};", FALSE, NULL },
  { "OP19(a)(ii)", "OP19(a)(ii)", "To report to the Assembly at its sixty-seventh session.", FALSE, "n" },
  { "OP20", "OP20",
    "Requests~ the Secretary-General to submit to the General Assembly at its [-sixty-sixth-]{+sixty-seventh+} session, "
    "through the Economic and Social Council, a report on the status of the implementation of and follow-up to the "
    "present resolution, under the item entitled “Information and communications technologies for development”.", FALSE,
    "sss+" },
};

static const Sample chinese[] = {
  { "PP1", "PP1",
    "回顾~大会2000年11月20日第55/28号、2001年11月29日第56/19号、[-2009年12月21日第64/187号-]{+2010年12月20日第 65/141 号+}"
    "决议及其他相关决议，^1^", FALSE, NULL },
  { "PP2", "PP2",
    "注意到~信息和通信技术的发展为所有人带来新的机遇和挑战，迫切需要消除发展中国家在获得新技术方面面临的重大障碍，例如资源、"
    "基础设施、教育、能力、投资和连通性不足，", FALSE, "sa" },
  { "PP7", "PP3", "强调~必须[-缩小-]{+弥合+}数字鸿沟，确保人人都能享受新技术、特别是信息和通信技术的惠益（见A/66/64-E/2011/77），^2^",
    TRUE, "a+n" },
  { NULL, "PP4", "{+欢迎~2011年5月16日至20日在日内瓦举行信息社会世界峰会论坛，+}", FALSE, "s" },
  { "PP4", NULL, "[-表示注意到~秘书长关于加强合作处理与互联网有关的公共政策问题的报告，^3^-]", FALSE, NULL },
  { "OP1", "OP1 OP2",
    "确认~信息和通信技术带来新的机遇[-，也带来-]{+；|又确认信息和通信技术带来+}挑战，迫切需要处理发展中国家在获得新技术方面面临的障碍；",
    FALSE, "an" },
  { "OP6 OP9", "OP3", "重申~必须继续推动加强合作进程[-；|请秘书长举行-]{+，并邀请进行+}开放和包容各方的协商；", FALSE, "a" },
  { "OP19", "OP19", "决定~邀请各国政府，特别是：", FALSE, NULL },
  { "OP19(a)", "OP19(a)", "交流[-良好-]{+最佳+}做法；", FALSE, NULL },
  { "OP19(a)(ii)", "OP19(a)(ii)", "向大会第六十七届会议提出报告。", FALSE, "n" },
  { "OP20", "OP20",
    "请~秘书长通过经济及社会理事会向大会[-第六十六届-]{+第六十七届+}会议提交报告，说明本决议执行情况和后续行动，"
    "直接取得骨、将、角、过、令各国关注的成果。", FALSE, "sss+" },
};

static const Sample arabic[] = {
  { "PP1", "PP1",
    "إذ تشير~ إلى قراراتها 55/28 المؤرخ 20 تشرين الثاني/نوفمبر 2000 و [-64/187 المؤرخ 21 كانون الأول/ديسمبر 2009-]"
    "{+65/141 المؤرخ 20 كانون الأول/ديسمبر 2010+} وغيرها من القرارات ذات الصلة (A/66/64-E/2011/77)،^1^", FALSE, NULL },
  { "PP2", "PP2", "وإذ تلاحظ~ أن التقدم في تكنولوجيا المعلومات والاتصالات يتيح فرصا وتحديات جديدة للجميع،", FALSE, "sa" },
  { "PP7", "PP3", "وإذ تشدد~ على ضرورة [-تقليص-]{+سد+} الفجوة الرقمية وكفالة إتاحة فوائد التكنولوجيات الجديدة للجميع،^2^", TRUE,
    "a+n" },
  { NULL, "PP4", "{+وإذ ترحب~ بعقد منتدى القمة العالمية لمجتمع المعلومات لعام 2011 في جنيف،+}", FALSE, "s" },
  { "PP4", NULL, "[-وإذ تحيط علما~ بتقرير الأمين العام عن تعزيز التعاون بشأن قضايا السياسة العامة المتصلة بالإنترنت،^3^-]", FALSE,
    NULL },
  { "OP1", "OP1 OP2", "تسلم~ بأن تكنولوجيا المعلومات والاتصالات تتيح فرصا جديدة[-،-]{+؛|تسلم أيضا بأنها تطرح+} تحديات؛", FALSE,
    "an" },
  { "OP6 OP9", "OP3", "تؤكد من جديد~ ضرورة مواصلة عملية تعزيز التعاون[-؛|تطلب إلى الأمين العام إجراء-]{+ وتدعو إلى+} مشاورات مفتوحة؛",
    FALSE, "a" },
  { "OP19", "OP19", "تقرر~ دعوة جميع الحكومات، ولا سيما:", FALSE, NULL },
  { "OP19(a)", "OP19(a)", "تبادل [-الممارسات الجيدة-]{+أفضل الممارسات+}؛", FALSE, NULL },
};

static const struct {
  const char *language;
  const Sample *samples;
  guint n_samples;
  const char *topics[3];
} sets[] = {
  { "en", english, G_N_ELEMENTS (english), { "Digital divide", "Enhanced cooperation", "Follow-up to the World Summit" } },
  { "zh", chinese, G_N_ELEMENTS (chinese), { "数字鸿沟", "加强合作", "信息社会世界峰会后续行动" } },
  { "ar", arabic, G_N_ELEMENTS (arabic), { "الفجوة الرقمية", "تعزيز التعاون", "متابعة القمة العالمية" } },
};

typedef struct {
  GString *wordings[AGREED_N_SIDES];
  GArray *marks[AGREED_N_SIDES]; /* gsize: where a marker stands */
  const char *markers[8];
  gsize opening[AGREED_N_SIDES];
  GArray *runs;
} Parsed;

static void
append_text (Parsed        *parsed,
             AgreedRunKind  kind,
             const char    *text,
             gsize          length)
{
  AgreedRun run = { kind, parsed->wordings[0]->len, kind != AGREED_RUN_INSERTED ? length : 0, parsed->wordings[1]->len,
                    kind != AGREED_RUN_DELETED ? length : 0 };

  if (length == 0)
    return;
  if (run.older_length > 0)
    g_string_append_len (parsed->wordings[0], text, length);
  if (run.newer_length > 0)
    g_string_append_len (parsed->wordings[1], text, length);
  g_array_append_val (parsed->runs, run);
}

static void
parse (Parsed     *parsed,
       const char *wording)
{
  AgreedRunKind kind = AGREED_RUN_EQUAL;
  const char *start = wording;

  for (const char *p = wording;; p++)
    {
      gboolean opens = g_str_has_prefix (p, "[-") || g_str_has_prefix (p, "{+");
      gboolean closes = g_str_has_prefix (p, "-]") || g_str_has_prefix (p, "+}");

      if (*p != '\0' && !opens && !closes && *p != '|' && *p != '^' && *p != '~')
        continue;
      append_text (parsed, kind, start, p - start);
      if (*p == '\0')
        return;
      if (opens)
        kind = p[0] == '[' ? AGREED_RUN_DELETED : AGREED_RUN_INSERTED;
      else if (closes)
        kind = AGREED_RUN_EQUAL;
      else if (*p == '|')
        append_text (parsed, kind, "\n", 1);
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        {
          if (*p == '~')
            parsed->opening[side] = parsed->wordings[side]->len;
          else if (*p == '^' && kind != (side == 0 ? AGREED_RUN_INSERTED : AGREED_RUN_DELETED))
            g_array_append_val (parsed->marks[side], parsed->wordings[side]->len);
        }
      p += opens || closes ? 1 : *p == '^' ? 2 : 0;
      start = p + 1;
    }
}

static void
add_extras (AgreedParagraph   *paragraph,
            const char        *tags,
            const char *const *topics)
{
  guint n_topics = 0;

  for (const char *p = tags; p != NULL && *p != '\0'; p++)
    {
      g_autoptr (AgreedNote) note = NULL;
      g_autoptr (AgreedTopic) topic = NULL;
      g_autoptr (AgreedTag) tag = NULL;
      g_autofree char *id = g_strdup_printf ("topic-%u", n_topics);

      if (*p == 'n')
        {
          note = agreed_note_new ("Ask the capital whether this is agreed language.", AGREED_NOTE_NO_STATUS, NULL);
          g_list_store_append (agreed_paragraph_get_notes (paragraph), note);
          continue;
        }
      topic = agreed_topic_new (id);
      agreed_topic_set_name (topic, "en", topics[n_topics % 3]);
      agreed_topic_set_color (topic, n_topics++);
      tag = agreed_tag_new (topic, *p == 's' ? AGREED_TAG_SUGGESTED : *p == 'a' ? AGREED_TAG_ACCEPTED
                                   : *p == 'd' ? AGREED_TAG_DISMISSED : AGREED_TAG_ADDED);
      g_list_store_append (agreed_paragraph_get_tags (paragraph), tag);
    }
}

static GPtrArray *
create_paragraphs (const char *labels,
                   Parsed     *parsed,
                   AgreedSide  side)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) names = g_strsplit (labels != NULL ? labels : "", " ", -1);
  g_auto (GStrv) wordings = g_strsplit (parsed->wordings[side]->str, "\n", -1);
  gsize base = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean operative = g_str_has_prefix (names[i], "OP");
      AgreedParagraph *paragraph = agreed_paragraph_new (
        operative ? AGREED_PARAGRAPH_OPERATIVE : AGREED_PARAGRAPH_PREAMBULAR, names[i], wordings[i]);

      if (i == 0)
        agreed_paragraph_set_opening (paragraph, parsed->opening[side]);
      for (guint k = 0; k < parsed->marks[side]->len; k++)
        {
          gsize offset = g_array_index (parsed->marks[side], gsize, k);

          if (offset > base && offset <= base + strlen (wordings[i]))
            agreed_paragraph_add_mark (paragraph, "7", offset - base);
        }
      base += strlen (wordings[i]) + 1;
      g_ptr_array_add (paragraphs, paragraph);
    }

  return paragraphs;
}

static AgreedChange
get_change (const Sample *sample,
            GArray       *runs)
{
  if (sample->older == NULL)
    return AGREED_CHANGE_ADDED;
  if (sample->newer == NULL)
    return AGREED_CHANGE_REMOVED;

  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, AgreedRun, i).kind != AGREED_RUN_EQUAL)
      return AGREED_CHANGE_REWORDED;

  return AGREED_CHANGE_UNCHANGED;
}

static AgreedRow *
create_row (const Sample      *sample,
            const char *const *topics)
{
  Parsed parsed = { { g_string_new (NULL), g_string_new (NULL) },
                    { g_array_new (FALSE, FALSE, sizeof (gsize)), g_array_new (FALSE, FALSE, sizeof (gsize)) } };
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) older = NULL;
  g_autoptr (GPtrArray) newer = NULL;
  AgreedRow *row;

  parsed.runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
  parse (&parsed, sample->wording);
  older = create_paragraphs (sample->older, &parsed, AGREED_SIDE_OLDER);
  newer = create_paragraphs (sample->newer, &parsed, AGREED_SIDE_NEWER);
  for (guint i = 0; i < older->len; i++)
    for (guint k = 0; k < newer->len; k++)
      g_ptr_array_add (links, agreed_link_new (older->pdata[i], newer->pdata[k], .8, sample->moved, AGREED_LINK_FOUND));
  add_extras (newer->len > 0 ? newer->pdata[0] : older->pdata[0], sample->tags, topics);
  row = agreed_row_new (older, newer, links, get_change (sample, parsed.runs), parsed.runs);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_string_free (parsed.wordings[side], TRUE);
      g_array_unref (parsed.marks[side]);
    }
  g_array_unref (parsed.runs);

  return row;
}

GListStore *
agreed_view_samples_new_many (const char *language,
                              guint       n_rows)
{
  GListStore *rows = g_list_store_new (AGREED_TYPE_ROW);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    for (guint k = 0; g_str_equal (sets[i].language, language) && k < (n_rows > 0 ? n_rows : sets[i].n_samples); k++)
      g_ptr_array_add (made, create_row (&sets[i].samples[k % sets[i].n_samples], sets[i].topics));
  g_list_store_splice (rows, 0, 0, made->pdata, made->len);

  return rows;
}

GListStore *
agreed_view_samples_new (const char *language)
{
  return agreed_view_samples_new_many (language, 0);
}
