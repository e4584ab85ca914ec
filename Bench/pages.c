// From YAML to pages by the shortest way in C that does the work with libraries: libyaml's events, cmark-gfm for each text,
// and a page on the disk for each statement, with no frame around it. Nothing is checked and nothing refers to anything.

#include "limits.h"
#include <cmark-gfm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A statement is a mapping in the list of an outcome, which is a mapping in the list of a domain.
static const int statement_depth = 5;

struct page {
  char *text;
  size_t length, capacity;
};

static struct page statement, rest;
static const char *folder;
static size_t count;
static int depth;

static void add(struct page *page, const char *text, size_t length) {
  if (page->length + length > page->capacity) {
    page->capacity = 2 * (page->length + length) + 4096;
    page->text = realloc(page->text, page->capacity);
    if (!page->text) fail("realloc");
  }
  memcpy(page->text + page->length, text, length);
  page->length += length;
}

static void add_text(struct page *page, const char *text) { add(page, text, strlen(text)); }

static void begin(struct page *page) {
  page->length = 0;
  add_text(page, "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>A page</title>\n<body>\n");
}

static void write_page(struct page *page) {
  char path[4096];
  add_text(page, "</body></html>\n");
  snprintf(path, sizeof path, "%s/%zu.html", folder, count++);
  write_new(path, page->text, page->length);
}

static int has_many_words(const char *text, size_t length) {
  int spaces = 0;
  for (size_t place = 0; place < length && spaces < 2; place++) spaces += text[place] == ' ';
  return spaces == 2;
}

// What a key and a short value become: escaped, and no Markdown.
static void add_short(struct page *page, const char *text, size_t length) {
  add_text(page, "<p>");
  size_t begun = 0;
  for (size_t place = 0; place < length; place++) {
    if (text[place] != '<' && text[place] != '&') continue;
    add(page, text + begun, place - begun);
    add_text(page, text[place] == '<' ? "&lt;" : "&amp;");
    begun = place + 1;
  }
  add(page, text + begun, length - begun);
  add_text(page, "</p>\n");
}

static void add_scalar(struct page *page, const char *text, size_t length) {
  if (!has_many_words(text, length)) return add_short(page, text, length);
  char *html = cmark_markdown_to_html(text, length, CMARK_OPT_DEFAULT);
  add_text(page, html);
  free(html);
}

static void receive(const yaml_event_t *event) {
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    add_scalar(depth < statement_depth ? &rest : &statement, (char *)event->data.scalar.value,
               event->data.scalar.length);
    break;
  case YAML_MAPPING_START_EVENT:
  case YAML_SEQUENCE_START_EVENT:
    if (++depth == statement_depth) begin(&statement);
    break;
  case YAML_MAPPING_END_EVENT:
  case YAML_SEQUENCE_END_EVENT:
    if (depth-- == statement_depth && event->type == YAML_MAPPING_END_EVENT) write_page(&statement);
    break;
  default:
    break;
  }
}

void pages(const char *path, const char *text, size_t length, const char *to) {
  folder = to;
  begin(&rest);
  events(path, text, length, receive);
  write_page(&rest);
}
