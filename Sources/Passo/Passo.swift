@_exported public import PassoCEL
@_exported public import PassoCore
@_exported public import PassoDefinition
@_exported public import PassoDiagnostics
@_exported public import PassoICU
@_exported public import PassoMessages
@_exported public import PassoRuntime
@_exported public import PassoText
