# Awaiting a Welsh reader
# Herio penderfyniad: y ffurflen, y frawddeg y mae’n ei drafftio, a beth sy’n digwydd nesaf.

challenge-title = Herio penderfyniad
challenge-button = Herio penderfyniad
challenge-next = Nesaf: gweld y geiriad
challenge-submit = Anfon

decision-label = Pa benderfyniad?
decision-hint = Er enghraifft: cau achos y ddau frawd. Gadewch enwau allan.
owner-agency-label = Pa asiantaeth a’i gwnaeth?
owner-agency-hint = Os na fydd neb yn ateb, gofynnir i bobl uwch i fyny neu mewn asiantaethau eraill.
owner-label = Pwy a’i gwnaeth?
owner-hint = Nhw fydd yn ei weld gyntaf, ac yn ateb gyntaf. Os yw hyn yn wag, eu rheolwyr fydd yn gwneud; mewn perygl hefyd os nad ydym yn adnabod neb o’r enw hwnnw.
owner-which-label = Pwy rydych yn ei olygu?
owner-none = Dim un o’r bobl hyn. Anfonwch ef at eu rheolwyr
owner-managers = Anfonwch ef at eu rheolwyr
owner-unknown = Nid ydym yn adnabod neb o’r enw “{ $name }” yn yr asiantaeth hon: { $agency }. Does dim wedi mynd allan eto. Gwiriwch yr enw a’r asiantaeth, neu gadewch yr enw yn wag. Neu dewiswch isod ei fod yn mynd at eu rheolwyr: gallant weld yr enw a ysgrifennoch.
owner-yourself = Chi yw “{ $name }”, ac nid oes neb yn ateb yr hyn y maent yn ei godi eu hunain. Does dim wedi mynd allan eto. Enwch rywun arall, neu gadewch yr enw yn wag. Neu dewiswch isod ei fod yn mynd at y rheolwyr: gallant weld yr enw a ysgrifennoch.
reason-label = Pam edrych arno eto?
topic-evidence-missed = Ni roddwyd sylw i dystiolaeth
asked-for-label = Beth rydych yn gofyn amdano?
asked-for-hint = Er enghraifft: gweld y plant yn gyntaf.
level-label = Pa mor gryf hoffech chi ei ddweud?
level-probe = Gofyn
level-probe-hint = Rydych yn gofyn cwestiwn sy’n gwneud i bobl feddwl.
level-alert = Tynnu sylw
level-alert-hint = Rydych yn dweud eich bod yn poeni, a pham.
level-challenge = Herio
level-challenge-hint = Rydych yn dweud nad ydych yn cytuno.
level-escalate = Mynnu
level-escalate-hint = Rydych yn dweud y byddwch yn mynd â hyn ymhellach.

level-change = Newid, neu ychwanegu rhif
ask-line-none = Rydych yn gofyn am ail olwg.
ask-line = Rydych yn gofyn am hyn: { $ask }.
replies-line-chat = Byddwch yn clywed yn ôl yma.
replies-line-receipt = Byddwch yn clywed yn ôl drwy god.
keeps-line = Rydym yn gofyn i chi wedyn sut y cawsoch eich trin.

challenge-how-anonymous = Yn ddienw
challenge-how-anonymous-hint = Wedi’ch cuddio rhag cydweithwyr, nid rhag pawb.
challenge-how-confidence = Yn gyfrinachol
challenge-how-confidence-hint = Bydd arweinydd sy’n bwrw ymlaen yn gweld eich enw. Gall dau arall, o raid.
challenge-how-named = Wrth fy enw
challenge-how-named-hint = Bydd pawb sy’n ateb yn gweld eich enw. Gall y camau ffurfiol ddechrau.

replies-label = Os yn ddienw: sut hoffech chi glywed yn ôl?
replies-chat = Yma
replies-chat-hint = Rydym yn cadw dolen yn ôl atoch, dan sêl, nes iddo gael ei gau.
replies-receipt = Gyda chod
replies-receipt-hint = Byddwch yn dod yn ôl gyda chod. Os collwch ef, ni all neb ei adfer.
keeps-label = Gofyn i mi, 30 a 90 diwrnod ar ôl iddo gau, sut y cefais fy nhrin
keeps-hint = Ar gyfer hynny, rydym yn cadw’r ddolen yn ôl atoch, dan sêl, nes bydd y cwestiynau hyn drosodd, neu nes i chi ddweud wrthym am ei dileu. Os gadewch hyn yn wag, caiff ei dileu cyn gynted ag y bydd wedi’i gau.

## Y frawddeg

sentence-note = Dyma eiriad cyntaf. Newidiwch ef fel y mynnwch, gyda pharch. Nid oes dim wedi mynd allan eto.
sentence-anew = Mae eich enw wedi’i guddio nawr, felly mae’r geiriad yn newydd. I bawb y mae eu henw wedi’i guddio, mae yn { $language ->
    [cy] Gymraeg
   *[other] Saesneg
}: felly ni all ddangos pa iaith rydych yn ei defnyddio. Darllenwch ef eto, os gwelwch yn dda. Nid oes dim wedi mynd allan eto.
doubt-language = Mae rhan o’ch brawddeg yn eiriau gennym ni i bobl nad ydynt yn defnyddio Upstander yn { $language ->
    [cy] Gymraeg
   *[other] Saesneg
}. Gall hynny helpu pobl i ddyfalu pwy ydych chi. Gallwch ei dweud mewn geiriau eraill. Neu ticiwch “Ei anfon fel y mae”.
sentence-label = Eich brawddeg
sentence-hint = Dyma’r hyn y bydd y person yn ei ddarllen gyntaf. Dywedwch ef fel y byddech wyneb yn wyneb.
draft-probe = Hoffwn ddeall y penderfyniad hwn: { $decision }. Dyma’r hyn a welais neu a glywais: { $what }. { $because } Sut ydych chi’n ei gweld hi? A wnewch chi feddwl am hyn, os gwelwch yn dda: { $ask }?
draft-alert = Rwy’n poeni am y penderfyniad hwn: { $decision }. { $because } Dyma’r hyn a welais neu a glywais: { $what }. Meddyliwch am hyn, os gwelwch yn dda: { $ask }.
draft-challenge = Nid wyf yn cytuno â’r penderfyniad hwn: { $decision }. { $because } Dyma’r hyn a welais neu a glywais: { $what }. Dyma’r hyn rwy’n gofyn amdano: { $ask }. Os penderfynwch beidio, dywedwch wrthyf pam, os gwelwch yn dda.
draft-escalate = Nid wyf yn cytuno â’r penderfyniad hwn: { $decision }. Hoffwn i hynny gael ei gofnodi. { $because } Dyma’r hyn a welais neu a glywais: { $what }. Dyma’r hyn rwy’n gofyn amdano nawr: { $ask }. Os na fydd yn digwydd, byddaf yn mynd â hyn i’r cam nesaf.
ask-second-look = ail olwg arno
because-threshold = Rwy’n meddwl bod hyn yn fwy difrifol nag y mae’r penderfyniad yn ei ddweud.
because-evidence-missed = Rwy’n meddwl na roddwyd sylw i beth o’r dystiolaeth.
because-voice-missing = Ni allaf ddod o hyd i lais y plentyn neu’r oedolyn ei hun ynddo.
because-bias = Rwy’n poeni y byddem yn gweld hyn yn wahanol pe bai’n rhywun arall.
because-delay = Rwy’n poeni ei fod yn cymryd gormod o amser.
because-information-sharing = Rwy’n meddwl na chafodd rhywbeth pwysig ei rannu.
because-plan-not-done = Rwy’n meddwl na chafodd y cynllun ei gyflawni.
because-something-else = Rwy’n meddwl bod angen edrych arno eto.

## Beth sydd ar goll

missing-decision = Dywedwch mewn un llinell pa benderfyniad yw ef, os gwelwch yn dda.
missing-level = Dewiswch pa mor gryf hoffech chi ei ddweud, os gwelwch yn dda.
missing-replies = Dewiswch sut hoffech chi glywed yn ôl, os gwelwch yn dda.

## Mae ar ei ffordd

challenge-sent-title = Mae eich her gennym
challenge-sent-soon = Bydd yn mynd at { $agency } ar ôl ychydig funudau, faint ar hap.
challenge-sent-slot = Bydd yn mynd at { $agency } ar yr amser penodol nesaf, gydag unrhyw rai eraill.
challenge-sent-now = Fe’i hanfonwyd, ac mae ar ei ffordd at { $agency }. Nes i ni ddweud wrthych fod rhywun wedi ateb, efallai na chafodd ei ddarllen.
challenge-sent-next-code = Beth sy’n digwydd nesaf: gofynnir iddynt ateb gyda rheswm, erbyn diwrnod penodol. Yna cewch ddweud a yw hynny’n ei ddatrys. Os nad atebant, gofynnir i eraill. Nid ydym yn cadw cyfeiriad i chi, felly ni fydd neges yn dweud wrthych: edrychwch o bryd i’w gilydd gyda’ch cod.
challenge-sent-next = Beth sy’n digwydd nesaf: gofynnir iddynt ateb gyda rheswm, erbyn diwrnod penodol. Yna cewch ddweud a yw hynny’n ei ddatrys. Os nad atebant, gofynnir i eraill. Rydym yn dweud pob cam wrthych.
owner-known = Yn gyntaf rydym yn gofyn i { $name }.
owner-not-known = Nid ydym yn adnabod y person a enwyd gennych, felly bydd yn mynd at reolwyr { $agency }. Gallant weld yr enw a ysgrifennoch.
owner-not-yourself = Nid oes neb yn ateb yr hyn y maent yn ei godi eu hunain, felly bydd yn mynd at reolwyr { $agency }. Gallant weld yr enw a ysgrifennoch.
receipt-yours = Eich cod. Ysgrifennwch ef i lawr nawr, os gwelwch yn dda.
receipt-keep = Ni allwn ddangos y cod hwn eto, ac ni wyddom pwy biau ef. Gydag ef gallwch ddarllen yr ateb ac ysgrifennu’n ôl. Gall pwy bynnag sydd â’r cod wneud yr un peth.

## Beth mae pwy bynnag a’i cododd yn ei weld

raiser-page-challenge = Fy her
listed-challenge = Her, { $day }
desk-challenge = Her: { $topic }
button-withdraw = Tynnu hyn yn ôl
challenge-state-waiting = Nid yw hyn wedi mynd at { $agency } eto. Mae’n aros am ei amser. Gallwch ei gymryd yn ôl o hyd.
challenge-state-open = Mae hyn yn aros am ateb.
challenge-state-picked = Mae gan { $name } ateb i chi, neu mae’n gweithio arno.
challenge-state-answered = Mae { $name } wedi ateb. Nid yw wedi’i gau eto.
challenge-state-closed = Mae hyn wedi’i gau.

## Beth a ddywedwyd

part-decision = Y penderfyniad
part-ask = Beth y gofynnir amdano
part-sentence = Y frawddeg
part-owner = Pwy y dywedir iddo ei wneud
said-verdict-change-you = Yr ateb: mae’r penderfyniad wedi’i newid, { $day }
said-verdict-change-other = Yr ateb: mae’r penderfyniad wedi’i newid, { $day }
said-verdict-adapt-you = Yr ateb: mae’r penderfyniad wedi’i addasu, { $day }
said-verdict-adapt-other = Yr ateb: mae’r penderfyniad wedi’i addasu, { $day }
said-verdict-keep-you = Yr ateb: mae’r penderfyniad yn sefyll, { $day }
said-verdict-keep-other = Yr ateb: mae’r penderfyniad yn sefyll, { $day }
said-outcome-close-you = Yr ateb terfynol, a pham, { $day }
said-outcome-close-other = Yr ateb terfynol, a pham, { $day }
said-moderate-why-you = Pam y gofynnwyd i gymedrolwr, { $day }
said-moderate-why-other = Pam y gofynnwyd i gymedrolwr, { $day }

## Beth ddigwyddodd: yn gyntaf i bwy bynnag a’i cododd, yna i’r rhai sy’n ateb

bot-to-role = Ni wyddom pwy a wnaeth y penderfyniad, felly gofynnir i’w rheolwyr.
bot-to-role-lead = Nid yw’r person a wnaeth y penderfyniad yn hysbys yma, felly gofynnir i chi.
bot-to-reader = Mae rhywun o asiantaeth arall yn ei ddarllen nawr, ac yn gweld y ddwy ochr.
bot-to-reader-lead = Ni chafodd ei ddatrys. Mae rhywun o asiantaeth arall yn ei ddarllen nawr, ac yn gweld y ddwy ochr.
bot-to-adopt = Gofynnir i’r arweinwyr diogelu a wnaiff un ohonynt fwrw ymlaen â hyn yn eu henw eu hunain. Rydych yn dal wedi’ch cuddio rhag y rhai sy’n ateb.
bot-to-adopt-lead = Gofynnir i’r arweinwyr a wnaiff un ohonynt fwrw ymlaen â hyn yn eu henw eu hunain.
bot-to-stage = Mae’n mynd i gam nesaf polisi’r bartneriaeth ei hun.
bot-to-stage-lead = Mae wedi mynd i gam nesaf polisi’r bartneriaeth ei hun.
bot-to-person = Mae wedi dod cyn belled ag y gall yn ysgrifenedig. Gofynnir i rywun â chyfrifoldeb ei drafod ar lafar. Mae’r ffyrdd eraill o gael help ar y dudalen hon.
bot-to-person-lead = Mae wedi dod cyn belled ag y gall yn ysgrifenedig. Siaradwch amdano gyda’r bobl dan sylw, os gwelwch yn dda.
bot-no-answer = Ni ddaeth ateb mewn pryd. Gofynnir i eraill nawr.
bot-no-answer-lead = Ni ddaeth ateb mewn pryd.
bot-pointed = Gall { $name } ateb hyn, a gofynnir iddynt nawr.
bot-pointed-lead = Enwyd { $name } fel y person a all ateb hyn.
bot-adopted = Mae { $name }, arweinydd, yn bwrw ymlaen â hyn yn eu henw eu hunain. Rydych yn dal wedi’ch cuddio rhag y rhai sy’n ateb.
bot-adopted-lead = Mae { $name } yn bwrw ymlaen â hyn yn eu henw eu hunain.
bot-name-opened = Mae dau berson wedi agor eich enw, am na welsant ffordd arall: { $name }. Mae cofnod o hynny. Gallwch ofyn iddynt pam.
bot-name-opened-lead = Agorwyd enw pwy bynnag a gododd hyn gan ddau berson: { $name }.
bot-asked-30 = Mae mis ers i hyn gael ei gau. Sut cawsoch eich trin?
bot-asked-30-lead = Gofynnwyd i’r person a gododd hyn sut y cawsant eu trin.
bot-asked-90 = Mae tri mis ers i hyn gael ei gau. Sut cawsoch eich trin?
bot-asked-90-lead = Gofynnwyd i’r person a gododd hyn sut y cawsant eu trin.
bot-fared-30 = Atebasoch y ddau gwestiwn cyntaf. Diolch.
bot-fared-30-lead = Atebodd y person a gododd hyn.
bot-fared-90 = Atebasoch y ddau gwestiwn olaf. Diolch.
bot-fared-90-lead = Atebodd y person a gododd hyn.
unsettled-challenge = Diolch am ddweud. Gofynnir i rywun arall edrych arno. Ychwanegwch beth sy’n dal ar goll, os gwelwch yn dda.
missing-reason = Dewiswch pam y dylid edrych ar hyn eto, os gwelwch yn dda. Mae “Rhywbeth arall” yn iawn.
receipt-where = Yn nes ymlaen, teipiwch ef gyda’r gorchymyn “receipt” (neu “cod” yn Teams), neu dan “{ receipt-title }” yma neu ar ein tudalen mewn porwr gwe. Nid oes angen cyfrif ar gyfer y dudalen honno.
withdraw-title = Tynnu hyn yn ôl
withdraw-sure = Mae wedi mynd allan eisoes. Os tynnwch hyn yn ôl, caiff ei gau am byth, ni fydd neb yn bwrw ymlaen, a dywedir wrth y rhai sydd ag ef eich bod wedi’i dynnu’n ôl. Os codwyd hyn heb eich enw, caiff y ddolen yn ôl atoch ei dileu hefyd, ac nid yw cod yn agor dim mwyach.
withdraw-submit = Tynnu hyn yn ôl

## Ateb her: pwy bynnag a wnaeth y penderfyniad, ail ddarllenydd, arweinydd sy’n bwrw ymlaen â hi, cam.

challenge-card-owner = Mae penderfyniad { $agency } yn cael ei herio, a gofynnir i chi ateb
challenge-card-reader = Gofynnir i chi ddarllen her i { $agency } â llygaid newydd
challenge-card-stage = Mae her i { $agency } wedi cyrraedd eich cam chi
challenge-card-person = Mae angen rhywun i drafod her i { $agency } ar lafar
challenge-page-owner = Her
fact-decision-of = Penderfyniad pwy ydyw
challenge-page-reader = Her, o’r ddwy ochr
challenge-page-stage = Her: eich cam chi
challenge-page-person = Her i’w thrafod

card-challenge-nudge = Nid oes ateb eto. Edrychwch arni’n fuan, os gwelwch yn dda.
card-challenge-due = Mae’n bryd ateb nawr. Os na ddaw ateb erbyn y diwrnod gwaith nesaf, gofynnir i eraill, a bydd y person a gododd hyn yn cael gwybod.
card-answer-given = Mae wedi’i hateb. Nid oes angen i chi wneud dim nawr.
card-pointed = Enwyd rhywun arall a all ateb hyn. Nid oes angen i chi wneud dim.

fact-due = Ateb erbyn
fact-reason = Pam
fact-stage = Cam
fact-thread = Rhif y sgwrs
fact-code = Cod mewn rhestrau

owner-fair = Nid yw hyn wedi’i ddangos mewn unrhyw sianel. Chi sy’n ei weld gyntaf, a chi sy’n ateb gyntaf. Mae rhywun sy’n codi llais yn gwneud hynny am fod ots ganddynt: atebwch fel yr hoffech chi gael eich ateb.{ $how ->
    [named] {""}
   *[other] {" "}Peidiwch â cheisio darganfod pwy ydynt, os gwelwch yn dda.
}
who-confidence-challenge = Dim ond arweinydd sy’n bwrw ymlaen â hyn all weld yr enw

button-verdict = Ateb
button-point = Gall rhywun arall ateb hyn
button-moderate = Gofyn i gymedrolwr edrych
button-divert = Ei throsglwyddo i adolygydd
button-leave = Ei gadael fel y mae
button-glass = Gofyn am yr enw

verdict-title = Ateb
verdict-label = Beth sy’n digwydd i’r penderfyniad?
verdict-change = Ei newid
verdict-change-hint = Rydych yn penderfynu’n wahanol nawr.
verdict-adapt = Ei addasu
verdict-adapt-hint = Mae’n sefyll yn rhannol, gyda rhywbeth wedi’i newid neu ei ychwanegu.
verdict-keep = Ei gadw
verdict-keep-hint = Mae’n sefyll, ac rydych yn dweud pam.
verdict-why = Pam?
verdict-submit = Anfon
verdict-done-title = Anfonwyd yr ateb
verdict-done = Mae eich ateb ar ei ffordd. Yna bydd y person a gododd hyn yn dweud a yw’n ei ddatrys. Os nad yw, gofynnir i rywun arall edrych arno.
missing-verdict = Dewiswch, os gwelwch yn dda: ei newid, ei addasu neu ei gadw.

point-title = Pwy all ateb hyn?
point-agency-label = Ym mha asiantaeth?
point-label = Eu henw
point-hint = Gofynnir iddynt nawr, a bydd y person a gododd hyn yn cael gwybod.
point-submit = Gofyn iddynt
point-nobody = Nid ydym yn adnabod neb o’r enw hwnnw yno. Gwiriwch yr enw, neu atebwch eich hun, os gwelwch yn dda.
point-enough = Mae hyn wedi’i drosglwyddo ddwywaith eisoes. Atebwch ef nawr, neu ysgrifennwch yn ôl a dweud pam na allwch, os gwelwch yn dda.
point-done-title = Gofynnir iddynt nawr
point-done = Diolch. Rydym yn gofyn i { $name }. Nid oes dim byd arall y mae angen i chi ei wneud.

not-yours-to-answer = Nid yw hyn yn aros am ateb gennych chi. Efallai ei fod wedi’i ateb eisoes, neu gyda rhywun arall nawr. Mae “Fy mhryderon” yn dangos beth sy’n aros amdanoch.

## Arweinydd yn bwrw ymlaen â her yn ei enw ei hun.

adopted-now = Rydych yn bwrw ymlaen â hyn yn eich enw eich hun nawr. Mae’r person a’i cododd wedi cael gwybod. Maent yn dal wedi’u cuddio rhag y rhai sy’n ateb.
card-adopted = Mae { $name } yn bwrw ymlaen â hyn. Nid oes angen i chi wneud dim.
who-adopted = { $name }, sy’n bwrw ymlaen â hyn ar ran: { $hidden }
button-adopt = Fe af ymlaen â hyn yn fy enw i
challenge-card-adopt = A wnewch chi fwrw ymlaen â her i { $agency } yn eich enw eich hun?
challenge-page-adopt = Her, o’r ddwy ochr
challenge-card-carried = Her i { $agency }, gydag arweinydd yn bwrw ymlaen â hi
challenge-page-adopter = Her yn eich enw chi

## Cymedrolwr yn edrych ar sgwrs a all fod yn sarhaus.

moderate-title = Gofyn i gymedrolwr
moderate-label = Beth sydd o’i le ar yr hyn a ysgrifennwyd?
moderate-hint = Nid yw’r person a gododd hyn yn cael gwybod. Mae’n aros ar agor, a rhaid ei ateb o hyd.
moderate-submit = Gofyn
moderate-done-title = Gofynnir i gymedrolwr
moderate-done = Byddant yn edrych arno ac yn penderfynu. Tan hynny, nid oes dim yn newid i chi: atebwch ef o hyd, os gwelwch yn dda.
moderate-left-title = Gadawyd fel y mae
moderate-left = Mae’r sgwrs yn mynd ymlaen fel o’r blaen. Nid oes neb yn cael gwybod.
moderator-card = Gofynnir i chi edrych ar sgwrs â’r asiantaeth hon: { $agency }
reviewer-card = Yn lle’r person yr anfonwyd hi ato, darllenwch sgwrs â’r asiantaeth hon, os gwelwch yn dda: { $agency }
divert-done-title = Gydag adolygydd nawr
divert-done = Bydd yr hyn y mae’r person yn ei ysgrifennu o hyn ymlaen yn mynd at adolygydd annibynnol. Nid oes dim yn cael ei golli, ac nid yw’r naill ochr na’r llall yn gweld gwahaniaeth.
diverted-already = Mae hyn gydag adolygydd eisoes. Nid oes angen i chi wneud dim mwy.
no-reviewer = Nid oes adolygydd ar gael ar gyfer hyn. Gofynnwch i bwy bynnag sy’n gofalu am Upstander enwi un yn ffeil y bartneriaeth, os gwelwch yn dda.
no-moderator = Nid oes cymedrolwr ar gael ar gyfer hyn. Gofynnwch i bwy bynnag sy’n rhedeg Upstander enwi un yn ffeil y bartneriaeth, ac atebwch yr her yn y cyfamser.

bot-asked-gone = Nid yw’r person y gofynnwyd iddo yno ar gyfer hyn mwyach. Rydym wedi gofyn i eraill, a byddwn yn dweud wrthych beth maent yn ei ddweud.
bot-asked-gone-lead = Nid yw’r person y gofynnwyd iddo o’r blaen yno ar gyfer hyn mwyach.
bot-asked-unreached = Ni allwn gyrraedd y person y gofynnwyd iddo. Rydym wedi gofyn i eraill, a byddwn yn dweud wrthych beth maent yn ei ddweud.
bot-asked-unreached-lead = Ni ellid cyrraedd y person y gofynnwyd iddo o’r blaen.
bot-adopter-gone = Nid yw’r arweinydd a oedd yn mynd â hyn ymlaen yn ei enw ei hun yno ar ei gyfer mwyach. Rydym wedi gofyn i’r arweinwyr eraill a wnaiff un ohonynt. Mae’n mynd yn ei flaen yn y cyfamser.
bot-adopter-gone-lead = Nid yw’r arweinydd a oedd yn mynd â hyn ymlaen yno ar ei gyfer mwyach. Gofynnir i’r arweinwyr eraill.
