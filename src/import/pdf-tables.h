/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* Finds the tables among the lines of a page's column that are of the body, by what stands below each other between white
 * stripes, and gives their lines their role, their cells, and whether a row begins with them. @body: size of the body's type;
 * @below: points from the page's head where tables may begin */
void agreed_pdf_find_tables (GPtrArray *lines,
                             double     body,
                             double     below);

G_END_DECLS
