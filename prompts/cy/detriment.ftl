# Awaiting a Welsh reader
# Tri deg a naw deg diwrnod yn ddiweddarach, i bwy bynnag a gadwodd gyfeiriad ar gyfer hynny.

button-afterwards = Ateb dau gwestiwn
button-gone = Dileu’r ddolen yn ôl ataf, heb ofyn i mi
afterwards-title = Sut aeth hi i chi?
afterwards-intro = Dim ond cyfrif yr atebion a wnawn, gyda rhai pobl eraill, pan ddaw’r chwarter i ben a phan fydd o leiaf bump o bobl wedi ateb. Ni chânt eu cadw gyda’r hyn a godoch, na gyda’ch enw. Mae atebion pob person yn cyfrif unwaith.
worse-label = A gawsoch eich trin yn waeth am i chi godi llais?
worse-no = Naddo
worse-yes = Do
worse-unsaid = Byddai’n well gennyf beidio â dweud
again-label = A fyddech yn codi llais eto?
again-yes = Byddwn
again-no = Na fyddwn
again-unsaid = Byddai’n well gennyf beidio â dweud
afterwards-submit = Anfon
afterwards-done = Diolch. Mae’n ein helpu i weld a yw’n ddiogel codi llais yma. Os cawsoch eich trin yn waeth, codwch hynny fel pryder newydd, os gwelwch yn dda.
afterwards-counted = Mae eich atebion gennym eisoes, ac maent yn cyfrif unwaith. Nid oes dim mwy i’w wneud. Os cawsoch eich trin yn waeth ers hynny, codwch hynny fel pryder newydd, os gwelwch yn dda.
missing-worse = Dewiswch ateb, os gwelwch yn dda. Mae “Byddai’n well gennyf beidio â dweud” yn iawn.
missing-again = Dewiswch ateb, os gwelwch yn dda. Mae “Byddai’n well gennyf beidio â dweud” yn iawn.
gone-title = Ni allwn eich cyrraedd
gone-done = Mae’r ddolen yn ôl atoch wedi’i dileu. Ni allwn ofyn i chi am hyn mwyach. Diolch am godi llais.
gone-not-closed = Mae hyn yn dal ar agor, felly mae angen y ddolen yn ôl atoch arnom o hyd. Caewch ef yn gyntaf, os gwelwch yn dda.
