#ifndef KSF_TEMPLATES_H
#define KSF_TEMPLATES_H

/// A file of the repository, as it stood there when the program was compiled.
struct ksf_template {
  /// Its path below templates/; of other files, its path in the repository.
  const char *_Nullable path;
  const unsigned char *_Nullable bytes;
  unsigned long size;
};

/// All files of templates/, ended by one whose path is null.
const struct ksf_template *_Nonnull ksf_templates(void);

/// All files of starters/, ended in the same way.
const struct ksf_template *_Nonnull ksf_starters(void);

/// The guides of docs/, ended in the same way.
const struct ksf_template *_Nonnull ksf_guides(void);

#endif
