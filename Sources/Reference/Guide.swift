internal import DefaultTemplates

/// A page of `docs/` that people wrote, by its name; nil if there is none.
package func guide(_ name: String) -> String? {
  EmbeddedFile.guides.first { $0.path == "docs/\(name).md" }.map {
    String(decoding: $0.bytes, as: UTF8.self)
  }
}
