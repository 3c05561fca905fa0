/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says over the window which files are being read and how far that is, with a button that stops it; not for what is
 * read in a moment. */
#define AGREED_TYPE_READING_TOAST (agreed_reading_toast_get_type ())
G_DECLARE_FINAL_TYPE (AgreedReadingToast, agreed_reading_toast, AGREED, READING_TOAST, GObject)

AgreedReadingToast *agreed_reading_toast_new (AdwToastOverlay *overlay);

/* Returns: (transfer full): what this file's reading is to be cancelled by, and what it goes by here */
GCancellable *agreed_reading_toast_begin        (AgreedReadingToast *self,
                                                 GFile              *file);
void          agreed_reading_toast_set_fraction (AgreedReadingToast *self,
                                                 GCancellable       *reading,
                                                 double              fraction);
void          agreed_reading_toast_end          (AgreedReadingToast *self,
                                                 GCancellable       *reading);

/* Cancels all that is being read. */
void          agreed_reading_toast_stop         (AgreedReadingToast *self);

G_END_DECLS
