// swift-tools-version: 6.3
import PackageDescription

/// The settings of every Swift target, in one place.
///
/// C and plugin targets refuse them.
let rules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)

let package = Package(
    name: "Passo",
    products: [
        .library(name: "Passo", targets: ["Passo"]),
        .library(name: "PassoMessages", targets: ["PassoMessages"]),
        .library(name: "RespondToRequest", targets: ["RespondToRequest"]),
        .library(name: "PassoTesting", targets: ["PassoTesting"]),
        .library(name: "PassoCatalog", targets: ["PassoCatalog"]),
        .executable(name: "passo", targets: ["PassoCommand"]),
        .plugin(name: "PassoKeys", targets: ["PassoKeys"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Layer 0: the bottom. No target below imports anything of ours.
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]
        ),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
        .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "PassoDiagnostics"),

        // Layer 1
        .target(name: "PassoText", dependencies: ["CExpat", "PassoDiagnostics"]),
        .target(name: "PassoCEL", dependencies: ["CRE2", "PassoDiagnostics"]),
        .target(name: "PassoICU", dependencies: ["CICU"]),

        // Layer 2
        .target(name: "PassoCore", dependencies: ["PassoCEL"]),
        .target(
            name: "PassoMessages",
            dependencies: ["PassoDiagnostics", "PassoText", "PassoICU"]
        ),

        // Layer 3
        .target(
            name: "PassoDefinition",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages",
            ],
            plugins: ["EmbedTexts"]
        ),

        // The translators' tools; a host that only shows texts does without.
        .target(
            name: "PassoCatalog",
            dependencies: [
                "CZlib", "PassoDiagnostics", "PassoText", "PassoICU", "PassoMessages",
            ]
        ),

        // Layer 4
        .target(
            name: "PassoRuntime",
            dependencies: ["PassoCEL", "PassoCore", "PassoMessages", "PassoDefinition"]
        ),

        // The umbrella of layers 0 to 4, which hosts import.
        .target(
            name: "Passo",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages", "PassoDefinition", "PassoRuntime",
            ]
        ),

        // Layer 5
        .target(
            name: "RespondToRequest",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages", "PassoDefinition", "PassoRuntime",
            ],
            exclude: ["Definitions", "Scenarios"],
            plugins: ["EmbedTexts"]
        ),

        // Layer 7: the command line.
        .executableTarget(
            name: "PassoCommand",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages", "PassoCatalog", "PassoDefinition", "PassoRuntime",
                "RespondToRequest", argumentParser,
            ],
            path: "Tools/passo",
            exclude: ["Scenarios", "Starter"],
            plugins: ["EmbedTexts"]
        ),

        // For tests, ours and the hosts'.
        .target(name: "PassoTesting"),

        // Tools of the build and of the measurements.
        .executableTarget(name: "passo-embed", path: "Tools/passo-embed"),
        .plugin(
            name: "EmbedTexts",
            capability: .buildTool(),
            dependencies: ["passo-embed", "passo-keys"],
            path: "Tools/EmbedPlugin"
        ),
        .executableTarget(
            name: "passo-keys",
            dependencies: ["PassoDiagnostics"],
            path: "Tools/passo-keys"
        ),
        .plugin(
            name: "PassoKeys",
            capability: .buildTool(),
            dependencies: ["passo-keys"],
            path: "Tools/KeysPlugin"
        ),
        .executableTarget(
            name: "passo-bench",
            dependencies: [
                "PassoDiagnostics", "PassoCEL", "PassoICU", "PassoCore", "PassoMessages",
                "PassoDefinition", "PassoRuntime",
            ],
            path: "Tools/passo-bench",
            exclude: [
                "Definitions", "cel-instructions", "cel-instructions.tsv", "cel_peers.py",
            ],
            plugins: ["EmbedTexts"]
        ),

        .executableTarget(
            name: "passo-fuzz",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoCore", "PassoMessages",
                "PassoCatalog", "PassoDefinition", "PassoRuntime", "PassoTesting",
            ],
            path: "Tools/passo-fuzz",
            exclude: ["Corpus", "Dictionaries"]
        ),

        .executableTarget(
            name: "passo-conformance",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoCore", "PassoMessages",
                "PassoCatalog", "PassoDefinition", "PassoRuntime", "CMessageFormatOracle",
            ],
            path: "Tools/passo-conformance",
            exclude: ["MessageFormat2/drafts.tsv", "SCXML/not-applicable.tsv"]
        ),

        .testTarget(
            name: "PassoDiagnosticsTests",
            dependencies: ["PassoDiagnostics", "PassoTesting"]
        ),
        .testTarget(
            name: "PassoTextTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoTesting",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .testTarget(
            name: "PassoCELTests",
            dependencies: ["PassoDiagnostics", "PassoCEL", "PassoTesting"]
        ),
        .target(
            name: "CClusterOracle",
            path: "Tests/CClusterOracle",
            linkerSettings: [.linkedLibrary("icuuc")]
        ),
        .testTarget(
            name: "PassoICUTests",
            dependencies: ["PassoICU", "PassoTesting", "CClusterOracle"]
        ),
        .target(
            name: "CMessageFormatOracle",
            path: "Tests/CMessageFormatOracle",
            linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]
        ),
        .testTarget(
            name: "PassoMessagesTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoICU", "PassoMessages", "PassoTesting",
                "CMessageFormatOracle",
            ]
        ),
        .testTarget(
            name: "PassoCoreTests",
            dependencies: ["PassoCEL", "PassoCore", "PassoTesting"]
        ),
        .testTarget(
            name: "PassoDefinitionTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages", "PassoDefinition", "PassoTesting",
            ],
            exclude: ["Mermaid"]
        ),
        .testTarget(
            name: "PassoCatalogTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoICU", "PassoMessages", "PassoCatalog",
                "PassoTesting",
            ],
            exclude: [
                "Exchange/XLSX/OpenPyXL", "Preview/Browser", "Preview/Golden", "TranslateToolkit",
            ]
        ),
        .testTarget(
            name: "PassoRuntimeTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoCore", "PassoMessages",
                "PassoDefinition", "PassoRuntime",
                "PassoTesting",
            ]
        ),
        .testTarget(
            name: "RespondToRequestTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoICU", "PassoCore",
                "PassoMessages", "PassoDefinition", "PassoRuntime", "RespondToRequest",
                "PassoTesting",
            ],
            exclude: ["Czech"]
        ),
        .testTarget(
            name: "PassoCommandTests",
            dependencies: ["PassoMessages", "PassoTesting", "PassoCommand"]
        ),
        .testTarget(
            name: "PassoKeysTests",
            dependencies: ["PassoDiagnostics", "PassoMessages", "PassoTesting", "passo-keys"]
        ),
        .testTarget(
            name: "PassoFuzzTests",
            dependencies: [
                "PassoDiagnostics", "PassoCEL", "PassoMessages", "PassoRuntime", "PassoTesting",
                "passo-fuzz",
            ]
        ),
        .testTarget(name: "HostTests", dependencies: ["Passo"]),
        .testTarget(
            name: "PassoConformanceTests",
            dependencies: [
                "PassoDiagnostics", "PassoText", "PassoCEL", "PassoDefinition", "PassoRuntime",
                "PassoTesting", "passo-conformance",
            ]
        ),
        .testTarget(name: "HouseTests", dependencies: ["PassoTesting"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

let unruled: Set<String> = [
    "CICU", "CRE2", "CExpat", "CZlib", "CClusterOracle", "CMessageFormatOracle",
]
for target in package.targets where target.type != .plugin && !unruled.contains(target.name) {
    target.swiftSettings = rules
}

/// Test targets whose folder `Golden` holds the texts that `goldenDifference` compares with.
let golden: Set<String> = [
    "PassoCommandTests", "PassoDefinitionTests", "PassoDiagnosticsTests", "PassoKeysTests",
]
for target in package.targets where golden.contains(target.name) {
    target.exclude.append("Golden")
    if target.name == "PassoCommandTests" { target.exclude.append("Cel/Golden") }
}
for target in package.targets where target.name == "PassoCatalogTests" {
    target.exclude.append("Exchange/XLIFF/Golden")
}
