# Awaiting a Welsh reader
# Codi pryder: y ffurflen, beth i feddwl amdano cyn anfon, a beth sy’n digwydd nesaf.

concern-title = Codi pryder
concern-button = Codi pryder
concern-submit = Anfon
brought-message = Mae hwn am y neges a ddewisoch. Mae dolen iddi’n mynd gydag ef; nid yw ei geiriau’n mynd.
brought-message-tells = Mae hwn am y neges a ddewisoch. Os rhowch eich enw, mae dolen iddi’n mynd gydag ef; nid yw ei geiriau’n mynd. Os yw eich enw wedi’i guddio, nid oes dolen yn mynd, oherwydd byddai’n dangos pwy oedd yn y sgwrs honno.

# Pa fath yw hwn, fel y mae arweinwyr a rhestrau’n ei ddweud.
about-harm = Gall rhywun gael niwed
about-decision = Penderfyniad
about-conduct = Sut y gwnaeth rhywun ymddwyn
about-system = Sut mae pethau’n gweithio yma
about-other = Rhywbeth arall

topic-label = Am beth mae’r pryder?
topic-harm = Gall plentyn neu oedolyn gael niwed
topic-threshold = A yw’n ddigon difrifol i weithredu arno
topic-delay = Mae’n cymryd gormod o amser, neu does dim yn digwydd
topic-no-feedback = Ni ddaeth ateb yn ôl
topic-plan-not-done = Cynllun na chafodd ei gyflawni
topic-information-sharing = Rhannu gwybodaeth
topic-roles = Pwy ddylai wneud beth
topic-voice-missing = Mae llais y plentyn neu’r oedolyn ei hun ar goll
topic-victim-blaming = Beio’r person a gafodd niwed
topic-bias = Rhagfarn, neu drin plentyn fel oedolyn
topic-discrimination = Triniaeth annheg oherwydd pwy yw rhywun
topic-closure = Caewyd achos, neu gellid ei gau, yn rhy fuan
topic-conduct = Sut y gwnaeth gweithiwr ymddwyn
topic-silencing = Ni wrandawyd ar rywun, neu cafodd ei dawelu
topic-bullying = Bwlio
topic-retaliation = Cael eich trin yn wael am godi llais
topic-child-harm = Gall plentyn fod yn cael ei niweidio
topic-adult-harm = Gall oedolyn fod yn cael ei niweidio
topic-something-else = Rhywbeth arall

agency-label = Pwy ddylai ei glywed?
agency-hint = Yr arweinwyr diogelu yno fydd yn ei gael, neu eu dirprwyon, o asiantaeth arall efallai. Os na dderbynnir ef, gofynnwn i rywun arall yno; os yw eich enw wedi’i guddio, i ddau o bobl mewn asiantaethau eraill yn lle hynny. Gwnewch yn siŵr mai dyma’r asiantaeth rydych am ei dewis.
where-line = Arweinwyr diogelu neu ddirprwyon { $agency } fydd yn ei gael.
where-change = Newid hynny, gadael rhywun allan, ychwanegu rhif
left-out-someone = Mae am rywun yno
left-out-someone-hint = Ticiwch hwn os yw am rywun a fyddai’n ei gael. Wedyn dewiswch pwy, ac ni fyddant yn ei gael.
left-out-label = Am bwy mae?
left-out-hint = Ni fydd unrhyw un a ddewiswch yma yn ei gael.

## Beth sydd ar goll

missing-what = Ysgrifennwch beth welsoch neu glywsoch chi. Mae ychydig eiriau’n ddigon.
missing-left-out = Dewiswch bobl o’r rhestr yn unig, os gwelwch yn dda.
nobody-left = Ni fyddai neb yno’n ei glywed wedyn. Gadewch lai o bobl allan, neu dewiswch asiantaeth arall.

## Mae ar ei ffordd

concern-sent-title = Mae eich pryder gennym
concern-sent-soon = Bydd eich pryder yn mynd at { $agency } ar ôl ychydig funudau, faint ar hap.
concern-sent-slot = Bydd eich pryder yn mynd at { $agency } ar yr amser penodol nesaf, gydag unrhyw rai eraill.
concern-sent-now = Anfonwyd eich pryder, ac mae ar ei ffordd at { $agency }. Nes i ni ddweud wrthych fod rhywun wedi’i dderbyn, efallai na chafodd ei ddarllen.
concern-sent-back = Gallwch ei dynnu’n ôl o hyd, nes bydd rhywun yn ei dderbyn: ar ei dudalen, pwyswch “{ $button }”.
concern-sent-next = Beth sy’n digwydd nesaf: bydd person yn ei dderbyn, a byddwn yn dweud wrthych. Os na fydd neb, byddwn yn gofyn i eraill ac yn dweud hynny wrthych hefyd.

## Beth mae arweinydd yn ei weld a’i wneud: y cerdyn, y dudalen, derbyn, pasio ymlaen, ymateb, gofyn, cau.

card-title = Pryder i { $agency }
card-yours = Rydych chi wedi derbyn hyn.
card-nudge = Does neb wedi derbyn hyn eto. Allwch chi?
card-second = Does neb wedi derbyn hyn o hyd. Edrychwch arno nawr os gallwch.
card-answered = Mae rhywbeth newydd gan y person a gododd hyn.
card-withdrawn = Mae’r person a gododd hyn wedi’i dynnu’n ôl. Mae wedi’i gau, ac nid oes dim mwy i’w wneud. Diolch.
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
pass-notes-note = Mae eich nodiadau’n aros gyda’r arweinwyr yn eich asiantaeth chi. Nid yw’r rhai nesaf yn eu gweld.
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

update-title = Anfon newyddion
update-label = Beth sy’n newydd?
update-hint = Bydd y person a gododd hyn yn ei ddarllen. Nid yw’n dod â dim i ben, ac nid oes dyddiad yn symud: dywedwch eich bod wrthi o hyd, a beth sy’n dod nesaf.
update-submit = Anfon
update-done-title = Anfonwyd y newyddion
update-done = Mae eich newyddion ar eu ffordd. Mae popeth arall yn aros fel yr oedd. Os yw’r person yn ddienw, gall aros ychydig, er mwyn eu diogelu.

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
outcome-learning = Caiff ei wneud yn wahanol o hyn ymlaen
outcome-elsewhere = Mae rhywun arall yn delio â hyn
outcome-no-change = Ni fydd dim yn newid, a dywedaf pam
missing-outcome = Dewiswch beth ddaeth o hyn, os gwelwch yn dda.

## Tudalen achos: beth a ddywedwyd gan bwy, nodiadau, a phwy wnaeth beth ar ba ddiwrnod

said-by = { $what }, gan { $name }
said-earlier = Dyma’r hyn a ddywedwyd olaf. Mae’r cyfan ar dudalen yr achos hwn.
button-back-to-case = Yn ôl i’r achos hwn
notes-title = Nodiadau’r arweinwyr
notes-none = Does neb wedi ysgrifennu nodyn eto. Nid yw’r person a gododd hyn byth yn eu gweld.
note-by = { $name }, { $day }
button-note = Ychwanegu nodyn
note-title = Ychwanegu nodyn
note-label = Beth ddylai’r rhai sy’n gweithio ar hyn gyda chi ei wybod?
note-hint = Dim ond nhw sy’n ei ddarllen. Nid yw’r person a gododd hyn yn ei weld, ac nid yw’n cael gwybod amdano. Caiff ei ddileu ynghyd â’r gweddill.
note-hidden = Peidiwch ag ysgrifennu pwy gododd hyn, a pheidiwch â dyfalu, os gwelwch yn dda. Efallai na fydd eraill sy’n darllen y nodyn hwn yn gwybod.
note-submit = Cadw’r nodyn hwn
note-done-title = Nodwyd
note-done = Mae eich nodyn wedi’i gadw. Gall y rhai sy’n gweithio ar hyn gyda chi ei ddarllen, ac nid oes neb arall yn cael gwybod.
timeline-title = Pwy wnaeth beth, a phryd
done-by = { $what } ({ $name })
done-raised = Codwyd
done-picked = Derbyniwyd
done-passed = Pasiwyd ymlaen
done-replied = Ymatebwyd
done-asked = Gofynnwyd cwestiwn
done-news = Anfonwyd newyddion
done-answered = Rhoddwyd ateb
done-adopted = Mae arweinydd yn bwrw ymlaen â hyn
done-pointed = Enwyd rhywun a all ateb
done-recorded = Cofnodwyd
done-changed = Newidiwyd y geiriau neu’r dyddiad
done-taken = Derbyniwyd gan rywun
done-helped = Gofynnwyd am help
done-added = Ychwanegwyd rhywbeth
done-handed = Trosglwyddwyd i rywun arall
done-lapsed = Heb ei neilltuo eto, heb newyddion
done-went-up = Aeth at bobl uwch
done-moved = Dyddiad newydd, yn ôl rheol newydd
done-withdrawn = Tynnwyd yn ôl
done-opinion = Rhoddwyd barn
done-opinions-shown = Dangoswyd pob barn
done-round-opened = Agorwyd rownd
done-round-shown = Dangoswyd rownd
done-chair-left = Gadawodd y cadeirydd
done-decided = Cofnodwyd y penderfyniad
done-over = Daethpwyd â hyn i ben

## Gwrthod yn garedig

not-for-you = Nid yw hyn ar agor i chi. Efallai ei fod wedi’i gau, neu gyda rhywun arall nawr. Mae “Fy mhryderon” yn dangos beth sy’n aros amdanoch.
taken-by-other = Mae rhywun arall eisoes wedi derbyn hyn. Gallwch ofyn a oes angen help arnynt.
pick-first = Dim ond yr arweinydd a dderbyniodd hyn all wneud hynny. Os nad oes neb wedi’i dderbyn, pwyswch “Fe dderbyniaf i hyn” yn gyntaf.

card-left = Nid yw’r person yr oedd hyn gydag ef yno ar ei gyfer mwyach. Allwch chi ei dderbyn?

desk-concern = Pryder: { $about }, { $topic }
