/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "history.h"
#include "project-notes.h"
#include "stamp.h"

G_BEGIN_DECLS

/* A state that no history is ever in: what is in the project was never in its file. */
#define AGREED_NEVER_SAVED G_MAXUINT64

/* What the project knows of each paragraph in it. */
typedef struct {
  AgreedPlace place;
  AgreedText *text;
  AgreedParagraph *paragraph;
  guint text_position;      /* among the texts of all documents */
  guint paragraph_position; /* in its text */
  GPtrArray *suggested;     /* AgreedTag, as the topics' terms find them now; NULL until agreed_project_suggest() */
  gboolean due;             /* the paragraph shows what was, until somebody asks for its tags */
  gboolean queued;          /* it is among the project's queue */
  guint n_tags;             /* how many tag records there are for it, those on passages among them */
  GPtrArray *passages;      /* AgreedRecord: the tags on passages of it; or NULL */
  GPtrArray *notes;         /* AgreedRecord, of the notes on it and on its passages; or NULL */
} AgreedSpot;

/* The two comparisons among the texts that are chosen. */
typedef enum {
  AGREED_HELD_PAIR,   /* the older against the newer */
  AGREED_HELD_BEFORE, /* the earliest against the older */
  AGREED_N_HELD,
} AgreedHeldPair;

typedef struct {
  AgreedComparison *comparison; /* NULL until somebody asks */
  AgreedComparison *dropped;    /* the one before, from which the next is made where the texts are the same; or NULL */
} AgreedHeld;

struct _AgreedProject {
  GObject parent_instance;

  GListStore *documents;
  AgreedTopicSet *topics;
  AgreedRecord *topics_record; /* what the set says, or NULL where nobody asked yet */
  GHashTable *texts;    /* id → AgreedText */
  GHashTable *gone;     /* id → AgreedText: those that were taken out, of which records may still speak */
  GHashTable *spots;    /* AgreedParagraph → AgreedSpot */
  GHashTable *by_place; /* AgreedPlace → the same AgreedSpot */
  GPtrArray *queue;     /* AgreedSpot that were due when they got here, for idle moments */
  guint idle;           /* the source that takes them from there, or 0 */
  AgreedText *chosen[AGREED_N_TEXTS]; /* by side; or NULL */
  AgreedHeld held[AGREED_N_HELD];

  GHashTable *records; /* AgreedRecord, by key: all that a person decided and wrote */
  AgreedHistory *history;

  /* What the file has: the project is modified where it differs. The texts are for comparing pointers only. */
  guint64 saved_state;
  guint saved_n_documents;
  AgreedText *saved_chosen[AGREED_N_TEXTS];
  guint64 n_changes; /* grows whenever the project changes in any way */
  gpointer recovery; /* AgreedRecovery, where its unsaved work is kept; or NULL */
  GFile *file; /* where the project was last read from or saved to, or NULL */
  AgreedStamp stamp; /* what that file then was */
};

/* What the properties about undo and saving are; taken before a change and told apart after it. */
typedef struct {
  gboolean modified;
  const char *undo_name;
  const char *redo_name;
} AgreedStatus;

AgreedStatus agreed_project_get_status     (AgreedProject      *self);
void         agreed_project_notify_status  (AgreedProject      *self,
                                            const AgreedStatus *before);

/* project-comparison.c */

/* A link between these became another: the comparison of the two, if there is one, is made anew when it is next asked for.
 * Either may be NULL. */
void         agreed_project_drop_comparison   (AgreedProject   *self,
                                               AgreedText      *one,
                                               AgreedText      *other);
/* Compares other texts, by side, any may be NULL: of a step of undo, which itself tells that the project changed. */
void         agreed_project_put_chosen        (AgreedProject   *self,
                                               AgreedText *const *chosen);
/* For dispose. */
void         agreed_project_clear_comparisons (AgreedProject   *self);

/* project-edits.c */

/* Makes one step of undo of @changes, an array of AgreedTurn, and none where it is empty. @merge: as for
 * agreed_history_push_merging(), or 0. */
void       agreed_project_edit         (AgreedProject *self,
                                        const char    *name,
                                        GArray        *changes,
                                        guint          merge);
/* Adds what it takes to bring the tag of a topic on a paragraph into @state, AGREED_TAG_SUGGESTED being no decision;
 * nothing where it is in it. */
void       agreed_project_plan_tag     (AgreedProject  *self,
                                        AgreedSpot     *spot,
                                        AgreedTopic    *topic,
                                        AgreedTagState  state,
                                        GArray         *changes);

/* project-passages.c */

/* Keeps the spot's passages right: @n_more is 1 for a tag that is new, -1 for one that went; other tags change nothing. */
void       agreed_project_count_passage    (AgreedSpot   *spot,
                                            AgreedRecord *record,
                                            int           n_more);
/* Where the passages tagged with the topic are now, in their order, without those whose words are not there; of a spot that
 * has some.
 * Returns: (transfer full): array of AgreedTagPassage */
GArray    *agreed_project_find_passages    (AgreedSpot   *spot,
                                            AgreedTopic  *topic);
/* Adds what it takes for the topic to be on none. */
void       agreed_project_plan_no_passages (AgreedSpot   *spot,
                                            AgreedTopic  *topic,
                                            GArray       *changes);

/* project-documents.c */

/* Puts the document of a record where it stood, or takes it out. */
void       agreed_project_put_document (AgreedProject *self,
                                        AgreedRecord  *before,
                                        AgreedRecord  *after);
/* A text that was taken out, in a file. */
void       agreed_project_add_gone     (AgreedProject *self,
                                        AgreedText    *text);
/* Adds what it takes for @document to stand at @position, or for it to go; and for other texts to be compared. */
void       agreed_project_plan_document (AgreedProject  *self,
                                         AgreedDocument *document,
                                         gboolean        there,
                                         guint           position,
                                         GArray         *changes);
void       agreed_project_plan_chosen   (AgreedProject     *self,
                                         AgreedText *const *chosen,
                                         GArray            *changes);
/* Its position, G_MAXUINT where it is not there. */
guint      agreed_project_find_document (AgreedProject  *self,
                                         AgreedDocument *document);

/* project-topics.c */

/* Makes @record's topics those of the project. */
void       agreed_project_put_topics   (AgreedProject *self,
                                        AgreedRecord  *record);

/* project-records.c */

/* Puts @after in the place of @before, either may be NULL, and shows it in the paragraph or the comparison. */
void       agreed_project_put_record   (AgreedProject *self,
                                        AgreedRecord  *before,
                                        AgreedRecord  *after);
/* The records of one kind in the order of documents, paragraphs and topics, those without a place in them last; the
 * same records are always in the same order. Returns: (transfer full): array of AgreedRecord */
GPtrArray *agreed_project_list_records (AgreedProject    *self,
                                        AgreedRecordKind  kind);
/* (transfer none) (nullable) */
AgreedRecord *agreed_project_find_record (AgreedProject      *self,
                                          const AgreedRecord *key);
/* What the project knows of the paragraph that the place is, or is a passage of; NULL where it is not there. */
AgreedSpot *agreed_project_find_spot   (AgreedProject     *self,
                                        const AgreedPlace *place);
/* The ids of the topics in their order. Returns: (transfer full): array of string */
GPtrArray *agreed_project_list_topics  (AgreedProject *self);
/* Brings the tags that the paragraph shows up to date. */
void       agreed_project_show_tags    (AgreedProject *self,
                                        AgreedSpot    *spot);
/* Makes @list hold @wanted, and touches only what lies between the first and the last item that is another. */
void       agreed_project_replace_items (GListStore *list,
                                         GPtrArray  *wanted,
                                         GEqualFunc  equal);
/* Whether the paragraph is of one of the texts that are shown. */
gboolean   agreed_project_is_compared  (AgreedProject *self,
                                        AgreedSpot    *spot);
/* Whether a record speaks of the text, which may not be there. */
gboolean   agreed_project_mentions     (AgreedProject *self,
                                        const char    *text_id);
/* Counts the records of a text that has come, whose paragraphs know of none yet. */
void       agreed_project_recount      (AgreedProject *self,
                                        AgreedText    *text);
/* For a file with many records: takes them in without showing them, FALSE where there is one of this key; and then
 * shows all. */
gboolean   agreed_project_restore_record (AgreedProject *self,
                                          AgreedRecord  *record);
void       agreed_project_show_records   (AgreedProject *self);

/* project-notes.c */

/* Keeps count of a paragraph's notes; either may be NULL. */
void       agreed_project_count_note    (AgreedSpot    *spot,
                                         AgreedRecord  *before,
                                         AgreedRecord  *after);
void       agreed_project_show_notes    (AgreedProject *self,
                                         AgreedSpot    *spot);
/* Brings the notes of the comparison's links up to date. */
void       agreed_project_show_link_notes (AgreedProject *self);

/* project-suggest.c: what the terms find in a paragraph is looked for when it is needed, as most texts of a large project
 * are not looked at. */

/* What the terms find now. (transfer none): array of AgreedTag */
GPtrArray *agreed_project_suggest      (AgreedProject *self,
                                        AgreedSpot    *spot);
/* The paragraph's tags are no longer right: whoever asks for them next gets them right. */
void       agreed_project_defer_tags   (AgreedProject *self,
                                        AgreedSpot    *spot);
/* The project goes: no paragraph asks it any longer. */
void       agreed_project_forget_spots (AgreedProject *self);

/* For the store. */

AgreedProject *agreed_project_new_with_topics  (AgreedTopicSet *topics);
/* As agreed_project_add_document(), without a look at whether the file is there already; keeps ids that are free. */
void           agreed_project_append_document  (AgreedProject  *self,
                                                AgreedDocument *document);
/* (transfer none) (nullable) */
AgreedText    *agreed_project_find_text        (AgreedProject  *self,
                                                const char     *id);
/* The number of the last step done: the same number is the same decisions. */
guint64        agreed_project_get_state        (AgreedProject  *self);
/* What the file has now. */
void           agreed_project_mark_saved       (AgreedProject     *self,
                                                guint64            state,
                                                guint              n_documents,
                                                AgreedText *const *chosen);
/* @file: (nullable); @stamp: (nullable): copied */
void           agreed_project_set_file         (AgreedProject  *self,
                                                GFile          *file,
                                                AgreedStamp    *stamp);

G_END_DECLS
