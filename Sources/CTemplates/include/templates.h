#ifndef KSF_TEMPLATES_H
#define KSF_TEMPLATES_H

/// A file of templates/, as it stood there when the program was compiled.
struct ksf_template {
  /// Its path below templates/.
  const char *_Nullable path;
  const unsigned char *_Nullable bytes;
  unsigned long size;
};

/// All files, ended by one whose path is null.
const struct ksf_template *_Nonnull ksf_templates(void);

#endif
