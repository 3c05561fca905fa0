/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a note lead to. */
#include "note-links.h"
#include "project-sample.h"

/* "@OP1=t2:OP1; http://a=http://a": each link with where it leads. */
static char *
follow (AgreedProject *project,
        AgreedText    *from,
        const char    *body)
{
  g_autoptr (GPtrArray) links = agreed_note_links_find (project, from, body);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const AgreedNoteLink *link = links->pdata[i];

      g_string_append (shown, i > 0 ? "; " : "");
      g_string_append_len (shown, body + link->start, link->length);
      if (link->uri != NULL)
        g_string_append_printf (shown, "=%s", link->uri);
      else if (link->paragraph != NULL)
        g_string_append_printf (shown, "=%s:%s", agreed_text_get_id (link->text),
                                agreed_paragraph_get_label (link->paragraph));
      else
        g_string_append (shown, "=?");
    }
  return g_string_free_and_steal (shown);
}

static const struct {
  const char *body;
  const char *links;
} from_newer[] = {
  { "Nothing here: OP1, a@b.int, @, @OP, 7@OP1.", "" },
  { "See @OP1.", "@OP1=t2:OP1" },
  { "(@op1,@PP1)", "@op1=t2:OP1; @PP1=t2:PP1" },
  { "见＠OP1。", "＠OP1=t2:OP1" },
  { "只有@older：OP2才有", "@older：OP2=t1:OP2" },
  { "@旧:OP2 @ancien:OP2 @anterior:OP2 @Старый:OP2 @القديم:OP2",
    "@旧:OP2=t1:OP2; @ancien:OP2=t1:OP2; @anterior:OP2=t1:OP2; @Старый:OP2=t1:OP2; @القديم:OP2=t1:OP2" },
  { "@newer:OP1 @66/184:OP1 @A/RES/66/184:OP1 @A/C.2/65/L.22:OP2",
    "@newer:OP1=t2:OP1; @66/184:OP1=t3:OP1; @A/RES/66/184:OP1=t3:OP1; @A/C.2/65/L.22:OP2=t1:OP2" },
  { "@OP2 is gone, @OP1(a) and @70/1:OP1 never were.", "@OP2=?; @OP1(a)=?; @70/1:OP1=?" },
  { "https://undocs.org/A/RES/65/141.", "https://undocs.org/A/RES/65/141=https://undocs.org/A/RES/65/141" },
  { "（见 http://un.org/a?b=(c)）", "http://un.org/a?b=(c)=http://un.org/a?b=(c)" },
  { "(www.un.org), https://", "www.un.org=https://www.un.org" },
  { "见https://un.org/zh，第@OP1段", "https://un.org/zh=https://un.org/zh; @OP1=t2:OP1" },
  { "https://un.org/@OP1 stays one", "https://un.org/@OP1=https://un.org/@OP1" },
};

static void
test_from_newer (void)
{
  g_autoptr (AgreedProject) project = sample_project ();

  for (guint i = 0; i < G_N_ELEMENTS (from_newer); i++)
    {
      g_autofree char *shown = follow (project, agreed_project_get_text (project, AGREED_SIDE_NEWER), from_newer[i].body);

      g_assert_cmpstr (shown, ==, from_newer[i].links);
    }
}

/* On its own a label is of the text that the note is on; of a link and the project first of the newer one. */
static void
test_home (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *older = follow (project, agreed_project_get_text (project, AGREED_SIDE_OLDER), "@OP1");
  g_autofree char *neither = follow (project, NULL, "@OP1 @OP2");

  g_assert_cmpstr (older, ==, "@OP1=t1:OP1");
  g_assert_cmpstr (neither, ==, "@OP1=t2:OP1; @OP2=t1:OP2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/note-links/from-newer", test_from_newer);
  g_test_add_func ("/project/note-links/home", test_home);

  return g_test_run ();
}
