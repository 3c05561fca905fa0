/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two thousand random edits, undos, redos, saves and loads, each held against a model so plain that it cannot be wrong:
 * arrays, and a copy of all of them for each step. A seed that fails is told; run it again with --seed. */
#include "project-sample.h"

#include <glib/gstdio.h>

#define N_ROUNDS 2000
#define N_TEXTS 3
#define N_PARAGRAPHS 7
#define N_TOPICS 3

static const char *const topic_ids[N_TOPICS] = { "igf", "broadband", "gender" };
static const guint text_of[N_PARAGRAPHS] = { 0, 0, 0, 1, 1, 2, 2 };
static const guint place_in_text[N_PARAGRAPHS] = { 0, 1, 2, 0, 1, 0, 1 };

/* What is decided: 0 is nothing. */
typedef struct {
  guint serial;
  AgreedTagState tags[N_PARAGRAPHS][N_TOPICS]; /* AGREED_TAG_SUGGESTED is nothing */
  guint notes[N_PARAGRAPHS];
  guint links[N_PARAGRAPHS][N_PARAGRAPHS]; /* 1 taken away, 2 linked; the lower number first */
} State;

typedef struct {
  AgreedProject *project;
  GArray *states; /* State: the first, then one for each step, those taken back included */
  guint now;      /* which of them it is */
  guint n_serials;
  int pair[AGREED_N_SIDES]; /* texts, -1 for none */
  guint saved_serial;
  int saved_pair[AGREED_N_SIDES];
  gboolean suggested[N_PARAGRAPHS][N_TOPICS];
  char *path;
} Model;

static State *
get_state (Model *model)
{
  return &g_array_index (model->states, State, model->now);
}

static AgreedText *
get_text (Model *model,
          guint  text)
{
  return text < 2 ? sample_get_text (model->project, 0, text) : sample_get_text (model->project, 1, 0);
}

static AgreedParagraph *
get_paragraph (Model *model,
               guint  paragraph)
{
  return agreed_text_get_paragraph (get_text (model, text_of[paragraph]), place_in_text[paragraph]);
}

/* A step is the state before it with something changed; what was taken back is forgotten. */
static void
push_state (Model       *model,
            const State *state)
{
  State next = *state;

  next.serial = ++model->n_serials;
  g_array_set_size (model->states, model->now + 1);
  g_array_append_val (model->states, next);
  model->now++;
}

static void
edit_tag (Model *model)
{
  guint p = g_random_int_range (0, N_PARAGRAPHS);
  guint t = g_random_int_range (0, N_TOPICS);
  AgreedTagState wanted = g_random_int_range (0, 4);
  AgreedTagState settled = wanted;
  State state = *get_state (model);
  AgreedTopic *topic = sample_get_topic (model->project, topic_ids[t]);

  if (wanted == AGREED_TAG_ACCEPTED || wanted == AGREED_TAG_ADDED)
    settled = model->suggested[p][t] ? AGREED_TAG_ACCEPTED : AGREED_TAG_ADDED;
  if (wanted == AGREED_TAG_DISMISSED && !model->suggested[p][t])
    settled = AGREED_TAG_SUGGESTED;

  if (wanted == AGREED_TAG_SUGGESTED && g_random_boolean ())
    agreed_project_clear_tag (model->project, get_paragraph (model, p), topic);
  else
    agreed_project_set_tag (model->project, get_paragraph (model, p), topic, wanted);

  if (state.tags[p][t] == settled)
    return;
  state.tags[p][t] = settled;
  push_state (model, &state);
}

static char *
note_body (guint note)
{
  return note > 0 ? g_strdup_printf ("note %u 備註\n", note) : NULL;
}

static void
edit_note (Model *model)
{
  guint p = g_random_int_range (0, N_PARAGRAPHS);
  guint note = g_random_int_range (0, 4);
  g_autofree char *body = note_body (note);
  State state = *get_state (model);

  agreed_project_set_note (model->project, get_paragraph (model, p), body);
  if (state.notes[p] == note)
    return;
  state.notes[p] = note;
  push_state (model, &state);
}

static AgreedLink *
find_link (Model *model,
           guint  older,
           guint  newer)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (model->project));

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      if (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER) == get_paragraph (model, older) &&
          agreed_link_get_paragraph (link, AGREED_SIDE_NEWER) == get_paragraph (model, newer))
        return link;
    }

  return NULL;
}

/* Whether the two are in the texts compared, and not the second of a label, which no link can name. */
static gboolean
can_link (Model *model,
          guint  older,
          guint  newer)
{
  return older < N_PARAGRAPHS - 1 && newer < N_PARAGRAPHS - 1 &&
         (int) text_of[older] == model->pair[AGREED_SIDE_OLDER] &&
         (int) text_of[newer] == model->pair[AGREED_SIDE_NEWER];
}

static void
edit_link (Model *model)
{
  guint older = g_random_int_range (0, N_PARAGRAPHS);
  guint newer = g_random_int_range (0, N_PARAGRAPHS);
  gboolean linked = g_random_boolean ();
  State state = *get_state (model);
  guint *decided = &state.links[MIN (older, newer)][MAX (older, newer)];

  if (!can_link (model, older, newer))
    return;
  if (*decided == 0 && !linked && find_link (model, older, newer) == NULL)
    {
      agreed_project_set_linked (model->project, get_paragraph (model, older), get_paragraph (model, newer), FALSE);
      return;
    }

  agreed_project_set_linked (model->project, get_paragraph (model, older), get_paragraph (model, newer), linked);
  if (*decided == (linked ? 2 : 1))
    return;
  *decided = linked ? 2 : 1;
  push_state (model, &state);
}

static void
choose_text (Model *model)
{
  AgreedSide side = g_random_int_range (0, AGREED_N_SIDES);
  int text = g_random_int_range (-1, N_TEXTS);

  if (text >= 0 && text == model->pair[1 - side])
    return;
  agreed_project_set_text (model->project, side, text >= 0 ? get_text (model, text) : NULL);
  model->pair[side] = text;
}

static void
go_back (Model *model)
{
  for (guint n = g_random_int_range (1, 6); n > 0; n--)
    {
      agreed_project_undo (model->project);
      model->now -= model->now > 0;
    }
}

static void
go_ahead (Model *model)
{
  for (guint n = g_random_int_range (1, 6); n > 0; n--)
    {
      agreed_project_redo (model->project);
      model->now += model->now + 1 < model->states->len;
    }
}

static void
save (Model *model)
{
  g_autoptr (GFile) file = g_file_new_for_path (model->path);
  g_autoptr (GError) error = NULL;

  agreed_store_save (model->project, file, NULL, &error);
  g_assert_no_error (error);
  model->saved_serial = get_state (model)->serial;
  memcpy (model->saved_pair, model->pair, sizeof model->pair);
}

/* Saves, opens what was saved, and goes on with that. */
static void
open_again (Model *model)
{
  g_autoptr (GFile) file = g_file_new_for_path (model->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;
  State state = *get_state (model);

  save (model);
  saved = sample_to_string (model->project);
  g_object_unref (model->project);
  model->project = agreed_store_load (file, NULL, &error);
  g_assert_no_error (error);
  again = sample_to_string (model->project);
  g_assert_cmpstr (saved, ==, again);

  g_array_set_size (model->states, 0);
  g_array_append_val (model->states, state);
  model->now = 0;
}

static void
check_paragraph (Model *model,
                 guint  p)
{
  const State *state = get_state (model);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *shown = sample_show_tags (get_paragraph (model, p));
  g_autofree char *body = note_body (state->notes[p]);

  for (guint t = 0; t < N_TOPICS; t++)
    if (model->suggested[p][t] || state->tags[p][t] != AGREED_TAG_SUGGESTED)
      g_string_append_printf (expected, "%s%s %s", expected->len > 0 ? ", " : "", topic_ids[t],
                              agreed_tag_state_to_string (state->tags[p][t]));

  g_assert_cmpstr (shown, ==, expected->str);
  g_assert_cmpstr (agreed_project_get_note (model->project, get_paragraph (model, p)), ==, body);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (get_paragraph (model, p)))), ==,
                    state->notes[p] > 0);
}

static void
check_links (Model *model)
{
  const State *state = get_state (model);

  for (guint older = 0; older < N_PARAGRAPHS; older++)
    for (guint newer = 0; newer < N_PARAGRAPHS; newer++)
      {
        guint decided = state->links[MIN (older, newer)][MAX (older, newer)];
        AgreedLink *link;

        if (!can_link (model, older, newer) || decided == 0)
          continue;
        link = find_link (model, older, newer);
        g_assert_true ((link != NULL) == (decided == 2));
        g_assert_true (link == NULL || agreed_link_get_origin (link) == AGREED_LINK_BY_HAND);
      }
}

static void
check (Model *model)
{
  gboolean modified = get_state (model)->serial != model->saved_serial ||
                      memcmp (model->pair, model->saved_pair, sizeof model->pair) != 0;

  for (guint p = 0; p < N_PARAGRAPHS; p++)
    check_paragraph (model, p);
  check_links (model);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_assert_true (agreed_project_get_text (model->project, side) ==
                   (model->pair[side] >= 0 ? get_text (model, model->pair[side]) : NULL));
  g_assert_cmpint (agreed_project_get_modified (model->project), ==, modified);
  g_assert_cmpint (agreed_project_get_can_undo (model->project), ==, model->now > 0);
  g_assert_cmpint (agreed_project_get_can_redo (model->project), ==, model->now + 1 < model->states->len);
}

static void
set_up (Model *model)
{
  State nothing = { 0 };

  model->states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_append_val (model->states, nothing);
  model->project = sample_project ();
  model->pair[AGREED_SIDE_NEWER] = 1;
  for (guint p = 0; p < N_PARAGRAPHS; p++)
    for (guint t = 0; t < N_TOPICS; t++)
      {
        g_autofree char *shown = sample_show_tags (get_paragraph (model, p));

        model->suggested[p][t] = strstr (shown, topic_ids[t]) != NULL;
      }
  g_assert_true (model->suggested[0][0] && model->suggested[1][1] && model->suggested[5][1]);
  g_assert_false (model->suggested[2][0]);
}

static void
test_random (void)
{
  /* Tags, notes and links most often; a load forgets what could be undone, so it comes seldom. */
  static void (*const actions[]) (Model *) = {
    edit_tag, edit_tag, edit_tag, edit_note, edit_note, edit_link, edit_link, edit_link, edit_link, choose_text,
    go_back, go_back, go_ahead, save,
  };
  g_autofree char *folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);
  Model model = { .path = g_build_filename (folder, "random.agreed", NULL) };

  set_up (&model);
  save (&model);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      if (i % 50 == 49)
        open_again (&model);
      else
        actions[g_random_int_range (0, G_N_ELEMENTS (actions))](&model);
      check (&model);
    }
  open_again (&model);
  check (&model);

  g_object_unref (model.project);
  g_array_unref (model.states);
  g_assert_cmpint (g_unlink (model.path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (model.path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_random_set_seed (g_test_rand_int ());

  g_test_add_func ("/project/random", test_random);

  return g_test_run ();
}
