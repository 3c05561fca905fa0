/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AgreedStamp:
 * @modified: microseconds since 1970; 0 where it is not known
 * @size: in bytes
 * @device: the number of the file system that its folder was on; 0 where it is not known
 * @sha256: of the bytes, or NULL where there was no file
 *
 * What a file was when it was read or written, so that it can be told whether somebody else has changed it since. Time and
 * size tell that it was not; where they differ, the bytes tell.
 */
typedef struct {
  gint64 modified;
  goffset size;
  guint32 device;
  char *sha256;
} AgreedStamp;

/* @bytes: what was just read from the file or written to it */
void     agreed_stamp_take  (AgreedStamp       *stamp,
                             GFile             *file,
                             GBytes            *bytes);
void     agreed_stamp_copy  (const AgreedStamp *stamp,
                             AgreedStamp       *copy);
void     agreed_stamp_clear (AgreedStamp       *stamp);

typedef enum {
  AGREED_STAMP_SAME,    /* the file is what it was; or nothing is known about it */
  AGREED_STAMP_CHANGED, /* it has other bytes */
  AGREED_STAMP_MISSING, /* there is no such file any more; its folder is there */
  AGREED_STAMP_GONE,    /* the drive that it was on is not there any more */
} AgreedStampState;

/* Reads the file where it has to. */
AgreedStampState agreed_stamp_check (const AgreedStamp *stamp,
                                     GFile             *file,
                                     GCancellable      *cancellable);

G_END_DECLS
