# Awaiting a Welsh reader
# Pwy all helpu: rhifau, enwau, llwybrau a pholisïau, a’r hyn y gellir ei wneud yma.

help-title = Pwy all helpu
help-button = Pwy all helpu
help-public = Mae’r dudalen hon i bawb. Dangosir arweinwyr eich asiantaeth chi i’r rhai sy’n mewngofnodi.
help-leads = Pwy sy’n gwrando yn eich asiantaeth
help-lead = Arweinydd diogelu. Yn clywed yr hyn a godwch.
help-away = I ffwrdd heddiw. Mae { $name } yn cymryd eu lle.
help-if-silent = Gofynnir iddynt pan na fydd arweinydd yn ateb.
help-in-the-end = Dywedir wrthynt pan na fydd neb wedi’i dderbyn.
help-nobody = Nid yw Upstander yn gwybod enwau eich arweinwyr eto. Mae’r hyn a godwch yn eu cyrraedd yr un fath.
help-own-door = Eich drws ffrynt eich hun, i eraill sydd angen eich asiantaeth:
help-doors = Drysau ffrynt
help-doors-others = Drysau ffrynt asiantaethau eraill
help-doors-about = Lle mae pobl o asiantaethau eraill yn ffonio:
help-door = { $agency }, { $door }
help-advice = Cyngor
help-advice-about = Gallwch ofyn am gyngor, heb roi enw:
help-allegation = Honiadau
help-allegation-about = Os gallai rhywun sy’n gweithio gyda phlant neu oedolion fod wedi niweidio un, neu os nad yw’n ddiogel iddynt weithio gyda nhw:
help-whistleblowing = Chwythu’r chwiban
help-whistleblowing-about = Os eich sefydliad chi eich hun sy’n eich poeni:
help-reporting = Rheoleiddwyr a rhoi gwybod
help-reporting-about = I roi gwybod am wasanaeth, neu am sut yr ymdriniwyd â rhywbeth:
help-policies = Ein polisïau
help-policy = { $name } (edrychwyd arno ar { $day })
help-here = Beth mae Upstander yn ei wneud
help-what = Wedi gweld neu glywed rhywbeth sy’n eich poeni? Gallwch godi llais yma: wrth eich enw, yn gyfrinachol neu’n ddienw. Bydd person yn ei dderbyn, a chewch glywed yn ôl. Os na fydd neb, byddwn yn gofyn i eraill ac yn dweud wrthych. Gallwch herio penderfyniad: rhaid i bwy bynnag a’i gwnaeth ateb. Gallwch gofnodi atgyfeiriad, a gofyn am ail farn. Mae “Fy mhryderon” yn dangos pob cam.
urgent-short = Argyfwng

## What else can be done, by what it is for

menu-speak = Ffyrdd eraill o godi llais
menu-meeting = Mewn cyfarfod
menu-mine = Fy mhethau i
menu-help = Help ac ymarfer
