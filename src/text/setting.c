/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference.h"

#include "character.h"

/* The characters of an equal run, side by side. What was passed over since the last character that is the same on both
 * sides is set another way. */
typedef struct {
  const char *texts[2];
  const char *at[2];    /* the next character */
  const char *ends[2];
  const char *begun[2]; /* what has no run yet */
  gboolean same;        /* … is the same on both sides */
  GArray *runs;
} Walk;

static gunichar
character_at (const Walk *walk,
              guint       side)
{
  return walk->at[side] < walk->ends[side] ? g_utf8_get_char (walk->at[side]) : 0;
}

/* Farther than this nobody looks for what follows white space. */
#define LONGEST_SPACE 8

static gboolean
is_space (gunichar c)
{
  AgreedCharacterClass class = agreed_character_get_class (c);

  return class == AGREED_CHARACTER_SPACE || class == AGREED_CHARACTER_DROPPED;
}

static gboolean
is_of (const Walk *walk,
       guint       side,
       gboolean    punctuation)
{
  gunichar c = character_at (walk, side);

  if (walk->at[side] >= walk->ends[side])
    return FALSE;

  return punctuation ? agreed_character_get_class (c) == AGREED_CHARACTER_PUNCTUATION : is_space (c);
}

static void
add_run (Walk         *walk,
         AgreedRunKind kind)
{
  AgreedRun run = {
    .kind = kind,
    .older_start = walk->begun[0] - walk->texts[0],
    .newer_start = walk->begun[1] - walk->texts[1],
  };

  if (kind != AGREED_RUN_INSERTED)
    {
      run.older_length = walk->at[0] - walk->begun[0];
      walk->begun[0] = walk->at[0];
    }
  if (kind != AGREED_RUN_DELETED)
    {
      run.newer_length = walk->at[1] - walk->begun[1];
      walk->begun[1] = walk->at[1];
    }
  if (run.older_length > 0 || run.newer_length > 0)
    g_array_append_val (walk->runs, run);
}

static void
flush (Walk *walk)
{
  if (walk->same)
    {
      add_run (walk, AGREED_RUN_EQUAL);
      return;
    }
  add_run (walk, AGREED_RUN_DELETED);
  add_run (walk, AGREED_RUN_INSERTED);
}

static void
expect (Walk    *walk,
        gboolean same)
{
  if (walk->same != same)
    flush (walk);
  walk->same = same;
}

static void
step (Walk *walk,
      guint side)
{
  if (walk->at[side] < walk->ends[side])
    walk->at[side] = g_utf8_next_char (walk->at[side]);
}

/* Whether the character after the next of one side is the next of the other: then the next has no counterpart. */
static gboolean
is_extra (const Walk *walk,
          guint       side)
{
  const char *p = g_utf8_next_char (walk->at[side]);

  return p < walk->ends[side] && agreed_character_fold (g_utf8_get_char (p)) == agreed_character_fold (character_at (walk, !side));
}

/* Where the one side has white space, whether the other has punctuation first that does not come behind that space. */
static gboolean
has_more (const Walk *walk,
          guint       side)
{
  const char *p = walk->at[!side];
  guint n = 0;

  if (!is_of (walk, side, TRUE))
    return FALSE;
  for (; p < walk->ends[!side] && n < LONGEST_SPACE && is_space (g_utf8_get_char (p)); n++)
    p = g_utf8_next_char (p);

  return p == walk->ends[!side] || agreed_character_fold (g_utf8_get_char (p)) != agreed_character_fold (character_at (walk, side));
}

static void
pass_difference (Walk *walk)
{
  gboolean punctuation[2] = { is_of (walk, 0, TRUE), is_of (walk, 1, TRUE) };

  expect (walk, FALSE);
  if (agreed_character_fold (character_at (walk, 0)) != agreed_character_fold (character_at (walk, 1)))
    for (guint side = 0; side < 2; side++)
      if (punctuation[side] && (!punctuation[!side] || is_extra (walk, side)))
        {
          step (walk, side);
          return;
        }

  /* The same in another width, another mark in its place, or a letter composed another way. */
  for (guint side = 0; side < 2; side++)
    {
      step (walk, side);
      while (walk->at[side] < walk->ends[side] &&
             agreed_character_get_class (character_at (walk, side)) == AGREED_CHARACTER_MARK)
        step (walk, side);
    }
}

GArray *
agreed_difference_of_setting (const char      *older,
                              const char      *newer,
                              const AgreedRun *run)
{
  Walk walk = { .texts = { older, newer }, .same = TRUE };

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);
  g_return_val_if_fail (run != NULL && run->kind == AGREED_RUN_EQUAL, NULL);

  walk.at[0] = walk.begun[0] = older + run->older_start;
  walk.at[1] = walk.begun[1] = newer + run->newer_start;
  walk.ends[0] = walk.at[0] + run->older_length;
  walk.ends[1] = walk.at[1] + run->newer_length;
  walk.runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));

  while (walk.at[0] < walk.ends[0] || walk.at[1] < walk.ends[1])
    {
      gboolean space[2] = { is_of (&walk, 0, FALSE), is_of (&walk, 1, FALSE) };

      if (space[0] != space[1] && has_more (&walk, space[0]))
        {
          expect (&walk, FALSE);
          step (&walk, space[0]);
        }
      else if (space[0] || space[1])
        {
          expect (&walk, TRUE);
          for (guint side = 0; side < 2; side++)
            if (space[side])
              step (&walk, side);
        }
      else if (character_at (&walk, 0) == character_at (&walk, 1))
        {
          expect (&walk, TRUE);
          step (&walk, 0);
          step (&walk, 1);
        }
      else
        {
          pass_difference (&walk);
        }
    }
  flush (&walk);

  return walk.runs;
}
