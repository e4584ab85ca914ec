// What the machine itself needs for parts of the work, as a measure for the compiler.
//
//   limits events FOLDER...       libyaml's events of every .yaml file
//   limits pages TO FOLDER...     the C pipeline: those events, their texts by cmark-gfm, a page for each statement
//   limits stat FOLDER...         looking at every file without reading it
//   limits copy TO FROM           reading every file, and writing the same into folders that are not there yet
//
// Prints how many files and bytes there were. All in one thread.

#define _GNU_SOURCE
#include "limits.h"
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum { EVENTS, PAGES, STAT, COPY } mode;
static const char *from, *to;
static size_t files, bytes;
static char *buffer;
static size_t capacity;

void fail(const char *what) {
  perror(what);
  exit(1);
}

// Reads a file into `buffer`, and returns how long it is.
static size_t contents(const char *path, size_t size) {
  if (size + 1 > capacity) {
    capacity = 2 * size + 4096;
    buffer = realloc(buffer, capacity);
    if (!buffer) fail("realloc");
  }
  int file = open(path, O_RDONLY);
  if (file < 0) fail(path);
  size_t length = 0;
  ssize_t count;
  while ((count = read(file, buffer + length, size + 1 - length)) > 0) length += count;
  close(file);
  return length;
}

void events(const char *path, const char *text, size_t length, void (*each)(const yaml_event_t *)) {
  yaml_parser_t parser;
  yaml_event_t event;
  int is_over = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
  while (!is_over) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s: %s\n", path, parser.problem);
      exit(1);
    }
    is_over = event.type == YAML_STREAM_END_EVENT;
    each(&event);
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void ignore(const yaml_event_t *event) { (void)event; }

void write_new(const char *path, const char *text, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (file < 0) fail(path);
  for (size_t done = 0; done < length;) {
    ssize_t count = write(file, text + done, length - done);
    if (count <= 0) fail(path);
    done += count;
  }
  close(file);
}

static int is_yaml(const char *path) {
  size_t length = strlen(path);
  return length > 5 && !strcmp(path + length - 5, ".yaml");
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)place;
  char target[PATH_MAX];
  if (mode == COPY) snprintf(target, sizeof target, "%s%s", to, path + strlen(from));
  if (type == FTW_D && mode == COPY && mkdir(target, 0755) != 0) fail(target);
  if (type != FTW_F || (mode <= PAGES && !is_yaml(path))) return 0;
  files++;
  bytes += status->st_size;
  if (mode == STAT) return 0;
  size_t length = contents(path, status->st_size);
  if (mode == EVENTS) events(path, buffer, length, ignore);
  if (mode == PAGES) pages(path, buffer, length, to);
  if (mode == COPY) write_new(target, buffer, length);
  return 0;
}

int main(int count, char **arguments) {
  static const char *const names[] = {"events", "pages", "stat", "copy"};
  while (count > 2 && mode <= COPY && strcmp(arguments[1], names[mode])) mode++;
  int first = mode == PAGES || mode == COPY ? 3 : 2;
  if (count <= first || mode > COPY) return 2;
  to = arguments[2];
  if (mode == PAGES && mkdir(to, 0755) != 0) fail(to);
  for (int index = first; index < count; index++) {
    from = arguments[index];
    if (nftw(from, visit, 64, FTW_PHYS) != 0) fail(from);
  }
  printf("%zu %zu\n", files, bytes);
  return 0;
}
