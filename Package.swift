// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for all our code. Warnings are errors, so a clean build means something.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Regular expressions of the standard library are a megabyte of the program. Without this flag, each file may call them unawares.
let withoutRegularExpressions: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])
]

/// One of our own targets, a room of the house that ARCHITECTURE.md describes.
func room(
  _ name: String, knows dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict + withoutRegularExpressions + settings)
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
    .target(name: "CTemplates", exclude: ["checklists", "file.inc", "handbook"]),

    room("Threads", knows: ["CMalloc"]),
    room("Output", knows: ["CNettle"]),
    room("Disk", knows: ["Output"]),
    room("Diagnostics", knows: ["Output"]),
    room(
      "Syntax", knows: ["CLibYAML", "Diagnostics", "Output"], settings: [.strictMemorySafety()]),
    room("Grammar"),
    room("Model", knows: ["Diagnostics"]),
    room("Markup", knows: ["CCommonMark", "Output"]),
    room("Analysis", knows: ["Diagnostics", "Grammar", "Markup", "Model", "Output", "Syntax"]),
    room("Templates", knows: ["Diagnostics", "Output", "Threads"]),
    room("DefaultTemplates", knows: ["CTemplates"]),
    room("Search", knows: ["Output", "Threads"]),
    room("Hypertext", knows: ["Output", "Threads"]),
    room(
      "Handbook",
      knows: ["Hypertext", "Markup", "Model", "Output", "Search", "Templates", "Threads"]),
    room("Checklists", knows: ["Markup", "Model", "Output", "Templates", "Threads"]),
    room("Comparison", knows: ["Markup", "Model", "Output"]),
    room("Lock", knows: ["Diagnostics", "Markup", "Model", "Output"]),
    room("Coverage", knows: ["Markup", "Model", "Output"]),
    room("Records", knows: ["Markup", "Model", "Output"]),
    room("Schemas", knows: ["Grammar", "Markup", "Model", "Output", "Records", "Threads"]),
    room("Tracking", knows: ["CZlib", "Markup", "Model", "Output"]),
    room("Portfolios", knows: ["Diagnostics", "Model", "Output", "Records", "Syntax"]),
    room("Reference", knows: ["Comparison", "Diagnostics", "Grammar", "Model", "Templates"]),
    room("Project", knows: ["Disk", "Lock", "Threads"]),
    room(
      "Editions",
      knows: [
        "Analysis", "Comparison", "Diagnostics", "Disk", "Lock", "Model", "Output", "Project",
        "Syntax", "Threads",
      ]),
    room(
      "Compilation",
      knows: [
        "Analysis", "Checklists", "Comparison", "DefaultTemplates", "Diagnostics", "Disk",
        "Editions", "Handbook", "Hypertext", "Lock", "Model", "Output", "Portfolios", "Project",
        "Schemas", "Syntax", "Templates", "Threads", "Tracking",
      ]),
    room(
      "OutputFolder",
      knows: ["CZlib", "Diagnostics", "Disk", "Hypertext", "Output", "Syntax", "Threads"]),
    room("Session", knows: ["Compilation", "Disk", "Output", "Project", "Threads"]),
    room(
      "Publishing",
      knows: [
        "Comparison", "Compilation", "Diagnostics", "Disk", "Editions", "Lock", "Model", "Project",
      ]),
    room(
      "CommandLine",
      knows: [
        "Comparison", "Compilation", "Coverage", "Diagnostics", "Disk", "Editions", "Hypertext",
        "Model",
        "Output", "OutputFolder", "Portfolios", "Project", "Publishing", "Records", "Reference",
        "Session", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "ksf", dependencies: ["CommandLine"], swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [
        "Analysis", "Comparison", "Compilation", "Diagnostics", "Disk", "Model", "Output",
        "Project",
        "Session", "Syntax",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    tests("Diagnostics", knows: ["Diagnostics"]),
    tests("Disk", knows: ["Disk", "Output"]),
    tests("Syntax", knows: ["Diagnostics", "Output", "Syntax", "TestSupport"]),
    tests("Output", knows: ["Output"]),
    tests(
      "Comparison", knows: ["Comparison", "Model", "Project", "Publishing", "TestSupport"]),
    tests(
      "Lock",
      knows: [
        "Compilation", "Diagnostics", "Lock", "Model", "Project", "Publishing", "Session",
        "TestSupport",
      ]),
    tests("Hypertext", knows: ["Hypertext", "Output"]),
    tests("Search", knows: ["Output", "Search"]),
    tests("Markup", knows: ["Markup", "Output"]),
    tests("Grammar", knows: ["Grammar"]),
    tests(
      "Language", knows: ["Diagnostics", "Grammar", "Output", "Syntax", "TestSupport"],
      exclude: ["EveryKey.txt"]),
    tests("Threads", knows: ["Threads"]),
    tests("Model", knows: ["Model", "TestSupport"]),
    tests("DefaultTemplates", knows: ["DefaultTemplates", "TestSupport"]),
    tests(
      "Checklists",
      knows: ["Checklists", "DefaultTemplates", "Model", "Output", "Templates", "TestSupport"]),
    tests("Coverage", knows: ["Coverage", "Model", "TestSupport"]),
    tests("Records", knows: ["Model", "Output", "Records", "TestSupport"]),
    tests("Schemas", knows: ["Model", "Output", "Schemas", "TestSupport"]),
    tests("Tracking", knows: ["CZlib", "Model", "Output", "TestSupport", "Tracking"]),
    tests("Portfolios", knows: ["Diagnostics", "Model", "Portfolios", "TestSupport"]),
    tests("Reference", knows: ["Comparison", "Diagnostics", "Grammar", "Reference", "Templates"]),
    tests(
      "Analysis",
      knows: ["Analysis", "Diagnostics", "Grammar", "Model", "Syntax", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"]),
    tests(
      "Compilation",
      knows: [
        "Compilation", "DefaultTemplates", "Diagnostics", "Disk", "Model", "Output", "Project",
        "Session", "TestSupport",
      ]),
    tests(
      "OutputFolder",
      knows: [
        "Compilation", "Diagnostics", "Disk", "Output", "OutputFolder", "Project", "Session",
        "TestSupport",
      ]),
    tests(
      "Session",
      knows: ["Compilation", "Diagnostics", "Disk", "Output", "Project", "Session", "TestSupport"]),
    tests(
      "CommandLine",
      knows: [
        "CommandLine", "Compilation", "Diagnostics", "Disk", "Portfolios", "Project", "Session",
        "TestSupport", "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(
      "Handbook",
      knows: [
        "Analysis", "Compilation", "DefaultTemplates", "Diagnostics", "Handbook", "Model", "Output",
        "Project", "Session", "Templates", "TestSupport", "Threads",
      ]),
    tests("Templates", knows: ["Templates", "Diagnostics", "Output"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// libFuzzer brings its own `main`, so the fuzzer is there only when `make fuzz` asks for it.
if Context.environment["KSF_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FrontEndFuzzer", dependencies: ["Analysis", "Diagnostics", "Syntax"],
      path: "Tests/Fuzzing", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// `make bench` measures a session, which no command holds for long enough.
if Context.environment["KSF_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "SessionBench", dependencies: ["Compilation", "Disk", "Project", "Session"],
      path: "Bench/Session", swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
