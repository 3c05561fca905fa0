/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording.h"

G_BEGIN_DECLS

/* One set a language, in the order of their codes; NULL at the end. Only wording.c reads it. */
extern const AgreedWordingSet *const agreed_wording_sets[];

G_END_DECLS
