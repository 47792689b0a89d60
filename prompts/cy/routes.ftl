# Awaiting a Welsh reader
# Dod o hyd i’r llwybr cywir: dau gwestiwn, ac at bwy i droi.

routes-title = Y llwybr cywir
routes-button = Y llwybr cywir
routes-intro = Mae dau gwestiwn yn eich arwain at bobl a all helpu. Nid ydym yn cadw eich atebion.
routes-submit = Dangoswch at bwy i droi
routes-about-label = Am beth mae hyn?
missing-route = Dewiswch am beth mae hyn.
routes-about-colleague = Sut mae rhywun rwy’n gweithio gyda nhw yn ymddwyn
routes-about-agency = Sut mae fy asiantaeth fy hun yn gweithio, neu’n trin pobl
routes-about-other = Asiantaeth arall, neu wasanaeth
routes-about-decision = Penderfyniad rwy’n ei weld yn wahanol
routes-raised-label = Ydych chi wedi’i godi’n barod?
missing-raised = Dewiswch a ydych wedi’i godi.
routes-raised-no = Nac ydw, ddim eto
routes-raised-waiting = Ydw, ac rwy’n aros i glywed
routes-raised-nothing = Ydw, a does dim wedi newid
routes-raised-worse = Ydw, ac rwy’n cael fy nhrin yn waeth o’r herwydd

## Beth i’w wneud gyntaf, tra nad oes dim wedi’i godi

routes-first-colleague = Dywedwch wrth arweinydd diogelu heddiw: yma, dros y ffôn neu wyneb yn wyneb. Peidiwch ag ymchwilio i hyn eich hun. Os na allwch ddweud wrth neb yn eich asiantaeth eich hun, mae’r bobl isod yno i chi.
routes-first-agency = Gallwch ei godi yma: wrth eich enw, yn gyfrinachol neu’n ddienw. Os na allwch ei godi y tu mewn, mae’r bobl isod yno i chi.
routes-first-other = Codwch ef yma gydag arweinwyr diogelu’r asiantaeth honno’n gyntaf. Os byddai’n well gennych ddweud wrth rywun y tu allan, dyma bwy sy’n derbyn adroddiadau.
routes-first-decision = Gallwch ei herio yma: rhaid i bwy bynnag a’i gwnaeth ateb, gyda rheswm, erbyn diwrnod penodol. Neu gofynnwch am ail farn yn gyntaf.

## Ar ôl ei godi

routes-then-waiting = Mae “Fy mhryderon” yn dangos ble mae hyn. Os nad oes neb yn ei gymryd, rydym yn gofyn i eraill, ac yn dweud wrthych. Does dim rhaid i chi aros am hynny: gallwch ffonio’r bobl isod unrhyw bryd.
routes-then-nothing = Roeddech yn iawn i’w godi, a gallwch fynd ag ef ymhellach: herio’r penderfyniad, neu droi at bobl y tu allan. Ysgrifennwch beth welsoch chi, pryd oedd hynny, ac wrth bwy y dywedoch.
routes-then-worse = Rhaid i hyn beidio â digwydd, a does dim rhaid i chi ei gario ar eich pen eich hun. Ysgrifennwch beth ddigwyddodd, a phryd. Gofynnwch am gyngor cyn gwneud dim arall.

## Y llwybrau

routes-inside = Yn eich asiantaeth eich hun:
routes-outside = Y tu allan i’ch asiantaeth:
routes-policies = Maen nhw’n dweud beth sy’n digwydd pan fydd pobl yn gweld penderfyniad yn wahanol. Gallwch ei herio: mae’r botwm ar gyfer hynny ar y dudalen hon.
routes-else = Ble i droi
routes-none = Nid oes gan eich partneriaeth rif ar gyfer hyn eto. Gofynnwch i arweinydd diogelu, neu edrychwch o dan “Pwy all helpu”.
routes-protection = Beth sy’n eich amddiffyn, a beth nad yw
routes-protection-words = Mae’r gyfraith yn amddiffyn rhai pobl sy’n adrodd am yr hyn sydd o’i le yn y gwaith, ac nid ym mhob achos. Ni allwn addo ei bod yn eich amddiffyn chi. Cyn i chi adrodd, gofynnwch i linell gyngor neu’ch undeb beth sy’n wir i chi. Mae’r hyn a addawn am eich enw ar bob ffurflen, cyn i chi ei hanfon.
routes-more = Ddim yr hyn sydd ei angen arnoch?
routes-again = Ateb eto

## Yr hyn y mae gweinyddwyr asiantaeth yn ei ysgrifennu am rif

administration-number-title = Ychwanegu rhif
administration-number-submit = Gweld y newid
administration-number-change = Newid y rhif hwn
administration-number-number-label = Y rhif ffôn
administration-number-name-label = Pwy sy’n ateb yno, yn Saesneg
administration-number-name-cy-label = Pwy sy’n ateb yno, yn Gymraeg
administration-number-note-label = Pryd maen nhw’n ateb neu at beth, yn Saesneg
administration-number-note-cy-label = Pryd maen nhw’n ateb neu at beth, yn Gymraeg
administration-door-title = Ychwanegu drws ffrynt
administration-door-submit = Gweld y newid
administration-route-title = Ychwanegu lle i droi
administration-route-submit = Gweld y newid
administration-numbers-urgent = Os oes rhywun mewn perygl
administration-numbers-front-door = Drws ffrynt
administration-numbers-routes = Ei lleoedd ei hun i droi
administration-elsewhere = Ble arall i droi
administration-elsewhere-change = Newid ble arall i droi
administration-elsewhere-intro = Mae pawb yn dod o hyd i’r rhain o dan “Pwy all helpu” a “Y llwybr cywir”. Mae pwy bynnag sy’n codi llais yn ymddiried yn y bobl sy’n ateb yno. Felly mae angen dau weinyddwr i ychwanegu neu newid un. Caiff un ar ei ben ei hun dynnu un allan.
administration-number-intro = Mae pobl yn gweld ar ba ddiwrnod yr edrychodd rhywun ddiwethaf ar hyn. Mae anfon y ffurflen hon yn dweud eich bod newydd wneud yn siŵr ei fod yn gywir.
administration-number-kind-label = Pa fath o help ydyw?
missing-administration-kind = Dewiswch pa fath o help ydyw.
administration-number-purpose-label = Beth i’w ffonio amdano, yn Saesneg
administration-number-purpose-cy-label = Beth i’w ffonio amdano, yn Gymraeg
administration-number-answered-by-label = Pwy sy’n codi’r ffôn, fel gweithiwr cymdeithasol, yn Saesneg
administration-number-answered-by-cy-label = Pwy sy’n codi’r ffôn, fel gweithiwr cymdeithasol, yn Gymraeg
administration-number-protection-label = Beth sy’n diogelu pwy bynnag sy’n troi yno, a beth na chaiff ei addo, yn Saesneg
administration-number-protection-cy-label = Beth sy’n diogelu pwy bynnag sy’n troi yno, a beth na chaiff ei addo, yn Gymraeg
administration-number-limited-label = Mae adegau pan nad oes neb yn ateb
administration-number-opens-label = O
administration-number-closes-label = Tan
administration-number-outside-label = Maen nhw’n ateb y tu allan i’r amserau hyn yn lle hynny, fel gyda’r nos ac ar benwythnosau
missing-administration-limited = Mae rhif argyfwng yn ateb ddydd a nos. Tynnwch y tic hwn allan.
administration-entry-gone = Nid yw hwn yno mwyach. Ewch yn ôl i Gweinyddu, ac edrychwch sut mae’n sefyll nawr.
administration-number-away = Tynnu’r rhif hwn allan
missing-administration-number = Ysgrifennwch y rhif, a phwy sy’n ateb yno.
