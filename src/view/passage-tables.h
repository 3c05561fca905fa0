/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Sets the tables in the layout's text, in which cells are parted by tabs: in columns below each other where all of them
 * have room in @width pixels, and else with an upright line between two cells. Every character keeps its place in the text. */
void agreed_passage_lay_out_tables (PangoLayout *layout,
                                    int          width);

G_END_DECLS
