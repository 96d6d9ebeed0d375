package import Kernel

package struct VisitForm: Hashable, Sendable, Codable {
    package let visitors: [Label]
    package let findings: Prose
    package let photos: [Photo]?
}

package struct Vehicle: Hashable, Sendable, Codable {
    package let kind: Label
    package let count: Int
}

package struct DispatchForm: Hashable, Sendable, Codable {
    package let contractor: Code
    /// How many.
    package let workers: Int?
    package let vehicles: [Vehicle]?
    package let due: Day?
}

package struct StepForm: Hashable, Sendable, Codable {
    package let note: Prose?
    package let photos: [Photo]?
}

package struct InspectForm: Hashable, Sendable, Codable {
    package let pass: Bool
    package let note: Prose
    package let photos: [Photo]?
}

package struct CallbackForm: Hashable, Sendable, Codable {
    package enum Solved: String, Sendable, Codable, CaseIterable { case yes, partly, no }

    package let contacted: Bool
    package let solved: Solved?
    /// 1 to 5.
    package let satisfied: Int?
    package let note: Prose?
}

/// What a resident says of the work without being asked.
package struct RateForm: Hashable, Sendable, Codable {
    package let solved: CallbackForm.Solved
    /// 1 to 5.
    package let satisfied: Int
    package let note: Prose?
}

/// What of a job is shown to the public: a text, and the photos that were chosen for it.
package struct PublishForm: Hashable, Sendable, Codable {
    package let text: Prose
    package let photos: [Photo]?
}
