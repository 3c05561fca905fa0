/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help-page.h"

#include <string.h>

typedef enum {
  BLOCK_PARAGRAPH,
  BLOCK_HEADING,
  BLOCK_STEP,  /* the first paragraph of a numbered item */
  BLOCK_POINT, /* of an item in a list */
  BLOCK_TERM,
  BLOCK_MEANING, /* a paragraph below a term */
} BlockKind;

typedef struct {
  BlockKind kind;
  guint number; /* of a step, from 1 */
  char *markup;
} HelpBlock;

typedef struct {
  AgreedHelpPage *page;
  GString *words; /* Pango markup of the paragraph or title that is being read; NULL outside of one */
  guint number;
  guint keys; /* keys of a sequence that were seen */
} Reader;

static void
help_block_free (gpointer data)
{
  HelpBlock *block = data;

  g_free (block->markup);
  g_free (block);
}

static const struct {
  const char *element;
  const char *opening;
  const char *closing;
} inline_elements[] = {
  { "gui", "<b>", "</b>" },
  { "em", "<i>", "</i>" },
  { "code", "<tt>", "</tt>" },
  { "key", "<tt>", "</tt>" },
};

static void
open_element (GMarkupParseContext *context,
              const char          *name,
              const char         **attribute_names,
              const char         **attribute_values,
              gpointer             user_data,
              GError             **error)
{
  Reader *reader = user_data;

  if (g_str_equal (name, "steps"))
    reader->number = 0;
  else if (g_str_equal (name, "item"))
    reader->number++;
  else if (g_str_equal (name, "p") || g_str_equal (name, "title") || g_str_equal (name, "desc"))
    reader->words = g_string_new (NULL);
  else if (g_str_equal (name, "keyseq"))
    reader->keys = 0;
  if (reader->words == NULL)
    return;
  if (g_str_equal (name, "key") && reader->keys++ > 0)
    g_string_append_c (reader->words, '+');
  for (guint i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    if (g_str_equal (name, inline_elements[i].element))
      g_string_append (reader->words, inline_elements[i].opening);
}

/* @path: the names of the elements around, the innermost first */
static BlockKind
get_kind (const GSList *path,
          const char   *name)
{
  const char *around = path->next != NULL ? path->next->data : "";
  const char *beyond = path->next != NULL && path->next->next != NULL ? path->next->next->data : "";

  if (g_str_equal (name, "title"))
    return g_str_equal (around, "item") ? BLOCK_TERM : BLOCK_HEADING;
  if (!g_str_equal (around, "item"))
    return BLOCK_PARAGRAPH;
  return g_str_equal (beyond, "steps") ? BLOCK_STEP : g_str_equal (beyond, "terms") ? BLOCK_MEANING : BLOCK_POINT;
}

/* Lines of the file are no lines of the page. Between Chinese characters they are not even spaces; the pages in Chinese
 * are written without them. */
static char *
take_words (Reader *reader)
{
  g_autofree char *words = g_string_free (g_steal_pointer (&reader->words), FALSE);
  g_auto (GStrv) parts = g_strsplit_set (words, " \n\t", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", parts[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
close_element (GMarkupParseContext *context,
               const char          *name,
               gpointer             user_data,
               GError             **error)
{
  Reader *reader = user_data;
  const GSList *path = g_markup_parse_context_get_element_stack (context);
  gboolean of_page = path->next != NULL && g_str_equal (path->next->data, "page");

  if (reader->words == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    if (g_str_equal (name, inline_elements[i].element))
      g_string_append (reader->words, inline_elements[i].closing);
  if (g_str_equal (name, "keyseq") || g_str_equal (name, "key"))
    {
      if (g_str_equal (name, "keyseq") || !g_str_equal (path->next->data, "keyseq"))
        reader->keys = 0;
    }
  else if (g_str_equal (name, "desc"))
    reader->page->description = take_words (reader);
  else if (g_str_equal (name, "title") && of_page)
    reader->page->title = take_words (reader);
  else if (g_str_equal (name, "p") || g_str_equal (name, "title"))
    {
      HelpBlock *block = g_new0 (HelpBlock, 1);

      block->kind = get_kind (path, name);
      block->number = reader->number;
      block->markup = take_words (reader);
      g_ptr_array_add (reader->page->blocks, block);
    }
}

static void
add_words (GMarkupParseContext *context,
           const char          *text,
           gsize                length,
           gpointer             user_data,
           GError             **error)
{
  Reader *reader = user_data;
  g_autofree char *escaped = NULL;

  if (reader->words == NULL)
    return;
  escaped = g_markup_escape_text (text, (gssize) length);
  g_string_append (reader->words, escaped);
}

AgreedHelpPage *
agreed_help_page_parse (const char *id,
                        const char *contents,
                        gsize       length,
                        GError    **error)
{
  static const GMarkupParser parser = { open_element, close_element, add_words, NULL, NULL };
  g_autoptr (AgreedHelpPage) page = g_new0 (AgreedHelpPage, 1);
  Reader reader = { .page = page };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  gboolean whole;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (contents != NULL, NULL);

  page->id = g_strdup (id);
  page->blocks = g_ptr_array_new_with_free_func (help_block_free);
  whole = g_markup_parse_context_parse (context, contents, (gssize) length, error) &&
          g_markup_parse_context_end_parse (context, error);
  if (reader.words != NULL)
    g_string_free (reader.words, TRUE);
  return whole ? g_steal_pointer (&page) : NULL;
}

AgreedHelpPage *
agreed_help_page_load (const char *id)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  for (const char *const *language = g_get_language_names (); *language != NULL && bytes == NULL; language++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "/help/%s/%s.page", *language, id);

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }
  return bytes != NULL ? agreed_help_page_parse (id, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL) : NULL;
}

void
agreed_help_page_free (AgreedHelpPage *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_free (self);
}

static GtkWidget *
create_label (const char *markup,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A number or a point before the words, which stay clear of it. */
static GtkWidget *
create_item (const HelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *number = block->kind == BLOCK_STEP ? g_strdup_printf ("%u.", block->number) : g_strdup ("•");
  GtkWidget *mark = gtk_label_new (number);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (mark), 2);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_widget_add_css_class (mark, "numeric");
  gtk_widget_add_css_class (mark, "dimmed");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), create_label (block->markup, NULL));
  return box;
}

static GtkWidget *
create_block (const HelpBlock *block)
{
  GtkWidget *widget;

  switch (block->kind)
    {
    case BLOCK_STEP:
    case BLOCK_POINT:
      return create_item (block);
    case BLOCK_HEADING:
      widget = create_label (block->markup, "title-4");
      gtk_widget_set_margin_top (widget, 18);
      return widget;
    case BLOCK_TERM:
      widget = create_label (block->markup, "heading");
      gtk_widget_set_margin_top (widget, 6);
      return widget;
    case BLOCK_MEANING:
      widget = create_label (block->markup, NULL);
      gtk_widget_set_margin_start (widget, 18);
      return widget;
    case BLOCK_PARAGRAPH:
    default:
      return create_label (block->markup, NULL);
    }
}

GtkWidget *
agreed_help_page_create_widget (const AgreedHelpPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    gtk_box_append (GTK_BOX (box), create_block (g_ptr_array_index (self->blocks, i)));
  return box;
}
