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
standin-hint = Byddant yn darllen pob pryder newydd y byddech chi’n ei gael, gan gynnwys yr hyn a ddywedir yn gyfrinachol neu heb enw. Gallant fod o asiantaeth arall, felly dewiswch rywun sy’n cael darllen hynny.
standin-holds = Yn dirprwyo ar eich rhan o { $first } tan { $last }: { $who }. Gallwch newid hynny yma, neu roi terfyn arno.
standin-gone = Mae’r sawl a enwoch i ddirprwyo wedi gadael, neu nid yw’n gwneud dim yma mwyach: nid oes neb yn dirprwyo ar eich rhan. Dewiswch rywun arall, os gwelwch yn dda.
standin-back = Rydw i’n ôl: o hyn ymlaen nid oes neb yn dirprwyo ar fy rhan
standin-over-title = Rydych chi’n ôl
standin-over = O hyn ymlaen daw pob pryder newydd atoch chi yn unig eto. Mae’r hyn a gawsant yn y cyfamser yn aros o’u blaenau hwythau hefyd.

missing-person = Dewiswch rywun o’r rhestr, os gwelwch yn dda.
missing-day = Dewiswch y diwrnod cyntaf, os gwelwch yn dda.
missing-last-day = Dewiswch ddiwrnod olaf nad yw wedi bod, ac nad yw cyn y cyntaf.
standin-too-far = Dewiswch ddiwrnod olaf o fewn blwyddyn i heddiw, os gwelwch yn dda. Gallwch enwi dirprwy eto wedi hynny.
