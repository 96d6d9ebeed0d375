# Shortens what the test runner says: whatever began, and whatever passed but for suites, is left out, and what failed is
# said once more ahead of the runner's own summary, so that the end of a log tells why a run failed.
# An entry starts with the runner's sign; the lines after it, notes (↳) among them, belong to it.
/^✔ Test run / || /^✘ Test run / { summary = $0; entry = "summary"; next }
/^◇ / || /^✔ Test / { entry = "left out" }
/^✔ Suite / { entry = "passed" }
/^✘ / { entry = / recorded an issue/ ? "issue" : "failed" }
entry == "left out" || entry == "summary" { next }
{ print; fflush() }
entry == "issue" { issues = issues $0 "\n" }
END {
    if (issues != "") printf "\nWhat failed:\n%s\n", issues
    print summary
}
