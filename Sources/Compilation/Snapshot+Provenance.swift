internal import Diagnostics
internal import Handbook
internal import Output
internal import Threads

extension Snapshot {
  /// The provenance of the framework, as its handbook shows it.
  var provenance: Provenance {
    let sources = SourceLines(files.files.prefix(sourceCount), recordRanges)
    return Provenance(
      compiler: compilerVersion, digest: Lazy { sources.digest },
      hasEarlierEditions: hasEarlierEditions,
      earlierEditions: Lazy { [earlierEditions] in earlierEditions.value }, sources: sources)
  }
}
