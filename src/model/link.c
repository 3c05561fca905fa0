/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link.h"

#include "note.h"

/* A link is unsure where its evidence is less than a quarter more than it takes: 1 - 1 / (2 × 1.25). Of the 657 links
 * found in the pairs that were read by hand (tests/data/links) that is 26: both that are wrong, and ten that readers may
 * see either way. */
#define SURE 0.6

struct _AgreedLink {
  GObject parent_instance;

  AgreedParagraph *paragraphs[AGREED_N_SIDES];
  double similarity;
  gboolean moved;
  AgreedLinkOrigin origin;
  double sureness;
  GListStore *notes; /* AgreedNote */
};

G_DEFINE_FINAL_TYPE (AgreedLink, agreed_link, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AgreedLinkOrigin, agreed_link_origin,
                    G_DEFINE_ENUM_VALUE (AGREED_LINK_FOUND, "found"),
                    G_DEFINE_ENUM_VALUE (AGREED_LINK_BY_HAND, "by-hand"))

static void
agreed_link_dispose (GObject *object)
{
  AgreedLink *self = AGREED_LINK (object);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_clear_object (&self->paragraphs[side]);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (agreed_link_parent_class)->dispose (object);
}

static void
agreed_link_class_init (AgreedLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_link_dispose;
}

static void
agreed_link_init (AgreedLink *self)
{
  self->sureness = 1;
  self->notes = g_list_store_new (AGREED_TYPE_NOTE);
}

AgreedLink *
agreed_link_new (AgreedParagraph  *older,
                 AgreedParagraph  *newer,
                 double            similarity,
                 gboolean          moved,
                 AgreedLinkOrigin  origin)
{
  AgreedLink *self;

  g_return_val_if_fail (AGREED_IS_PARAGRAPH (older), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (newer), NULL);

  self = g_object_new (AGREED_TYPE_LINK, NULL);
  self->paragraphs[AGREED_SIDE_OLDER] = g_object_ref (older);
  self->paragraphs[AGREED_SIDE_NEWER] = g_object_ref (newer);
  self->similarity = similarity;
  self->moved = moved;
  self->origin = origin;

  return self;
}

AgreedParagraph *
agreed_link_get_paragraph (AgreedLink *self,
                           AgreedSide  side)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), NULL);

  return self->paragraphs[side];
}

double
agreed_link_get_similarity (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), 0);

  return self->similarity;
}

gboolean
agreed_link_get_moved (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), FALSE);

  return self->moved;
}

AgreedLinkOrigin
agreed_link_get_origin (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), AGREED_LINK_FOUND);

  return self->origin;
}

double
agreed_link_get_sureness (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), 0);

  return self->sureness;
}

void
agreed_link_set_sureness (AgreedLink *self,
                          double      sureness)
{
  g_return_if_fail (AGREED_IS_LINK (self));
  g_return_if_fail (sureness >= 0 && sureness <= 1);

  self->sureness = sureness;
}

gboolean
agreed_link_is_unsure (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), FALSE);

  return self->sureness < SURE;
}

GListStore *
agreed_link_get_notes (AgreedLink *self)
{
  g_return_val_if_fail (AGREED_IS_LINK (self), NULL);

  return self->notes;
}
