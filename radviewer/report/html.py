"""Pages as one self-contained HTML file: no network, no script, figures as inline SVG.

Everything from outside is escaped by the template and made inert before. A content security policy inside the
page forbids loading anything at all.
"""

from __future__ import annotations

from radviewer.report.page import Page, numbered
from radviewer.report.svg import to_svg
from radviewer.report.text import inert, typographic


def to_html(page: Page) -> str:
    """The page as HTML text, the same for the same page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("radviewer.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["show"] = lambda value: typographic(inert(value, longest=4000))
    # The drawing's writer escapes its own text, so its markup is passed on as it is.
    environment.filters["svg"] = lambda drawing, key: Markup(to_svg(drawing, key))  # noqa: S704
    return environment.get_template("page.html.j2").render(page=page, sections=numbered(page))
