/// A text as a scalar in single quotes (YAML 1.2, 7.3.2).
package func singleQuoted(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
