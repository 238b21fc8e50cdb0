"""How readers take up advice from AI: reads before and after, measures with intervals, strata, words."""

from radviewer.stats.uptake.analysis import Section, Split, Uptake, analyse, section
from radviewer.stats.uptake.bootstrap import BootstrapPlan
from radviewer.stats.uptake.catalogue import BY_KEY, CATALOGUE, Entry, Unit
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads, UptakeColumns, conditions_of, paired_reads
from radviewer.stats.uptake.repeats import RepeatedCalls, repeated_calls

__all__ = [
    "BY_KEY",
    "CATALOGUE",
    "BootstrapPlan",
    "Entry",
    "Estimate",
    "PairedReads",
    "RepeatedCalls",
    "Section",
    "Split",
    "Unit",
    "Uptake",
    "UptakeColumns",
    "analyse",
    "conditions_of",
    "paired_reads",
    "repeated_calls",
    "section",
]
