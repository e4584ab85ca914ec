#include "templates.h"

// To add a page, add its two lines.
static const struct ksf_template guides[] = {
#define PATH "docs/ci.md"
#include "file.inc"
#define PATH "docs/questions.md"
#include "file.inc"
#define PATH "docs/records.md"
#include "file.inc"
#define PATH "docs/tutorial.md"
#include "file.inc"
    {0},
};

const struct ksf_template *ksf_guides(void) { return guides; }
