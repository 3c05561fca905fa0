/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"
#include "project.h"

G_BEGIN_DECLS

/* A text with what of it other threads may not ask it for. */
typedef struct {
  AgreedText *text;
  GPtrArray *footnotes; /* AgreedFootnote */
  GHashTable *labels;   /* of the paragraphs that are written; NULL where all are */
} AgreedSnapshotText;

typedef struct {
  AgreedDocument *document;
  GArray *texts; /* AgreedSnapshotText */
} AgreedSnapshotDocument;

/**
 * AgreedSnapshot:
 * @state: the project's when it was made
 *
 * All that a save writes, as it is at one moment: made in a few milliseconds however much there is, as it holds nothing but
 * references to what never changes. May be written in another thread while the project goes on being edited.
 */
typedef struct {
  gatomicrefcount refs;
  guint64 state;
  guint64 n_changes; /* the project's, likewise */
  AgreedText *chosen[AGREED_N_TEXTS]; /* (transfer none): for comparing pointers */
  GArray *documents; /* AgreedSnapshotDocument */
  GArray *gone; /* AgreedSnapshotText: those that are no longer there, of which records speak, by their ids */
  char *compared[AGREED_N_TEXTS];
  GPtrArray *records; /* in no order */
  GPtrArray *topic_ids;
  JsonNode *topics; /* NULL where the file need not have them */
  JsonObject *unknown;
  JsonObject *unknown_compared;
} AgreedSnapshot;

/* To be called where the project is edited. Returns: (transfer full) */
AgreedSnapshot *agreed_snapshot_new   (AgreedProject  *project);
AgreedSnapshot *agreed_snapshot_ref   (AgreedSnapshot *self);
void            agreed_snapshot_unref (AgreedSnapshot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedSnapshot, agreed_snapshot_unref)

/* In any thread. The bytes that a save writes. Returns: (transfer full) */
GBytes         *agreed_snapshot_to_bytes (AgreedSnapshot *self);

/* Where the project is edited: the file has what is in the snapshot, which may be less than is in the project by now. */
void            agreed_snapshot_mark_saved (AgreedSnapshot *self,
                                            AgreedProject  *project);

G_END_DECLS
