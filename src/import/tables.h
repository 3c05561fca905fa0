/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "wording.h"

G_BEGIN_DECLS

/* Tells tables from pages that were set by means of one, and leaves no block with a cell: a table becomes one block of that
 * kind, its footnotes behind it; what was only set in cells becomes the paragraphs that it is. Heads stand in cells, and
 * so do whole texts of web pages and drafts set beside their numbers or beside each other. */
void agreed_tables_settle (GPtrArray              *blocks,
                           const AgreedWordingSet *set);

G_END_DECLS
