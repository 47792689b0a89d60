# Awaiting a Welsh reader
# Codau ar bapur: mae pobl yn yr ystafell heb Slack na Teams yn ateb ar dudalen we.

codes-title = Ateb gyda chod
codes-intro = Ar gyfer saib mewn cyfarfod. Gofynnwch i’r cadeirydd am god. Mae’n agor yr hyn y gofynnir i’r ystafell, ac yn rhoi un llais i chi. Nid ydym yn gwybod pwy sydd â pha god: cymerwch un heb i neb nodi pa un. Os daethoch yma drwy god QR, gall y cod aros yn hanes y porwr hwn.
codes-hint = 8 o lythrennau a rhifau, megis 7KQM-2XFP. Nid yw priflythrennau, bylchau na chysylltnodau’n gwneud gwahaniaeth.
codes-open = Agor
codes-shape = Mae gan god 8 o lythrennau a rhifau, megis 7KQM-2XFP. Gwiriwch bob un ohonynt.
codes-back = Yn ôl i’r saib
codes-kept = Yr hyn a ysgrifennoch. Ni chafodd ei dderbyn: copïwch ef os ydych am ei gadw
codes-to-sheet = I’r cadeirydd: argraffu codau gyda chodau QR

## Y ddalen y mae’r cadeirydd yn ei hargraffu

codes-sheet-title = Codau ar gyfer y saib
codes-sheet-intro = Gludwch y codau a gawsoch. Mae’r dudalen hon yn llunio dalen i’w hargraffu a’i thorri, neu i’w dangos. Nid yw’n chwilio am ddim nac yn cadw dim.
codes-sheet-label = Y codau
codes-sheet-hint = Hyd at { $many }, gyda bwlch, coma neu linell newydd rhyngddynt.
codes-sheet-submit = Llunio’r ddalen
codes-none = Gludwch o leiaf un cod.
codes-too-many = Gludwch ddim mwy na { $many } o godau ar y tro.
codes-unread = Nid yw “{ $code }” yn edrych fel cod. Mae cod yn edrych fel 7KQM-2XFP.
codes-sheet-how = Argraffwch y dudalen hon a thorrwch ar hyd y llinellau. Gadewch i bawb gymryd un, heb edrych pwy sy’n cymryd pa un. Ni chaiff y nodyn hwn ei argraffu.
codes-sheet-line = Pwyntiwch eich camera at y sgwâr, neu teipiwch y cod yn { $address }. Un llais yw un cod, ac nid oes enw’n mynd gydag ef.
codes-sheet-qr = Cod QR sy’n agor { $code }
codes-sheet-again = Llunio dalen arall
