/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AgreedWordingSet:
 *
 * What the reader of structure knows of one official language: the words by which a resolution, its paragraphs and the
 * furniture around them are recognised. Each member is a list of phrases in lower case, parted by "|"; none begins or
 * ends with "|". This is data: wording.c holds one set a language and nothing in the code knows a phrase of its own.
 *
 * @code: the language, as AgreedText has it
 * @organs: the subject of a resolution's sentence, "the general assembly", without the comma after it
 * @preambular: heads of the openings of preambular paragraphs, "recalling"
 * @operative: heads of the openings of operative paragraphs, "decides"
 * @before: adverbs that may stand before a head, "deeply"
 * @after: words after a head that belong to the opening, "also", "with appreciation", "of"
 * @adopted: a committee's report says with one of these that it adopted a draft
 * @annexes: a line that begins with one of these ends a text
 * @meetings: a line of the place and time of adoption holds one of these, "plenary meeting"
 * @notes: how footnotes begin, "see"
 * @furniture: lines that only the printing of the document explains
 * @months: twelve names, in order; a second set of twelve may follow
 * @drafts: "draft resolution": what the heads of drafts in a report begin with
 * @counted: words before a number that is a quantity or a reference, "paragraph"
 * @measured: words behind one, beside the months, 年
 */
typedef struct {
  const char *code;
  const char *organs;
  const char *preambular;
  const char *operative;
  const char *before;
  const char *after;
  const char *adopted;
  const char *annexes;
  const char *meetings;
  const char *notes;
  const char *furniture;
  const char *months;
  const char *drafts;
  const char *counted;
  const char *measured;
} AgreedWordingSet;

/* The set of a language, English where there is none. Never NULL. */
const AgreedWordingSet *agreed_wording_get (const char *language);

/* Bytes at the start of @text that are @phrase, 0 where it does not start so. Letter case, kinds of white space and of
 * apostrophe, Arabic vowel signs and "ё" do not count. Where the phrase ends in a letter of a script that parts words,
 * no letter may follow. */
gsize agreed_wording_match (const char *text,
                            const char *phrase,
                            gsize       phrase_length);

/* The same with a list of phrases; the longest that matches counts. @index: which it was; may be NULL. */
gsize agreed_wording_match_any (const char *text,
                                const char *phrases,
                                guint      *index);

/* Where in @text one of @phrases stands at the start of a word; -1 where none does. @length: of what was found. */
gssize agreed_wording_find (const char *text,
                            const char *phrases,
                            gsize      *length);

G_END_DECLS
