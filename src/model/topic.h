/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What paragraphs are tagged by. How a topic is found in a text is the business of the topics room. */
#define AGREED_TYPE_TOPIC (agreed_topic_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopic, agreed_topic, AGREED, TOPIC, GObject)

/* @id: lower-case words joined by hyphens, "enhanced-cooperation"; never shown. */
AgreedTopic *agreed_topic_new    (const char  *id);
const char  *agreed_topic_get_id (AgreedTopic *self);

/* Names and descriptions are kept by language ("ar", "en", "es", "fr", "ru", "zh"). Getting one falls back to English,
 * then to any, then (for a name) to the id; @language may carry a region ("zh_CN", "zh-cn") or be NULL for English. */
void        agreed_topic_set_name        (AgreedTopic *self,
                                          const char  *language,
                                          const char  *name);
const char *agreed_topic_get_name        (AgreedTopic *self,
                                          const char  *language);
void        agreed_topic_set_description (AgreedTopic *self,
                                          const char  *language,
                                          const char  *description);
const char *agreed_topic_get_description (AgreedTopic *self,
                                          const char  *language);

/* The name in the language of the user's session. */
const char *agreed_topic_get_display_name (AgreedTopic *self);

/* The topic's address in the UNBIS Thesaurus, or NULL. */
const char *agreed_topic_get_uri (AgreedTopic *self);
void        agreed_topic_set_uri (AgreedTopic *self,
                                  const char  *uri);

/* What topics stand together under, as the user wrote it, or NULL. */
const char *agreed_topic_get_group (AgreedTopic *self);
void        agreed_topic_set_group (AgreedTopic *self,
                                    const char  *group);

/* Makes the topic say what @other says, except for the id: so that what holds the topic need not be told of another. */
void        agreed_topic_assign    (AgreedTopic *self,
                                    AgreedTopic *other);
/* A number that is another whenever the name or the colour is. */
guint       agreed_topic_get_look  (AgreedTopic *self);

/* Which of the palette's colours a chip takes, from 0. */
guint agreed_topic_get_color (AgreedTopic *self);
void  agreed_topic_set_color (AgreedTopic *self,
                              guint        color);

G_END_DECLS
