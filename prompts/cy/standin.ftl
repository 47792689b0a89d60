# Awaiting a Welsh reader
# Bydd pwy bynnag a fydd i ffwrdd yn enwi pwy sy’n dirprwyo.

standin-title = Tra byddwch i ffwrdd
standin-button = Enwi dirprwy
standin-agency = Ym mha asiantaeth maen nhw?
standin-now-whom = Dewiswch nawr pwy yn yr asiantaeth honno sy’n dirprwyo ar eich rhan.
standin-label = Pwy sy’n dirprwyo ar eich rhan?
standin-first = Diwrnod cyntaf i ffwrdd
standin-last = Diwrnod olaf i ffwrdd
standin-submit = Cadw
standin-done-title = Dirprwy wedi’i enwi
standin-done = Ar y diwrnodau hynny, byddant yn cael pob pryder newydd y byddech chi’n ei gael, ac yn cael eu holi gyda chi am atgyfeiriadau. Rhowch wybod iddynt, os gwelwch yn dda. Mae pryderon rydych wedi’u derbyn yn aros gyda chi.

missing-person = Dewiswch rywun o’r rhestr, os gwelwch yn dda.
missing-day = Dewiswch y diwrnod cyntaf, os gwelwch yn dda.
missing-last-day = Dewiswch ddiwrnod olaf nad yw wedi bod, ac nad yw cyn y cyntaf.
