// The library: one import for composing, parsing, linting, normalizing and scanning prompts.

@_exported public import PromptCompose
@_exported public import PromptCore
@_exported public import PromptFormat
@_exported public import PromptLint
@_exported public import PromptRules
@_exported public import PromptScan
