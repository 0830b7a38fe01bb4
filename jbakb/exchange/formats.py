"""The formats that come with jbakb; further ones come through the hooks `jbakb_exporters` and `jbakb_importers`."""

from jbakb.exchange import csv_format
from jbakb.exchange.format import Exporter, Importer

EXPORTERS: tuple[Exporter, ...] = csv_format.EXPORTERS
IMPORTERS: tuple[Importer, ...] = csv_format.IMPORTERS
