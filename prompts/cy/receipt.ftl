# Awaiting a Welsh reader
# Derbynebau: dod yn ôl gyda chod, i bwy bynnag na adawodd ffordd inni gysylltu â nhw.

receipt-title = Agor gyda chod
receipt-intro = Pan godoch chi hyn, cawsoch god. Teipiwch ef yma i ddarllen yr hyn a atebwyd, ac i ateb. Nid oes gennym ffordd arall o gysylltu â chi, ac ni allwn ddod o hyd i god coll i chi.
receipt-chat = Efallai y gall gweinyddwyr Slack neu Teams eich sefydliad weld i chi agor y ffurflen hon. Mae’r un cod yn gweithio ar ein tudalen mewn porwr gwe, heb fewngofnodi.
receipt-page = Nid oes angen cyfrif ar y dudalen hon, ac nid yw’n storio dim yn eich porwr. Efallai y gall pwy bynnag sy’n rhedeg eich rhwydwaith, eich dyfais neu’r gweinydd hwn weld o hyd iddi gael ei hagor.
receipt-code = Eich cod
receipt-hint = 20 o lythrennau a rhifau. Nid yw priflythrennau, bylchau na chysylltnodau’n gwneud gwahaniaeth.
receipt-submit = Agor

receipt-open = Gallwch ddarllen ac ateb yma am hanner awr ar y tro. Ar ôl hynny, teipiwch eich cod eto. A oes rhywun yn edrych ar eich sgrin?

# Yr un fath i god na fu erioed, ac un sydd wedi’i gau.
receipt-nothing = Nid yw’r cod hwn yn agor dim ar hyn o bryd. Gwiriwch bob llythyren a rhif. Ni ellir ailagor sgyrsiau sydd wedi’u cau.
receipt-rest = Nid yw’r cod hwn yn agor dim ar hyn o bryd. Rydych wedi rhoi cynnig ar lawer, felly arhoswch ychydig, ac yna gwiriwch bob llythyren a rhif. Mae’r cod cywir yn agor pryd bynnag y teipiwch ef. Os oes rhywun mewn perygl nawr, ffoniwch 999.
receipt-ran-out = Mae’r dudalen hon wedi bod ar agor yn rhy hir, neu mae’r hyn a ddangosai wedi’i gau. Ni anfonwyd dim. Teipiwch eich cod eto.
receipt-kept = Yr hyn a ysgrifennoch. Ni chafodd ei anfon: copïwch ef, a’i ychwanegu ar ôl i chi agor eich pryder eto

receipt-wait-title = Arhoswch ychydig, os gwelwch yn dda
receipt-wait = Gofynnwyd am lawer iawn o’ch rhwydwaith, gennych chi neu gan rywun arall. Nid oes dim wedi’i golli: arhoswch ychydig, hyd at ddeng munud, cyn rhoi cynnig ar rai eraill. Mae’r cod cywir yn agor unrhyw bryd. Os oes rhywun mewn perygl nawr, ffoniwch 999.

receipt-again = Teipio cod
receipt-back = Yn ôl at yr hyn a ddywedwyd
receipt-sorry = Ni ellid gwneud hynny
receipt-sorry-text = Ni ellid darllen yr hyn a anfonodd eich porwr. Ni anfonwyd dim. Defnyddiwch y ffurflen ar y dudalen.

## Enw’r gorchymyn lle y caiff ei deipio

slack-command-receipt = Dod yn ôl gyda’r cod a gawsoch
teams-typed-receipt = cod
teams-launch-receipt = Agor gyda chod
teams-open-receipt = { receipt-title }
teams-app-receipt-about = Dod yn ôl gyda’r cod a gawsoch

## Y ddalen y mae’r cadeirydd yn ei hargraffu

codes-sheet-title = Codau ar gyfer y saib
codes-sheet-intro = Gludwch y codau a gawsoch. Mae’r dudalen hon yn llunio dalen i’w hargraffu a’i thorri, neu i’w dangos. Nid yw’n chwilio am ddim nac yn cadw dim.
codes-sheet-label = Y codau
codes-sheet-hint = Hyd at { $many }, gyda bwlch, coma neu linell newydd rhyngddynt.
codes-sheet-submit = Llunio’r ddalen
codes-none = Gludwch o leiaf un cod.
codes-too-many = Gludwch ddim mwy na { $many } o godau ar y tro.
codes-unread = Nid yw “{ $code }” yn edrych fel cod. Mae cod yn edrych fel 7KQM-2XFP.
codes-sheet-how = Argraffwch y dudalen hon a thorrwch ar hyd y llinellau. Gadewch i bawb gymryd un, heb edrych pwy sy’n cymryd pa un. Dim ond mewn rownd sy’n dechrau ar ôl i’r cod gael ei wneud y mae’n cyfrif. Ni chaiff y nodyn hwn ei argraffu.
codes-sheet-line = Pwyntiwch eich camera at y sgwâr, neu teipiwch y cod yn { $address }. Un llais yw un cod, ac nid oes enw’n mynd gydag ef. Mae “stop” bob amser yn cael ei ddangos.
codes-sheet-qr = Cod QR sy’n agor { $code }
codes-sheet-again = Llunio dalen arall
