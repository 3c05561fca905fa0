/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"
#include "text.h"

G_BEGIN_DECLS

/**
 * AgreedDecision:
 * @older: label of a paragraph of the older text
 * @newer: label of a paragraph of the newer text
 * @linked: whether a person linked the two, or took their link away
 */
typedef struct {
  char *older;
  char *newer;
  gboolean linked;
} AgreedDecision;

AgreedDecision *agreed_decision_new  (const char     *older,
                                      const char     *newer,
                                      gboolean        linked);
void            agreed_decision_free (AgreedDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedDecision, agreed_decision_free)

/* How many rows of each kind there are. A row counts once under its change, and beside that as moved, split, merged. */
typedef struct {
  guint unchanged;
  guint reworded;
  guint added;
  guint removed;
  guint moved;
  guint split;
  guint merged;
} AgreedSummary;

/* Two texts held against each other: a list of AgreedRow in the order of the newer text, rows without a newer paragraph
 * after the row that stood before them in the older text. Never changes once made. */
#define AGREED_TYPE_COMPARISON (agreed_comparison_get_type ())
G_DECLARE_FINAL_TYPE (AgreedComparison, agreed_comparison, AGREED, COMPARISON, GObject)

/* @decisions: (nullable): array of AgreedDecision; those whose labels are not in the texts are passed over. May run in
 * any thread, on texts that nobody changes meanwhile. Returns: (transfer full) */
AgreedComparison *agreed_comparison_new (AgreedText *older,
                                         AgreedText *newer,
                                         GPtrArray  *decisions);

/* The same two texts under other decisions: equal to what agreed_comparison_new() gives, in a fraction of the time, as
 * what the decisions do not touch is taken from @self, rows and links themselves included. The texts must be as they
 * were. Returns: (transfer full) */
AgreedComparison *agreed_comparison_decide (AgreedComparison *self,
                                            GPtrArray        *decisions);

/* (transfer none) */
AgreedText          *agreed_comparison_get_text    (AgreedComparison *self,
                                                    AgreedSide        side);
/* (transfer none): array of AgreedLink in the order of the newer text, then of the older */
GPtrArray           *agreed_comparison_get_links   (AgreedComparison *self);
const AgreedSummary *agreed_comparison_get_summary (AgreedComparison *self);

G_END_DECLS
