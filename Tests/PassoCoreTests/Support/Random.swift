import PassoTesting

extension SeededRandom {
    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func choose<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
