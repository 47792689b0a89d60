# Awaiting a Welsh reader
# Geiriau y mae sawl gorchymyn yn eu defnyddio.

# Yr addewid y gallwn ei gadw, a dim mwy na hynny. 300 nod ar y mwyaf.
honest-line = Os arhoswch yn ddienw, rydych wedi’ch cuddio rhag cydweithwyr, ac nid ydych yng nghopïau wrth gefn ein cronfa ddata. Efallai y gall gweinyddwyr Slack neu Teams eich sefydliad, a phwy bynnag sy’n rhedeg y gweinydd byw, eich adnabod o hyd. Os oes rhywun mewn perygl nawr, ffoniwch rif brys, fel 999.
honest-chosen = Rydych wedi’ch cuddio rhag cydweithwyr, ac nid ydych yng nghopïau wrth gefn ein cronfa ddata. Efallai y gall gweinyddwyr Slack neu Teams, a phwy bynnag sy’n rhedeg y gweinydd byw, eich adnabod o hyd. Os oes perygl brys i rywun, ffoniwch:
urgent-route = Os oes rhywun mewn perygl nawr, ffoniwch:
urgent-only = Os oes rhywun mewn perygl nawr, ffoniwch { $number }. Does neb arall yma yn ateb yr awr hon.
urgent-emergency = Heddlu, ambiwlans neu dân
number-closed = Ar gau nawr.
number-opens = Ar gau nawr. Ar agor eto ar { $day } am { $time }.
number-closed-noted = { $until } { $note }
number-purpose = Ar gyfer: { $words }
number-answered = Yn ateb: { $words }
number-protection = Amddiffyniad: { $words }
number-checked = Edrychwyd arno ar { $day }
number-and = { $one } · { $other }
other-routes = Does dim rhaid i chi aros. Gallwch droi at y rhain hefyd:

greeting-title = Helo gan Upstander
greeting-words = Mae negeseuon gan Upstander yn eich cyrraedd yma. Pan fydd ar rywun eich angen, bydd cerdyn fel hwn yn dweud hynny. Nid oes dim i’w wneud nawr.

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
who-opened = Rydych chi ac ail berson wedi agor yr enw. Mae y tu ôl i “{ $button }”.
who-withheld = Nid yw’r enw wedi’i basio ymlaen

listed-concern = { $about }, { $day }

## Ble mae arni

concern-state-waiting = Nid yw hyn wedi mynd at { $agency } eto. Mae’n aros am ei amser. Gallwch ei gymryd yn ôl o hyd.
concern-state-open = Mae hyn yn nwylo { $agency }. Does neb wedi’i dderbyn eto.
concern-state-picked = Mae hyn yn nwylo { $name } nawr.
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
waits-alone = Tan hynny mae’n cael ei gadw mewn un lle yn unig, heb gopi, fel na all unrhyw gopi wrth gefn ddangos pryd y gwnaethoch ei ysgrifennu. Pe bai’r lle hwnnw’n cael ei golli, byddai eich geiriau’n cael eu colli hefyd. Os na allwch ddod o hyd i’r dudalen hon mwyach, ac os nad oes neb wedi ateb, anfonwch ef eto.

## Beth ddigwyddodd: yn gyntaf i’r person a’i cododd, yna i arweinydd

bot-picked = { $day }: mae { $name } wedi derbyn hyn.
bot-picked-lead = { $day }: mae { $name } wedi derbyn hyn.
bot-name-learned = Gall { $name } weld eich enw nawr. Rydym yn cadw cofnod o hynny.
bot-name-learned-lead = Gall { $name } weld nawr pwy gododd hyn. Maent wedi cael gwybod, ac mae cofnod o hynny.
bot-nobody-yet = Does neb wedi derbyn hyn eto. Rydym wedi gofyn eto. Does dim rhaid i chi aros: mae’r ffyrdd eraill o gael help ar y dudalen hon.
bot-nobody-yet-lead = Does neb wedi derbyn hyn eto. Mae’r person a’i cododd wedi cael gwybod.
bot-nobody-else = Does neb wedi derbyn hyn eto, ac nid oes neb arall y gallwn ofyn iddynt. Does dim rhaid i chi aros: mae’r ffyrdd eraill o gael help ar y dudalen hon.
bot-nobody-else-lead = Does neb wedi derbyn hyn eto. Mae’r person a’i cododd wedi cael gwybod.
bot-name-asked = Pasiwyd hyn ymlaen i asiantaeth arall. Ni fydd eich enw’n mynd gydag ef oni bai i chi gytuno.
bot-name-asked-lead = Rydym wedi gofyn i’r person a gododd hyn a gaiff eu henw fynd gydag ef.
bot-name-allowed = Dywedoch y caiff eich enw fynd gydag ef.
bot-name-allowed-lead = Dywedodd y person a gododd hyn y caiff eu henw fynd gydag ef.
bot-settled = Dywedoch fod hyn wedi’i ddatrys. Mae wedi’i gau.
bot-settled-lead = Dywedodd y person a gododd hyn ei fod wedi’i ddatrys. Mae wedi’i gau.
bot-withdrawn = Tynnoch hyn yn ôl. Mae wedi’i gau.
bot-withdrawn-lead = Mae’r person a gododd hyn wedi’i dynnu’n ôl. Mae wedi’i gau.

too-many = Rydych wedi anfon llawer o fewn awr. Arhoswch ychydig, os gwelwch yn dda, yna rhowch gynnig arall arni. Os oes rhywun mewn perygl nawr, dywedwch hynny ar frig y ffurflen: bydd hynny’n mynd allan bob amser.

## Yr hyn y mae sawl ffurflen yn ei ofyn

danger-label = A oes rhywun mewn perygl nawr?
danger-hint = Os oes, ffoniwch am help yn gyntaf. Mae hyn yn mynd allan ar unwaith: gellir gweld yr amser, a gall hynny ddangos pwy a’i hanfonodd.
danger-no = Nac oes
danger-yes = Oes
what-label = Beth welsoch neu glywsoch chi?
what-hint = Ysgrifennwch ffeithiau, fel pe gallai’r person ddarllen hyn. Gadewch enwau a dyddiadau geni allan.
reference-label = A oes cyfeirnod?
reference-hint = Mae rhif achos neu gofnod yn helpu’r arweinydd i ddod o hyd iddo. Gallwch adael hyn yn wag.
how-label = A fyddwch yn rhoi eich enw?
how-named = Wrth fy enw
how-named-hint = Bydd pawb y mae’n mynd atynt yn gweld eich enw.
how-confidence = Yn gyfrinachol
how-confidence-hint = Dim ond yr arweinydd sy’n ei godi sy’n gweld eich enw.
how-anonymous = Yn ddienw
how-anonymous-hint = Wedi’ch cuddio rhag cydweithwyr, nid rhag pawb.
at-once-confidence = Mae’r hyn a anfonir yn gyfrinachol yn mynd allan ar unwaith. Caiff ei gofnodi y funud honno, felly gellir gweld yr amser. Os gallai hynny ddangos mai chi ydyw, arhoswch yn ddienw a dewiswch “{ release-soon }” neu “{ release-slot }”. Efallai y gall gweinyddwyr Slack neu Teams, a phwy bynnag sy’n rhedeg y gweinydd byw, eich adnabod o hyd.
at-once-now = Caiff ei gofnodi ar unwaith, a gellir gweld yr amser. Gall unrhyw un sy’n gwybod pryd y defnyddioch Upstander ddyfalu mai chi oedd.
tell-agency-label = Os yn ddienw: dweud i ba asiantaeth rwy’n gweithio
release-label = Os yn ddienw: pryd ddylai fynd allan?
release-soon = Cyn bo hir
release-soon-hint = Ar ôl ychydig funudau, faint ar hap.
release-slot = Ar yr amser penodol nesaf
release-slot-hint = Tri y dydd fel arfer, gydag unrhyw rai eraill. Anoddaf dyfalu pwy.
release-now = Ar unwaith
release-now-hint = Dim aros. Dyma’r hawsaf i ddyfalu pwy a’i hanfonodd.
# Yr hyn sy’n sefyll oni bai bod rhywun yn ei newid: llinell, a’r botwm sy’n agor y cwestiynau y tu ôl iddi.
release-line-soon = Os yn ddienw: anfonir ef ar ôl aros ar hap,{ $told ->
    [yes] {" "}gan enwi
   *[no] {" "}heb enwi
} eich asiantaeth.
release-line-slot = Os yn ddienw: anfonir ef ar yr amser penodol nesaf,{ $told ->
    [yes] {" "}gan enwi
   *[no] {" "}heb enwi
} eich asiantaeth.
release-line-now = Os yn ddienw: anfonir ef ar unwaith,{ $told ->
    [yes] {" "}gan enwi
   *[no] {" "}heb enwi
} eich asiantaeth.
release-change = Newid
reference-line = Ei rif achos: { $reference }.
steps-change = Newid
steps-open = Gallwch newid hyn isod.
steps-rest = Mae’r gweddill yn aros.
steps-check = Edrychwch ar hyn, yna ei anfon. Does dim wedi mynd allan eto.
steps-both = { $first } { $second }
referral-due-line = Y terfyn amser arferol sy’n cyfrif.
referral-due-line-day = I’w wneud erbyn diwrnod a ddewisoch.
referral-due-change = Dewis diwrnod
referral-role-line = Gofynnir i’r rhain: { $role }.
referral-owner-line = Gofynnir i’r person hwn: { $name }.
referral-owner-change = Enwi rhywun yno, neu newid hynny
lead-of-agency = { $name }, { $agency }
# «Arweinydd 2 o 3, Heddlu Anytown (enw heb ei wybod eto)»: y rhif yn gyntaf, rhag i restr dorri’r diwedd.
person-not-named = { $part }, { $agency } (enw heb ei wybod eto)
person-of-same-name = { $name } ({ $part })
person-part = { $role } { $number } o { $count }
person-role-lead = Arweinydd
person-role-other = Cydweithiwr
person-by-id = { $name } (diwedd y dynodydd: { $id })

# Am bwy mae, o blith y rhai a fyddai’n ei gael.
someone-named = Beth yw eu henw?
someone-named-hint = Teipiwch ran o’u henw, neu o enw eu hasiantaeth. Pan anfonwch, fe welwch bwy rydym yn dod o hyd iddynt, i ddewis ohonynt.
someone-many = Mae mwy o bobl nag y gallwn eu rhestru yn cyd-fynd â’r enw a deipiwyd. Teipiwch fwy ohono, ac anfonwch eto. Does dim wedi mynd allan eto.
someone-none = Does gan neb a fyddai’n ei gael enw fel yr un a deipiwyd. Edrychwch ar y sillafu, neu teipiwch lai ohono, ac anfonwch eto. Does dim wedi mynd allan eto.
someone-whom = Rydych yn dweud ei fod am rywun a fyddai’n ei gael. Dewiswch pwy, isod, ac anfonwch eto. Does dim wedi mynd allan eto. Os nad yw am neb yno, tynnwch y tic.

# Mae asiantaethau o dan y rhain mewn rhestr hir.
agency-group-own = Eich asiantaeth chi
agency-group-police = Heddlu
agency-group-health = Iechyd
agency-group-social_care = Gofal cymdeithasol
agency-group-education = Ysgolion ac addysg
agency-group-voluntary = Elusennau a gwirfoddol
agency-group-other = Eraill

# Gofynnir cyn i ddim fynd allan, pan enwir rhywun a fyddai’n ei gael.
named-note = Mae hyn yn enwi rhywun a fyddai’n ei gael. Does dim wedi mynd allan eto. Atebwch y cwestiwn cyntaf isod, os gwelwch yn dda, yna anfonwch.
named-label = A yw am { $names }?
named-or = { $names } neu { $other }
named-hint = Maent wedi’u henwi ynddo, a bydden nhw’n ei gael. Os gadewch nhw allan, ni ofynnir iddynt ac ni ddywedir wrthynt.
named-out = Ydy, neu nid wyf yn siŵr. Gadewch nhw allan
named-read = Nac ydy. Gallant ei ddarllen

## Beth i feddwl amdano cyn anfon

doubt-identifies = Gall hyn ddangos pwy yw rhywun: { $words }. Gallwch newid eich geiriau isod. Neu ticiwch “Ei anfon fel y mae”.
# Wyth ac un ar ddeg sy’n dechrau â llafariad: «nag».
doubt-few = { $few ->
    [8] Llai nag 8 o bobl eraill allai fod wedi anfon hyn,
    [11] Llai nag 11 o bobl eraill allai fod wedi anfon hyn,
    [zero] Neb arall allai fod wedi anfon hyn,
    [one] Neb arall allai fod wedi anfon hyn,
    [two] Llai na 2 berson arall allai fod wedi anfon hyn,
    [few] Llai na 3 pherson arall allai fod wedi anfon hyn,
    [many] Llai na 6 o bobl eraill allai fod wedi anfon hyn,
   *[other] Llai na { $few } o bobl eraill allai fod wedi anfon hyn,
} felly gall pobl ddyfalu mai chi a wnaeth. Efallai y byddai “Yn gyfrinachol” yn well i chi. Neu ticiwch “Ei anfon fel y mae”.
doubt-brought-named = Mae pobl wedi darllen y geiriau hyn gydag enw wrth eu hymyl. Gallant wybod o hyd pwy biau nhw, heb yr enw hefyd. Gallwch newid eich geiriau isod, neu anfon hwn wrth eich enw. Neu ticiwch “Ei anfon fel y mae”.
doubt-brought-hidden = Mae pobl wedi darllen y geiriau hyn heb eich enw. Byddant yn dod i wybod mai chi a’u hysgrifennodd bryd hynny hefyd. Gallwch newid eich geiriau isod, neu ddewis yr un ffordd ag o’r blaen, lle mae un. Neu ticiwch “Ei anfon fel y mae”.
brought-theirs = Geiriau’r sawl a’i cododd yw’r rhain, a bydd yr asiantaeth y gofynnwch iddi yn eu darllen. Ysgrifennwch yn eich geiriau eich hun, gyda dim ond yr hyn y mae angen iddynt ei wybod, a gadewch allan yr hyn sy’n dangos pwy a’i cododd.
brought-named = Daw’r geiriau hyn o rywbeth a ddywedwyd gydag enw wrth ei ymyl. Mae pobl wedi eu darllen yno. Os anfonwch nhw heb eich enw, gall y bobl hynny wybod pwy biau nhw.
brought-hidden = Daw’r geiriau hyn o rywbeth a ddywedwyd heb eich enw. Bydd y rhai a’u darllenodd yno yn gwybod bod y ddau gan yr un person. Os rhoddir eich enw nawr, byddant yn dod i wybod pwy oedd bryd hynny.
anyway-label = Ei anfon fel y mae
anyway-hint = Ticiwch hyn dim ond os nad ydych am newid dim.
sent-where-named = Mae pob cam i’w weld dan “{ mine-title }”.
sent-where-code = Mae pob cam i’w weld y tu ôl i’ch cod, nes iddo gael ei gau.
sent-where-hidden = Mae pob cam i’w weld y tu ôl i “{ quiet-button }”, dan “{ mine-title }”, nes iddo gael ei gau.
sent-until-then = Nes iddo fynd allan mae’n aros dan sêl, mewn lle nad yw byth yn cael ei gopïo wrth gefn. Ar ei dudalen ei hun gallwch ei gymryd yn ôl, ac ni adewir dim ohono. Os yw’r dudalen honno wedi diflannu cyn iddo fynd allan, fe’i collwyd: codwch ef eto, os gwelwch yn dda.
sent-no-cover = Mae eich pryder yn mynd allan ar unwaith, am y gall rhywun fod mewn perygl. Mae hynny’n ei gwneud yn haws dyfalu pwy a’i hanfonodd. Nid ydym yn rhoi eich enw i neb o hyd.

## Beth sydd ar goll

missing-danger = Dywedwch a oes unrhyw un mewn perygl nawr, os gwelwch yn dda.
missing-topic = Dewiswch am beth mae’r pryder, os gwelwch yn dda. Mae “Rhywbeth arall” yn iawn.
missing-how = Dewiswch, os gwelwch yn dda: wrth eich enw, yn gyfrinachol neu’n ddienw.
missing-release = Dewiswch pryd y dylai fynd allan: cyn bo hir, ar yr amser penodol nesaf, neu ar unwaith.
missing-text = Ysgrifennwch ychydig eiriau, os gwelwch yn dda.
missing-agency = Dewiswch asiantaeth o’r rhestr, os gwelwch yn dda.
not-a-day = Rhowch ddyddiad fel 24/12/2026.
no-such-day = Nid yw’r diwrnod hwnnw yn y calendr. Rhowch ddyddiad fel 24/12/2026.
# Ar ôl rhif mae’r enw’n unigol, ac nid yw «nod» yn treiglo: un ffurf sy’n gwneud y tro i’r chwech.
too-long = Mae hyn yn rhy hir. Defnyddiwch { $most } nod ar y mwyaf, os gwelwch yn dda.

about-privacy = { honest-line } Mae’r hyn rydych yn ei godi yn cael ei gadw gan y bartneriaeth sy’n rhedeg y bot hwn, wedi’i selio, a’i ddileu rai misoedd ar ôl ei gau. Gofynnwch i’r bartneriaeth os hoffech wybod mwy.
about-terms = Meddalwedd rydd yw Upstander dan Drwydded Apache 2.0. Nid yw’n wasanaeth brys: os oes rhywun mewn perygl nawr, ffoniwch 999.

## Gwrthod yn garedig cyn i unrhyw orchymyn ddechrau. Mae pob un yn dweud beth i’w wneud nesaf.

unknown-verb = Nid ydym yn adnabod hwnnw mwyach. Agorwch Upstander eto a rhowch gynnig arall arni oddi yno.
guest = Ni wyddom i ba asiantaeth rydych yn perthyn, felly ni allwn dderbyn hyn gennych yma. Siaradwch â’ch arweinydd diogelu. Os oes rhywun mewn perygl nawr, ffoniwch 999.
agency-left = asiantaeth sydd wedi gadael
store-not-kept = Nid oedd modd cadw hwn ar hyn o bryd. Ni storiwyd dim, ac ni ddywedwyd wrth neb. Anfonwch ef eto ymhen ychydig funudau. Os oes rhywun mewn perygl nawr, peidiwch ag aros: ffoniwch { $routes }.
store-perhaps-kept = Ni allwn ddweud a gadwyd hwn. Anfonwch ef eto oddi yma ymhen ychydig funudau: nid yw’r un ffurflen byth yn cyfrif ddwywaith. Os oes rhywun mewn perygl nawr, peidiwch ag aros: ffoniwch { $routes }.
store-nothing-done = Ni all Upstander wneud hyn ar hyn o bryd, ac ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau. Os oes rhywun mewn perygl nawr, peidiwch ag aros: ffoniwch { $routes }.
form-too-old = Ni ellir anfon y ffurflen hon mwyach. Ni anfonwyd dim. Copïwch eich geiriau, agorwch ffurflen newydd a’u hanfon oddi yno.
not-yours = Ni allwch agor hwn. Dim ond y person a’i cododd all wneud hynny. Ai chi oedd hwnnw? Unwaith y mae wedi’i gymryd yn ôl, neu wedi’i gau heb enw arno, ni all neb ei agor eto. Gallwch godi pryder newydd.

## Pan na all neges gyrraedd rhywun

unreached-state = Rydym yn dal i geisio cyrraedd { $agency }: does neb yno wedi cael hyn eto. Os na all aros, ffoniwch nhw.
room-unreached-card = Ni allem bostio yn eich sianel
room-unreached = Ni chyrhaeddodd ein neges am y cyfarfod hwn ei sianel neu ei sgwrs. Dewch ag Upstander yn ôl yno (yn Slack: /invite @Upstander), neu rhannwch godau fel y gall pobl ateb hebddi.
raiser-unreached-card = Ni chyrhaeddodd ein neges
raiser-unreached = Ni allem anfon neges at { $name }, a gododd hyn. Gallant ddarllen popeth pan fyddant yn agor Upstander. Os na all aros, rhowch wybod iddynt eich hun.

## Mae rhywun wedi gadael, neu ni ellir ei gyrraedd: yn gyntaf i’r person a’i cododd, yna i arweinydd

bot-lead-gone = Nid yw’r person yr oedd hyn gydag ef yno ar ei gyfer mwyach. Rydym wedi gofyn i’r lleill yn { $agency }, a byddwn yn dweud wrthych cyn gynted ag y bydd rhywun yn ei dderbyn.
bot-lead-gone-lead = Nid yw’r person yr oedd hyn gydag ef yno ar ei gyfer mwyach. Gofynnir i’r lleill eto.
bot-lead-unreached = Ni allwn gyrraedd y person y mae hyn gydag ef. Rydym wedi gofyn i’r lleill yn { $agency }, a byddwn yn dweud wrthych cyn gynted ag y bydd rhywun yn ei dderbyn.
bot-lead-unreached-lead = Ni allem gyrraedd y person yr oedd hyn gydag ef. Gofynnir i’r lleill eto.
card-not-yours = Nid yw hyn gyda chi mwyach
card-not-yours-why = Mae gennych rôl arall nawr, felly gofynnwyd i eraill. Nid oes angen i chi wneud dim.
unreached-card = Ni allem gyrraedd rhywun yn eich asiantaeth
unreached-who = Ni allem gyrraedd { $name }: nid yw ein negeseuon yn cyrraedd. Rydym wedi gofyn i eraill yn lle hynny. Gofynnwch i’r person agor Upstander unwaith yn Slack neu Teams. Os yw wedi gadael, dywedwch wrth bwy bynnag sy’n rhedeg Upstander, fel y caiff rhywun arall ei enwi.
unreached-unnamed = Ni allem gyrraedd un o’r bobl sydd wedi’u henwi ar gyfer eich asiantaeth: nid yw ein negeseuon yn cyrraedd. Rydym wedi gofyn i eraill yn lle hynny. Gwiriwch gyda’ch gilydd fod pob un ohonoch wedi agor Upstander unwaith yn Slack neu Teams. Os oes rhywun wedi gadael, dywedwch wrth bwy bynnag sy’n rhedeg Upstander, fel y caiff rhywun arall ei enwi.
not-your-own = Chi a gododd hyn, felly nid yw ar agor i chi yma. Gofynnwyd i eraill hefyd. Mae i’w gael o dan “Wedi’i godi heb ddangos fy enw”.

## Yr hyn oedd i’w wneud erbyn hyn

overdue-by = { $by } – yn hwyr
overdue-now = Mae hyn yn hwyr.

## Newid atgyfeiriad cyn i neb ei dderbyn, neu ei dynnu’n ôl

button-change-referral = Ei newid
button-withdraw-referral = Ei dynnu’n ôl
referral-change-title = Newid atgyfeiriad
referral-change-submit = Ei newid
referral-not-to-change = Dim ond y person a gofnododd hyn all ei newid, a dim ond nes i rywun ei dderbyn. Wedi hynny, ychwanegwch yr hyn sy’n newydd, neu tynnwch ef yn ôl.
referral-changed = Mae wedi’i newid, ac mae’r rhai y gofynnir iddynt wedi cael gwybod.
referral-changed-told = Mae’r person a gofnododd hyn wedi newid yr hyn a ofynnir, neu erbyn pryd. Edrychwch arno, os gwelwch yn dda.
bot-changed = Newidiwyd geiriau hyn neu ei ddyddiad gan y person a’i cofnododd, cyn i neb ei dderbyn.
bot-changed-lead = Newidiwyd geiriau hyn neu ei ddyddiad gan y person a’i cofnododd, cyn i neb ei dderbyn.
referral-withdraw-title = Tynnu’n ôl
referral-withdraw-label = Pam nad oes ei angen mwyach?
referral-withdraw-hint = Bydd pwy bynnag sydd ag ef, neu y gofynnir iddo, yn darllen hyn. Caiff ei gau wedyn, ac ni ofynnir i neb eto. Dim enwau.
referral-withdraw-submit = Ei dynnu’n ôl
referral-withdrawn-title = Tynnwyd yn ôl
referral-withdrawn = Mae wedi’i gau, ac mae’r rhai y gofynnwyd iddynt wedi cael gwybod pam.
referral-withdrawn-told = Mae’r person a gofnododd hyn wedi’i dynnu’n ôl. Mae wedi’i gau, ac nid oes angen i chi wneud dim mwy. Agorwch ef i ddarllen pam.
referral-state-withdrawn = Mae’r person a gofnododd hyn wedi’i dynnu’n ôl. Mae wedi’i gau.
said-withdrawn-you = Pam y cafodd ei dynnu’n ôl, { $day }
said-withdrawn-other = Pam y cafodd ei dynnu’n ôl, { $day }

fact-same = Yr un cyfeirnod
same-reference = Daeth { $count } o bryderon gyda’r cyfeirnod hwn atoch y chwarter hwn, gan gynnwys yr un yma. Gall fod yn batrwm: edrychwch arnynt gyda’i gilydd.

trend-count = { $period }: { $count }
trend-hidden = { $period }: *
