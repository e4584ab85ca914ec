// What the machine itself needs for parts of the work, as a measure for the compiler.
//
//   limits events FOLDER...     libyaml's events of every .yaml file, which the compiler cannot do without
//   limits read FOLDER...       reading every file
//   limits stat FOLDER...       looking at every file without reading it
//   limits copy FROM TO         reading every file, and writing the same into folders that are not there yet
//
// Prints how many files and bytes there were. All in one thread.

#define _GNU_SOURCE
#include <ftw.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static const char *mode, *from, *to;
static size_t files, bytes;
static char *buffer;
static size_t capacity;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

// The contents of a file, in `buffer`.
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

static void events(const char *path, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  int is_over = 0;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (unsigned char *)buffer, length);
  while (!is_over) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s: %s\n", path, parser.problem);
      exit(1);
    }
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

static void write_copy(const char *path, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
  if (file < 0) fail(path);
  for (size_t done = 0; done < length;) {
    ssize_t count = write(file, buffer + done, length - done);
    if (count <= 0) fail(path);
    done += count;
  }
  close(file);
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *place) {
  (void)place;
  char target[PATH_MAX];
  if (!strcmp(mode, "copy")) snprintf(target, sizeof target, "%s%s", to, path + strlen(from));
  if (type == FTW_D && !strcmp(mode, "copy") && mkdir(target, 0755) != 0) fail(target);
  if (type != FTW_F) return 0;
  size_t name = strlen(path);
  if (!strcmp(mode, "events") && (name < 5 || strcmp(path + name - 5, ".yaml"))) return 0;
  files++;
  bytes += status->st_size;
  if (!strcmp(mode, "stat")) return 0;
  size_t length = contents(path, status->st_size);
  if (!strcmp(mode, "events")) events(path, length);
  if (!strcmp(mode, "copy")) write_copy(target, length);
  return 0;
}

int main(int count, char **arguments) {
  if (count < 3) return 2;
  mode = arguments[1];
  from = arguments[2];
  int last = count;
  if (!strcmp(mode, "copy")) {
    to = arguments[3];
    last = 3;
  }
  for (int index = 2; index < last; index++)
    if (nftw(arguments[index], visit, 64, FTW_PHYS) != 0) fail(arguments[index]);
  printf("%zu %zu\n", files, bytes);
  return 0;
}
