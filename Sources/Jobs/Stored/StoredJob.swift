package import Kernel
import Ledger

/// A job is written and read in parts, one for each part of its declaration.
extension Job: Stored {
    package func write(to text: inout JSONText) {
        text.open()
        text.put("number", number)
        text.put("call", call)
        text.put("calledAt", calledAt)
        text.put("calledBy", calledBy)
        text.put("works", works)
        text.put("papers", papers)
        writeScope(to: &text)
        writeWork(to: &text)
        writePapers(to: &text)
        writeEnd(to: &text)
        text.put("lastWorks", lastWorks)
        text.put("lastPapers", lastPapers)
        text.put("moved", moved)
        text.put("past", past)
        text.close()
    }

    private func writeScope(to text: inout JSONText) {
        text.put("category", category)
        text.put("tenure", tenure)
        text.put("estate", estate)
        text.put("urgency", urgency)
        text.put("hazard", hazard)
        text.put("due", due)
        text.put("acceptedAt", acceptedAt)
        text.put("address", address)
        text.put("community", community)
        text.put("warrantyOf", warrantyOf)
        text.put("warrantyCalls", warrantyCalls)
        text.put("reopens", reopens)
        text.put("reopenedBy", reopenedBy)
        text.put("absorbed", absorbed)
    }

    private func writeWork(to text: inout JSONText) {
        text.put("arrivedAt", arrivedAt)
        text.put("dispatch", dispatch)
        text.put("crew", crew)
        text.put("startedAt", startedAt)
        text.put("finishedAt", finishedAt)
        text.put("passedAt", passedAt)
        text.put("reworks", reworks)
    }

    private func writePapers(to text: inout JSONText) {
        text.put("surveyors", surveyors)
        text.put("survey", survey)
        text.put("authorization", authorization)
        text.put("signedTotal", signedTotal)
        text.put("signedAt", signedAt)
        text.put("returned", returned)
        text.put("slips", slips)
        text.put("revision", revision)
        text.put("claim", claim)
        text.put("review", review)
        text.put("settlement", settlement)
        text.put("payments", payments)
        text.put("recoveries", recoveries)
        text.put("withheld", withheld)
        text.put("replacesEarlierYear", replacesEarlierYear)
        text.put("invoices", invoices)
        text.put("reversedSettlement", reversedSettlement)
        text.put("holdings", holdings)
    }

    private func writeEnd(to text: inout JSONText) {
        text.put("disputed", disputed)
        text.put("suspension", suspension)
        text.put("pauses", pauses)
        text.put("contacted", contacted)
        text.put("callbackAttempts", callbackAttempts)
        text.put("solved", solved)
        text.put("satisfied", satisfied)
        text.put("rating", rating)
        text.put("published", published)
        text.put("settledAt", settledAt)
        text.put("closedAt", closedAt)
        text.put("mergedInto", mergedInto)
    }

    package init(scan: inout JSONScan) throws(JSONScan.Foreign) {
        try scan.open()
        let (number, call): (Code, CallForm) = (try scan.take("number"), try scan.take("call"))
        self.init(number: number, call: call, at: try scan.take("calledAt"), by: try scan.take("calledBy"))
        works = try scan.take("works")
        papers = try scan.take("papers")
        try readScope(&scan)
        try readWork(&scan)
        try readPapers(&scan)
        try readEnd(&scan)
        lastWorks = try scan.take("lastWorks")
        lastPapers = try scan.find("lastPapers")
        moved = try scan.find("moved")
        past = try scan.find("past")
        try scan.close()
    }

    private mutating func readScope(_ scan: inout JSONScan) throws(JSONScan.Foreign) {
        category = try scan.take("category")
        tenure = try scan.find("tenure")
        estate = try scan.find("estate")
        urgency = try scan.find("urgency")
        hazard = try scan.find("hazard")
        due = try scan.find("due")
        acceptedAt = try scan.find("acceptedAt")
        address = try scan.find("address")
        community = try scan.find("community")
        warrantyOf = try scan.find("warrantyOf")
        warrantyCalls = try scan.find("warrantyCalls")
        reopens = try scan.find("reopens")
        reopenedBy = try scan.find("reopenedBy")
        absorbed = try scan.find("absorbed")
    }

    private mutating func readWork(_ scan: inout JSONScan) throws(JSONScan.Foreign) {
        arrivedAt = try scan.find("arrivedAt")
        dispatch = try scan.find("dispatch")
        crew = try scan.take("crew")
        startedAt = try scan.find("startedAt")
        finishedAt = try scan.find("finishedAt")
        passedAt = try scan.find("passedAt")
        reworks = try scan.take("reworks")
    }

    private mutating func readPapers(_ scan: inout JSONScan) throws(JSONScan.Foreign) {
        surveyors = try scan.take("surveyors")
        survey = try scan.find("survey")
        authorization = try scan.find("authorization")
        signedTotal = try scan.find("signedTotal")
        signedAt = try scan.find("signedAt")
        returned = try scan.find("returned")
        slips = try scan.take("slips")
        revision = try scan.take("revision")
        claim = try scan.find("claim")
        review = try scan.find("review")
        settlement = try scan.find("settlement")
        payments = try scan.take("payments")
        recoveries = try scan.find("recoveries")
        withheld = try scan.find("withheld")
        replacesEarlierYear = try scan.find("replacesEarlierYear")
        invoices = try scan.find("invoices")
        reversedSettlement = try scan.find("reversedSettlement")
        holdings = try scan.take("holdings")
    }

    private mutating func readEnd(_ scan: inout JSONScan) throws(JSONScan.Foreign) {
        disputed = try scan.take("disputed")
        suspension = try scan.find("suspension")
        pauses = try scan.take("pauses")
        contacted = try scan.take("contacted")
        callbackAttempts = try scan.take("callbackAttempts")
        solved = try scan.find("solved")
        satisfied = try scan.find("satisfied")
        rating = try scan.find("rating")
        published = try scan.find("published")
        settledAt = try scan.find("settledAt")
        closedAt = try scan.find("closedAt")
        mergedInto = try scan.find("mergedInto")
    }
}
