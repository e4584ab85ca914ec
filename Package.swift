// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for all our code. Warnings are errors, so a clean build means something.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// One of our own targets, a room of the house that ARCHITECTURE.md describes.
func room(
  _ name: String, knows dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict + settings)
}

/// The tests of one room.
func tests(
  _ name: String, knows dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "ksf",
  products: [.executable(name: "ksf", targets: ["ksf"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CCommonMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMalloc"),

    room("Threads", knows: ["CMalloc"]),
    room("Output", knows: ["CNettle"]),
    room("Diagnostics", knows: ["Output"]),
    room(
      "Syntax", knows: ["CLibYAML", "Diagnostics", "Output"], settings: [.strictMemorySafety()]),
    room("Grammar"),
    room("Model", knows: ["Diagnostics"]),
    room("Markup", knows: ["CCommonMark", "Output"]),
    room("Analysis", knows: ["Diagnostics", "Grammar", "Markup", "Model", "Output", "Syntax"]),
    room("Templates", knows: ["Diagnostics", "Output", "Threads"]),
    room("DefaultTemplates", resources: [.embedInCode("Files")]),
    room("Search", knows: ["Output", "Threads"]),
    room("Hypertext", knows: ["Output"]),
    room(
      "Handbook",
      knows: ["Hypertext", "Markup", "Model", "Output", "Search", "Templates", "Threads"]),
    room("Checklists", knows: ["Markup", "Model", "Output", "Templates", "Threads"]),
    room("Comparison", knows: ["Markup", "Model", "Output"]),
    room("Lock", knows: ["Analysis", "Diagnostics", "Markup", "Model", "Output"]),
    room("Coverage", knows: ["Markup", "Model", "Output"]),
    room("Records", knows: ["Markup", "Model", "Output"]),
    room("Schemas", knows: ["Grammar", "Markup", "Model", "Output", "Records", "Threads"]),
    room("Tracking", knows: ["CZlib", "Markup", "Model", "Output"]),
    room("Portfolios", knows: ["Diagnostics", "Model", "Output", "Records", "Syntax"]),
    room("Reference", knows: ["Comparison", "Diagnostics", "Grammar", "Model", "Templates"]),
    room(
      "Workspace",
      knows: [
        "Analysis", "Checklists", "Comparison", "DefaultTemplates", "Diagnostics", "Handbook",
        "Hypertext", "Lock", "Model", "Output", "Portfolios", "Records", "Reference", "Schemas",
        "Search", "Syntax",
        "Templates", "Threads", "Tracking",
      ]),
    room(
      "CommandLine",
      knows: [
        "Comparison", "Coverage", "Diagnostics", "Model", "Output", "Portfolios", "Threads",
        "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "ksf", dependencies: ["CommandLine"], swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [
        "Analysis", "Comparison", "Diagnostics", "Model", "Output", "Syntax", "Workspace",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("Diagnostics", knows: ["Diagnostics"]),
    tests("Syntax", knows: ["Diagnostics", "Output", "Syntax", "TestSupport"]),
    tests("Output", knows: ["Output"]),
    tests("Comparison", knows: ["Comparison", "Model", "TestSupport", "Workspace"]),
    tests("Lock", knows: ["Diagnostics", "Lock", "Model", "TestSupport", "Workspace"]),
    tests("Hypertext", knows: ["Hypertext", "Output"]),
    tests("Search", knows: ["Output", "Search"]),
    tests("Markup", knows: ["Markup", "Output"]),
    tests("Grammar", knows: ["Grammar"]),
    tests(
      "Language", knows: ["Diagnostics", "Grammar", "Output", "Syntax", "TestSupport"],
      exclude: ["EveryKey.txt"]),
    tests("Portfolios", knows: ["Model", "Portfolios"]),
    tests(
      "Analysis",
      knows: ["Analysis", "Diagnostics", "Grammar", "Model", "Syntax", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"]),
    tests(
      "Workspace",
      knows: [
        "DefaultTemplates", "Diagnostics", "Model", "Output", "Syntax", "TestSupport", "Threads",
        "Workspace",
      ]),
    tests(
      "Handbook",
      knows: [
        "Analysis", "DefaultTemplates", "Diagnostics", "Handbook", "Model", "Output", "Templates",
        "TestSupport",
        "Workspace",
      ]),
    tests("Templates", knows: ["Templates", "Diagnostics", "Output"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings its own `main`, so the fuzzer is there only when `make fuzz` asks for it.
if Context.environment["KSF_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FrontEndFuzzer", dependencies: ["Analysis", "Diagnostics", "Syntax"],
      path: "Tests/Fuzzing", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
