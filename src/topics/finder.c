/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "finder.h"

/* Hits are tagged term × N_ROLES + role: role 0 is the term itself, then its conditions. Sorted by tag, all hits of one
 * term stand together. */
#define N_ROLES (1 + AGREED_N_CONDITIONS)

typedef struct {
  guint topic;
  char *written;
  gboolean has[AGREED_N_CONDITIONS];
} Term;

struct _AgreedFinder {
  AgreedMatcher *matcher;
  GArray *terms;
};

static void
clear_term (gpointer data)
{
  Term *term = data;

  g_free (term->written);
}

AgreedFinder *
agreed_finder_new (void)
{
  AgreedFinder *self = g_new0 (AgreedFinder, 1);

  self->matcher = agreed_matcher_new ();
  self->terms = g_array_new (FALSE, TRUE, sizeof (Term));
  g_array_set_clear_func (self->terms, clear_term);
  return self;
}

void
agreed_finder_free (AgreedFinder *self)
{
  agreed_matcher_free (self->matcher);
  g_array_unref (self->terms);
  g_free (self);
}

guint
agreed_finder_add_term (AgreedFinder *self,
                        guint         topic,
                        const char   *written,
                        GPtrArray    *patterns)
{
  Term term = { .topic = topic, .written = g_strdup (written) };

  g_array_append_val (self->terms, term);
  agreed_matcher_add (self->matcher, patterns, (self->terms->len - 1) * N_ROLES);
  return self->terms->len - 1;
}

void
agreed_finder_add_condition (AgreedFinder    *self,
                             guint            term,
                             AgreedCondition  condition,
                             GPtrArray       *patterns)
{
  g_array_index (self->terms, Term, term).has[condition] = TRUE;
  agreed_matcher_add (self->matcher, patterns, term * N_ROLES + 1 + condition);
}

/* What one wording holds for one term: its hits from @hits[0] on, each condition's from its start to the next one's.
 * The starts go forward where what they pass over cannot bear on this hit or on any after it, as hits are in order: so
 * that a long wording takes no quadratic time. */
typedef struct {
  const AgreedFolded *folded;
  const AgreedHit *hits;
  guint n_hits;
  guint starts[N_ROLES];
  guint ends[N_ROLES];
} TermHits;

static void
find_roles (TermHits *found)
{
  for (guint role = 0, i = 0; role < N_ROLES; role++)
    {
      found->starts[role] = i;
      while (i < found->n_hits && found->hits[i].tag % N_ROLES == role)
        i++;
      found->ends[role] = i;
    }
}

static guint
clause_of (const TermHits *found,
           guint           word)
{
  return agreed_folded_word (found->folded, word)->clause;
}

/* Whether @other stands wholly before @hit, as far as this condition goes; or wholly after it. */
static gboolean
is_before (const TermHits  *found,
           const AgreedHit *other,
           const AgreedHit *hit,
           AgreedCondition  condition)
{
  switch (condition)
    {
    case AGREED_CONDITION_NEAR:
      return clause_of (found, other->last) < clause_of (found, hit->first);
    case AGREED_CONDITION_WITHOUT:
      return other->last < hit->first;
    case AGREED_CONDITION_WITH:
    case AGREED_CONDITION_AFTER:
    default:
      return FALSE;
    }
}

static gboolean
fulfils (const AgreedFolded *folded,
         const AgreedHit    *hit,
         const AgreedHit    *other,
         AgreedCondition     condition)
{
  switch (condition)
    {
    case AGREED_CONDITION_WITH:
    case AGREED_CONDITION_AFTER:
      return TRUE;
    case AGREED_CONDITION_NEAR:
      return agreed_folded_word (folded, other->first)->clause <= agreed_folded_word (folded, hit->last)->clause &&
             agreed_folded_word (folded, other->last)->clause >= agreed_folded_word (folded, hit->first)->clause;
    case AGREED_CONDITION_WITHOUT:
      return other->first <= hit->first && other->last >= hit->last;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
any_fulfils (TermHits        *found,
             const AgreedHit *hit,
             AgreedCondition  condition)
{
  guint *start = &found->starts[1 + condition], end = found->ends[1 + condition];

  while (*start < end && is_before (found, &found->hits[*start], hit, condition))
    (*start)++;
  for (guint i = *start; i < end && !is_before (found, hit, &found->hits[i], condition); i++)
    if (fulfils (found->folded, hit, &found->hits[i], condition))
      return TRUE;

  return FALSE;
}

static gboolean
stands_before (AgreedFinder      *self,
               guint              term,
               const char *const *before)
{
  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    {
      g_autoptr (AgreedFolded) folded = agreed_folded_new (before[i]);
      g_autoptr (GArray) hits = agreed_matcher_find (self->matcher, folded);

      for (guint h = 0; h < hits->len; h++)
        if (g_array_index (hits, AgreedHit, h).tag == term * N_ROLES + 1 + AGREED_CONDITION_AFTER)
          return TRUE;
    }

  return FALSE;
}

static gboolean
counts (AgreedFinder      *self,
        guint              term,
        TermHits          *found,
        const AgreedHit   *hit,
        const char *const *before)
{
  const gboolean *has = g_array_index (self->terms, Term, term).has;

  if (has[AGREED_CONDITION_WITHOUT] && any_fulfils (found, hit, AGREED_CONDITION_WITHOUT))
    return FALSE;
  if (has[AGREED_CONDITION_WITH] && !any_fulfils (found, hit, AGREED_CONDITION_WITH))
    return FALSE;
  if (has[AGREED_CONDITION_NEAR] && !any_fulfils (found, hit, AGREED_CONDITION_NEAR))
    return FALSE;
  if (has[AGREED_CONDITION_AFTER] && !any_fulfils (found, hit, AGREED_CONDITION_AFTER))
    return stands_before (self, term, before);

  return TRUE;
}

static void
add_finding (AgreedFinder       *self,
             guint               term,
             const AgreedFolded *folded,
             const AgreedHit    *hit,
             GArray             *findings)
{
  const Term *found = &g_array_index (self->terms, Term, term);
  gsize start = agreed_folded_word (folded, hit->first)->start;
  AgreedFinding finding = {
    .topic = found->topic,
    .start = start,
    .length = agreed_folded_word (folded, hit->last)->end - start,
    .term = found->written,
  };

  g_array_append_val (findings, finding);
}

void
agreed_finder_find (AgreedFinder       *self,
                    const AgreedFolded *folded,
                    const char *const  *before,
                    GArray             *findings)
{
  g_autoptr (GArray) hits = agreed_matcher_find (self->matcher, folded);

  for (guint from = 0, to; from < hits->len; from = to)
    {
      TermHits found = { .folded = folded, .hits = &g_array_index (hits, AgreedHit, from) };
      guint term = found.hits[0].tag / N_ROLES;

      for (to = from; to < hits->len && g_array_index (hits, AgreedHit, to).tag / N_ROLES == term; to++)
        found.n_hits++;
      find_roles (&found);
      for (guint i = 0; i < found.n_hits && found.hits[i].tag % N_ROLES == 0; i++)
        if (counts (self, term, &found, &found.hits[i], before))
          add_finding (self, term, folded, &found.hits[i], findings);
    }
}
