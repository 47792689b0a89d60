# Awaiting a Welsh reader
# Geiriau y mae sawl gorchymyn yn eu defnyddio.

# Yr addewid y gallwn ei gadw, a dim mwy na hynny. 300 nod ar y mwyaf.
honest-line = Os arhoswch yn ddienw, rydych wedi’ch cuddio rhag cydweithwyr, ac nid ydych yng nghopïau wrth gefn ein cronfa ddata. Efallai y gall gweinyddwyr Slack neu Teams eich sefydliad, a phwy bynnag sy’n rhedeg y gweinydd byw, eich adnabod o hyd. Os oes rhywun mewn perygl nawr, defnyddiwch y llwybr brys.
urgent-route = Os oes rhywun mewn perygl nawr, ffoniwch: { $routes }
other-routes = Does dim rhaid i chi aros. Gallwch droi at y rhain hefyd:

## Beth mae cerdyn a thudalen yn ei ddweud am bryder

fact-about = Math
fact-topic = Am
fact-urgency = Pa mor frys
fact-how = Codwyd
fact-day = Diwrnod
fact-who = Gan
fact-by = Eu henw, i chi yn unig
fact-agency = Eu hasiantaeth
fact-reference = Cyfeirnod
flagged-link = Gweld y neges y mae hyn yn sôn amdani

urgency-danger = Gall rhywun fod mewn perygl nawr
urgency-usual = Dim perygl ar hyn o bryd

card-how-named = Wrth enw
card-how-confidence = Yn gyfrinachol
card-how-anonymous = Yn ddienw

who-anonymous = Rhywun sy’n aros yn ddienw
who-confidence = Dim ond yr arweinydd sy’n derbyn hyn all weld yr enw
who-withheld = Nid yw’r enw wedi’i basio ymlaen

listed-concern = { $about }, { $day }

## Ble mae arni

concern-state-waiting = Nid yw hyn wedi mynd at { $agency } eto. Mae’n aros am ei amser.
concern-state-open = Mae hyn gyda { $agency }. Does neb wedi’i dderbyn eto.
concern-state-picked = Mae { $name } wedi derbyn hyn.
concern-state-answered = Mae { $name } wedi ateb. Nid yw wedi’i gau eto.
concern-state-closed = Mae hyn wedi’i gau.

## Beth a ddywedwyd. Mae arweinwyr eraill hefyd yn darllen geiriau arweinydd, felly does dim «chi» ynddynt.

said-raised-you = Codoch hyn, { $day }
said-raised-other = Beth a godwyd, { $day }
said-referred-you = Gofynnoch am hyn, { $day }
said-referred-other = Yr hyn a ofynnir, { $day }
said-question-you = Eich cwestiwn, { $day }
said-question-other = Y cwestiwn, { $day }
said-answer-you = Ychwanegoch, { $day }
said-answer-other = Ychwanegwyd gan y person a gododd hyn, { $day }
said-unsettled-you = Dywedoch nad yw hyn wedi’i ddatrys, { $day }
said-unsettled-other = Mae’r person a gododd hyn yn dweud nad yw wedi’i ddatrys, { $day }
said-reply-you = Ymateb i’r person a gododd hyn, { $day }
said-reply-other = Ymateb i chi, { $day }
said-ask-you = Cwestiwn i’r person a gododd hyn, { $day }
said-ask-other = Cwestiwn i chi, { $day }
said-passed-you = Pasiwyd ymlaen, a pham, { $day }
said-passed-other = Pasiwyd ymlaen, a pham, { $day }
said-outcome-acted-you = Yr ateb: gwnaed rhywbeth, { $day }
said-outcome-acted-other = Yr ateb: gwnaed rhywbeth, { $day }
said-outcome-explained-you = Yr ateb: dyma pam y digwyddodd, { $day }
said-outcome-explained-other = Yr ateb: dyma pam y digwyddodd, { $day }
said-outcome-learning-you = Yr ateb: caiff ei wneud yn wahanol, { $day }
said-outcome-learning-other = Yr ateb: caiff ei wneud yn wahanol, { $day }
said-outcome-elsewhere-you = Yr ateb: mae rhywun arall yn delio â hyn, { $day }
said-outcome-elsewhere-other = Yr ateb: mae rhywun arall yn delio â hyn, { $day }
said-outcome-no-change-you = Yr ateb: ni fydd dim yn newid, { $day }
said-outcome-no-change-other = Yr ateb: ni fydd dim yn newid, { $day }
said-held = Nid yw hyn wedi mynd allan eto. Mae’n aros am ei amser.

## Beth ddigwyddodd: yn gyntaf i’r person a’i cododd, yna i arweinydd

bot-picked = Mae { $name } wedi derbyn hyn.
bot-picked-lead = Mae { $name } wedi derbyn hyn.
bot-name-learned = Gall { $name } weld eich enw nawr. Rydym yn cadw cofnod o hynny.
bot-name-learned-lead = Gall { $name } weld nawr pwy gododd hyn. Maent wedi cael gwybod, ac mae cofnod o hynny.
bot-nobody-yet = Does neb wedi derbyn hyn eto. Rydym wedi gofyn eto. Does dim rhaid i chi aros: mae’r ffyrdd eraill o gael help ar y dudalen hon.
bot-nobody-yet-lead = Does neb wedi derbyn hyn eto. Mae’r person a’i cododd wedi cael gwybod.
bot-name-asked = Pasiwyd hyn ymlaen i asiantaeth arall. Ni fydd eich enw’n mynd gydag ef oni bai i chi gytuno.
bot-name-asked-lead = Rydym wedi gofyn i’r person a gododd hyn a gaiff eu henw fynd gydag ef.
bot-name-allowed = Dywedoch y caiff eich enw fynd gydag ef.
bot-name-allowed-lead = Dywedodd y person a gododd hyn y caiff eu henw fynd gydag ef.
bot-settled = Dywedoch fod hyn wedi’i ddatrys. Mae wedi’i gau.
bot-settled-lead = Dywedodd y person a gododd hyn ei fod wedi’i ddatrys. Mae wedi’i gau.

too-many = Rydych wedi anfon llawer o fewn awr. Arhoswch ychydig, os gwelwch yn dda, yna rhowch gynnig arall arni. Os oes rhywun mewn perygl nawr, dywedwch hynny ar frig y ffurflen: bydd hynny’n mynd allan bob amser.

## Yr hyn y mae sawl ffurflen yn ei ofyn

danger-label = A oes unrhyw un mewn perygl nawr?
danger-hint = Os oes, ffoniwch am help yn gyntaf. Bydd yr hyn a ysgrifennwch yma yn mynd allan ar unwaith hefyd, beth bynnag a ddewiswch isod.
danger-no = Nac oes
danger-yes = Oes
what-label = Beth welsoch neu glywsoch chi?
what-hint = Ysgrifennwch ffeithiau, fel pe gallai’r person ddarllen hyn. Gadewch enwau a dyddiadau geni allan os gallwch.
reference-label = A oes cyfeirnod?
reference-hint = Mae rhif achos neu gofnod yn helpu’r arweinydd i ddod o hyd iddo. Gallwch adael hyn yn wag.
how-label = Ydych chi am roi eich enw?
how-named = Wrth fy enw
how-named-hint = Bydd pawb y mae eich pryder yn mynd atynt yn gweld eich enw.
how-confidence = Yn gyfrinachol
how-confidence-hint = Dim ond yr arweinydd sy’n ei godi sy’n gweld pwy ydych chi.
how-anonymous = Yn ddienw
how-anonymous-hint = Nid ydym yn rhoi eich enw i neb. Gall rhai pobl ddod i wybod o hyd.
tell-agency-label = Os yn ddienw: dweud i ba asiantaeth rwy’n gweithio
release-label = Os yn ddienw: pryd ddylai fynd allan?
release-soon = Cyn bo hir
release-soon-hint = Ar ôl ychydig funudau, faint ar hap.
release-slot = Ar yr amser penodol nesaf
release-slot-hint = Tri y dydd fel arfer, gydag unrhyw rai eraill. Anoddaf dyfalu pwy.
release-now = Ar unwaith
release-now-hint = Dim aros. Dyma’r hawsaf i ddyfalu pwy a’i hanfonodd.
lead-of-agency = { $name }, { $agency }
lead-unnamed = Arweinydd

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
sent-no-cover = Mae eich pryder yn mynd allan ar unwaith, am y gall rhywun fod mewn perygl. Mae hynny’n ei gwneud yn haws dyfalu pwy a’i hanfonodd. Nid ydym yn rhoi eich enw i neb o hyd.

## Beth sydd ar goll

missing-danger = Dywedwch a oes unrhyw un mewn perygl nawr, os gwelwch yn dda.
missing-about = Dewiswch pa fath o bryder yw hwn, os gwelwch yn dda.
missing-topic = Dewiswch am beth mae’r pryder, os gwelwch yn dda. Mae “Rhywbeth arall” yn iawn.
missing-how = Dewiswch, os gwelwch yn dda: wrth eich enw, yn gyfrinachol neu’n ddienw.
missing-release = Dewiswch pryd y dylai fynd allan: cyn bo hir, ar yr amser penodol nesaf, neu ar unwaith.
missing-text = Ysgrifennwch ychydig eiriau, os gwelwch yn dda.
missing-agency = Dewiswch asiantaeth o’r rhestr, os gwelwch yn dda.
not-a-day = Rhowch ddyddiad fel 24/12/2026.
# Ar ôl rhif mae’r enw’n unigol, ac nid yw «nod» yn treiglo: un ffurf sy’n gwneud y tro i’r chwech.
too-long = Mae hyn yn rhy hir. Defnyddiwch { $most } nod ar y mwyaf, os gwelwch yn dda.

about-privacy = { honest-line } Mae’r hyn rydych yn ei godi yn cael ei gadw gan y bartneriaeth sy’n rhedeg y bot hwn, wedi’i selio, a’i ddileu rai misoedd ar ôl ei gau. Gofynnwch i’r bartneriaeth os hoffech wybod mwy.
about-terms = Meddalwedd rydd yw Upstander dan Drwydded Apache 2.0. Nid yw’n wasanaeth brys: os oes rhywun mewn perygl nawr, ffoniwch 999.

## Gwrthod yn garedig cyn i unrhyw orchymyn ddechrau. Mae pob un yn dweud beth i’w wneud nesaf.

unknown-verb = Nid ydym yn adnabod hwnnw mwyach. Agorwch Upstander eto a rhowch gynnig arall arni oddi yno.
guest = Ni wyddom i ba asiantaeth rydych yn perthyn, felly ni allwn dderbyn hyn gennych yma. Siaradwch â’ch arweinydd diogelu. Os oes rhywun mewn perygl nawr, ffoniwch 999.
form-too-old = Ni ellir anfon y ffurflen hon mwyach. Ni anfonwyd dim. Copïwch eich geiriau, agorwch ffurflen newydd a’u hanfon oddi yno.
not-yours = Ni allwch agor hwn. Dim ond y person a’i cododd all wneud hynny, ac nid ar ôl iddo gau os na roddwyd enw. Gallwch godi pryder newydd.

## Pan na all neges gyrraedd rhywun

unreached-state = Rydym yn dal i geisio cyrraedd { $agency }: does neb yno wedi cael hyn eto. Os na all aros, ffoniwch nhw.
raiser-unreached-card = Ni chyrhaeddodd ein neges
raiser-unreached = Ni allem anfon neges at { $name }, a gododd hyn. Gallant ddarllen popeth pan fyddant yn agor Upstander. Os na all aros, rhowch wybod iddynt eich hun.

## Yr hyn oedd i’w wneud erbyn hyn

overdue-by = { $by } – yn hwyr
overdue-now = Mae hyn yn hwyr.
