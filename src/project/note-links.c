/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-links.h"

#include "normalise.h"
#include "pointers.h"

#include <string.h>

#define FILE_PATH RESOURCE_PREFIX "/wording/references.ini"

/* An address goes on for as long as letters that are written with spaces, so that Chinese beside it is none of it. */
#define ADDRESS "(?:https?://|www\\.)[\\p{Latin}\\p{Cyrillic}\\p{Arabic}0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+"
/* The sign; the text, with a colon; the label. An address of mail has no space before its sign. */
#define REFERENCE "(?<![\\p{Latin}\\p{Cyrillic}\\p{Arabic}0-9._@-])[@＠](?:([^\\s@:：]{1,60})[:：])?((?:PP|OP|AN)§?[0-9]+(?:\\([0-9A-Z]{1,5}\\))*)"

/* The words for each side, in all languages: [texts] of the file. Kept for the life of the program. */
typedef struct {
  char **words[AGREED_N_SIDES];
} SideWords;

static SideWords *
side_words_new (void)
{
  static const char *const keys[AGREED_N_SIDES] = { "older", "newer" };
  SideWords *self = g_new0 (SideWords, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (FILE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    for (guint side = 0; side < AGREED_N_SIDES; side++)
      self->words[side] = g_key_file_get_string_list (file, "texts", keys[side], NULL, NULL);
  return self;
}

static gboolean
names_side (const char *name,
            AgreedSide  side)
{
  static gsize words = 0;
  const SideWords *known;
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) side_words_new ());
  known = (const SideWords *) words;
  for (guint i = 0; known->words[side] != NULL && known->words[side][i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (known->words[side][i], -1);

      if (g_str_equal (word, folded))
        return TRUE;
    }
  return FALSE;
}

static void
note_link_free (gpointer data)
{
  AgreedNoteLink *self = data;

  g_free (self->uri);
  g_free (self);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const AgreedNoteLink *one = a;
  const AgreedNoteLink *two = b;

  return (one->start > two->start) - (one->start < two->start);
}

static gboolean
is_taken (GPtrArray *links,
          gsize      start)
{
  for (guint i = 0; i < links->len; i++)
    {
      const AgreedNoteLink *link = links->pdata[i];

      if (start >= link->start && start < link->start + link->length)
        return TRUE;
    }
  return FALSE;
}

static AgreedNoteLink *
add_link (GPtrArray *links,
          gsize      start,
          gsize      length)
{
  AgreedNoteLink *link = g_new0 (AgreedNoteLink, 1);

  link->start = start;
  link->length = length;
  g_ptr_array_add (links, link);
  return link;
}

/* The sentence's own punctuation is no part of the address that ends it, nor is a bracket that was opened before it. */
static gsize
measure_address (const char *address,
                 gsize       length)
{
  while (length > 0)
    {
      char last = address[length - 1];
      const char *opening = last == ')' ? "(" : last == ']' ? "[" : NULL;

      if (opening != NULL && g_strstr_len (address, length, opening) != NULL)
        return length;
      if (opening == NULL && strchr (".,;:!?'", last) == NULL)
        return length;
      length--;
    }
  return length;
}

static void
find_addresses (const char *body,
                GPtrArray  *links)
{
  g_autoptr (GRegex) regex = g_regex_new (ADDRESS, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, body, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *address = NULL;
      int start, end;
      gsize length;

      g_match_info_fetch_pos (match, 0, &start, &end);
      length = measure_address (body + start, end - start);
      address = g_strndup (body + start, length);
      /* With nothing but its start it is none. */
      if (g_str_has_suffix (address, "/") && length <= strlen ("https://"))
        continue;
      add_link (links, start, length)->uri = g_ascii_strncasecmp (address, "www.", 4) == 0
                                               ? g_strconcat ("https://", address, NULL)
                                               : g_strdup (address);
    }
}

/* Of the texts that may be meant the first that has the paragraph. */
static void
resolve (AgreedProject  *project,
         AgreedText     *from,
         const char     *name,
         const char     *label,
         AgreedNoteLink *link)
{
  AgreedText *texts[] = { from, NULL };

  if (*name == '\0' && from == NULL)
    {
      texts[0] = agreed_project_get_text (project, AGREED_SIDE_NEWER);
      texts[1] = agreed_project_get_text (project, AGREED_SIDE_OLDER);
    }
  else if (*name != '\0' && names_side (name, AGREED_SIDE_OLDER))
    texts[0] = agreed_project_get_text (project, AGREED_SIDE_OLDER);
  else if (*name != '\0' && names_side (name, AGREED_SIDE_NEWER))
    texts[0] = agreed_project_get_text (project, AGREED_SIDE_NEWER);
  else if (*name != '\0')
    texts[0] = agreed_project_find_named (project, name);

  for (guint i = 0; i < G_N_ELEMENTS (texts) && link->paragraph == NULL; i++)
    if (texts[i] != NULL)
      {
        link->text = texts[i];
        link->paragraph = agreed_text_find_paragraph (texts[i], label);
      }
  if (link->paragraph == NULL)
    link->text = NULL;
}

static void
find_references (AgreedProject *project,
                 AgreedText    *from,
                 const char    *body,
                 GPtrArray     *links)
{
  g_autoptr (GRegex) regex = g_regex_new (REFERENCE, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, body, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *label = g_match_info_fetch (match, 2);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (is_taken (links, start))
        continue;
      /* "op17" is typed as often as "OP17"; what stands in brackets is small. */
      for (guint i = 0; i < 2; i++)
        label[i] = g_ascii_toupper (label[i]);
      resolve (project, from, name, label, add_link (links, start, end - start));
    }
}

GPtrArray *
agreed_note_links_find (AgreedProject *project,
                        AgreedText    *from,
                        const char    *body)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (note_link_free);

  g_return_val_if_fail (AGREED_IS_PROJECT (project), links);
  g_return_val_if_fail (from == NULL || AGREED_IS_TEXT (from), links);
  g_return_val_if_fail (body != NULL, links);

  find_addresses (body, links);
  find_references (project, from, body, links);
  g_ptr_array_sort_values (links, compare_links);
  return links;
}
