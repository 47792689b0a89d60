# Awaiting a Welsh reader
# Ail farn: y cwestiwn, pwy sy’n cael ei holi, a’r foment pan ddangosir popeth.

opinion-button = Gofyn am ail farn
opinion-title = Gofyn am ail farn
opinion-intro = Ydych chi’n ansicr, neu bron yn rhy siŵr? Gofynnwch i bobl o’r tu allan. Mae pob un yn ateb ar ei ben ei hun, ac yn gweld beth mae’r lleill yn ei ddweud dim ond pan fydd pawb wedi ateb neu’r amser ar ben. Gadewch enwau teuluoedd allan, os gwelwch yn dda.
opinion-submit = Gofyn
opinion-what-label = Beth yw eich cwestiwn?
opinion-what-hint = Y ffeithiau sy’n bwysig, a beth rydych am ei wybod. Un cwestiwn sydd orau.
missing-question = Ysgrifennwch eich cwestiwn.
opinion-proposal-label = Beth ydych chi’n ei gynnig?
opinion-proposal-hint = Un frawddeg. Bydd y rhai y gofynnir iddynt yn dweud a ydynt yn cytuno, yn anghytuno, neu’n methu dweud.
missing-proposal = Ysgrifennwch beth rydych yn ei gynnig: yna gallant gytuno neu anghytuno.
opinion-view-label = Sut ydych chi’n ei gweld hi hyd yma?
opinion-view-hint = Mae’n help i gymharu wedyn. Nid yw’r bobl sy’n cael eu holi yn ei weld oni bai eich bod yn ticio’r blwch isod.
opinion-shows-label = Dangos iddynt sut rwy’n ei gweld hi
opinion-soon-label = Pa mor fuan mae ei angen?
opinion-soon-hours = O fewn pedair awr waith
opinion-soon-day = Erbyn diwedd y diwrnod gwaith nesaf
opinion-soon-days = O fewn tri diwrnod gwaith
opinion-soon-week = O fewn wythnos
missing-soon = Dewiswch pa mor fuan mae ei angen.
opinion-wanted-label = Sawl barn?
opinion-wanted-1 = Un
opinion-wanted-2 = Dwy
opinion-wanted-3 = Tair
missing-wanted = Dewiswch sawl un: un, dwy neu dair.
opinion-agency-label = Gan ba asiantaeth?
opinion-agency-hint = Os na rowch eich enw, gellir holi eich asiantaeth chi hefyd: byddai ei gadael allan yn dweud pa un ydyw.
opinion-agency-any = Unrhyw un. Un heblaw fy un i yn gyntaf
opinion-role-label = Pwy ddylem ni ei holi yno?
opinion-role-reviewer = Pobl sydd wedi cytuno i roi ail farn
opinion-role-lead = Arweinwyr diogelu
opinion-role-manager = Rheolwyr
opinion-left-out-someone = Mae rhywun y gellid ei holi eisoes yn rhan o hyn
opinion-left-out-someone-hint = Ticiwch hwn, wedyn dewiswch pwy, ac ni chânt eu holi.
opinion-left-out-label = Pwy sydd eisoes yn rhan o hyn?
opinion-left-out-hint = Nid ydynt yn cael eu holi, na chael gwybod.
opinion-how-named = Wrth eich enw
opinion-how-named-hint = Mae’r bobl sy’n cael eu holi yn gweld eich enw.
opinion-how-confidence = Yn gyfrinachol
opinion-how-confidence-hint = Nid ydynt yn gweld eich enw. Fe’i cedwir dan sêl.
opinion-how-anonymous = Yn ddienw
opinion-how-anonymous-hint = Nid ydym yn dweud wrth neb. Efallai y gall rhai ddarganfod.
opinion-nobody = Ni ellir holi neb yno ar hyn o bryd: nid oes neb wedi’i enwi, mae pawb i ffwrdd, neu mae pawb wedi’i adael allan. Dewiswch bobl eraill, neu asiantaeth arall.
opinion-sent-title = Mae eich cwestiwn gennym
opinion-sent-now = Rydym yn eu holi nawr. Byddwch yn clywed cyn gynted ag y bydd pawb wedi ateb, neu pan fydd yr amser ar ben.
opinion-sent-soon = Byddwn yn eu holi ar ôl ychydig funudau, faint ar hap.
opinion-sent-slot = Byddwn yn eu holi ar yr amser penodol nesaf, gydag unrhyw rai eraill.
opinion-sent-next = Bydd pwy bynnag na all ateb yn dweud hynny, a’r person nesaf yn cael ei holi.

## Cardiau

opinion-card = Mae rhywun yn gofyn am ail farn
opinion-who-confidence = Rhywun sy’n gofyn yn gyfrinachol
opinion-card-yours = Ail farn
opinion-nudge = Mae llawer o’r amser wedi mynd. Allwch chi ateb o hyd? Os na, dywedwch, ac fe holir rhywun arall.
opinion-more = Mae’r person sy’n gofyn wedi ychwanegu rhywbeth.
opinion-shown-card = Gellir darllen pob barn nawr.
opinion-decided-card = Gallwch ddarllen beth a benderfynwyd, a pham.
opinion-time-is-up = Mae’r amser ar ben. Diolch; nid oes dim mwy i’w wneud.
opinion-given-note = Rydych wedi ateb. Cewch weld y lleill pan fydd pawb wedi ateb, neu pan fydd yr amser ar ben.
opinion-declined-note = Nid ydych yn cael eich holi am hyn bellach.
listed-second-opinion = Ail farn, { $day }
desk-second-opinion = Ail farn
opinion-waits = Gofynnir i chi am eich barn.

## Tudalennau

opinion-page-title = Ail farn
opinion-alone = Atebwch ar eich pen eich hun, os gwelwch yn dda. Cewch weld beth mae’r lleill yn ei ddweud pan fydd pawb wedi ateb.
opinion-decides = { $name }, sy’n gofyn, sy’n penderfynu o hyd. Rydych chi’n dweud sut rydych yn ei gweld hi.
opinion-decides-hidden = Pwy bynnag sy’n gofyn sy’n penderfynu o hyd. Rydych chi’n dweud sut rydych yn ei gweld hi.
opinion-gist = Ail farn: { $view }: { $count }
opinion-compared = Ochr yn ochr
opinion-differ = Maen nhw’n ei gweld hi’n wahanol. Edrychwch pam cyn penderfynu.
opinion-alike = Maen nhw’n ei gweld hi yr un fath. A oes rhywbeth y gallai pob un fod wedi’i golli?
opinion-single = Un farn yw hon.
opinion-agree = Rwy’n cytuno
opinion-disagree = Rwy’n anghytuno
opinion-unsure = Ni allaf ddweud
opinion-why = Pam
opinion-mind = Beth fyddai’n newid fy meddwl
raiser-page-second-opinion = Fy nghwestiwn
second-opinion-state-waiting = Nid oes neb wedi’i holi eto. Mae’n aros am ei amser. Gallwch ei gymryd yn ôl o hyd.
second-opinion-state-open = Maen nhw wedi cael eu holi. Ni ddangosir dim cyn i bawb ateb, neu cyn i’r amser ddod i ben.
second-opinion-state-answered = Dyma beth maen nhw’n ei ddweud. Cofnodwch beth a benderfynwyd: byddant hwythau’n clywed.
second-opinion-state-closed = Mae hwn wedi’i gau.
bot-shown = Dangoswyd popeth, i chi ac i’r rhai a atebodd.
bot-shown-lead = Dangoswyd popeth, i bawb ar unwaith.
bot-nobody-answered = Nid atebodd neb mewn pryd. Gallwch holi eraill, neu fynd â’r mater ymhellach.
bot-nobody-answered-lead = Nid atebodd neb mewn pryd.
said-view-you = Sut roeddech chi’n ei gweld hi
said-view-other = Sut roedden nhw’n ei gweld hi
said-decided-you = Beth a benderfynoch, { $day }
said-decided-other = Beth a benderfynwyd, { $day }
part-proposal = Beth sy’n cael ei gynnig
part-because = Pam
opinion-notes-title = Nodiadau rhyngoch
opinion-notes-none = Does neb wedi ysgrifennu nodyn eto. Nid yw’r person a ofynnodd byth yn eu gweld.
opinion-note-label = Beth ddylai’r lleill a atebodd ei wybod?
opinion-note-hint = Dim ond nhw sy’n ei ddarllen. Nid yw’r person a ofynnodd yn ei weld, ac nid yw’n cael gwybod amdano. Caiff ei ddileu ynghyd â’r gweddill.
opinion-note-done = Mae eich nodyn wedi’i gadw. Gall y lleill a atebodd ei ddarllen, ac nid oes neb arall yn cael gwybod.

## Rhoi ail farn.

button-opinion = Rhoi fy marn
button-decline = Ni allaf
opining-title = Eich barn
opining-agree-label = Ydych chi’n cytuno â’r hyn sy’n cael ei gynnig?
opining-verdict-label = Sut ydych chi’n ei gweld hi?
missing-opinion = Dewiswch un.
opining-why-hint = Ar beth mae’n seiliedig. Bydd pwy bynnag a ofynnodd yn ei ddarllen, a’r lleill sy’n ateb hefyd.
opining-submit = Anfon
opining-done-title = Diolch
opining-done = Fe’i cedwir nes bod pawb wedi ateb, neu’r amser ar ben. Yna fe’i dangosir i bawb ar unwaith.
opining-declined-title = Diolch
opining-declined = Mae rhywun arall yn cael ei holi nawr. Nid oes neb yn gofyn pam.
opinion-not-now = Ni allwch ateb hwn bellach: fe’i dangoswyd, rydych wedi ateb, neu dywedoch na allwch. Agorwch ef i ddarllen ble mae’n sefyll.

## Ar ôl ail farn: beth a benderfynwyd, a beth a ddaw ohono.

button-decide = Cofnodi beth a benderfynwyd
button-to-challenge = Ei wneud yn her
button-to-referral = Ei wneud yn atgyfeiriad
button-to-concern = Ei wneud yn bryder
deciding-title = Beth a benderfynwyd?
deciding-what = Beth a benderfynwyd
deciding-why = Pam
deciding-why-hint = Hefyd os aethoch yn groes i farn: mae rheswm yn ddigon.
deciding-submit = Anfon
deciding-done-title = Wedi’i gofnodi
deciding-done = Diolch. Bydd y rhai a atebodd yn clywed hefyd.
opinion-not-yet = Nid oes dim i benderfynu arno eto, neu mae wedi’i gofnodi eisoes. Agorwch ef i weld ble mae’n sefyll.

bot-opinion-gone = Nid yw rhywun y gofynnwyd iddo yno ar gyfer hyn mwyach. Byddwn yn gofyn i rywun arall, os oes rhywun.
bot-opinion-gone-lead = Nid yw rhywun y gofynnwyd iddo yno ar gyfer hyn mwyach.
bot-opinion-unreached = Ni allwn gyrraedd rhywun y gofynnwyd iddo. Byddwn yn gofyn i rywun arall, os oes rhywun.
bot-opinion-unreached-lead = Ni ellid cyrraedd rhywun y gofynnwyd iddo.
