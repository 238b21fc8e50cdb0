"""STARD-AI: 40 items in 48 rows (Sounderajah et al., Nat Med 2025;31:3283), topics in our own words."""

from __future__ import annotations

from radviewer.report.study.guidelines import Guideline, Item

STARD_AI = Guideline(
    "stard_ai", "STARD-AI", "Sounderajah et al., Nature Medicine 2025;31:3283-3289.",
    (
        ("Title, abstract, introduction", (
            Item("1", "Named as a study of the diagnostic accuracy of AI, with a measure", ("auto.title",)),
            Item("2", "Structured abstract"),
            Item("3", "Background, intended use and place in the workflow", ("model.intended_use",)),
            Item("4", "Objectives and hypotheses", ("study.question",)),
        )),
        ("Methods: design, ethics, participants", (
            Item("5", "Data collected before or after the tests (prospective, retrospective)", ("study.setting",)),
            Item("6", "Ethics approval, or why none", ("study.ethics",)),
            Item("7", "Eligibility of participants and of data", ("study.case_selection",)),
            Item("8", "On what basis participants were found", ("study.case_selection",)),
            Item("9", "Where and when", ("study.setting",)),
            Item("10", "Consecutive, random or convenience series", ("study.case_selection",)),
        )),
        ("Methods: dataset", (
            Item("11", "Source of the data", ("study.setting", "study.data_availability")),
            Item("12", "Who annotated, and how", ("study.reference_standard",)),
            Item("13", "Devices and software with versions", ("auto.software",)),
            Item("14", "Acquisition and preprocessing", ("study.setting", "model.preprocessing")),
        )),
        ("Methods: tests", (
            Item("15a", "Index test in enough detail to repeat it",
                 ("model.name", "model.version", "model.display", "study.design")),
            Item("15b", "Development of the index test", ("model.training_data", "model.performance")),
            Item("15c", "Thresholds of the index test and their origin", ("model.operating_point",)),
            Item("15d", "Intended users and their expertise", ("model.intended_use", "study.reader_recruitment")),
            Item("16a", "Reference standard in enough detail", ("study.reference_standard",)),
            Item("16b", "Why this reference standard", ("study.reference_standard_rationale",)),
            Item("16c", "Thresholds of the reference standard"),
            Item("17a", "What readers of the index test knew", ("study.blinding",)),
            Item("17b", "What assessors of the reference standard knew"),
        )),
        ("Methods: analysis", (
            Item("18", "How accuracy was estimated and compared", ("auto.methods", "auto.endpoints")),
            Item("19", "Indeterminate results"),
            Item("20", "Missing data", ("study.missing_data", "auto.missing")),
            Item("21", "Variability of accuracy, planned or exploratory", ("auto.subgroups",)),
            Item("22", "Sample size and its reason", ("study.sample_size",)),
            Item("23", "Error analysis, bias and fairness", ("auto.failures",)),
        )),
        ("Results: participants and dataset", (
            Item("24", "Flow of participants as a diagram", ("auto.numbers",)),
            Item("25", "Baseline characteristics of the datasets"),
            Item("26a", "Severity among positive cases"),
            Item("26b", "Other diagnoses among negative cases"),
            Item("27", "Time between index test and reference standard"),
            Item("28", "Whether the data represent the intended population"),
            Item("29", "How an external dataset differs from the training data"),
        )),
        ("Results: tests", (
            Item("30", "Cross tabulation with the reference standard", ("auto.crosstab",)),
            Item("31", "Accuracy and its precision", ("auto.estimates",)),
            Item("32", "Adverse events"),
        )),
        ("Discussion", (
            Item("33", "Limitations", ("study.limitations",)),
            Item("34", "Implications for practice", ("study.implications",)),
            Item("35", "Ethical considerations and fairness"),
        )),
        ("Other", (
            Item("36", "Registration", ("study.registration",)),
            Item("37", "Protocol", ("study.protocol",)),
            Item("38", "Funding and role of funders", ("study.funding",)),
            Item("39", "Commercial interests", ("study.conflicts",)),
            Item("40a", "Availability of data and code", ("study.data_availability",)),
            Item("40b", "Whether outputs are stored and can be audited", ("auto.audit", "auto.hash")),
        )),
    ),
)  # fmt: skip
