"""Search statute sections with the words that staff type, with the glossary's synonyms and without.

    python -m benchmarks.staff_words FOLDER

FOLDER holds the books I, II, III, VIII and XII of the Sozialgesetzbuch as for `benchmarks.search`. The words, with the
sections that govern them, are in staff_words.tsv: abbreviations, everyday and outdated words.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from hashlib import sha1
from pathlib import Path
from statistics import fmean

from benchmarks.search import sections_in
from jbakb.knowledge_base import open_knowledge_base
from jbakb.search.analysis import phrase
from jbakb.search.documents import SearchDocument
from jbakb.search.engine import Query
from jbakb.search.evaluation import measure, read_judgements
from jbakb.search.expansions import expansions_of
from jbakb.search.index import build_index
from jbakb.search.memory import MemorySearcher

_HERE = Path(__file__).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    sections = sections_in(parser.parse_args().folder)
    documents = [
        SearchDocument(s.path, "norm", f"§ {s.number} {s.law} – {s.title}", "", s.path, s.path, text=s.text)
        for s in sections
    ]
    synonyms = expansions_of(open_knowledge_base(_HERE.parent).glossary)
    judged = read_judgements(_HERE / "staff_words.tsv")
    for name, expansions in (("with the glossary's synonyms", synonyms), ("without", {})):
        searcher = MemorySearcher(build_index(documents, expansions))
        figures: dict[str, list[float]] = defaultdict(list)
        for each in judged:
            found = measure(each.expected, [(hit.id,) for hit in searcher.search(Query(each.query))])[0]
            figures["dev" if sha1(each.query.encode()).digest()[0] % 2 else "test"].append(found)
            figures["words of the glossary" if phrase(each.query) in synonyms else "other words"].append(found)
        told = "  ".join(f"{group} ({len(rows)}) {fmean(rows):.3f}" for group, rows in figures.items())
        every = fmean([*figures["dev"], *figures["test"]])
        print(f"{name}: nDCG@10 {every:.3f}  {told}")


if __name__ == "__main__":
    main()
