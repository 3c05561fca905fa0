/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Edits of a set of topics in the form that topic-reader.h describes. Each changes @set, which has to be the caller's own
 * (agreed_topic_set_to_json() gives one) and readable, and leaves members alone that this version does not know. Where a
 * topic is not there, nothing happens. */

/* A topic at the end of the set. Returns: (transfer full): its id, made of @name where that has Latin letters */
char *agreed_topic_edit_add             (JsonNode   *set,
                                         const char *language,
                                         const char *name);
void  agreed_topic_edit_remove          (JsonNode   *set,
                                         const char *id);
/* @words: NULL or "" takes them away, though a topic keeps its last name */
void  agreed_topic_edit_set_name        (JsonNode   *set,
                                         const char *id,
                                         const char *language,
                                         const char *words);
void  agreed_topic_edit_set_description (JsonNode   *set,
                                         const char *id,
                                         const char *language,
                                         const char *words);
void  agreed_topic_edit_set_color       (JsonNode   *set,
                                         const char *id,
                                         guint       color);
/* @group: NULL or "" for none */
void  agreed_topic_edit_set_group       (JsonNode   *set,
                                         const char *id,
                                         const char *group);
/* @position: where it stands afterwards, from 0; beyond the end is the end */
void  agreed_topic_edit_move            (JsonNode   *set,
                                         const char *id,
                                         guint       position);
/* @into gets the terms of @from that it does not have, and @from goes. */
void  agreed_topic_edit_merge           (JsonNode   *set,
                                         const char *from,
                                         const char *into);
/* @terms: as in the form: words, or objects of a term and its conditions; (transfer none) */
void  agreed_topic_edit_set_terms       (JsonNode   *set,
                                         const char *id,
                                         const char *language,
                                         JsonArray  *terms);
/* Returns: (transfer full): a copy, empty where there are none */
JsonArray *agreed_topic_edit_get_terms  (JsonNode   *set,
                                         const char *id,
                                         const char *language);

G_END_DECLS
