/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* @actions: (nullable): detailed names of actions that are activated first. Says on standard output how long the first
 * frame with what was opened took, as soon as it is drawn; writes a PNG of the window once that is at rest, and closes the
 * window. */
void agreed_picture_take (AgreedWindow *window,
                          const char   *path,
                          const char   *const *actions);

/* Seconds since the process was started by the system, dynamic linking included. */
double agreed_picture_get_seconds_since_start (void);

G_END_DECLS
