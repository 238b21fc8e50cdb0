"""How readers take up advice from AI: reads before and after, measures with intervals, strata, words."""

from radviewer.stats.uptake.analysis import Section, Split, Uptake, analyse, section
from radviewer.stats.uptake.bootstrap import BootstrapPlan
from radviewer.stats.uptake.catalogue import BY_KEY, CATALOGUE, Entry, Unit
from radviewer.stats.uptake.interval import Estimate
from radviewer.stats.uptake.reads import PairedReads, UptakeColumns, conditions_of, paired_reads

__all__ = [
    "BY_KEY",
    "CATALOGUE",
    "BootstrapPlan",
    "Entry",
    "Estimate",
    "PairedReads",
    "Section",
    "Split",
    "Unit",
    "Uptake",
    "UptakeColumns",
    "analyse",
    "conditions_of",
    "paired_reads",
    "section",
]
