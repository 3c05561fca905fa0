/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the process that reads PDFs says to the one that asked it: frames, one behind the other, on its standard output.
 * The last is of blocks or of a refusal; where it is missing, the process came to grief. */

/**
 * AgreedPdfOutcome:
 * @AGREED_PDF_IS_READ: there are blocks
 * @AGREED_PDF_IS_ENCRYPTED: it opens with a password only
 * @AGREED_PDF_IS_DAMAGED: it does not open, or has no pages
 * @AGREED_PDF_IS_TOO_LONG: it has more pages than are read
 * @AGREED_PDF_IS_PICTURES: its pages are pictures and have no text
 */
typedef enum {
  AGREED_PDF_IS_READ,
  AGREED_PDF_IS_ENCRYPTED,
  AGREED_PDF_IS_DAMAGED,
  AGREED_PDF_IS_TOO_LONG,
  AGREED_PDF_IS_PICTURES,
} AgreedPdfOutcome;

/**
 * AgreedPdfFrameKind:
 * @AGREED_PDF_FRAME_PROGRESS: first: pages read; second: pages
 * @AGREED_PDF_FRAME_REFUSAL: first: AgreedPdfOutcome; second: pages
 * @AGREED_PDF_FRAME_BLOCKS: first: size of the blocks that follow the frame, in bytes
 */
typedef enum {
  AGREED_PDF_FRAME_PROGRESS = 1,
  AGREED_PDF_FRAME_REFUSAL,
  AGREED_PDF_FRAME_BLOCKS,
} AgreedPdfFrameKind;

/* Both processes are one program's on one machine: numbers have its byte order. */
typedef struct {
  guint32 kind;
  guint32 first;
  guint32 second;
} AgreedPdfFrame;

/* @blocks: array of AgreedBlock. Returns: (transfer full) */
GBytes    *agreed_pdf_message_pack   (GPtrArray *blocks);

/* The reader has held hostile bytes in its hands: nothing that it says is believed unseen.
 * Returns: (transfer full) (nullable): array of AgreedBlock; NULL where @bytes is no sound message */
GPtrArray *agreed_pdf_message_unpack (GBytes    *bytes);

G_END_DECLS
