/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window-private.h"

/* What every test of the window begins and ends with. */

/* A window on the screen, drawn and idle: on its start page, or with the sample comparison. */
AgreedWindow *open_window     (void);
AgreedWindow *open_sample     (void);
/* Until all that is being read, compared or saved is there and shown; not longer than a minute. */
void          wait_until_idle (AgreedWindow *window);
/* Takes the window away without a question, and asserts that nothing holds it any more. */
void          close_window    (AgreedWindow *window);
