/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const char content_types[] =
  XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
      "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
      "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
      "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" TYPE "footnotes+xml\"/>"
      "</Types>\n";

static const char package_relations[] =
  XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"" RELATION "officeDocument\" Target=\"word/document.xml\"/>"
      "</Relationships>\n";

static const char document_relations[] =
  XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" Type=\"" RELATION "styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"" RELATION "settings\" Target=\"settings.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"" RELATION "footnotes\" Target=\"footnotes.xml\"/>"
      "</Relationships>\n";

/* The notes that are the rules above the notes of a page must be named here, or Word finds the file damaged. */
static const char settings[] =
  XML "<w:settings " WORD "><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
      "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
      "w:val=\"15\"/></w:compat></w:settings>\n";

static const char rules[] =
  "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
  "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/* As the United Nations set them: numbers and the first line indented, symbols and titles bold. Chinese opening words are
 * set in Kai, as Chinese has no italics, Arabic ones in bold. %s: the language of Latin and Cyrillic letters, and what
 * sets opening words off. */
static const char styles[] =
  XML "<w:styles " WORD "><w:docDefaults><w:rPrDefault><w:rPr>"
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"SimSun\"/>"
      "<w:sz w:val=\"22\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"%s\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>"
      "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/>"
      "</w:pPr></w:pPrDefault></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Symbol\"><w:name w:val=\"Symbol\"/><w:basedOn w:val=\"Normal\"/>"
      "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/>"
      "<w:pPr><w:spacing w:before=\"120\" w:after=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
      "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"32\"/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/>"
      "<w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
      "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Paragraph\"><w:name w:val=\"Paragraph\"/><w:basedOn w:val=\"Normal\"/>"
      "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1080\"/></w:tabs><w:ind w:firstLine=\"480\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"FootnoteText\"><w:name w:val=\"footnote text\"/>"
      "<w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"0\"/></w:pPr>"
      "<w:rPr><w:sz w:val=\"18\"/><w:szCs w:val=\"20\"/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>"
      "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"Opening\"><w:name w:val=\"Opening\"/>"
      "<w:rPr><w:rFonts w:eastAsia=\"KaiTi\"/>%s</w:rPr></w:style>"
      "</w:styles>\n";

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_write_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

static la_ssize_t
append_bytes (Archive    *archive,
              void       *data,
              const void *bytes,
              size_t      length)
{
  g_byte_array_append (data, bytes, length);
  return length;
}

static void
add_part (Archive    *archive,
          const char *name,
          const char *contents)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (contents);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  /* No time is set, so that nothing of when and where it was written is in the file. */
  archive_write_header (archive, entry);
  archive_write_data (archive, contents, length);
  archive_entry_free (entry);
}

GBytes *
agreed_docx_package_new (const char *body,
                         const char *footnotes,
                         const char *language,
                         gboolean    right_to_left)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (Archive) archive = archive_write_new ();
  gboolean chinese = g_str_has_prefix (language, "zh");
  const char *emphasis = chinese ? "" : right_to_left ? "<w:b/><w:bCs/>" : "<w:i/>";
  g_autofree char *style = g_strdup_printf (styles, chinese ? "en-GB" : language, emphasis);
  g_autofree char *document =
    g_strconcat (XML "<w:document " WORD "><w:body>", body, "<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>",
                 right_to_left ? "<w:bidi/>" : "", "</w:sectPr></w:body></w:document>\n", NULL);
  g_autofree char *notes = g_strconcat (XML "<w:footnotes " WORD ">", rules, footnotes, "</w:footnotes>\n", NULL);

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  archive_write_open (archive, bytes, NULL, append_bytes, NULL);
  add_part (archive, "[Content_Types].xml", content_types);
  add_part (archive, "_rels/.rels", package_relations);
  add_part (archive, "word/document.xml", document);
  add_part (archive, "word/_rels/document.xml.rels", document_relations);
  add_part (archive, "word/styles.xml", style);
  add_part (archive, "word/settings.xml", settings);
  add_part (archive, "word/footnotes.xml", notes);
  archive_write_close (archive);

  return g_byte_array_free_to_bytes (bytes);
}
