"""DECIDE-AI: 17 AI items in 28 rows and 10 generic ones (Vasey et al., BMJ 2022;377:e070904), in our own words."""

from __future__ import annotations

from radviewer.report.study.guidelines import Guideline, Item

DECIDE_AI = Guideline(
    "decide_ai", "DECIDE-AI",
    "Vasey et al., BMJ 2022;377:e070904 and Nature Medicine 2022;28:924-933, for early clinical evaluation.",
    (
        ("Title, abstract, introduction", (
            Item("1", "Named as an early evaluation of AI decision support", ("auto.title",)),
            Item("I", "Structured abstract"),
            Item("2a", "Condition, problem, current practice and patients", ("model.intended_use",)),
            Item("2b", "Intended users, place in care and expected effect", ("model.intended_use",)),
            Item("II", "Objectives", ("study.question",)),
        )),
        ("Methods", (
            Item("III", "Protocol, registration and ethics", ("study.protocol", "study.registration", "study.ethics")),
            Item("3a", "Patients: recruitment, criteria, number", ("study.case_selection", "study.sample_size")),
            Item("3b", "Users: recruitment, criteria, number", ("study.reader_recruitment", "study.sample_size")),
            Item("3c", "How users were made familiar with the system", ("study.reader_training",)),
            Item("4a", "The system: version, algorithm, training population, earlier performance",
                 ("model.name", "model.version", "model.algorithm", "model.training_data", "model.performance")),
            Item("4b", "Its inputs, and how they were acquired", ("model.preprocessing",)),
            Item("4c", "Its outputs, and how users saw them", ("model.display", "model.operating_point")),
            Item("5a", "Settings of the evaluation", ("study.setting", "study.design")),
            Item("5b", "Workflow, when the system is used, and who decides", ("study.design", "study.reading_order")),
            Item("IV", "Primary and secondary outcomes", ("study.primary_endpoint", "auto.endpoints")),
            Item("6a", "How errors and malfunctions were defined and found", ("auto.failures",)),
            Item("6b", "How risks to patients were found and limited"),
            Item("7", "Methods for human factors"),
            Item("V", "Statistical analysis", ("study.primary_analysis", "auto.methods")),
            Item("8", "Methods for an ethical aim such as fairness"),
            Item("VI", "Involvement of patients"),
        )),
        ("Results", (
            Item("9a", "Characteristics of patients, and missing data", ("auto.numbers", "auto.missing")),
            Item("9b", "Characteristics of users", ("auto.subgroups",)),
            Item("10a", "Exposure of users to the system and its use as intended", ("auto.exposure",)),
            Item("10b", "Changes of the workflow"),
            Item("VII", "Main results", ("auto.estimates",)),
            Item("VIII", "Subgroups", ("auto.subgroups",)),
            Item("11", "Changes made to the system during the study", ("auto.deviations",)),
            Item("12", "Agreement of users with the system, and why they departed from it", ("auto.uptake",)),
            Item("13a", "Errors and malfunctions of the system, and their effect", ("auto.failures",)),
            Item("13b", "Risks and harm to patients"),
            Item("14a", "Usability"),
            Item("14b", "Learning curves of users"),
        )),
        ("Discussion and statements", (
            Item("15", "Whether results support the intended use", ("study.implications",)),
            Item("16", "Safety, and what follows from the errors seen"),
            Item("IX", "Strengths and limitations", ("study.limitations",)),
            Item("17", "Availability of data and code", ("study.data_availability", "auto.hash")),
            Item("X", "Interests", ("study.conflicts", "study.funding")),
        )),
    ),
)  # fmt: skip
