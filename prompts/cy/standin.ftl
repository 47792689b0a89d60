# Awaiting a Welsh reader
# Arweinydd a fydd i ffwrdd yn enwi pwy sy’n dirprwyo.

standin-title = Tra byddwch i ffwrdd
standin-button = Enwi dirprwy
standin-label = Pwy sy’n dirprwyo ar eich rhan?
standin-first = Diwrnod cyntaf i ffwrdd
standin-last = Diwrnod olaf i ffwrdd
standin-submit = Cadw
standin-done-title = Dirprwy wedi’i enwi
standin-done = Ar y diwrnodau hynny, byddant yn cael pob pryder newydd y byddech chi’n ei gael. Rhowch wybod iddynt, os gwelwch yn dda. Mae’r hyn rydych eisoes wedi’i dderbyn yn aros gyda chi.
standin-not-lead = Dim ond pobl sy’n clywed pryderon all enwi dirprwy. Os dylai hynny eich cynnwys chi, gofynnwch i bwy bynnag sy’n gofalu am Upstander yn eich partneriaeth.

missing-person = Dewiswch rywun o’r rhestr, os gwelwch yn dda.
missing-day = Dewiswch y diwrnod cyntaf, os gwelwch yn dda.
missing-last-day = Dewiswch ddiwrnod olaf nad yw wedi bod, ac nad yw cyn y cyntaf.
