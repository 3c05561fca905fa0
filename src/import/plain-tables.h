/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lines.h"

G_BEGIN_DECLS

/* Finds the tables of a text behind its organ's name, where they are beyond doubt: lines one below the other whose cells are
 * parted by tabs, upright lines, or white space that stands below white space. @lines: of @text. The first line of a table
 * takes the role for tables and its text, rows parted by ends of lines and cells by tabs; the others become furniture. */
void agreed_plain_find_tables (const char             *text,
                               GArray                 *lines,
                               const AgreedWordingSet *set);

G_END_DECLS
