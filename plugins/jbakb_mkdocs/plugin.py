"""The plugin's events: each calls one function of the core."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from jbakb.clock import today
from jbakb.diagram.style import page_style
from jbakb.i18n import _, use_language
from jbakb.knowledge_base import open_knowledge_base
from jbakb.site.addresses import LEGAL
from jbakb.site.area_style import area_css
from jbakb.site.content import SiteContent
from jbakb.site.edition import EDITIONS
from jbakb.site.links import LinkContext
from jbakb.site.navigation import navigation
from jbakb.site.pages import asking, fill_blocks, generate_pages, own_side_menu, own_text, process_sheet
from jbakb.site.process_files import process_files
from jbakb.site.redirects import make_redirects
from jbakb.store.problem import DataError
from jbakb.store.settings import MARKER, find_root
from jbakb_mkdocs.extension import TermExtension
from jbakb_mkdocs.footer import footer
from jbakb_mkdocs.not_found import not_found
from jbakb_mkdocs.search_index import search_script
from jbakb_mkdocs.search_texts import search_texts
from jbakb_mkdocs.theme_requests import silence_page, silence_script
from jbakb_mkdocs.trouble import Trouble

ASSETS = Path(__file__).parent / "assets"
TEMPLATES = Path(__file__).parent / "templates"
_URL = "assets/jbakb"
_MATERIALS_FAVICON = "assets/images/favicon.png"
#: In this order; `areas` is made from areas.yml, `print` has the last word.
_STYLES = (
    "tokens",
    "areas",
    "jbakb",
    "entry",
    "search",
    "tables",
    "overviews",
    "own-side",
    "tooltips",
    "diagram",
    "process",
    "print",
)
_SCRIPTS = (
    "jbakb",
    "search-language",
    "search-plan",
    "search-engine",
    "search-dialog",
    "tooltips",
    "table",
    "sort-tables",
    "self-test",
    "print",
    "home-search",
    "process",
)


class JbakbConfig(Config):  # type: ignore[no-untyped-call]
    """What differs between builds of one knowledge base; everything else stands in jbakb.toml."""

    edition = config_options.Choice(EDITIONS, default="internal")
    as_of = config_options.Optional(config_options.Type(date))


class JbakbPlugin(BasePlugin[JbakbConfig]):  # type: ignore[no-untyped-call]
    """Add the glossary's pages to a site and link its terms in all pages."""

    serving = False
    trouble: Trouble | None = None
    made: tuple[str, ...] = ()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is the preview; with this event MkDocs also keeps the plugin between its builds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the knowledge base that the configuration file belongs to."""
        root = find_root(Path(config.config_file_path).parent)
        if root is None:
            raise PluginError(_("Neben mkdocs.yml oder darüber fehlt {file}.").format(file=MARKER))
        self.root = root
        edition = os.environ.get("JBAKB_EDITION") or self.config.edition
        if edition not in EDITIONS:
            raise PluginError(_("Die Ausgabe „{edition}“ gibt es nicht.").format(edition=edition))
        given = os.environ.get("JBAKB_AS_OF")
        try:
            on = date.fromisoformat(given) if given else self.config.as_of or today()
            kb = open_knowledge_base(root)
            use_language(kb.settings.language)
            self.content = SiteContent.of(kb, edition, on, directory_urls=config.use_directory_urls)
        except ValueError as error:
            raise PluginError(str(error)) from None
        except DataError as error:
            if self.serving:  # MkDocs would keep every reader waiting until the data are mended
                self.trouble = Trouble(error.problems)
                self.trouble.tell()
                return config
            raise PluginError("\n" + "\n".join(f"{problem}" for problem in error.problems)) from None
        if self.trouble:
            self.trouble = None
            sys.stderr.write(_("Die Daten sind wieder in Ordnung; die Website wird neu gebaut.") + "\n")
        self.left_out = {page.path.removeprefix("docs/") for page in kb.pages} - self.content.page_paths
        self.extension = TermExtension(self.content.linker)
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        config.extra_css[:0] = [f"{_URL}/{name}.css" for name in _STYLES]
        config.extra_javascript += [f"{_URL}/{name}.js" for name in _SCRIPTS]
        config.theme.dirs.insert(0, str(TEMPLATES))
        if config.theme["favicon"] == _MATERIALS_FAVICON:
            config.theme["favicon"] = f"{_URL}/favicon.svg"
        # Material's offline plugin takes this shim in place of the one on a foreign server.
        config.extra.setdefault("polyfills", []).append(f"{_URL}/iframe-worker.js")
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages, leave out those of other editions, and order the rest in the navigation."""
        if self.trouble:
            return self.trouble.instead_of(files, self.made, config)
        for file in list(files.documentation_pages()):
            if file.src_uri in self.left_out:
                files.remove(file)
            elif file.src_uri in LEGAL:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        config.nav = config.nav or navigation(self.content)
        pages = list(generate_pages(self.content))
        self.made = tuple(page.path for page in pages)
        for page in pages:
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=level))
        for redirect in make_redirects(self.content):
            files.append(File.generated(config, redirect.path, content=redirect.html))
        files.append(File.generated(config, f"{_URL}/areas.css", content=area_css(self.content.glossary)))
        files.append(File.generated(config, f"{_URL}/diagram.css", content=page_style()))
        for made in process_files(self.content):
            files.append(File.generated(config, made.path, content=made.content))
        for path in sorted(ASSETS.iterdir()):
            files.append(File.generated(config, f"{_URL}/{path.name}", abs_src_path=str(path)))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates the texts of the search."""
        repository = (config.repo_url or "").rstrip("/")
        link = f"{repository}/issues/new?title={{text}}" if repository else "mailto:?subject={text}"
        texts: dict[str, Any] = {"search": search_texts(config.extra.get("jbakb_propose", link))}
        if not self.trouble:
            sides = " ".join(side.area for side in self.content.own_words.sides)
            texts["own_side"] = {"menu": own_side_menu(self.content), "areas": sides, "mark": _("Ihre Seite")}
            texts |= footer(self.content)
        env.globals["jbakb"] = texts
        return env

    # Material shows a search box only with its own plugin, whose index nobody reads: it sleeps while pages are indexed.
    @event_priority(100)
    def _sleep(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
        self._material_search(config, enabled=False)

    @event_priority(-100)
    def _wake(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> None:
        self._material_search(config, enabled=True)

    on_page_context = CombinedEvent(_sleep, _wake)

    @event_priority(100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the search index, in the place of Material's."""
        self._material_search(config, enabled=False)
        silence_script(Path(config.site_dir))
        if self.trouble:
            return
        place = Path(config.site_dir, _URL, "search-index.js")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(search_script(self.content), encoding="utf-8")
        place.with_name("tooltips-data.js").write_text(self.content.tooltip_script, encoding="utf-8")

    def _material_search(self, config: MkDocsConfig, *, enabled: bool) -> None:
        if plugin := config.plugins.get("material/search"):
            plugin.config["enabled"] = enabled

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put a process' fact sheet above its text, and announce the text to the Markdown extension."""
        if self.trouble:
            return self.trouble.markdown
        path = page.file.src_uri
        source = self.content.pages_by_path.get(path)
        if source is None:
            self.extension.announce(LinkContext(path), "", ())
            return markdown
        markdown = own_text(source, markdown)
        body, matches = self.content.matches[path]
        if body != markdown:  # changed on the way here
            body, matches = markdown, self.content.linker.find(markdown, source.areas)
        self.extension.announce(LinkContext(path, source.areas), body, matches)
        if source.process:  # its diagram needs the room; links to the parts of the page stand at its top
            page.meta.setdefault("hide", ["toc"])
        return process_sheet(self.content, path, source) + asking(self.content, path, source) + markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the lists in their places."""
        if self.trouble:
            return html
        return fill_blocks(self.content, page.file.src_uri, html)

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Mend what Material leaves out for screen readers."""
        return silence_page(_name_search(output))

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str:
        """Mend the same on pages without Markdown; Material's page for wrong addresses is English."""
        if template_name == "404.html":
            output_content = not_found(output_content, config.site_url)
        return silence_page(_name_search(output_content))

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Rebuild when the data change; MkDocs itself watches docs/ and mkdocs.yml."""
        server.watch(str(self.root / "glossary"))
        server.watch(str(self.root / MARKER))
        return server


def _name_search(html: str) -> str:
    """Give Material's search dialogue the name that it lacks (axe: aria-dialog-name)."""
    unnamed = 'data-md-component="search" role="dialog"'
    name = _("Suche")
    return html.replace(unnamed, f'{unnamed} aria-label="{name}"', 1)
