"""The plugin's events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from jbakb.clock import today
from jbakb.handbook import parse_page
from jbakb.knowledge_base import open_knowledge_base
from jbakb.recognition.lexicon import build_lexicon
from jbakb.recognition.matcher import Match
from jbakb.site.links import TermLinker
from jbakb.site.pages import generate_pages
from jbakb.store.problem import DataError
from jbakb.store.settings import find_root


class JbakbConfig(Config):
    """Nothing to configure here: all settings stand in jbakb.toml."""


class JbakbPlugin(BasePlugin[JbakbConfig]):
    """Add the glossary's pages to a site and link its terms in all pages."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Open the knowledge base that the configuration file belongs to."""
        root = find_root(Path(config.config_file_path).parent)
        if root is None:
            raise PluginError("jbakb.toml not found beside or above mkdocs.yml")
        try:
            self.kb = open_knowledge_base(root)
            lexicon = build_lexicon(self.kb.glossary, today())
        except DataError as error:
            raise PluginError(str(error)) from error
        self.linker = TermLinker(self.kb.glossary, lexicon)
        self.matches: dict[str, list[Match]] = {}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated pages; they stay out of the navigation, which would grow with every entry."""
        for page in generate_pages(self.kb.glossary, today()):
            files.append(File.generated(config, page.path, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark the terms of a page."""
        areas = tuple(page.meta.get("areas") or ())
        marked, self.matches[page.file.src_uri] = self.linker.mark(markdown, areas)
        return marked

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Turn the marks into links."""
        matches = self.matches.pop(page.file.src_uri, [])
        return self.linker.link(html, matches, lambda target: get_relative_url(target, page.url))

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:
        """Rebuild when the glossary changes."""
        server.watch(str(self.kb.root / "glossary"))
        return server
