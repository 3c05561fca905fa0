/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the PDF on standard input and says on standard output what pdf-message.h describes. Started by agreed_pdf_read()
 * and by nobody else: whatever a PDF makes its reader do, it does it to this process. */
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "pdf-reader.h"

/* Bytes of address space. The longest report of a committee takes some 120 MB, two thirds of them for the libraries. */
#define MOST_MEMORY (400 * 1024 * 1024)

/* Seconds of computing. The longest report of a committee takes two. */
#define MOST_SECONDS 8

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#ifdef SANITIZED
/* No bound of address space can hold such a build; its own does. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "hard_rss_limit_mb=1500";
}
#endif

static void
limit (int     resource,
       rlim_t  most)
{
  /* at the first bound the system says what for it ends a process that computes, behind the second it just does */
  struct rlimit limits = { most, resource == RLIMIT_CPU ? most + 1 : most };

  if (setrlimit (resource, &limits) != 0)
    _exit (1);
}

/* Sanitizers take terabytes of address space, and say what they find on standard error or in a file. */
static void
close_in (void)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  limit (RLIMIT_CPU, MOST_SECONDS);
#ifndef SANITIZED
  limit (RLIMIT_FSIZE, 0);
  prctl (PR_SET_DUMPABLE, 0);
  limit (RLIMIT_AS, MOST_MEMORY);
  if (freopen ("/dev/null", "w", stderr) == NULL)
    _exit (1);
#endif
}

static void
say (const void *data,
     gsize       size)
{
  if (fwrite (data, 1, size, stdout) != size)
    _exit (1);
}

static void
say_progress (guint    n_read,
              guint    n_pages,
              gpointer user_data)
{
  const AgreedPdfFrame frame = { AGREED_PDF_FRAME_PROGRESS, n_read, n_pages };

  say (&frame, sizeof frame);
  fflush (stdout);
}

int
main (void)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  AgreedPdfOutcome outcome;
  guint n_pages;

  close_in ();
  file = g_mapped_file_new_from_fd (STDIN_FILENO, FALSE, NULL);
  if (file == NULL)
    return 1;
  bytes = g_mapped_file_get_bytes (file);
  blocks = agreed_pdf_read_pages (bytes, say_progress, NULL, &outcome, &n_pages);
  if (blocks != NULL)
    {
      g_autoptr (GBytes) message = agreed_pdf_message_pack (blocks);
      const AgreedPdfFrame frame = { AGREED_PDF_FRAME_BLOCKS, g_bytes_get_size (message) };

      say (&frame, sizeof frame);
      say (g_bytes_get_data (message, NULL), g_bytes_get_size (message));
    }
  else
    {
      const AgreedPdfFrame frame = { AGREED_PDF_FRAME_REFUSAL, outcome, n_pages };

      say (&frame, sizeof frame);
    }

  return fflush (stdout) == 0 ? 0 : 1;
}
