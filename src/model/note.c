/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note.h"

#include <glib/gi18n-lib.h>

struct _AgreedNote {
  GObject parent_instance;

  char *body;
  AgreedNoteStatus status;
  char *proposer;
  gsize passage_start;
  gsize passage_length; /* 0 where the note is on no passage */
};

G_DEFINE_FINAL_TYPE (AgreedNote, agreed_note, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AgreedNoteStatus, agreed_note_status,
                    G_DEFINE_ENUM_VALUE (AGREED_NOTE_NO_STATUS, "none"),
                    G_DEFINE_ENUM_VALUE (AGREED_NOTE_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (AGREED_NOTE_AD_REFERENDUM, "ad-referendum"),
                    G_DEFINE_ENUM_VALUE (AGREED_NOTE_BRACKETED, "bracketed"),
                    G_DEFINE_ENUM_VALUE (AGREED_NOTE_RESERVED, "reserved"))

const char *
agreed_note_status_to_string (AgreedNoteStatus status)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (AGREED_TYPE_NOTE_STATUS);

  g_return_val_if_fail (status < AGREED_N_NOTE_STATUSES, NULL);

  return g_enum_get_value (words, status)->value_nick;
}

gboolean
agreed_note_status_from_string (const char       *word,
                                AgreedNoteStatus *status)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (AGREED_TYPE_NOTE_STATUS);
  const GEnumValue *value = g_enum_get_value_by_nick (words, word);

  if (value == NULL)
    return FALSE;
  *status = value->value;
  return TRUE;
}

const char *
agreed_note_status_get_words (AgreedNoteStatus status)
{
  switch (status)
    {
    case AGREED_NOTE_AGREED:
      return C_ ("status of a paragraph", "Agreed");
    case AGREED_NOTE_AD_REFERENDUM:
      return C_ ("status of a paragraph", "Agreed ad referendum");
    case AGREED_NOTE_BRACKETED:
      return C_ ("status of a paragraph", "Bracketed");
    case AGREED_NOTE_RESERVED:
      return C_ ("status of a paragraph", "Reserved");
    case AGREED_NOTE_NO_STATUS:
    default:
      return C_ ("status of a paragraph", "No status");
    }
}

static void
agreed_note_finalize (GObject *object)
{
  AgreedNote *self = AGREED_NOTE (object);

  g_free (self->body);
  g_free (self->proposer);

  G_OBJECT_CLASS (agreed_note_parent_class)->finalize (object);
}

static void
agreed_note_class_init (AgreedNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = agreed_note_finalize;
}

static void
agreed_note_init (AgreedNote *self)
{
}

AgreedNote *
agreed_note_new (const char       *body,
                 AgreedNoteStatus  status,
                 const char       *proposer)
{
  AgreedNote *self;

  g_return_val_if_fail (status < AGREED_N_NOTE_STATUSES, NULL);

  self = g_object_new (AGREED_TYPE_NOTE, NULL);
  self->body = g_strdup (body != NULL ? body : "");
  self->status = status;
  self->proposer = g_strdup (proposer != NULL ? proposer : "");

  return self;
}

const char *
agreed_note_get_body (AgreedNote *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), NULL);

  return self->body;
}

AgreedNoteStatus
agreed_note_get_status (AgreedNote *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), AGREED_NOTE_NO_STATUS);

  return self->status;
}

const char *
agreed_note_get_proposer (AgreedNote *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), NULL);

  return self->proposer;
}

void
agreed_note_set_passage (AgreedNote *self,
                         gsize       start,
                         gsize       length)
{
  g_return_if_fail (AGREED_IS_NOTE (self));
  g_return_if_fail (length > 0);

  self->passage_start = start;
  self->passage_length = length;
}

gboolean
agreed_note_get_passage (AgreedNote *self,
                         gsize      *start,
                         gsize      *length)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), FALSE);

  *start = self->passage_start;
  *length = self->passage_length;
  return self->passage_length > 0;
}

gboolean
agreed_note_is_empty (AgreedNote *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), TRUE);

  return *self->body == '\0' && self->status == AGREED_NOTE_NO_STATUS && *self->proposer == '\0';
}

gboolean
agreed_note_equal (AgreedNote *self,
                   AgreedNote *other)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), FALSE);
  g_return_val_if_fail (AGREED_IS_NOTE (other), FALSE);

  return self->status == other->status && g_str_equal (self->proposer, other->proposer)
         && g_str_equal (self->body, other->body) && self->passage_start == other->passage_start
         && self->passage_length == other->passage_length;
}

char *
agreed_note_describe_position (AgreedNote *self)
{
  const char *status;

  g_return_val_if_fail (AGREED_IS_NOTE (self), NULL);

  status = agreed_note_status_get_words (self->status);
  if (self->status == AGREED_NOTE_NO_STATUS && *self->proposer == '\0')
    return NULL;
  if (self->status == AGREED_NOTE_NO_STATUS)
    /* Translators: %s is whoever proposed a paragraph or a passage: "EU" */
    return g_strdup_printf (_ ("Proposed by %s"), self->proposer);
  if (*self->proposer == '\0')
    return g_strdup (status);
  /* Translators: the status of a paragraph and who proposed it: "Bracketed · EU" */
  return g_strdup_printf (_ ("%s · %s"), status, self->proposer);
}
