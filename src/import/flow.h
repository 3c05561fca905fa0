/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"

G_BEGIN_DECLS

/* Makes blocks of what a format that knows its paragraphs says in reading order: here a paragraph begins, this is its
 * text, these figures are raised, here a footnote is called. White space is tidied, raised figures become marks, and a
 * paragraph that begins with some is the text of a footnote. */
typedef struct _AgreedFlow AgreedFlow;

/* The number that a program would print before a paragraph of these properties, "12." or "(a)"; NULL for none. It is
 * asked once for each paragraph that comes to stand, in order. */
typedef char *(*AgreedFlowLabel) (gconstpointer properties,
                                  gpointer      user_data);

AgreedFlow *agreed_flow_new  (AgreedFlowLabel label,
                              gpointer        user_data);
/* One for the text of a footnote, which is in one line and has no numbers. */
AgreedFlow *agreed_flow_new_running (void);
void        agreed_flow_free (AgreedFlow *self);

/* What is closed from here on stands in a table, in its rows and cells as they are begun, until it ends. A cell may take
 * up several columns. */
void agreed_flow_begin_table (AgreedFlow *self);
void agreed_flow_begin_row   (AgreedFlow *self);
void agreed_flow_begin_cell  (AgreedFlow *self,
                              guint       columns);
void agreed_flow_end_table   (AgreedFlow *self);

/* Begins a paragraph, ending the one before. One that was held goes on instead, or lends its place if it is empty.
 * @properties: for the label; (nullable) */
void agreed_flow_open  (AgreedFlow    *self,
                        gconstpointer  properties,
                        gboolean       heading);
void agreed_flow_close (AgreedFlow    *self);

/* The end of this paragraph is not there in the state of the text that is read: what comes next goes on with it. */
void agreed_flow_hold  (AgreedFlow    *self);

gboolean agreed_flow_is_open  (AgreedFlow *self);
/* Whether the open paragraph has nothing in it yet. */
gboolean agreed_flow_is_blank (AgreedFlow *self);

/* A footnote's marker as it may be printed, "3", "[3]", "*"; digits of any script are given in ASCII.
 * Returns: (transfer full) (nullable): NULL where @text is no marker */
char *agreed_flow_read_marker (const char *text);

/* Prints this number before the open paragraph. */
void agreed_flow_set_label (AgreedFlow *self,
                            const char *label);

/* These three open a paragraph where none is. @length: bytes, or -1 */
void agreed_flow_add_text     (AgreedFlow *self,
                               const char *text,
                               gssize      length,
                               gboolean    raised);
void agreed_flow_add_mark     (AgreedFlow *self,
                               const char *marker);
/* The open paragraph is the text of this footnote. */
void agreed_flow_set_footnote (AgreedFlow *self,
                               const char *marker);

/* A footnote's text, which comes behind the open paragraph. */
void agreed_flow_add_footnote (AgreedFlow *self,
                               const char *marker,
                               const char *wording);

/* Adds text of which it is known who put it in or took it out, and when; what touches is put together. */
void agreed_flow_add_changed (AgreedFlow *self,
                              const char *text,
                              gboolean    raised,
                              gboolean    inserted,
                              const char *author,
                              const char *date);

/* Ends the flow. Returns: (transfer full): array of AgreedBlock; those in tables have a cell */
GPtrArray *agreed_flow_take_blocks  (AgreedFlow *self);

/* Gives a number that stands alone, in a cell of its own or before a line break that became a paragraph's end, to what
 * follows. Not so where it is in a table. */
void       agreed_flow_join_lone_numbers (GPtrArray *blocks);

/* Ends the flow. Returns: (transfer full): all its wording in one line, as a footnote's is */
char      *agreed_flow_take_wording (AgreedFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedFlow, agreed_flow_free)

G_END_DECLS
