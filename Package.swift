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

/// One of our own targets. ARCHITECTURE.md says what each is for.
func target(
  _ name: String, knows dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict + withoutRegularExpressions + settings)
}

/// The tests of one target.
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
    .target(
      name: "CTemplates", exclude: ["checklists", "docs", "file.inc", "handbook", "starters"]),

    target("Threads", knows: ["CMalloc"]),
    target("Output", knows: ["CNettle"]),
    target("Disk", knows: ["Output"]),
    target("Diagnostics", knows: ["Output"]),
    target(
      "Syntax", knows: ["CLibYAML", "Diagnostics", "Output"], settings: [.strictMemorySafety()]),
    target("Grammar"),
    target("Model", knows: ["Diagnostics"]),
    target("Markup", knows: ["CCommonMark", "Output"]),
    target(
      "Analysis",
      knows: ["Diagnostics", "Grammar", "Markup", "Model", "Output", "Syntax", "Threads"]),
    target(
      "Templates", knows: ["Diagnostics", "Output", "Threads"],
      settings: [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]),
    target("DefaultTemplates", knows: ["CTemplates"]),
    target("Starters", knows: ["DefaultTemplates"]),
    target("Search", knows: ["Output", "Threads"]),
    target("Hypertext", knows: ["Output", "Threads"]),
    target(
      "Handbook",
      knows: ["Hypertext", "Markup", "Model", "Output", "Search", "Templates", "Threads"]),
    target("Checklists", knows: ["Markup", "Model", "Output", "Templates", "Threads"]),
    target("Comparison", knows: ["Markup", "Model", "Output"]),
    target("Lock", knows: ["Diagnostics", "Markup", "Model", "Output"]),
    target("Coverage", knows: ["Markup", "Model", "Output"]),
    target("Records", knows: ["Markup", "Model", "Output"]),
    target("Questions", knows: ["Analysis", "Diagnostics", "Grammar", "Output"]),
    target("Schemas", knows: ["Grammar", "Markup", "Model", "Output", "Records", "Threads"]),
    target("Tracking", knows: ["CZlib", "Markup", "Model", "Output"]),
    target("Portfolios", knows: ["Diagnostics", "Model", "Output", "Records", "Syntax"]),
    target(
      "Reference",
      knows: ["Comparison", "DefaultTemplates", "Diagnostics", "Grammar", "Model", "Templates"]),
    target("Project", knows: ["Disk", "Lock", "Threads"]),
    target(
      "Editions",
      knows: [
        "Analysis", "Comparison", "Diagnostics", "Disk", "Lock", "Model", "Output", "Project",
        "Syntax", "Threads",
      ]),
    target(
      "Compilation",
      knows: [
        "Analysis", "Checklists", "Comparison", "DefaultTemplates", "Diagnostics", "Disk",
        "Editions", "Grammar", "Handbook", "Hypertext", "Lock", "Model", "Output", "Portfolios",
        "Project",
        "Schemas", "Syntax", "Templates", "Threads", "Tracking",
      ]),
    target(
      "OutputFolder",
      knows: ["CZlib", "Diagnostics", "Disk", "Hypertext", "Output", "Syntax", "Threads"]),
    target("Session", knows: ["Compilation", "Disk", "Output", "Project", "Threads"]),
    target(
      "Publishing",
      knows: [
        "Comparison", "Compilation", "Diagnostics", "Disk", "Editions", "Lock", "Model", "Project",
      ]),
    target(
      "CommandLine",
      knows: [
        "Comparison", "Compilation", "Coverage", "Diagnostics", "Disk", "Editions", "Hypertext",
        "Lock", "Model", "Output", "OutputFolder", "Portfolios", "Project", "Publishing",
        "Questions", "Records", "Reference", "Session", "Starters", "Threads",
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
    tests("Project", knows: ["Disk", "Project", "TestSupport"]),
    tests(
      "Editions",
      knows: [
        "Analysis", "Compilation", "Diagnostics", "Disk", "Editions", "Model", "Project",
        "Publishing", "Session",
        "Syntax",
        "TestSupport",
      ]),
    tests(
      "Publishing",
      knows: [
        "Comparison", "Compilation", "Diagnostics", "Model", "Project", "Publishing", "Session",
        "TestSupport",
      ]),
    tests(
      "Questions",
      knows: ["Analysis", "Diagnostics", "Grammar", "Questions", "Syntax", "TestSupport"]),
    tests("Hypertext", knows: ["Hypertext", "Output"]),
    tests("Search", knows: ["Output", "Search"]),
    tests("Markup", knows: ["Markup", "Output"]),
    tests("Grammar", knows: ["Grammar"]),
    tests(
      "Language",
      knows: [
        "Compilation", "Diagnostics", "Grammar", "Output", "Syntax", "Templates", "TestSupport",
      ],
      exclude: ["EveryKey.txt"]),
    tests("Threads", knows: ["Threads"]),
    tests("Model", knows: ["Model", "TestSupport"]),
    tests("DefaultTemplates", knows: ["DefaultTemplates", "TestSupport"]),
    tests("Starters", knows: ["Compilation", "Diagnostics", "Project", "Starters", "TestSupport"]),
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
