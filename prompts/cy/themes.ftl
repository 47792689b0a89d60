# Awaiting a Welsh reader
# Yr hyn sy’n dod eto: mae arweinwyr yn tagio’r hyn sy’n perthyn i’w gilydd, ac yn gweld faint sydd ohono.

themes-title = Beth sy’n dod eto
themes-button = Beth sy’n dod eto
themes-intro = Dyma’r pryderon a ddaeth atoch y chwarter hwn. Os yw’r un peth yn dod dro ar ôl tro, gall fod yn batrwm: edrychwch arnynt gyda’i gilydd. Dim ond chi sy’n gweld y rhifau hyn.
themes-none = Ni ddaeth yr un tag na chyfeirnod atoch ddwywaith y chwarter hwn. Gallwch dagio pryder ar ei dudalen.
themes-by-tag = Yn ôl eich tagiau
themes-by-reference = Yn ôl cyfeirnod
themes-line = { $theme }: { $count }
themes-see = Eu gweld
themes-gone = Nid oes dim o hynny o’ch blaen y chwarter hwn mwyach.

button-tag = Ei dagio
fact-tags = Tagiau
tag-count = { $tag } ({ $count } y chwarter hwn)
tags-and = { $tags }, { $more }
tag-title = Ei dagio
tag-submit = Cadw’r tagiau hyn
tag-hidden = Peidiwch ag ysgrifennu pwy gododd hyn, a pheidiwch â dyfalu. Efallai nad yw eraill sy’n darllen y tag hwn yn gwybod.
tag-tags-label = I beth mae’n perthyn?
tag-word-label = Eich gair eich hun amdano
tag-word-hint = Cartref, proses, math o broblem. Dim enwau pobl.
tag-unknown = Dewiswch o’r rhestr yn unig, neu ysgrifennwch air arall isod.
tag-too-many = Defnyddiwch ddim mwy na { $most } o dagiau.
tag-done-title = Wedi’i dagio
tag-done = Mae’r arweinwyr sydd â hwn gyda chi yn gweld y tagiau hyn. Nid yw’r sawl a’i cododd yn eu gweld.
