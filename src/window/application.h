/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The application: `agreed-language [OLDER NEWER | PROJECT.agreed]`. */
#define AGREED_TYPE_APPLICATION (agreed_application_get_type ())
G_DECLARE_FINAL_TYPE (AgreedApplication, agreed_application, AGREED, APPLICATION, AdwApplication)

AgreedApplication *agreed_application_new (void);

G_END_DECLS
