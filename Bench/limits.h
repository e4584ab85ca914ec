// What the parts of the measuring program share.

#include <stddef.h>
#include <yaml.h>

// Ends the program, and says why.
void fail(const char *what);

// Tells `each` libyaml's events of a file, one after another.
void events(const char *path, const char *text, size_t length, void (*each)(const yaml_event_t *));

// Writes a file that is not there yet.
void write_new(const char *path, const char *text, size_t length);

// Makes pages of HTML from a file, in a folder.
void pages(const char *path, const char *text, size_t length, const char *folder);
