/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create() */

#include "pdf.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "import-private.h"
#include "pdf-message.h"

/* A PDF is read by a process of its own, agreed-read-pdf, which gets the file as its standard input and answers with the
 * frames of pdf-message.h. It sets itself bounds of memory and of computing that the system holds it to, so that no page
 * can take more; it is killed when time is up or the reading cancelled, in the middle of whatever it does; and a program
 * that opens no PDF does not load the library for them. */

/* The header may stand behind a few bytes of a mail program's making; readers look for it in the first thousand. */
#define HEADER_WITHIN 1024

/* Microseconds by the clock. agreed-read-pdf ends by itself after eight seconds of computing. */
#define LONGEST (19 * G_USEC_PER_SEC / 2)

/* Bytes of an answer. The longest reports of committees have less than 2 MB of text. */
#define LONGEST_ANSWER (16 * 1024 * 1024)
#define READ_BYTES     (64 * 1024)

typedef struct {
  GPid pid;
  int output;            /* the end of a pipe */
  GByteArray *answer;    /* what has come and is not yet understood */
  gint64 last_moment;
  AgreedPdfFrame frame;  /* the last one; of kind 0 before the first */
} Reader;

gboolean
agreed_pdf_recognise (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 5 && g_strstr_len (data, MIN (size, HEADER_WITHIN), "%PDF-") != NULL;
}

/* Beside this program, as both are installed or as both are built; else where it was said to be installed. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  static const char *const places[] = { LIBEXEC_FROM_BIN, "../../src" };

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], "agreed-read-pdf", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_build_filename (LIBEXEC_DIR, "agreed-read-pdf", NULL);
}

static int
write_to_memory (GBytes *bytes)
{
  gsize size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = memfd_create ("agreed-pdf", MFD_CLOEXEC);

  while (fd >= 0 && done < size)
    {
      gssize n = write (fd, data + done, size - done);

      if (n > 0)
        done += n;
      else if (n == 0 || errno != EINTR)
        {
          close (fd);
          return -1;
        }
    }

  return fd;
}

static gboolean
start (Reader *reader, GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *program = find_program ();
  const char *const argv[] = { program, NULL };
  g_autoptr (GError) reason = NULL;
  int input = write_to_memory (bytes);
  gboolean started;

  started = input >= 0
            && g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, input, -1, -1, NULL,
                                                 NULL, 0, &reader->pid, NULL, &reader->output, NULL, &reason);
  if (input >= 0)
    close (input);
  if (!started)
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE,
                 _ ("%s: the part of this program that reads PDFs could not be started: %s"), name,
                 reason != NULL ? reason->message : g_strerror (errno));

  return started;
}

/* Understands what has come. FALSE where it is no answer. */
static gboolean
take_frames (Reader *reader)
{
  while (reader->frame.kind != AGREED_PDF_FRAME_BLOCKS && reader->answer->len >= sizeof (AgreedPdfFrame))
    {
      memcpy (&reader->frame, reader->answer->data, sizeof (AgreedPdfFrame));
      g_byte_array_remove_range (reader->answer, 0, sizeof (AgreedPdfFrame));
      switch ((AgreedPdfFrameKind) reader->frame.kind)
        {
        case AGREED_PDF_FRAME_PROGRESS:
          agreed_import_report_progress (reader->frame.first, reader->frame.second);
          break;
        case AGREED_PDF_FRAME_REFUSAL:
        case AGREED_PDF_FRAME_BLOCKS:
          break;
        default:
          return FALSE;
        }
    }

  return reader->answer->len <= LONGEST_ANSWER;
}

/* Waits for more of the answer, for the last moment or for somebody to cancel. FALSE at the end of the answer. */
static gboolean
receive (Reader *reader, GPollFD *polled, guint n_polled)
{
  gint64 left = reader->last_moment - g_get_monotonic_time ();
  guint before = reader->answer->len;
  gssize n;

  if (left <= 0)
    return FALSE;
  n = g_poll (polled, n_polled, left / 1000 + 1);
  if (n <= 0)
    return n == 0 || errno == EINTR;
  if (n_polled > 1 && polled[1].revents != 0)
    return FALSE;

  g_byte_array_set_size (reader->answer, before + READ_BYTES);
  n = read (reader->output, reader->answer->data + before, READ_BYTES);
  g_byte_array_set_size (reader->answer, before + MAX (n, 0));

  return n > 0 ? take_frames (reader) : n < 0 && errno == EINTR;
}

static void
listen (Reader *reader, GCancellable *cancellable)
{
  GPollFD polled[2] = { { .fd = reader->output, .events = G_IO_IN | G_IO_HUP } };
  guint n_polled = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &polled[1]) ? 2 : 1;

  while (receive (reader, polled, n_polled))
    ;
  if (n_polled > 1)
    g_cancellable_release_fd (cancellable);
}

/* Ends the process, unless it has ended by itself. Returns: how it ended, as wait() says it */
static int
stop (Reader *reader)
{
  int status = 0;

  kill (reader->pid, SIGKILL);
  close (reader->output);
  while (waitpid (reader->pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (reader->pid);

  return status;
}

static void
set_refused (GError **error, const AgreedPdfFrame *frame, const char *name)
{
  switch ((AgreedPdfOutcome) frame->first)
    {
    case AGREED_PDF_IS_ENCRYPTED:
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT,
                   _ ("%s: this PDF is protected by a password; save it without one and open it again"), name);
      break;
    case AGREED_PDF_IS_TOO_LONG:
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
                   _ ("%s: this PDF has %u pages, more than are read; save the pages of the resolution as a file of their own"),
                   name, frame->second);
      break;
    case AGREED_PDF_IS_PICTURES:
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_NO_RESOLUTION,
                   _ ("%s: this PDF holds pictures of pages and no text to read; ask for it as a text or Word file, "
                      "or have its text recognised first"),
                   name);
      break;
    case AGREED_PDF_IS_READ:
    case AGREED_PDF_IS_DAMAGED:
    default:
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                   _ ("%s: this PDF is damaged or cut short and cannot be read"), name);
    }
}

/* The process ended without an answer. */
static void
set_failed (GError **error, const Reader *reader, int status, const char *name)
{
  if (g_get_monotonic_time () >= reader->last_moment || (WIFSIGNALED (status) && WTERMSIG (status) == SIGXCPU))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
                 _ ("%s: this PDF takes too long to read; save the pages of the resolution as a file of their own"), name);
  else
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                 _ ("%s: this PDF is damaged, or its pages hold more than can be read"), name);
}

GPtrArray *
agreed_pdf_read (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) answer = g_byte_array_new ();
  Reader reader = { .answer = answer, .last_moment = g_get_monotonic_time () + LONGEST };
  GPtrArray *blocks = NULL;
  int status;

  if (!start (&reader, bytes, name, error))
    return NULL;
  listen (&reader, cancellable);
  status = stop (&reader);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status == 0 && reader.frame.kind == AGREED_PDF_FRAME_REFUSAL)
    {
      set_refused (error, &reader.frame, name);
      return NULL;
    }
  if (status == 0 && reader.frame.kind == AGREED_PDF_FRAME_BLOCKS && reader.frame.first == answer->len)
    {
      g_autoptr (GBytes) message = g_byte_array_free_to_bytes (g_steal_pointer (&answer));

      blocks = agreed_pdf_message_unpack (message);
    }
  if (blocks == NULL)
    set_failed (error, &reader, status, name);

  return blocks;
}
