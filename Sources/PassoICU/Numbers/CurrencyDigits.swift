internal import CICU

/// What CLDR knows of currencies.
package enum CurrencyDigits {
    /// How many digits the amounts of a currency have after the point; 2 for one that nobody knows.
    package static func count(of code: String) -> Int {
        guard code.utf8.count == 3, (try? checkName(code, "currency")) != nil else { return 2 }
        var status = Status()
        let count = unsafe passo_icu_currency_digits(code, &status.code)
        return status.code == 0 ? Int(count) : 2
    }
}
