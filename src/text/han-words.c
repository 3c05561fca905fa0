/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "han-words.h"

#include "character.h"

#include <string.h>

static const char *const lists[] = {
  /* Bodies and states */
  "联合国 理事会 委员会 秘书长 秘书处 总干事 副秘书长 会员国 成员国 东道国 缔约国 捐助国 受援国 最不发达 计划署 规划署 "
  "开发署 环境署 难民署 教科文 粮农组织 贸发会议 国际电联 论坛 工作组 专家组 特设 高级别 利益攸关方 攸关方 "
  "南南 多边 双边 跨国 跨境",
  /* The information society */
  "因特网 互联网 万维网 互连 互联 互通 连通 联通 宽带 窄带 鸿沟 信通 域名 网址 源码 大数据 数字化 信息化 "
  "多语文 多语种 互操作 知识产权 隐私权 著作权 自主权 发言权",
  /* What resolutions do */
  "后续 可持续 除其他外 有助于 致力于 着眼于 立足于 欣见 吁请 促请 敦促 核可 核准 铭记 重申 鉴于 获悉 回顾 "
  "并行 相辅相成 互补 惠益 权能 福祉 残疾人 土著 女童 难民 移民",
  /* Qualities */
  "包容性 透明度 多样性 稳健性 稳定性 安全性 可能性 重要性 紧迫性 必要性 有效性 代表性 互补性 可取性 可行性 可靠性 可及性 "
  "连贯性 一致性 协商性 建设性 实质性 复原力 抵御力 竞争力 生产力 影响力",
  /* Places where conferences were held */
  "海得拉巴 海德拉巴 基加利 明斯克 维尔纽斯 沙姆沙伊赫 亚的斯亚贝巴 内罗毕 布鲁塞尔 科伦坡 伊斯坦布尔 萨摩亚 巴厘 仙台 "
  "瓜达拉哈拉 若昂佩索阿 利雅得 阿布扎比 马拉喀什 德班 多哈 蒙特雷 约翰内斯堡 安提瓜 卢旺达 斯里兰卡 立陶宛",
};

#define FILTER_BITS 12

static GHashTable *by_first; /* first character → array of words, the longest first */
static guint64 filter[(1 << FILTER_BITS) / 64];

static gint
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const char *const *x = a, *const *y = b;
  gsize length_x = strlen (*x), length_y = strlen (*y);

  return length_x == length_y ? strcmp (*x, *y) : length_x > length_y ? -1 : 1;
}

static gpointer
make_index (gpointer data)
{
  GHashTableIter iter;
  gpointer words;

  by_first = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) split = g_strsplit (lists[i], " ", -1);

      for (char **word = split; *word; word++)
        {
          gunichar first = g_utf8_get_char (*word);
          GPtrArray *same = g_hash_table_lookup (by_first, GUINT_TO_POINTER (first));
          guint bit = first & ((1 << FILTER_BITS) - 1);

          if (!same)
            {
              same = g_ptr_array_new ();
              g_hash_table_insert (by_first, GUINT_TO_POINTER (first), same);
            }
          g_ptr_array_add (same, (gpointer) g_intern_string (*word));
          filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
        }
    }
  g_hash_table_iter_init (&iter, by_first);
  while (g_hash_table_iter_next (&iter, NULL, &words))
    g_ptr_array_sort (words, compare_lengths);

  return by_first;
}

gsize
agreed_han_word_scan (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  gunichar first = g_utf8_get_char (text);
  guint bit = first & ((1 << FILTER_BITS) - 1);
  const GPtrArray *same;

  g_once (&once, make_index, NULL);
  if (!(filter[bit / 64] >> (bit % 64) & 1))
    return 0;

  same = g_hash_table_lookup (by_first, GUINT_TO_POINTER (first));
  for (guint i = 0; same && i < same->len; i++)
    if (agreed_starts_with (text, same->pdata[i]))
      return strlen (same->pdata[i]);

  return 0;
}
