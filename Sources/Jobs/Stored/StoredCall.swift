package import Kernel
import Ledger

extension Photo: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("hash", hash)
        text.put("type", type)
        text.put("size", size)
        text.put("takenAt", takenAt)
        text.put("lat", lat)
        text.put("lon", lon)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        let (hash, type, size): (Code, Label, Int) = (try scan.take("hash"), try scan.take("type"), try scan.take("size"))
        let takenAt: Instant? = try scan.find("takenAt")
        let (lat, lon): (Coordinate?, Coordinate?) = (try scan.find("lat"), try scan.find("lon"))
        try scan.close()
        do throws(Refusal) {
            try self.init(hash: hash, type: type, size: size, takenAt: takenAt, lat: lat, lon: lon)
        } catch {
            throw JSONScan.Foreign()
        }
    }
}

extension Site: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("address", address)
        text.put("community", community)
        text.put("estate", estate)
        text.put("tenure", tenure)
        text.put("lat", lat)
        text.put("lon", lon)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        address = try scan.take("address")
        community = try scan.find("community")
        estate = try scan.find("estate")
        tenure = try scan.find("tenure")
        lat = try scan.find("lat")
        lon = try scan.find("lon")
        try scan.close()
    }
}

extension CallerMark: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("digest", digest)
        text.put("phone", phone)
        text.put("confidential", confidential)
        text.put("notify", notify)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        digest = try scan.take("digest")
        phone = try scan.find("phone")
        confidential = try scan.find("confidential")
        notify = try scan.find("notify")
        try scan.close()
    }
}

extension OutsideFacts: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("target", target)
        text.put("closed", closed)
        text.put("label", label)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        target = try scan.find("target")
        closed = try scan.find("closed")
        label = try scan.find("label")
        try scan.close()
    }
}

extension AcceptForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("tenure", tenure)
        text.put("estate", estate)
        text.put("category", category)
        text.put("urgency", urgency)
        text.put("hazard", hazard)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        tenure = try scan.take("tenure")
        estate = try scan.find("estate")
        category = try scan.find("category")
        urgency = try scan.take("urgency")
        hazard = try scan.find("hazard")
        reason = try scan.find("reason")
        try scan.close()
    }
}

extension RegradeForm: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("urgency", urgency)
        text.put("category", category)
        text.put("hazard", hazard)
        text.put("tenure", tenure)
        text.put("estate", estate)
        text.put("address", address)
        text.put("community", community)
        text.put("reason", reason)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        urgency = try scan.find("urgency")
        category = try scan.find("category")
        hazard = try scan.find("hazard")
        tenure = try scan.find("tenure")
        estate = try scan.find("estate")
        address = try scan.find("address")
        community = try scan.find("community")
        reason = try scan.take("reason")
        try scan.close()
    }
}

extension JobScope: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("category", category)
        text.put("tenure", tenure)
        text.put("estate", estate)
        text.put("urgency", urgency)
        text.put("hazard", hazard)
        text.put("address", address)
        text.put("community", community)
        text.close()
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        category = try scan.take("category")
        tenure = try scan.find("tenure")
        estate = try scan.find("estate")
        urgency = try scan.find("urgency")
        hazard = try scan.find("hazard")
        address = try scan.take("address")
        community = try scan.find("community")
        try scan.close()
    }
}
