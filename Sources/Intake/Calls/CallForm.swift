package import Kernel

extension ImportedCall {
    /// The `with` of its `job.call`: what the export says of target, closing and label goes along as facts
    /// from outside.
    package var form: JSON {
        .members([
            "ref": .string(ref.text), "channel": .string(channel.text), "caller": callerJSON, "site": site,
            "category": .string(category.text), "description": .string(description.text), "outside": outside,
        ])
    }

    private var callerJSON: JSON? {
        caller.map {
            .members([
                "name": $0.name.map { .string($0.text) }, "phone": $0.phone.map { .string($0.text) },
                "confidential": $0.confidential ? .bool(true) : nil,
            ])
        }
    }

    private var site: JSON {
        .members([
            "address": .string(address.text), "community": community.map { .string($0.text) },
            "estate": estate.map { .string($0.text) }, "lat": position.map { .string($0.lat) },
            "lon": position.map { .string($0.lon) },
        ])
    }

    private var outside: JSON? {
        guard target != nil || closed != nil || label != nil else { return nil }
        return .members([
            "target": target.map { JSON($0) }, "closed": closed.map { JSON($0) },
            "label": label.map { .string($0.rawValue) },
        ])
    }
}
