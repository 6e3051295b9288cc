// swift-tools-version: 6.3
import PackageDescription

/// A host as anyone would write it: a package of its own that embeds Passo.
let package = Package(
    name: "EmbeddingHost",
    dependencies: [.package(name: "Passo", path: "../..")],
    targets: [
        .executableTarget(
            name: "doorbell",
            dependencies: [.product(name: "Passo", package: "Passo")],
            plugins: [.plugin(name: "PassoKeys", package: "Passo")]
        )
    ],
    swiftLanguageModes: [.v6]
)
