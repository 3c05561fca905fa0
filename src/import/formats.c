/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats.h"

#include "pdf.h"
#include "plain.h"

static const AgreedFormat formats[] = {
  { agreed_pdf_recognise, agreed_pdf_read },
};

static const AgreedFormat plain = { NULL, agreed_plain_read };

const AgreedFormat *
agreed_format_of (GBytes *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].recognise (bytes))
      return &formats[i];

  return &plain;
}
