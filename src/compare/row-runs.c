/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-runs.h"

#include "difference.h"

#include <string.h>

/* The runs of a row.
 *
 * A row of one paragraph on each side is compared as it stands. In a row that was split or merged, each part is compared
 * with its own counterpart: a paragraph of several links is cut into as many pieces, where one counterpart's words end
 * and the next one's begin, and each link compares its two pieces. That takes links whose order is the same on both
 * sides, as runs are in order on both; where it is not, or where the words of two parts are so interwoven that cutting
 * would lose what is plainly alike, the whole wordings are compared, joined. */

/* A cut elsewhere than behind a comma or its like must bring as much as so many letters. */
#define CUT_INSIDE 16
#define IMPOSSIBLE (G_MININT / 2)

/* Words times parts, beyond which a paragraph is not cut: it bounds the time and memory that a cut takes. */
#define MOST_STEPS 4000000

/* Cutting is given up where it loses more than one in so many of the bytes that are equal in the joined wordings. */
#define LOST 8

/* Whether a clause may end behind this token. */
static gboolean
ends_clause (const AgreedWords *words,
             guint              token)
{
  const AgreedToken *it = &words->tokens[token];

  return it->kind == AGREED_TOKEN_PUNCTUATION &&
         g_unichar_type (g_utf8_get_char (words->text + it->start)) == G_UNICODE_OTHER_PUNCTUATION;
}

/* How well each token of a paragraph goes with each of its parts: as many letters as stay equal of it where the whole
 * paragraph is compared with the part. Row i of the table is token i. */
static void
score_tokens (const AgreedWords *words,
              const AgreedWords *part,
              int               *scores,
              guint              n_parts)
{
  g_autoptr (GArray) runs = agreed_difference_of_words (words, part);
  guint token = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      gsize end = run->older_start + run->older_length;

      for (; token < words->n_tokens && words->tokens[token].start < end; token++)
        if (run->kind == AGREED_RUN_EQUAL && agreed_token_is_content (&words->tokens[token]))
          scores[(gsize) token * n_parts] = words->tokens[token].letters;
    }
}

/* Where each part but the last ends: the choice of cuts with which the tokens go best with their parts, and of several
 * that are as good the last one, as what is new between two parts is more often an addition than an opening of several
 * clauses. best[k] is the best sum up to here where token i falls to part k. @ends: one token number for each part. */
static void
choose_cuts (const AgreedWords *words,
             const int         *scores,
             guint              n_parts,
             guint             *ends)
{
  g_autofree int *best = g_new0 (int, n_parts);
  g_autofree guint8 *cuts = g_new0 (guint8, (gsize) (words->n_tokens + 1) * n_parts);
  guint part = n_parts - 1;

  for (guint i = 0; i < words->n_tokens; i++)
    {
      int price = i > 0 && ends_clause (words, i - 1) ? 0 : CUT_INSIDE;

      for (guint k = n_parts; k-- > 0;)
        {
          /* There is a token for each part before this one, and none falls behind the first part at the start. */
          int stay = i > k || (i == 0 && k == 0) ? best[k] : IMPOSSIBLE;
          int cut = k > 0 && i >= k ? best[k - 1] - price : IMPOSSIBLE;

          cuts[(gsize) i * n_parts + k] = k > 0 && i >= k && cut >= stay;
          best[k] = MAX (stay, cut) + scores[(gsize) i * n_parts + k];
        }
    }
  ends[part] = words->n_tokens;
  for (guint i = words->n_tokens; i-- > 0 && part > 0;)
    if (cuts[(gsize) i * n_parts + part])
      ends[--part] = i;
}

/* One side of a row while it is cut. */
typedef struct {
  const AgreedWords *joined; /* of all paragraphs, with a line break between each two */
  GPtrArray *paragraphs;
  AgreedWords **words;   /* for each paragraph */
  GArray **counterparts; /* for each paragraph, the other side's, in order (guint) */
  GArray **cuts;         /* for each paragraph, where its pieces end (gsize); NULL until cut */
} Side;

static void
side_init (Side              *self,
           GPtrArray         *paragraphs,
           const AgreedWords *joined)
{
  gsize start = 0;

  self->joined = joined;
  self->paragraphs = paragraphs;
  self->words = g_new (AgreedWords *, paragraphs->len + 1);
  self->counterparts = g_new (GArray *, paragraphs->len + 1);
  self->cuts = g_new0 (GArray *, paragraphs->len + 1);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      gsize length = strlen (agreed_paragraph_get_wording (g_ptr_array_index (paragraphs, i)));

      self->words[i] = agreed_words_slice (joined, start, start + length);
      self->counterparts[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      start += length + 1;
    }
}

static void
side_clear (Side *self)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      agreed_words_free (self->words[i]);
      g_array_unref (self->counterparts[i]);
      g_clear_pointer (&self->cuts[i], g_array_unref);
    }
  g_free (self->words);
  g_free (self->counterparts);
  g_free (self->cuts);
}

/* Cuts a paragraph among its counterparts on the @other side. Returns: (nullable): array of gsize: where each piece ends */
static GArray *
cut_paragraph (const Side *self,
               guint       paragraph,
               const Side *other)
{
  const AgreedWords *words = self->words[paragraph];
  const GArray *counterparts = self->counterparts[paragraph];
  guint n = counterparts->len;
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree int *scores = NULL;
  g_autofree guint *ends = NULL;

  if (n > 1)
    {
      if (words->n_tokens < n || (guint64) words->n_tokens * n > MOST_STEPS)
        return NULL;
      scores = g_new0 (int, (gsize) words->n_tokens * n);
      for (guint k = 0; k < n; k++)
        score_tokens (words, other->words[g_array_index (counterparts, guint, k)], scores + k, n);
      ends = g_new (guint, n);
      choose_cuts (words, scores, n, ends);
      for (guint k = 0; k + 1 < n; k++)
        g_array_append_val (cuts, (gsize) { words->tokens[ends[k]].start });
    }
  g_array_append_val (cuts, words->length);

  return g_steal_pointer (&cuts);
}

static gboolean
side_cut (Side       *self,
          const Side *other)
{
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      self->cuts[i] = cut_paragraph (self, i, other);
      if (self->cuts[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Where the next piece of the joined wording ends. @paragraph, @piece and @start (of the paragraph) move on. */
static gsize
side_next (const Side *self,
           guint      *paragraph,
           guint      *piece,
           gsize      *start)
{
  GArray *cuts = self->cuts[*paragraph];
  gsize end = *start + g_array_index (cuts, gsize, *piece);

  if (++*piece == cuts->len)
    {
      /* The line break between two paragraphs. */
      end += *paragraph + 1 < self->paragraphs->len;
      *start = end;
      *piece = 0;
      ++*paragraph;
    }

  return end;
}

/* A link by positions within the row. */
typedef struct {
  guint at[AGREED_N_SIDES];
} Joint;

static int
compare_joints (gconstpointer a,
                gconstpointer b)
{
  const Joint *x = a, *y = b;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (x->at[side] != y->at[side])
      return x->at[side] < y->at[side] ? -1 : 1;

  return 0;
}

/* Returns: (nullable): array of Joint, rising on both sides; NULL where the order differs */
static GArray *
order_links (GPtrArray *older,
             GPtrArray *newer,
             GPtrArray *links)
{
  g_autoptr (GArray) joints = g_array_new (FALSE, FALSE, sizeof (Joint));
  g_autoptr (GHashTable) older_positions = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) newer_positions = g_hash_table_new (NULL, NULL);
  GHashTable *positions[] = { older_positions, newer_positions };
  GPtrArray *paragraphs[] = { older, newer };

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < paragraphs[side]->len; i++)
      g_hash_table_insert (positions[side], g_ptr_array_index (paragraphs[side], i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < links->len; i++)
    {
      Joint joint;

      for (guint side = 0; side < AGREED_N_SIDES; side++)
        joint.at[side] = GPOINTER_TO_UINT (g_hash_table_lookup (
          positions[side], agreed_link_get_paragraph (g_ptr_array_index (links, i), side)));
      g_array_append_val (joints, joint);
    }
  g_array_sort (joints, compare_joints);
  for (guint i = 1; i < joints->len; i++)
    if (g_array_index (joints, Joint, i).at[AGREED_SIDE_NEWER] < g_array_index (joints, Joint, i - 1).at[AGREED_SIDE_NEWER])
      return NULL;

  return g_steal_pointer (&joints);
}

/* Appends the runs between two pieces; the last of @runs grows where the first is of the same kind and neither was moved,
 * as a moved run stands for itself. */
static void
append_difference (GArray      *runs,
                   const Side   sides[AGREED_N_SIDES],
                   const gsize  starts[AGREED_N_SIDES],
                   const gsize  ends[AGREED_N_SIDES])
{
  g_autoptr (AgreedWords) older = agreed_words_slice (sides[AGREED_SIDE_OLDER].joined, starts[AGREED_SIDE_OLDER],
                                                      ends[AGREED_SIDE_OLDER]);
  g_autoptr (AgreedWords) newer = agreed_words_slice (sides[AGREED_SIDE_NEWER].joined, starts[AGREED_SIDE_NEWER],
                                                      ends[AGREED_SIDE_NEWER]);
  g_autoptr (GArray) more = agreed_difference_of_words (older, newer);
  guint before = runs->len;

  for (guint i = 0; i < more->len; i++)
    {
      AgreedRun run = g_array_index (more, AgreedRun, i);
      AgreedRun *last = runs->len > 0 ? &g_array_index (runs, AgreedRun, runs->len - 1) : NULL;

      run.older_start += starts[AGREED_SIDE_OLDER];
      run.newer_start += starts[AGREED_SIDE_NEWER];
      run.partner += before;
      if (i == 0 && last != NULL && last->kind == run.kind && !last->moved && !run.moved)
        {
          before--;
          last->older_length += run.older_length;
          last->newer_length += run.newer_length;
        }
      else
        g_array_append_val (runs, run);
    }
}

/* Returns: (nullable): the runs part by part, or NULL where the row cannot be cut */
static GArray *
compare_parts (GPtrArray         *older,
               GPtrArray         *newer,
               GPtrArray         *links,
               const AgreedWords *older_words,
               const AgreedWords *newer_words)
{
  g_autoptr (GArray) joints = order_links (older, newer, links);
  guint paragraphs[AGREED_N_SIDES] = { 0 }, pieces[AGREED_N_SIDES] = { 0 };
  gsize in_paragraph[AGREED_N_SIDES] = { 0 }, starts[AGREED_N_SIDES] = { 0 }, ends[AGREED_N_SIDES];
  GArray *runs = NULL;
  Side sides[AGREED_N_SIDES];

  if (joints == NULL)
    return NULL;

  side_init (&sides[AGREED_SIDE_OLDER], older, older_words);
  side_init (&sides[AGREED_SIDE_NEWER], newer, newer_words);
  for (guint i = 0; i < joints->len; i++)
    {
      const guint *at = g_array_index (joints, Joint, i).at;

      for (guint side = 0; side < AGREED_N_SIDES; side++)
        g_array_append_val (sides[side].counterparts[at[side]], at[!side]);
    }
  if (side_cut (&sides[AGREED_SIDE_OLDER], &sides[AGREED_SIDE_NEWER]) &&
      side_cut (&sides[AGREED_SIDE_NEWER], &sides[AGREED_SIDE_OLDER]))
    {
      runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
      for (guint i = 0; i < joints->len; i++)
        {
          for (guint side = 0; side < AGREED_N_SIDES; side++)
            ends[side] = side_next (&sides[side], &paragraphs[side], &pieces[side], &in_paragraph[side]);
          append_difference (runs, sides, starts, ends);
          for (guint side = 0; side < AGREED_N_SIDES; side++)
            starts[side] = ends[side];
        }
    }
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    side_clear (&sides[side]);

  return runs;
}

static gsize
count_equal (GArray *runs)
{
  gsize equal = 0;

  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, AgreedRun, i).kind == AGREED_RUN_EQUAL)
      equal += g_array_index (runs, AgreedRun, i).newer_length;

  return equal;
}

static AgreedWords *
break_words (GPtrArray  *paragraphs,
             const char *wording,
             const char *language)
{
  AgreedWords *words = agreed_words_new (wording, language);

  if (paragraphs->len > 0)
    words->opening = agreed_paragraph_get_opening (g_ptr_array_index (paragraphs, 0));

  return words;
}

GArray *
agreed_row_runs_new (GPtrArray  *older,
                     GPtrArray  *newer,
                     GPtrArray  *links,
                     const char *language)
{
  g_autofree char *older_wording = agreed_row_join_wordings (older);
  g_autofree char *newer_wording = agreed_row_join_wordings (newer);
  g_autoptr (AgreedWords) older_words = NULL;
  g_autoptr (AgreedWords) newer_words = NULL;
  g_autoptr (GArray) joined = agreed_difference_new_plain (older_wording, newer_wording);
  g_autoptr (GArray) parts = NULL;

  if (joined != NULL)
    return g_steal_pointer (&joined);

  older_words = break_words (older, older_wording, language);
  newer_words = break_words (newer, newer_wording, language);
  joined = agreed_difference_of_words (older_words, newer_words);
  if (links->len > 1)
    parts = compare_parts (older, newer, links, older_words, newer_words);
  if (parts != NULL && count_equal (parts) + count_equal (joined) / LOST >= count_equal (joined))
    return g_steal_pointer (&parts);

  return g_steal_pointer (&joined);
}

AgreedChange
agreed_row_runs_get_change (GArray    *runs,
                            GPtrArray *older,
                            GPtrArray *newer)
{
  if (older->len == 0)
    return AGREED_CHANGE_ADDED;
  if (newer->len == 0)
    return AGREED_CHANGE_REMOVED;
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, AgreedRun, i).kind != AGREED_RUN_EQUAL)
      return AGREED_CHANGE_REWORDED;

  return AGREED_CHANGE_UNCHANGED;
}
