/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paragraph.h"

G_BEGIN_DECLS

/* A paragraph as people name one: "OP17", "17", "PP3", "17(a)", "preambular paragraph 3", 执行部分第17段. The words of
 * the six languages are in data/wording/references.ini. */

typedef enum {
  AGREED_PART_ANY,
  AGREED_PART_PREAMBULAR,
  AGREED_PART_OPERATIVE,
} AgreedPart;

typedef struct {
  AgreedPart part;
  char *number; /* "17(a)(ii)", without spaces */
} AgreedPlaceName;

/* Returns: (transfer full) (nullable): NULL where the words name no paragraph */
AgreedPlaceName *agreed_place_name_parse (const char      *words);
void             agreed_place_name_free  (AgreedPlaceName *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedPlaceName, agreed_place_name_free)

/* How well a label goes with what was typed: 0 not at all; 1 where more is to be typed ("OP17" for "1"); 2 where it is
 * under it ("OP17(a)" for "17"); 3 exactly. */
guint agreed_place_name_match (const AgreedPlaceName *self,
                               const char            *label);

G_END_DECLS
