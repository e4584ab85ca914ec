package import Comparison
internal import Model

/// The page about changes: the meaning of editions, the rules of change, and the allowed steps of a status.
package func changeReference(_ rules: [ChangeRule]) -> String {
  let rows = rules.map { rule in
    "| \(rule.code) | [\(rule.name)](#\(rule.name)) | \(rule.changeClass.title) |"
  }
  let pages = rules.map { rule in
    """
    ### \(rule.name)

    \(rule.code), \(rule.changeClass.title). A thing \(rule.verb).

    \(rule.purpose)
    """
  }
  return """
    <!-- Made by `make docs` from the rules themselves. Do not edit. -->

    # Changes

    \(changeGuide)

    ## What an edition's number says

    \(editionTable)

    ## How a status may go

    \(statusTable)

    ## Rules of change

    Codes and names are permanent. `ksf explain NAME` shows the same page for one rule.

    | code | name | class |
    |---|---|---|
    \(rows.joined(separator: "\n"))

    \(pages.joined(separator: "\n\n"))

    """
}

/// A table of the lowest edition that may follow, by class.
private var editionTable: String {
  let bases = [Edition(0, 4, 2), Edition(1, 4, 2)]
  let rows = ChangeClass.allCases.map { changeClass in
    let lowest = bases.map { "\(RequiredEdition(after: $0, changeClass).lowest)" }
    return "| \(changeClass.title) | \(changeClass.meaning) | \(lowest.joined(separator: " | ")) |"
  }
  return """
    Editions are numbered as by [Semantic Versioning 2.0.0](https://semver.org/spec/v2.0.0.html), read for frameworks: the worst
    change decides. Before 1.0.0 nobody may rely on anything yet, so each class demands one step less. A status or a date
    of publication demands nothing. A higher number than the lowest is always allowed.

    | worst change | what it means | after \(bases[0]) | after \(bases[1]) |
    |---|---|---|---|
    \(rows.joined(separator: "\n"))
    """
}

/// A diagram of the allowed steps of a status.
private var statusTable: String {
  let arrows = Status.allCases.flatMap { from in
    Status.allCases.filter { $0 != from && from.mayBecome($0) }.map {
      "    \(from.rawValue) --> \($0.rawValue)"
    }
  }
  let rows = Status.allCases.map { from in
    let next = Status.allCases.filter { $0 != from && from.mayBecome($0) }.map {
      "`\($0.rawValue)`"
    }
    return
      "| `\(from.rawValue)` | \(next.isEmpty ? "nothing else" : next.joined(separator: ", ")) |"
  }
  return """
    What was published can only be superseded or withdrawn, and what was withdrawn stays so.

    ```mermaid
    stateDiagram-v2
    \(arrows.joined(separator: "\n"))
    ```

    | from | it may become |
    |---|---|
    \(rows.joined(separator: "\n"))
    """
}
