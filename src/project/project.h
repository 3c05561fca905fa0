/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"
#include "document.h"
#include "topic-set.h"

G_BEGIN_DECLS

/* What a delegate works on: documents, which two of their texts are compared, and what the delegate decided and wrote.
 *
 * Properties: "older" and "newer" (AgreedText), "earliest" (AgreedText: a third one that is read beside them, or NULL),
 * "comparison" (AgreedComparison, NULL until both texts are there, another object after every change that touches it),
 * "before" (likewise, of the earliest text and the older one), "modified", "can-undo", "can-redo", "undo-name", "redo-name".
 * The signal "changed" comes after every edit, save and choice of texts.
 * Tags and notes are in the lists of the paragraphs and of the comparison's links, which the project keeps up to date; how
 * notes are written is in project-notes.h. */
#define AGREED_TYPE_PROJECT (agreed_project_get_type ())
G_DECLARE_FINAL_TYPE (AgreedProject, agreed_project, AGREED, PROJECT, GObject)

AgreedProject *agreed_project_new (void);

/* List of AgreedDocument; (transfer none). */
GListModel     *agreed_project_get_documents (AgreedProject  *self);
AgreedTopicSet *agreed_project_get_topics    (AgreedProject  *self);

/* Adds the document, gives its texts their ids, and suggests topics in them. The same file twice is kept once: the
 * document that is then in the project is returned. (transfer none) */
AgreedDocument *agreed_project_add_document (AgreedProject  *self,
                                             AgreedDocument *document);

/* Takes the document out, with all that was decided and written about its texts, in one step of undo. Where one of them was
 * compared, another text of the project takes its place, if there is one. */
void            agreed_project_remove_document (AgreedProject  *self,
                                                AgreedDocument *document);

/* How much was decided and written about its texts. */
void            agreed_project_count_about     (AgreedProject  *self,
                                                AgreedDocument *document,
                                                guint          *n_tags,
                                                guint          *n_notes,
                                                guint          *n_links);

/* @after, read from the same file or from another one, takes the place of @before, in one step of undo. What was decided and
 * written about paragraphs that are still there goes over to them; the rest stays, see unplaced.h.
 * Returns: how many of the latter */
guint           agreed_project_read_anew       (AgreedProject  *self,
                                                AgreedDocument *before,
                                                AgreedDocument *after);

/* The texts compared, and the earliest; NULL where a side is empty. (transfer none) (nullable) */
AgreedText       *agreed_project_get_text       (AgreedProject *self,
                                                 AgreedSide     side);
void              agreed_project_set_text       (AgreedProject *self,
                                                 AgreedSide     side,
                                                 AgreedText    *text);
AgreedDocument   *agreed_project_get_document   (AgreedProject *self,
                                                 AgreedText    *text);
AgreedComparison *agreed_project_get_comparison (AgreedProject *self);
AgreedComparison *agreed_project_get_before     (AgreedProject *self);

/* Edits. Each is one step of undo, and none where nothing would change. */

/* Accept, turn away, add. A suggestion that is not there cannot be accepted: it is added. */
void agreed_project_set_tag    (AgreedProject   *self,
                                AgreedParagraph *paragraph,
                                AgreedTopic     *topic,
                                AgreedTagState   state);
/* Puts the topic on words of the paragraph, or takes it off them; @start, @length: bytes of its wording. The paragraph then
 * has the topic: accepted where it is suggested, else added, whatever was decided about the whole of it. */
void agreed_project_set_passage_tag (AgreedProject   *self,
                                     AgreedParagraph *paragraph,
                                     gsize            start,
                                     gsize            length,
                                     AgreedTopic     *topic,
                                     gboolean         tagged);
/* Takes back what was decided: an added tag goes, an accepted or dismissed one is a suggestion again. The topic is then on
 * no passage either, as it is when it is turned away. */
void agreed_project_clear_tag  (AgreedProject   *self,
                                AgreedParagraph *paragraph,
                                AgreedTopic     *topic);
/* Accepts or turns away, in one step, every suggestion that nobody decided on: of @topic (NULL: of any), in @text (NULL:
 * in both texts compared). Returns: how many */
guint agreed_project_decide_all (AgreedProject  *self,
                                 AgreedTopic    *topic,
                                 AgreedText     *text,
                                 AgreedTagState  state);

/* The project's topics become @set, in the form of topic-reader.h, and suggestions follow. The AgreedTopicSet stays the
 * same object, and so do the topics whose ids stay. @name: a static string, what the step is called, marked with N_();
 * @merge: steps of one name and one number that follow each other are one, 0 is on its own.
 * Returns: FALSE with @error of AGREED_TOPICS_ERROR where the set cannot be read, and nothing is changed */
gboolean agreed_project_set_topics     (AgreedProject  *self,
                                        JsonNode       *set,
                                        const char     *name,
                                        guint           merge,
                                        GError        **error);
/* Its tags go with it. */
void     agreed_project_remove_topic   (AgreedProject  *self,
                                        AgreedTopic    *topic);
/* The terms and the tags of @from become those of @into, and @from goes. */
void     agreed_project_merge_topics   (AgreedProject  *self,
                                        AgreedTopic    *from,
                                        AgreedTopic    *into);
/* The delivered topics take the place of the project's own. */
void     agreed_project_restore_topics (AgreedProject  *self);

/* Links, or takes away the link of, two paragraphs of the texts compared. */
void agreed_project_set_linked (AgreedProject   *self,
                                AgreedParagraph *older,
                                AgreedParagraph *newer,
                                gboolean         linked);

/* The tags of a paragraph are right whenever they are asked for; this finds those of all texts beforehand, a few at a time
 * when the thread's main loop has nothing else to do. To be called where that loop runs. */
void agreed_project_suggest_in_idle (AgreedProject *self);

gboolean    agreed_project_get_can_undo  (AgreedProject *self);
gboolean    agreed_project_get_can_redo  (AgreedProject *self);
/* What the step is called, "Accept tag"; NULL where there is none. Translated. */
const char *agreed_project_get_undo_name (AgreedProject *self);
const char *agreed_project_get_redo_name (AgreedProject *self);
void        agreed_project_undo          (AgreedProject *self);
void        agreed_project_redo          (AgreedProject *self);

/* Whether there is something that a save would keep and the file has not. */
gboolean agreed_project_get_modified (AgreedProject *self);
/* Whether closing would lose work. That is less: two files that were merely opened are modified and no work. */
gboolean agreed_project_get_unsaved  (AgreedProject *self);
/* What is in the project is in no file of the user's: it was found after a crash, or is a version of long ago. */
void     agreed_project_mark_unsaved (AgreedProject *self);
/* It goes on as one that is in no file. */
void     agreed_project_forget_file (AgreedProject *self);
/* Where it was last read from or saved to. (transfer none) (nullable) */
GFile   *agreed_project_get_file     (AgreedProject *self);

G_END_DECLS
