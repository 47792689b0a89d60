# Awaiting a Welsh reader
# Beth mae arweinydd yn ei weld a’i wneud: y cerdyn, y dudalen, derbyn, pasio ymlaen, ymateb, gofyn, cau.

card-title = Pryder i { $agency }
card-yours = Rydych chi wedi derbyn hyn.
card-nudge = Does neb wedi derbyn hyn eto. Allwch chi?
card-second = Does neb wedi derbyn hyn o hyd. Edrychwch arno nawr os gallwch.
card-answered = Mae rhywbeth newydd gan y person a gododd hyn.
card-settled = Mae’r person a gododd hyn yn dweud ei fod wedi’i ddatrys. Mae wedi’i gau, ac nid oes dim mwy i’w wneud. Diolch.
card-taken = Mae { $name } wedi derbyn hyn. Nid oes angen i chi wneud dim.
card-passed = Pasiwyd hyn ymlaen i { $agency }. Nid oes angen i chi wneud dim.

lead-page-title = Pryder

button-open = Agor
button-pick = Fe dderbyniaf i hyn
button-pass = Ei basio ymlaen
button-reply = Ymateb
button-ask = Gofyn cwestiwn
button-close = Rhoi’r ateb terfynol

picked-now = Rydych chi wedi derbyn hyn. Gall yr arweinwyr eraill weld hynny, a bydd y person a’i cododd yn cael gwybod.
picked-already = Rydych chi eisoes wedi derbyn hyn.

## Pasio ymlaen

pass-title = Pasio ymlaen
pass-name-note = Nid yw enw’n mynd gydag ef ohono’i hun. Byddwn yn gofyn i’r person a gododd hyn yn gyntaf.
pass-agency-label = Pwy ddylai ei glywed nawr?
pass-reason-label = Pam rydych yn ei basio ymlaen? Gall y person a’i cododd ddarllen hyn.
pass-submit = Pasio ymlaen
passed-title = Pasiwyd ymlaen
passed-done = Mae eu harweinwyr yn cael eu holi nawr. Bydd y person a’i cododd yn cael gwybod.

## Ymateb, gofyn, cau

reply-title = Ymateb
reply-label = Beth hoffech chi ei ddweud?
reply-hint = Bydd y person a gododd hyn yn ei ddarllen, a gall ysgrifennu’n ôl.
reply-submit = Anfon
reply-done-title = Anfonwyd yr ymateb
reply-done = Mae eich ymateb ar ei ffordd. Os yw’r person yn ddienw, gall aros ychydig, er mwyn eu diogelu.

ask-title = Gofyn cwestiwn
ask-label = Beth hoffech chi ei wybod?
ask-hint = Gofynnwch dim ond am yr hyn y mae angen i chi ei wybod. Peidiwch â gofyn pwy ydynt, os gwelwch yn dda.
ask-submit = Anfon
ask-done-title = Anfonwyd y cwestiwn
ask-done = Mae eich cwestiwn ar ei ffordd. Os yw’r person yn ddienw, gall aros ychydig, er mwyn eu diogelu.

close-title = Rhoi’r ateb terfynol
close-label = Beth ddigwyddodd, a pham?
close-hint = Bydd y person a gododd hyn yn ei ddarllen, ac yna’n dweud a yw wedi’i ddatrys. Os na ddywedant ddim, bydd yn cau ohono’i hun yn nes ymlaen.
close-submit = Anfon
close-done-title = Anfonwyd yr ateb
close-done = Mae eich ateb ar ei ffordd. Nid yw wedi’i gau eto: gofynnir i’r person a’i cododd a yw wedi’i ddatrys. Os na ddywedant ddim, bydd yn cau ohono’i hun yn nes ymlaen.

outcome-label = Beth ddaeth o hyn?
outcome-hint = Dewiswch yr hyn y byddai’r person a’i cododd yn ei ddweud.
outcome-acted = Gwnaed rhywbeth
outcome-explained = Gallaf egluro pam y digwyddodd
outcome-learning = Byddwn yn ei wneud yn wahanol o hyn ymlaen
outcome-elsewhere = Mae rhywun arall yn delio â hyn
outcome-no-change = Ni fydd dim yn newid, a dywedaf pam
missing-outcome = Dewiswch beth ddaeth o hyn, os gwelwch yn dda.

## Gwrthod yn garedig

not-for-you = Nid yw hyn ar agor i chi. Efallai ei fod wedi’i gau, neu gyda rhywun arall nawr. Mae “Fy mhryderon” yn dangos beth sy’n aros amdanoch.
taken-by-other = Mae rhywun arall eisoes wedi derbyn hyn. Gallwch ofyn a oes angen help arnynt.
pick-first = Dim ond yr arweinydd a dderbyniodd hyn all wneud hynny. Os nad oes neb wedi’i dderbyn, pwyswch “Fe dderbyniaf i hyn” yn gyntaf.
