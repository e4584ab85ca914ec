internal import CTemplates

/// The templates and assets that come with the program, as they stand in `templates/`.
///
/// They are part of the binary, so that it needs nothing beside it. A project may replace any of them by a file of the same path in its
/// own `templates/` folder.
package enum DefaultTemplates {
  /// Each file's path below `templates/`, and its bytes, in the order of paths. `CTemplates/templates.c` lists them, and a test
  /// compares them with the folder.
  package static let files = EmbeddedFile.all(from: ksf_templates())
}
