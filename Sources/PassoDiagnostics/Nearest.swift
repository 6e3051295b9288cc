/// Returns the candidate that a name was probably meant to be, or nil when none is near.
public func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    nil
}
