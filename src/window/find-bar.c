/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "find-bar.h"

#include <glib/gi18n.h>

enum {
  PROP_OPEN = 1,
  /* The flags, in their order. */
  PROP_REGULAR_EXPRESSIONS,
  PROP_MATCH_CASE,
  PROP_IGNORE_WIDTH,
  PROP_VARIANTS,
  N_PROPS,
};

#define FLAG(prop) (1u << ((prop) - PROP_REGULAR_EXPRESSIONS))

G_STATIC_ASSERT (FLAG (PROP_REGULAR_EXPRESSIONS) == AGREED_SEARCH_REGEX);
G_STATIC_ASSERT (FLAG (PROP_MATCH_CASE) == AGREED_SEARCH_MATCH_CASE);
G_STATIC_ASSERT (FLAG (PROP_IGNORE_WIDTH) == AGREED_SEARCH_IGNORE_WIDTH);
G_STATIC_ASSERT (FLAG (PROP_VARIANTS) == AGREED_SEARCH_VARIANTS);

enum {
  CHANGED,
  NEXT,
  PREVIOUS,
  N_SIGNALS,
};

struct _AgreedFindBar {
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkLabel *problem;

  AgreedSearchFlags flags;
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AgreedFindBar, agreed_find_bar, ADW_TYPE_BIN)

static void
query_changed (AgreedFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
go_next (AgreedFindBar *self)
{
  g_signal_emit (self, signals[NEXT], 0);
}

static void
go_previous (AgreedFindBar *self)
{
  g_signal_emit (self, signals[PREVIOUS], 0);
}

static void
mode_changed (AgreedFindBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  query_changed (self);
}

static gboolean
key_pressed (AgreedFindBar   *self,
             guint            key,
             guint            code,
             GdkModifierType  modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (modifiers & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  go_previous (self);
  return GDK_EVENT_STOP;
}

static void
set_flag (AgreedFindBar *self,
          guint          prop,
          gboolean       value)
{
  AgreedSearchFlags flags = value ? self->flags | FLAG (prop) : self->flags & ~FLAG (prop);

  if (flags == self->flags)
    return;
  self->flags = flags;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  query_changed (self);
}

static void
agreed_find_bar_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AgreedFindBar *self = AGREED_FIND_BAR (object);

  if (prop_id == PROP_OPEN)
    g_value_set_boolean (value, agreed_find_bar_get_open (self));
  else if (prop_id < N_PROPS)
    g_value_set_boolean (value, (self->flags & FLAG (prop_id)) != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
agreed_find_bar_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AgreedFindBar *self = AGREED_FIND_BAR (object);

  if (prop_id == PROP_OPEN)
    gtk_search_bar_set_search_mode (self->bar, g_value_get_boolean (value));
  else if (prop_id < N_PROPS)
    set_flag (self, prop_id, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
agreed_find_bar_dispose (GObject *object)
{
  /* Disposing of a template takes named children away from under AdwBin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_FIND_BAR);
  G_OBJECT_CLASS (agreed_find_bar_parent_class)->dispose (object);
}

static void
agreed_find_bar_class_init (AgreedFindBarClass *klass)
{
  static const char *const names[] = { NULL, "open", "regular-expressions", "match-case", "ignore-width", "variants" };
  static const char *const signal_names[] = { "changed", "next", "previous" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = agreed_find_bar_get_property;
  object_class->set_property = agreed_find_bar_set_property;
  object_class->dispose = agreed_find_bar_dispose;

  for (guint i = PROP_OPEN; i < N_PROPS; i++)
    properties[i] = g_param_spec_boolean (names[i], NULL, NULL, i == PROP_IGNORE_WIDTH,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = PROP_REGULAR_EXPRESSIONS; i < N_PROPS; i++)
    {
      g_autofree char *action = g_strconcat ("find.", names[i], NULL);

      gtk_widget_class_install_property_action (widget_class, g_intern_string (action), names[i]);
    }
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, AgreedFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AgreedFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, AgreedFindBar, problem);
  gtk_widget_class_bind_template_callback (widget_class, query_changed);
  gtk_widget_class_bind_template_callback (widget_class, go_next);
  gtk_widget_class_bind_template_callback (widget_class, go_previous);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed);
}

static void
agreed_find_bar_init (AgreedFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->flags = AGREED_SEARCH_IGNORE_WIDTH;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

const char *
agreed_find_bar_get_query (AgreedFindBar *self)
{
  g_return_val_if_fail (AGREED_IS_FIND_BAR (self), NULL);

  return agreed_find_bar_get_open (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

void
agreed_find_bar_set_query (AgreedFindBar *self,
                           const char    *query)
{
  g_return_if_fail (AGREED_IS_FIND_BAR (self));
  g_return_if_fail (query != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
}

AgreedSearchFlags
agreed_find_bar_get_flags (AgreedFindBar *self)
{
  g_return_val_if_fail (AGREED_IS_FIND_BAR (self), 0);

  return self->flags;
}

gboolean
agreed_find_bar_get_open (AgreedFindBar *self)
{
  g_return_val_if_fail (AGREED_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->bar);
}

void
agreed_find_bar_start (AgreedFindBar *self)
{
  g_return_if_fail (AGREED_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

void
agreed_find_bar_show_count (AgreedFindBar *self,
                            guint          current,
                            guint          n_found,
                            const char    *problem)
{
  g_autofree char *count = NULL;
  gboolean failed;

  g_return_if_fail (AGREED_IS_FIND_BAR (self));

  failed = problem != NULL || (n_found == 0 && *agreed_find_bar_get_query (self) != '\0');
  if (current < n_found)
    /* Translators: which of the places found is at hand: "3 of 17" */
    count = g_strdup_printf (_("%u of %u"), current + 1, n_found);
  else if (n_found > 0)
    count = g_strdup_printf (ngettext ("%u found", "%u found", n_found), n_found);
  else
    count = g_strdup (failed && problem == NULL ? _("Not found") : "");
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
agreed_find_bar_get_count (AgreedFindBar *self)
{
  g_return_val_if_fail (AGREED_IS_FIND_BAR (self), NULL);

  return gtk_label_get_label (self->count);
}

const char *
agreed_find_bar_get_problem (AgreedFindBar *self)
{
  g_return_val_if_fail (AGREED_IS_FIND_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_label (self->problem) : NULL;
}
