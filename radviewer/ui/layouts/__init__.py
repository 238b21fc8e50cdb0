"""Layouts of several series: cells, links, hanging rules, further windows."""
