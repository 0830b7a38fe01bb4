"""jbakb: a knowledge base and translation glossary for Jugendberufsagenturen.

The way of the data, each arrow a function from one value to the next (nothing flows back):

    glossary/*.yml -> store -> model.Glossary -> recognition.Lexicon -> Match -> check -> Finding
    docs/*.md      -> handbook.Page ------------------^                    +-> site links and tooltips
    Glossary + handbook -> search documents -> index;  Glossary <-> exchange formats
"""

__version__ = "0.1.0"
