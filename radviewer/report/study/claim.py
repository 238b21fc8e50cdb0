"""CLAIM 2024: 44 items (Tejani et al., Radiol Artif Intell 2024;6:e240300), topics in our own words."""

from __future__ import annotations

from radviewer.report.study.guidelines import Guideline, Item

CLAIM_2024 = Guideline(
    "claim", "CLAIM 2024", "Tejani et al., Radiology: Artificial Intelligence 2024;6(4):e240300.",
    (
        ("Title and abstract", (
            Item("1", "Named as a study of AI, with the kind of technology", ("auto.title", "model.algorithm")),
            Item("2", "Structured abstract"),
        )),
        ("Introduction", (
            Item("3", "Background, intended use and clinical role", ("model.intended_use",)),
            Item("4", "Aims and hypotheses", ("study.question",)),
        )),
        ("Methods: design", (
            Item("5", "Prospective or retrospective", ("study.setting",)),
            Item("6", "Goal of the study", ("study.question", "study.design")),
        )),
        ("Methods: data", (
            Item("7", "Sources of the data", ("study.setting", "study.data_availability")),
            Item("8", "Criteria of inclusion and exclusion", ("study.case_selection",)),
            Item("9", "Preprocessing of images", ("model.preprocessing",)),
            Item("10", "Selection of subsets of the data", ("study.case_selection",)),
            Item("11", "De-identification"),
            Item("12", "Missing data", ("study.missing_data", "auto.missing")),
            Item("13", "Acquisition of the images", ("study.setting",)),
        )),
        ("Methods: reference standard", (
            Item("14", "How the reference standard was obtained", ("study.reference_standard",)),
            Item("15", "Why this reference standard", ("study.reference_standard_rationale",)),
            Item("16", "Who annotated, with which qualification", ("study.reference_standard",)),
            Item("17", "How the test set was annotated"),
            Item("18", "Variability of the annotators"),
        )),
        ("Methods: partitions and test data", (
            Item("19", "How data were divided", outside=True),
            Item("20", "Level at which the parts are disjoint", outside=True),
            Item("21", "Size of the test set and its reason", ("study.sample_size",)),
        )),
        ("Methods: model", (
            Item("22", "Description of the model", ("model.name", "model.version", "model.algorithm")),
            Item("23", "Software and versions", ("auto.software",)),
            Item("24", "Initial values of parameters", outside=True),
        )),
        ("Methods: training", (
            Item("25", "Training procedure", ("model.training_data",), outside=True),
            Item("26", "How the final model was chosen", outside=True),
            Item("27", "Ensembles", outside=True),
        )),
        ("Methods: evaluation", (
            Item("28", "Measures of performance", ("auto.endpoints",)),
            Item("29", "Significance and uncertainty", ("auto.uncertainty",)),
            Item("30", "Robustness and sensitivity analysis", ("auto.sensitivity",)),
            Item("31", "Explainability", ("model.explanation",)),
            Item("32", "Evaluation on internal data", outside=True),
            Item("33", "Testing on external data", ("study.setting",)),
            Item("34", "Registration of the trial", ("study.registration",)),
        )),
        ("Results", (
            Item("35", "Numbers included and excluded", ("auto.numbers",)),
            Item("36", "Characteristics of the cases"),
            Item("37", "Performance and its uncertainty", ("auto.estimates", "auto.ai_alone")),
            Item("38", "Diagnostic accuracy and its precision", ("auto.estimates", "auto.calibration")),
            Item("39", "Analysis of failures", ("auto.failures",)),
        )),
        ("Discussion and other", (
            Item("40", "Limitations", ("study.limitations",)),
            Item("41", "Implications for practice", ("study.implications",)),
            Item("42", "Full protocol", ("study.protocol",)),
            Item("43", "Availability of software, model and data", ("study.data_availability", "auto.hash")),
            Item("44", "Funding and role of funders, interests", ("study.funding", "study.conflicts")),
        )),
    ),
)  # fmt: skip
