/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linking-private.h"

#include <stdlib.h>

/* Paragraphs of the same wording are the same paragraph. Where each wording stands once on each side, nothing is to be
 * decided. Where it stands several times, those beside linked paragraphs follow them, first downwards, then upwards
 * (P. Heckel, "A technique for isolating differences between files", 1978); what is left then is paired off in order. */

/* A paragraph, to be sorted by wording. */
typedef struct {
  guint64 wording;
  guint position;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->wording != y->wording)
    return x->wording < y->wording ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

static Place *
sort_places (const AgreedLinking *self,
             AgreedSide             side)
{
  guint n = self->profiles->n[side];
  Place *places = g_new (Place, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = (Place) { self->profiles->profiles[side][i].wording, i };
  qsort (places, n, sizeof (Place), compare_places);

  return places;
}

static gboolean
link_if_same (AgreedLinking *self,
              guint            older,
              guint            newer)
{
  if (self->partners[AGREED_SIDE_OLDER][older] >= 0 || self->partners[AGREED_SIDE_NEWER][newer] >= 0 ||
      !agreed_profiles_are_equal (self->profiles, older, newer) || agreed_linking_is_forbidden (self, older, newer))
    return FALSE;

  self->partners[AGREED_SIDE_OLDER][older] = newer;
  self->partners[AGREED_SIDE_NEWER][newer] = older;
  self->sureness[older] = 1;

  return TRUE;
}

static void
follow_links (AgreedLinking *self)
{
  guint n_older = self->profiles->n[AGREED_SIDE_OLDER], n_newer = self->profiles->n[AGREED_SIDE_NEWER];
  const int *partners = self->partners[AGREED_SIDE_OLDER];

  for (guint i = 0; i + 1 < n_older; i++)
    if (partners[i] >= 0 && (guint) partners[i] + 1 < n_newer)
      link_if_same (self, i + 1, partners[i] + 1);
  for (guint i = n_older; i-- > 1;)
    if (partners[i] > 0)
      link_if_same (self, i - 1, partners[i] - 1);
}

/* Goes through the wordings that stand on both sides. With @only_single, links those that stand once on each; otherwise
 * pairs off what is not linked yet, in order. */
static void
link_groups (AgreedLinking *self,
             const Place     *older,
             const Place     *newer,
             gboolean         only_single)
{
  guint n_older = self->profiles->n[AGREED_SIDE_OLDER], n_newer = self->profiles->n[AGREED_SIDE_NEWER];

  for (guint i = 0, j = 0; i < n_older && j < n_newer;)
    {
      guint i_end = i, j_end = j;

      if (older[i].wording != newer[j].wording)
        {
          if (older[i].wording < newer[j].wording)
            i++;
          else
            j++;
          continue;
        }
      while (i_end < n_older && older[i_end].wording == older[i].wording)
        i_end++;
      while (j_end < n_newer && newer[j_end].wording == newer[j].wording)
        j_end++;
      if (only_single)
        {
          if (i_end == i + 1 && j_end == j + 1)
            link_if_same (self, older[i].position, newer[j].position);
        }
      else
        {
          for (guint a = i, b = j; a < i_end && b < j_end;)
            {
              if (self->partners[AGREED_SIDE_OLDER][older[a].position] >= 0)
                a++;
              else
                {
                  /* Where this pair is forbidden, the next newer one is tried; it is passed over for good. */
                  if (link_if_same (self, older[a].position, newer[b].position))
                    a++;
                  b++;
                }
            }
        }
      i = i_end;
      j = j_end;
    }
}

void
agreed_linking_link_same (AgreedLinking *self)
{
  g_autofree Place *older = sort_places (self, AGREED_SIDE_OLDER);
  g_autofree Place *newer = sort_places (self, AGREED_SIDE_NEWER);

  link_groups (self, older, newer, TRUE);
  follow_links (self);
  link_groups (self, older, newer, FALSE);
}
