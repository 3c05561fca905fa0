/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "row-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A window on one project: the start page until there are two texts, then the comparison.
 *
 * Properties: "project" (AgreedProject, never NULL), "one-column" (gboolean: what the user asked for), "narrow" (gboolean:
 * set by the window's width; then one column is shown whatever was asked for), "busy" (gboolean: files are being read).
 * Every command is an action "win.…"; window-actions.c has the list. */
#define AGREED_TYPE_WINDOW (agreed_window_get_type ())
G_DECLARE_FINAL_TYPE (AgreedWindow, agreed_window, AGREED, WINDOW, AdwApplicationWindow)

/* @application: (nullable) */
AgreedWindow    *agreed_window_new         (GtkApplication *application);
AgreedProject   *agreed_window_get_project (AgreedWindow   *self);
/* @file: (nullable): where the project is kept */
void             agreed_window_set_project (AgreedWindow   *self,
                                            AgreedProject  *project,
                                            GFile          *file);
/* Nothing was opened in it yet. */
gboolean         agreed_window_is_empty    (AgreedWindow   *self);
gboolean         agreed_window_get_busy    (AgreedWindow   *self);
AgreedRowFilter *agreed_window_get_filter  (AgreedWindow   *self);
/* The rows shown: list of AgreedRow. (transfer none) */
GListModel      *agreed_window_get_rows    (AgreedWindow   *self);
/* (transfer none) (nullable) */
AgreedRow       *agreed_window_get_current_row (AgreedWindow *self);
/* The sentence that tells what went wrong, or NULL. */
const char      *agreed_window_get_message (AgreedWindow   *self);

/* Opening is asynchronous. What cannot be read is said in a banner, and what is open stays as it was. */

/* @files: array of GFile: a project, a text, or two texts. @in_order: whether the first of two texts is the older one, or
 * their dates are to tell. */
void agreed_window_open_files (AgreedWindow *self,
                               GPtrArray    *files,
                               gboolean      in_order);
/* A text in the place of another. */
void agreed_window_open_text  (AgreedWindow *self,
                               GFile        *file,
                               AgreedSide    side);
void agreed_window_open_sample (AgreedWindow *self);
/* In another thread; busy until it is through. Where the file cannot be written, a dialog says so and what can be done. */
void     agreed_window_save   (AgreedWindow *self,
                               GFile        *file);

G_END_DECLS
