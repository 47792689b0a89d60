# Awaiting a Welsh reader
# Codi pryder: y ffurflen, beth i feddwl amdano cyn anfon, a beth sy’n digwydd nesaf.

concern-title = Codi pryder
concern-button = Codi pryder
concern-submit = Anfon
concern-intro = Wedi gweld neu glywed rhywbeth sy’n eich poeni? Mae hyn yn cymryd tua munud. Person fydd yn ei ddarllen, nid bot.

danger-label = A oes unrhyw un mewn perygl nawr?
danger-hint = Os oes, ffoniwch am help yn gyntaf. Bydd yr hyn a ysgrifennwch yma yn mynd allan ar unwaith hefyd, beth bynnag a ddewiswch isod.
danger-no = Nac oes
danger-yes = Oes

about-label = Pa fath o bryder yw hwn?
about-decision = Penderfyniad
about-conduct = Sut y gwnaeth rhywun ymddwyn
about-system = Sut mae pethau’n gweithio yma

topic-label = Am beth mae’r pryder?
topic-threshold = A yw’n ddigon difrifol i weithredu arno
topic-delay = Mae’n cymryd gormod o amser, neu does dim yn digwydd
topic-no-feedback = Ni chawsom glywed yn ôl
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

what-label = Beth welsoch neu glywsoch chi?
what-hint = Ysgrifennwch ffeithiau, fel pe gallai’r person ddarllen hyn. Gadewch enwau a dyddiadau geni allan os gallwch.
reference-label = A oes cyfeirnod?
reference-hint = Mae rhif achos neu gofnod yn helpu’r arweinydd i ddod o hyd iddo. Gallwch adael hyn yn wag.

agency-label = Pwy ddylai ei glywed?
agency-hint = Yr arweinwyr diogelu yno fydd yn ei gael. Gwnewch yn siŵr mai dyma’r asiantaeth rydych am ei dewis.
left-out-label = A yw am unrhyw un o’r bobl hyn?
left-out-hint = Ni fydd unrhyw un a ddewiswch yma yn ei gael. Gallwch adael hyn yn wag.
lead-of-agency = { $name }, { $agency }
lead-unnamed = Arweinydd

how-label = Ydych chi am roi eich enw?
how-named = Wrth fy enw
how-named-hint = Bydd pawb y mae eich pryder yn mynd atynt yn gweld eich enw.
how-confidence = Yn gyfrinachol
how-confidence-hint = Dim ond yr arweinydd sy’n ei godi sy’n gweld pwy ydych chi.
how-anonymous = Yn ddienw
how-anonymous-hint = Nid ydym yn rhoi eich enw i neb. Gall rhai pobl ddod i wybod o hyd.
tell-agency-label = Os yn ddienw: cewch ddweud i ba asiantaeth rwy’n gweithio

release-label = Os yn ddienw: pryd ddylai fynd allan?
release-soon = Cyn bo hir
release-soon-hint = Ar ôl ychydig funudau, faint ar hap.
release-slot = Ar yr amser penodol nesaf
release-slot-hint = Tri y dydd fel arfer, gydag unrhyw rai eraill. Anoddaf dyfalu pwy.
release-now = Ar unwaith
release-now-hint = Dim aros. Dyma’r hawsaf i ddyfalu pwy a’i hanfonodd.

## Beth i feddwl amdano cyn anfon

doubt-identifies = Gall hyn ddangos pwy yw rhywun: { $words }. Gallwch newid eich geiriau isod. Neu ticiwch “Ei anfon fel y mae”.
# Wyth ac un ar ddeg sy’n dechrau â llafariad: «nag».
doubt-few = { $few ->
    [8] Llai nag 8 o bobl allai fod wedi anfon hyn,
    [11] Llai nag 11 o bobl allai fod wedi anfon hyn,
    [zero] Neb arall allai fod wedi anfon hyn,
    [one] Neb arall allai fod wedi anfon hyn,
    [two] Llai na 2 berson allai fod wedi anfon hyn,
    [few] Llai na 3 pherson allai fod wedi anfon hyn,
    [many] Llai na 6 o bobl allai fod wedi anfon hyn,
   *[other] Llai na { $few } o bobl allai fod wedi anfon hyn,
} felly gall pobl ddyfalu mai chi a wnaeth. Efallai y byddai “Yn gyfrinachol” yn well i chi. Neu ticiwch “Ei anfon fel y mae”.
anyway-label = Ei anfon fel y mae
anyway-hint = Ticiwch hyn dim ond os nad ydych am newid dim.

## Beth sydd ar goll

missing-danger = Dywedwch a oes unrhyw un mewn perygl nawr, os gwelwch yn dda.
missing-about = Dewiswch pa fath o bryder yw hwn, os gwelwch yn dda.
missing-topic = Dewiswch am beth mae’r pryder, os gwelwch yn dda. Mae “Rhywbeth arall” yn iawn.
missing-what = Ysgrifennwch beth welsoch neu glywsoch chi. Mae ychydig eiriau’n ddigon.
missing-how = Dewiswch, os gwelwch yn dda: wrth eich enw, yn gyfrinachol neu’n ddienw.
missing-release = Dewiswch pryd y dylai fynd allan: cyn bo hir, ar yr amser penodol nesaf, neu ar unwaith.
missing-left-out = Dewiswch bobl o’r rhestr yn unig, os gwelwch yn dda.
nobody-left = Ni fyddai neb yno’n ei glywed wedyn. Gadewch lai o bobl allan, neu dewiswch asiantaeth arall.

## Mae ar ei ffordd

sent-title = Anfonwyd eich pryder
sent-soon = Bydd eich pryder yn mynd at { $agency } ar ôl ychydig funudau, faint ar hap.
sent-slot = Bydd eich pryder yn mynd at { $agency } ar yr amser penodol nesaf, gydag unrhyw rai eraill.
sent-now = Mae eich pryder yn mynd at { $agency } nawr.
sent-no-cover = Mae eich pryder yn mynd allan ar unwaith, am y gall rhywun fod mewn perygl. Mae hynny’n ei gwneud yn haws dyfalu pwy a’i hanfonodd. Nid ydym yn rhoi eich enw i neb o hyd.
sent-next = Beth sy’n digwydd nesaf: bydd person yn ei dderbyn, a byddwn yn dweud wrthych. Os na fydd neb, byddwn yn gofyn i eraill ac yn dweud hynny wrthych hefyd. Mae popeth i’w weld dan “Fy mhryderon”.

## Beth mae arweinydd yn ei weld a’i wneud: y cerdyn, y dudalen, derbyn, pasio ymlaen, ymateb, gofyn, cau.

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
outcome-learning = Caiff ei wneud yn wahanol o hyn ymlaen
outcome-elsewhere = Mae rhywun arall yn delio â hyn
outcome-no-change = Ni fydd dim yn newid, a dywedaf pam
missing-outcome = Dewiswch beth ddaeth o hyn, os gwelwch yn dda.

## Gwrthod yn garedig

not-for-you = Nid yw hyn ar agor i chi. Efallai ei fod wedi’i gau, neu gyda rhywun arall nawr. Mae “Fy mhryderon” yn dangos beth sy’n aros amdanoch.
taken-by-other = Mae rhywun arall eisoes wedi derbyn hyn. Gallwch ofyn a oes angen help arnynt.
pick-first = Dim ond yr arweinydd a dderbyniodd hyn all wneud hynny. Os nad oes neb wedi’i dderbyn, pwyswch “Fe dderbyniaf i hyn” yn gyntaf.
