package import Diagnostics

/// The manual of all rules as one Markdown page.
package func ruleReference(_ rules: [Rule]) -> String {
  let rows = rules.map { rule in
    "| [\(rule.code)](#\(rule.name)) | \(rule.severity.rawValue) | [\(rule.name)](#\(rule.name)) |"
  }
  let pages = rules.map { rule in
    """
    ## \(rule.name)

    \(rule.code), \(rule.severity.rawValue). \(rule.summary)

    **Why.** \(rule.reason)

    Wrong:

    ```yaml
    \(rule.bad)
    ```

    Right:

    ```yaml
    \(rule.good)
    ```
    """
  }
  return """
    <!-- Made by `make docs` from the rules themselves. Do not edit. -->

    # Rules

    What `ksf check` looks for. Codes and names are permanent. `ksf explain NAME` shows the same page for one rule.

    An error stops a build. A warning does so only with `--strict`; it can be silenced at its place by a comment with a
    reason, `# ksf: allow NAME because …`, or for the whole framework under `rules:` in the framework's file.

    | code | | name |
    |---|---|---|
    \(rows.joined(separator: "\n"))

    \(pages.joined(separator: "\n\n"))

    """
}
