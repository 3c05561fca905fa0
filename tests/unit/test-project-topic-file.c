/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics in files: what is written follows the standard's rules and is read again as it was; what others write is read;
 * what is broken is told in one sentence. */
#include "codebook.h"
#include "topic-edit.h"
#include "topic-file.h"
#include "topic-set.h"

#include <libxml/xmlschemas.h>
#include <string.h>

#define CODEBOOK(codes) "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Other\">" codes "</CodeBook>"
#define GUID(last) "a0000000-0000-4000-8000-00000000000" last

static JsonNode *
delivered (void)
{
  g_autoptr (AgreedTopicSet) set = agreed_topic_set_new_default ();

  return agreed_topic_set_to_json (set);
}

static JsonNode *
empty (void)
{
  return json_from_string ("{\"topics\":[]}", NULL);
}

static char *
to_string (JsonNode *node)
{
  char *json = json_to_string (node, FALSE);

  return g_strdelimit (json, "\"", '\'');
}

static JsonNode *
read_string (const char  *content,
             gssize       length,
             JsonNode    *set,
             GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, length < 0 ? strlen (content) : (gsize) length);
  JsonNode *read = agreed_topic_file_read (bytes, "x.qdc", set, error);
  g_autoptr (AgreedTopicSet) readable = NULL;

  g_assert_true ((read == NULL) == (*error != NULL));
  if (read != NULL)
    {
      readable = agreed_topic_set_new_from_json (read, error);
      g_assert_no_error (*error);
    }
  return read;
}

#define assert_reads(content, expected)                                  \
  G_STMT_START {                                                         \
    g_autoptr (JsonNode) set = empty ();                                 \
    g_autoptr (GError) error = NULL;                                     \
    g_autoptr (JsonNode) read = read_string (content, -1, set, &error);  \
    g_autofree char *shown = NULL;                                       \
                                                                         \
    g_assert_no_error (error);                                           \
    shown = to_string (read);                                            \
    g_assert_cmpstr (shown, ==, "{'topics':[" expected "]}");            \
  } G_STMT_END

/* By libxml2, against the standard's rules. */
static gboolean
is_valid (GBytes *codebook)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "topics", "codebook.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *validator;
  xmlDoc *document;
  int wrong;

  g_assert_nonnull (schema);
  validator = xmlSchemaNewValidCtxt (schema);
  document = xmlReadMemory (g_bytes_get_data (codebook, NULL), g_bytes_get_size (codebook), "codebook", NULL, 0);
  g_assert_nonnull (document);
  wrong = xmlSchemaValidateDoc (validator, document);
  xmlFreeDoc (document);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
  return wrong == 0;
}

static void
test_schema_can_fail (void)
{
  const char *const wrong[] = {
    CODEBOOK ("<Codes/>"),
    CODEBOOK ("<Codes><Code guid=\"1\" name=\"a\" isCodable=\"true\"/></Codes>"),
    CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"\" isCodable=\"true\"/></Codes>"),
    CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"a\"/></Codes>"),
    CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"a\" isCodable=\"true\" color=\"red\"/></Codes>"),
    CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"a\" isCodable=\"true\"/></Codes><Sets/>"),
    CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"a\" isCodable=\"true\"/>"
              "<Code guid=\"" GUID ("1") "\" name=\"b\" isCodable=\"true\"/></Codes>"),
  };
  const char *right = CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"a\" isCodable=\"true\"/></Codes>");
  g_autoptr (GBytes) good = g_bytes_new_static (right, strlen (right));

  g_assert_true (is_valid (good));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (wrong[i], strlen (wrong[i]));

      g_test_message ("%s", wrong[i]);
      g_assert_false (is_valid (bytes));
    }
}

static void
test_codebook_round_trip (void)
{
  g_autoptr (JsonNode) set = delivered ();
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GBytes) bytes = NULL, twice = NULL;
  g_autoptr (GError) error = NULL;

  agreed_topic_edit_set_group (set, "igf", "Governance & more");
  agreed_topic_edit_set_group (set, "broadband", "Access");
  agreed_topic_edit_set_group (set, "gender", "Governance & more");
  agreed_topic_edit_set_name (set, "cybercrime", "en", "Cyber\001crime <\"net\">");
  bytes = agreed_codebook_write (set, &error);
  g_assert_no_error (error);
  g_assert_true (is_valid (bytes));

  /* Into the set that it came from: everything stays but the character that XML cannot hold. */
  again = read_string (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), set, &error);
  g_assert_no_error (error);
  agreed_topic_edit_set_name (set, "cybercrime", "en", "Cybercrime <\"net\">");
  g_assert_true (json_node_equal (set, again));
  twice = agreed_codebook_write (again, &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), g_bytes_get_data (twice, NULL),
                   g_bytes_get_size (twice));
}

static void
test_empty_is_not_written (void)
{
  g_autoptr (JsonNode) set = empty ();
  g_autoptr (GError) error = NULL;

  g_assert_null (agreed_codebook_write (set, &error));
  g_assert_error (error, AGREED_TOPIC_FILE_ERROR, 0);
}

static void
test_codebooks_of_others (void)
{
  assert_reads (CODEBOOK ("<Codes>\r\n<Code isCodable=\"true\" name=\"Gender\" guid=\"{A0000000-0000-4000-8000-000000000001}\" color=\"#F00\">"
                          "<Description>One\r\ntwo</Description></Code></Codes>"),
                "{'id':'gender','color':6,'names':{'en':'Gender'},'descriptions':{'en':'One\\ntwo'},'rgb':'#F00','guid':'" GUID ("1") "',"
                "'terms':{'en':['Gender']}}");
  /* A byte order mark; codes in one another, of which one can be coded with and one cannot. */
  assert_reads ("\357\273\277" CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"A\" isCodable=\"false\">"
                                         "<Code guid=\"" GUID ("2") "\" name=\"B\" isCodable=\"true\">"
                                         "<Code guid=\"" GUID ("3") "\" name=\"C\" isCodable=\"true\"/></Code></Code></Codes>"),
                "{'id':'b','color':0,'names':{'en':'B'},'group':'A','guid':'" GUID ("2") "','terms':{'en':['B']}},"
                "{'id':'c','color':1,'names':{'en':'C'},'group':'A / B','guid':'" GUID ("3") "','terms':{'en':['C']}}");
  /* Sets, one of them without a member, and a member that is not there. */
  assert_reads (CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"数字鸿沟\" isCodable=\"true\"/></Codes>"
                          "<Sets><Set guid=\"" GUID ("8") "\" name=\"S\"><MemberCode guid=\"" GUID ("7") "\"/>"
                          "<MemberCode guid=\"" GUID ("1") "\"/></Set><Set guid=\"" GUID ("9") "\" name=\"T\"/></Sets>"),
                "{'id':'topic','color':0,'names':{'zh':'数字鸿沟'},'guid':'" GUID ("1") "','group':'S','terms':{'zh':['数字鸿沟']}}");
  /* What has a meaning in terms is no part of them, and two codes may have one name. */
  assert_reads (CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" name=\"Women (and girls)\" isCodable=\"true\"/>"
                          "<Code guid=\"" GUID ("2") "\" name=\"Women (and girls)\" isCodable=\"true\"/></Codes>"),
                "{'id':'women-and-girls','color':0,'names':{'en':'Women (and girls)'},'guid':'" GUID ("1") "','terms':{'en':['Women']}},"
                "{'id':'women-and-girls-2','color':1,'names':{'en':'Women (and girls)'},'guid':'" GUID ("2") "','terms':{'en':['Women']}}");
}

static void
test_utf16 (void)
{
  const char *content = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes>"
                        "<Code guid=\"" GUID ("1") "\" name=\"Zugang\" isCodable=\"true\"/></Codes></CodeBook>";
  gsize size;
  g_autofree char *wide = g_convert (content, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  g_autoptr (JsonNode) set = empty ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) read = read_string (wide, size, set, &error);

  g_assert_no_error (error);
  g_assert_nonnull (read);
}

static void
test_json (void)
{
  g_autoptr (JsonNode) set = json_from_string ("{\"variants\":{\"en\":[[\"a\",\"b\"]]},\"topics\":[{\"id\":\"x\",\"color\":1},{\"id\":\"y\"}]}", NULL);
  g_autoptr (JsonNode) read = NULL, all = delivered (), own = NULL, nothing = empty ();
  g_autoptr (GBytes) bytes = agreed_topic_file_write_json (all);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  read = read_string ("\357\273\277\r\n{\"variants\": {\"en\": [[\"a\", \"b\"], [\"c\", \"d\"]]},\r\n"
                      "\"topics\": [{\"id\": \"x\", \"names\": {\"en\": \"X\"}}, {\"id\": \"z\"}]}",
                      -1, set, &error);
  g_assert_no_error (error);
  shown = to_string (read);
  g_assert_cmpstr (shown, ==, "{'variants':{'en':[['a','b'],['c','d']]},'topics':[{'id':'x','names':{'en':'X'}},{'id':'y'},{'id':'z'}]}");

  own = read_string (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), nothing, &error);
  g_assert_no_error (error);
  g_assert_true (json_node_equal (json_object_get_member (json_node_get_object (own), "topics"),
                                  json_object_get_member (json_node_get_object (all), "topics")));
}

static void
test_bad_files (void)
{
  static const struct {
    const char *content;
    const char *message;
  } bad[] = {
    { "", "x.qdc: *" },
    { "hello", "x.qdc: *" },
    { "{", "x.qdc: *" },
    { "[]", "x.qdc: *" },
    { "{\"topics\": 7}", "x.qdc: the topics cannot be read: topics should*" },
    { "{\"topics\": [{\"id\": \"a\", \"terms\": {\"en\": [\"(\"]}}]}", "x.qdc: the topics cannot be read: *" },
    { "<", "x.qdc: *" },
    { "<CodeBook>", "x.qdc: *" },
    { "<html><body>Hi</body></html>", "x.qdc: this is neither a set of topics nor a codebook" },
    { CODEBOOK (""), "x.qdc: this codebook has no codes" },
    { CODEBOOK ("<Codes/>"), "x.qdc: this codebook has no codes" },
    { CODEBOOK ("<Codes><Code guid=\"" GUID ("1") "\" isCodable=\"true\"/></Codes>"), "x.qdc: a code of this codebook has no name" },
    { "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><CodeBook><Codes><Code name=\"&e;\"/></Codes></CodeBook>", "x.qdc: *" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (JsonNode) set = empty ();
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) read = read_string (bad[i].content, -1, set, &error);

      g_test_message ("%s", bad[i].content);
      g_assert_null (read);
      g_assert_error (error, AGREED_TOPIC_FILE_ERROR, 0);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (bad[i].message, error->message));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) deep = g_string_new ("<CodeBook><Codes>");
  g_autoptr (JsonNode) set = empty ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "<Code name=\"a\" isCodable=\"true\">");
  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "</Code>");
  g_string_append (deep, "</Codes></CodeBook>");
  g_assert_null (read_string (deep->str, -1, set, &error));
  g_assert_error (error, AGREED_TOPIC_FILE_ERROR, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/topic-file/schema-can-fail", test_schema_can_fail);
  g_test_add_func ("/project/topic-file/codebook-round-trip", test_codebook_round_trip);
  g_test_add_func ("/project/topic-file/empty-is-not-written", test_empty_is_not_written);
  g_test_add_func ("/project/topic-file/codebooks-of-others", test_codebooks_of_others);
  g_test_add_func ("/project/topic-file/utf16", test_utf16);
  g_test_add_func ("/project/topic-file/json", test_json);
  g_test_add_func ("/project/topic-file/bad-files", test_bad_files);
  g_test_add_func ("/project/topic-file/deep", test_deep);

  return g_test_run ();
}
