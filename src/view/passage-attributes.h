/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/* How a passage is set: language, leading, emphasis, marks of change, footnote markers raised, symbols kept whole.
 * Returns: (transfer full) */
PangoAttrList *agreed_passage_create_attributes (AgreedPassage         *self,
                                                 const AgreedViewStyle *style);

/* Whether its opening words are set slanted; else they are set stronger. */
gboolean agreed_passage_is_slanted (AgreedPassage *self);

G_END_DECLS
