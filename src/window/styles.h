/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The style sheet follows the dark style and high contrast from here on: ui/dark.css and ui/high-contrast.css are added to
 * ui/style.css and taken off again. libadwaita would do so with sheets named style-dark and style-hc, but from 1.9 asks
 * for media queries instead, which GTK 4.18 does not have. */
void agreed_styles_follow (GdkDisplay *display);

G_END_DECLS
