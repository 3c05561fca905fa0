/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"

#include "linking.h"
#include "moves.h"
#include "rows.h"

#include <math.h>

struct _AgreedComparison {
  GObject parent_instance;

  AgreedText *texts[AGREED_N_SIDES];
  GArray *matches;  /* AgreedMatch, one for each link */
  GPtrArray *links; /* AgreedLink */
  GPtrArray *rows;  /* AgreedRow */
  AgreedLinkingBase *base;
  AgreedSummary summary;
};

static void agreed_comparison_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AgreedComparison, agreed_comparison, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, agreed_comparison_list_model_init))

AgreedDecision *
agreed_decision_new (const char *older,
                     const char *newer,
                     gboolean    linked)
{
  AgreedDecision *decision = g_new0 (AgreedDecision, 1);

  decision->older = g_strdup (older);
  decision->newer = g_strdup (newer);
  decision->linked = linked;

  return decision;
}

void
agreed_decision_free (AgreedDecision *decision)
{
  g_free (decision->older);
  g_free (decision->newer);
  g_free (decision);
}

static GType
agreed_comparison_get_item_type (GListModel *model)
{
  return AGREED_TYPE_ROW;
}

static guint
agreed_comparison_get_n_items (GListModel *model)
{
  return AGREED_COMPARISON (model)->rows->len;
}

static gpointer
agreed_comparison_get_item (GListModel *model,
                            guint       position)
{
  AgreedComparison *self = AGREED_COMPARISON (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
agreed_comparison_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = agreed_comparison_get_item_type;
  iface->get_n_items = agreed_comparison_get_n_items;
  iface->get_item = agreed_comparison_get_item;
}

static void
agreed_comparison_dispose (GObject *object)
{
  AgreedComparison *self = AGREED_COMPARISON (object);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_clear_object (&self->texts[side]);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->base, agreed_linking_base_unref);

  G_OBJECT_CLASS (agreed_comparison_parent_class)->dispose (object);
}

static void
agreed_comparison_class_init (AgreedComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_comparison_dispose;
}

static void
agreed_comparison_init (AgreedComparison *self)
{
}

/* Labels to positions; the first of a label counts, as in agreed_text_find_paragraph(). */
static GHashTable *
find_positions (AgreedText *text)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = agreed_text_get_n_paragraphs (text); i-- > 0;)
    g_hash_table_replace (positions, (gpointer) agreed_paragraph_get_label (agreed_text_get_paragraph (text, i)),
                          GUINT_TO_POINTER (i));

  return positions;
}

/* A decision by positions. Of several about the same two paragraphs the last one counts. */
typedef struct {
  AgreedMatch match;
  gboolean linked;
} Decided;

static int
compare_decided (gconstpointer a,
                 gconstpointer b)
{
  return agreed_match_compare (&((const Decided *) a)->match, &((const Decided *) b)->match);
}

/* Returns: array of Decided in the order of matches, one for a pair */
static GArray *
read_decisions (AgreedText *older,
                AgreedText *newer,
                GPtrArray  *decisions)
{
  GArray *decided = g_array_new (FALSE, FALSE, sizeof (Decided));
  g_autoptr (GHashTable) older_positions = NULL;
  g_autoptr (GHashTable) newer_positions = NULL;
  guint n = 0;

  if (decisions == NULL || decisions->len == 0)
    return decided;

  older_positions = find_positions (older);
  newer_positions = find_positions (newer);
  for (guint i = 0; i < decisions->len; i++)
    {
      const AgreedDecision *decision = g_ptr_array_index (decisions, i);
      gpointer a, b;
      Decided one = { .linked = decision->linked };

      if (!g_hash_table_lookup_extended (older_positions, decision->older, NULL, &a) ||
          !g_hash_table_lookup_extended (newer_positions, decision->newer, NULL, &b))
        continue;
      one.match.at[AGREED_SIDE_OLDER] = GPOINTER_TO_UINT (a);
      one.match.at[AGREED_SIDE_NEWER] = GPOINTER_TO_UINT (b);
      g_array_append_val (decided, one);
    }

  /* g_array_sort() keeps the order of equal elements. */
  g_array_sort (decided, compare_decided);
  for (guint i = 0; i < decided->len; i++)
    if (i + 1 == decided->len ||
        compare_decided (&g_array_index (decided, Decided, i), &g_array_index (decided, Decided, i + 1)) != 0)
      g_array_index (decided, Decided, n++) = g_array_index (decided, Decided, i);
  g_array_set_size (decided, n);

  return decided;
}

/* Links made by hand are added to those that were found, and never push one of them aside: what a person took away is
 * what is taken away. Returns: for each of @matches whether it was made by hand */
static GArray *
add_decided (GArray               *matches,
             const AgreedProfiles *profiles,
             GArray               *decided)
{
  GArray *by_hand = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));

  for (guint i = 0; i < decided->len; i++)
    {
      Decided *one = &g_array_index (decided, Decided, i);
      guint older = one->match.at[AGREED_SIDE_OLDER], newer = one->match.at[AGREED_SIDE_NEWER];

      if (!one->linked || g_array_binary_search (matches, &one->match, agreed_match_compare, NULL))
        continue;
      one->match.similarity = agreed_profiles_get_similarity (profiles, older, newer,
                                                              agreed_profiles_get_shared (profiles, older, newer));
      g_array_append_val (added, one->match);
    }
  g_array_append_vals (matches, added->data, added->len);
  g_array_sort (matches, agreed_match_compare);

  g_array_set_size (by_hand, matches->len);
  for (guint i = 0; i < matches->len; i++)
    {
      Decided one = { .match = g_array_index (matches, AgreedMatch, i) };
      guint at;

      if (g_array_binary_search (decided, &one, compare_decided, &at))
        g_array_index (by_hand, gboolean, i) = g_array_index (decided, Decided, at).linked;
    }

  return by_hand;
}

/* Which of the links keep their order: read down the newer text, the older paragraphs must not go back. Of several
 * choices as long, the one that carries most wording over stays in place. */
static gboolean *
find_kept (GArray               *matches,
           const AgreedProfiles *profiles)
{
  g_autofree AgreedStep *steps = g_new (AgreedStep, matches->len + 1);
  gboolean *kept = g_new0 (gboolean, matches->len + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      const AgreedMatch *match = &g_array_index (matches, AgreedMatch, i);
      guint older = match->at[AGREED_SIDE_OLDER], n_words = profiles->profiles[AGREED_SIDE_OLDER][older].n_tokens;

      steps[i] = (AgreedStep) { older, (guint) lround (match->similarity * n_words) };
    }
  agreed_moves_keep (steps, matches->len, kept);

  return kept;
}

static gboolean
is_link_as (AgreedLink       *link,
            gboolean          moved,
            AgreedLinkOrigin  origin,
            double            similarity,
            double            sureness)
{
  return agreed_link_get_moved (link) == moved && agreed_link_get_origin (link) == origin &&
         agreed_link_get_similarity (link) == similarity && agreed_link_get_sureness (link) == sureness;
}

/* The link that @known has between the same paragraphs, or NULL. @next: the first of its matches that is not behind. */
static AgreedLink *
find_known (AgreedComparison  *known,
            const AgreedMatch *match,
            guint             *next)
{
  GArray *matches = known->matches;

  while (*next < matches->len && agreed_match_compare (&g_array_index (matches, AgreedMatch, *next), match) < 0)
    ++*next;
  if (*next == matches->len || agreed_match_compare (&g_array_index (matches, AgreedMatch, *next), match) != 0)
    return NULL;

  return g_ptr_array_index (known->links, *next);
}

/* Makes a link of each of @self's matches, or takes the one of @known where that is equal. */
static void
make_links (AgreedComparison *self,
            GArray           *by_hand,
            AgreedComparison *known)
{
  g_autofree gboolean *kept = find_kept (self->matches, agreed_linking_base_get_profiles (self->base));

  for (guint i = 0, next = 0; i < self->matches->len; i++)
    {
      const AgreedMatch *match = &g_array_index (self->matches, AgreedMatch, i);
      gboolean is_by_hand = g_array_index (by_hand, gboolean, i);
      AgreedLinkOrigin origin = is_by_hand ? AGREED_LINK_BY_HAND : AGREED_LINK_FOUND;
      double sureness = is_by_hand ? 1 : match->sureness;
      AgreedLink *link = known != NULL ? find_known (known, match, &next) : NULL;

      if (link != NULL && is_link_as (link, !kept[i], origin, match->similarity, sureness))
        g_object_ref (link);
      else
        {
          link = agreed_link_new (agreed_text_get_paragraph (self->texts[AGREED_SIDE_OLDER], match->at[AGREED_SIDE_OLDER]),
                                  agreed_text_get_paragraph (self->texts[AGREED_SIDE_NEWER], match->at[AGREED_SIDE_NEWER]),
                                  match->similarity, !kept[i], origin);
          agreed_link_set_sureness (link, sureness);
        }
      g_ptr_array_add (self->links, link);
    }
}

static void
find_links (AgreedComparison *self,
            GPtrArray        *decisions,
            AgreedComparison *known)
{
  const AgreedProfiles *profiles = agreed_linking_base_get_profiles (self->base);
  g_autoptr (GArray) decided = read_decisions (self->texts[AGREED_SIDE_OLDER], self->texts[AGREED_SIDE_NEWER],
                                               decisions);
  g_autoptr (GArray) forbidden = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  g_autoptr (GArray) by_hand = NULL;

  for (guint i = 0; i < decided->len; i++)
    if (!g_array_index (decided, Decided, i).linked)
      g_array_append_val (forbidden, g_array_index (decided, Decided, i).match);
  self->matches = agreed_find_matches (self->base, forbidden);
  by_hand = add_decided (self->matches, profiles, decided);
  make_links (self, by_hand, known);
}

static void
count_rows (AgreedComparison *self)
{
  guint *counts[] = {
    [AGREED_CHANGE_UNCHANGED] = &self->summary.unchanged,
    [AGREED_CHANGE_REWORDED] = &self->summary.reworded,
    [AGREED_CHANGE_ADDED] = &self->summary.added,
    [AGREED_CHANGE_REMOVED] = &self->summary.removed,
  };

  for (guint i = 0; i < self->rows->len; i++)
    {
      AgreedRow *row = g_ptr_array_index (self->rows, i);

      (*counts[agreed_row_get_change (row)])++;
      self->summary.moved += agreed_row_get_moved (row);
      self->summary.split += agreed_row_get_split (row);
      self->summary.merged += agreed_row_get_merged (row);
    }
}

/* @base: (transfer full). @known: (nullable): another comparison of the same texts */
static AgreedComparison *
compare (AgreedText        *older,
         AgreedText        *newer,
         AgreedLinkingBase *base,
         GPtrArray         *decisions,
         AgreedComparison  *known)
{
  AgreedComparison *self = g_object_new (AGREED_TYPE_COMPARISON, NULL);

  self->texts[AGREED_SIDE_OLDER] = g_object_ref (older);
  self->texts[AGREED_SIDE_NEWER] = g_object_ref (newer);
  self->base = base;
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  find_links (self, decisions, known);
  self->rows = agreed_rows_new (older, newer, self->links, known != NULL ? known->rows : NULL);
  count_rows (self);

  return self;
}

AgreedComparison *
agreed_comparison_new (AgreedText *older,
                       AgreedText *newer,
                       GPtrArray  *decisions)
{
  g_return_val_if_fail (AGREED_IS_TEXT (older), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (newer), NULL);

  return compare (older, newer, agreed_linking_base_new (agreed_profiles_new (older, newer)), decisions, NULL);
}

AgreedComparison *
agreed_comparison_decide (AgreedComparison *self,
                          GPtrArray        *decisions)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON (self), NULL);

  return compare (self->texts[AGREED_SIDE_OLDER], self->texts[AGREED_SIDE_NEWER], agreed_linking_base_ref (self->base),
                  decisions, self);
}

AgreedText *
agreed_comparison_get_text (AgreedComparison *self,
                            AgreedSide        side)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON (self), NULL);

  return self->texts[side];
}

GPtrArray *
agreed_comparison_get_links (AgreedComparison *self)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON (self), NULL);

  return self->links;
}

const AgreedSummary *
agreed_comparison_get_summary (AgreedComparison *self)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON (self), NULL);

  return &self->summary;
}
