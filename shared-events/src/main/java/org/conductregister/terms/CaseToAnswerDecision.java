package org.conductregister.terms;

/** Whether there is a case to answer, and for what. */
public enum CaseToAnswerDecision {
    GROSS_MISCONDUCT,
    MISCONDUCT,
    NO_CASE_TO_ANSWER
}
