/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats.h"

#include "akn-reader.h"
#include "docx-reader.h"
#include "html-reader.h"
#include "odt-reader.h"
#include "pdf.h"
#include "plain.h"

static const AgreedFormat formats[] = {
  { agreed_docx_recognise, agreed_docx_read },
  { agreed_odt_recognise, agreed_odt_read },
  { agreed_akn_recognise, agreed_akn_read },
  { agreed_html_recognise, agreed_html_read },
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
