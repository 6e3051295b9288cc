import PassoCatalog

/// What `passo strings status --format json` says.
struct StatusRecord: Encodable {
    let bundles: [Bundle]

    struct Bundle: Encodable {
        let bundle: String
        let template: String
        let messages: Int
        let languages: [Language]
    }

    struct Language: Encodable {
        let locale: String
        let counts: Counts
        let screens: [Screen]
        /// The messages in the states that were asked for; absent when none was.
        let keys: [Key]?
    }

    struct Screen: Encodable {
        let screen: String
        let counts: Counts
    }

    struct Key: Encodable {
        let key: String
        let screen: String
        let state: String
    }

    struct Counts: Encodable {
        let total: Int
        let translated: Int
        let needsReview: Int
        let stale: Int
        let new: Int
        /// Whole percent, rounded down.
        let percent: Int

        init(_ counts: StateCounts) {
            total = counts.total
            translated = counts[.translated]
            needsReview = counts[.needsReview]
            stale = counts[.stale]
            new = counts[.new]
            percent = counts.percent
        }
    }

    init(_ progress: [CatalogProgress], listing states: [TranslationState]) {
        bundles = progress.map { progress in
            Bundle(
                bundle: progress.bundle,
                template: progress.templateLocale,
                messages: progress.messageCount,
                languages: progress.languages.map { Language($0, progress.screens, states) }
            )
        }
    }
}

extension StatusRecord.Language {
    init(
        _ language: CatalogProgress.Language,
        _ screens: [String],
        _ states: [TranslationState]
    ) {
        let listed = language.messages.filter { states.contains($0.state) }
        self.init(
            locale: language.locale,
            counts: StatusRecord.Counts(language.counts),
            screens: screens.compactMap { screen in
                language.screens[screen].map {
                    StatusRecord.Screen(screen: screen, counts: StatusRecord.Counts($0))
                }
            },
            keys: states.isEmpty
                ? nil
                : listed.map {
                    StatusRecord.Key(key: $0.key, screen: $0.screen, state: $0.state.rawValue)
                }
        )
    }
}
