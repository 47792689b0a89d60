# Awaiting a Welsh reader
# Fy mhryderon: beth godais i, beth sy’n aros amdanaf, a’m hochr i o bob sgwrs.

mine-title = Fy mhryderon
mine-button = Fy mhryderon
waiting-title = Yn aros amdanaf
waiting-none = Nid oes dim yn aros amdanoch.
referred-title = Atgyfeiriadau a wnes i
raised-title = Codwyd wrth fy enw
raised-none = Nid ydych wedi codi dim wrth eich enw.
at-rest-title = Yn aros am eraill
listed-line = { $what } · { $apart }
listed-left = { $left } arall yn “{ $list }”
listed-see = Gweld y rhai nesaf
own-age = { $days ->
    [0] heddiw
    [one] ddoe
    [two] ddeuddydd yn ôl
   *[other] { $days } diwrnod yn ôl
}
listed-news = Mae’r neges ddiweddaraf yma i chi.

## Un rhestr o’r hyn sy’n aros: yr hyn sy’n pwyso fwyaf sydd gyntaf, llinell yr un

desk-where = { $agency } · { $age }
desk-age = { $days ->
    [0] daeth heddiw
    [one] daeth ddoe
    [two] daeth { $days } ddiwrnod yn ôl
    [few] daeth { $days } diwrnod yn ôl
    [many] daeth { $days } diwrnod yn ôl
   *[other] daeth { $days } diwrnod yn ôl
}
desk-due = erbyn { $day }
desk-due-now = i’w wneud nawr
desk-from = oddi wrth { $who }
desk-from-agency = oddi wrth rywun yn { $agency }
desk-danger = Perygl nawr
desk-overdue = Hwyr
desk-unassigned = heb ei neilltuo
desk-mine = chi sydd â hwn
desk-count-all = Y cyfan: { $count }
desk-count-danger = Mewn perygl: { $count }
desk-count-overdue = Hwyr: { $count }
desk-count-mine = Fy rhai i: { $count }
desk-count-unassigned = Heb eu neilltuo: { $count }
desk-found = Wedi dod o hyd i { $count }.
desk-found-none = Nid oes dim o’r hyn sy’n aros amdanoch yn cyfateb. Dewiswch lai o hidlwyr.
desk-page = { $first } i { $last } o { $count }
desk-before = Gweld y rhai blaenorol

desk-narrow-button = Hidlo a threfnu
desk-narrow-title = Hidlo a threfnu
desk-narrow-submit = Dangos y rhain
desk-every = Y cyfan
desk-kind-label = Math
desk-kind-concern = Pryderon
desk-kind-challenge = Heriau
desk-kind-referral = Atgyfeiriadau
desk-kind-second-opinion = Ail farnau
desk-late-label = Pa mor frys
desk-late-danger = Gallai rhywun fod mewn perygl
desk-late-overdue = Hwyr
desk-whose-label = Pwy sydd â hwy
desk-whose-mine = Fi
desk-whose-unassigned = Heb eu neilltuo
desk-state-label = Pa mor bell
desk-state-open = Nid oes neb wedi dweud eto mai nhw sydd â hwn
desk-state-picked = Mae gan rywun hwn
desk-agency-label = Asiantaeth
desk-sort-label = Trefn
desk-sort-pressing = Perygl, hwyr, yna yn ôl y dyddiad
desk-sort-oldest = Yr hynaf gyntaf
desk-sort-newest = Y diweddaraf gyntaf

desk-find-button = Canfod drwy gyfeirnod
desk-find-title = Canfod drwy gyfeirnod
desk-find-submit = Canfod
desk-find-label = Cyfeirnod
desk-find-hint = Rhif achos neu gofnod, neu ran ohono; neu’r pum llythyren a digid ar ddiwedd ei deitl yn y rhestr. Ni chedwir hyn.
desk-find-short = Teipiwch o leiaf ddwy lythyren neu ddau ddigid.
desk-find-none = Nid oes gan ddim y cewch ei agor y cyfeirnod hwn. Gwiriwch ef, neu teipiwch ran ohono.
desk-find-more = Dyma’r { $count } cyntaf. Teipiwch fwy o’r cyfeirnod i weld llai.

# Yr un fath i bawb, p’un a oes rhywbeth y tu ôl iddo ai peidio.
quiet-button = Codwyd heb ddangos fy enw
quiet-title = Heb ddangos fy enw
quiet-intro = Dyma’r hyn a godoch yn gyfrinachol neu’n ddienw ac sydd heb ei gau. A oes rhywun yn edrych ar eich sgrin?
quiet-none = Nid oes dim yma. Bydd unrhyw beth a godwch yn gyfrinachol neu’n ddienw yn sefyll yma nes iddo gael ei gau. Ydych chi’n chwilio am rywbeth nad oedd wedi mynd allan eto, ac na wnaethoch ei gymryd yn ôl? Yna fe’i collwyd: codwch ef eto, os gwelwch yn dda.

# Yr un geiriau beth bynnag sy’n newydd, fel na ddywedant ddim wrth neb.
news-title = Mae rhywbeth newydd i chi
news-button = Gweld beth sy’n newydd

raiser-page-concern = Fy mhryder

answer-title = Ychwanegu rhywbeth
answer-label = Beth hoffech chi ei ychwanegu?
answer-submit = Anfon
answer-read-by = Yn darllen hyn yn barod, ac a fyddai’n darllen y geiriau hyn hefyd: { $names }. Os yw’n ymwneud â nhw, peidiwch â’i ychwanegu yma: codwch ef o’r newydd, a’u gadael allan.
answer-names = { $names } a { $other }
answer-done-title = Ychwanegwyd
answer-done-named = Mae eich geiriau ar eu ffordd.
answer-done = Mae eich geiriau ar eu ffordd. Os ydych yn ddienw, ânt allan yn y ffordd a ddewisoch: cyn bo hir, ar yr amser penodol nesaf, neu ar unwaith.
button-answer = Ychwanegu rhywbeth

## Yr un ffurflen eto, gyda geiriau eraill ynddi

otherwise-title = Anfonoch hwn o’r blaen
otherwise-note = Mae’r hyn a anfonoch gyntaf ar ei ffordd fel yr oedd. Nid yw’r hyn a ysgrifennoch wedyn wedi’i anfon eto: mae isod, a gallwch ei ychwanegu at y cyntaf.
otherwise-first = Yr hyn a anfonoch gyntaf
otherwise-label = Yr hyn a ysgrifennoch wedyn
otherwise-submit = Ychwanegu
sent-otherwise = Anfonwyd y ffurflen hon o’r blaen, ac mae’r hyn a ddywedai bryd hynny ar ei ffordd fel yr oedd. Nid yw’r hyn sydd yma nawr wedi’i anfon. Copïwch ef, agorwch ffurflen newydd, a’i anfon oddi yno.

## Wedi’i ddatrys, neu beidio

settled-question = A yw hyn wedi’i ddatrys i chi? Os dywedwch ei fod, bydd yn cau am byth. Os codoch ef yn gyfrinachol neu’n ddienw, caiff y ddolen yn ôl atoch ei dileu hefyd: ni all neb eich cyrraedd yn ei gylch, ac ni allwch ei agor eto. Os na ddywedwch ddim, bydd yr un peth yn digwydd ohono’i hun yn nes ymlaen.
button-settled = Ydy, mae wedi’i ddatrys
button-unsettled = Nac ydy, ddim eto
settled-title = Wedi’i ddatrys
closes-later-title = Bydd yn cau cyn hir
closes-later = Diolch. Bydd yn cau pan ddaw’r amser a ddewisoch ar gyfer yr hyn rydych yn ei ysgrifennu, a chaiff y ddolen yn ôl atoch ei dileu bryd hynny. Byddai ei gau ar unwaith yn dangos pryd y buoch yn edrych. Tan hynny mae’n dal yma. Os oes rhywbeth arall yn eich poeni, codwch bryder newydd.
closing-waits = Dywedoch y gellir cau hwn. Bydd yn cau pan ddaw’r amser a ddewisoch ar gyfer yr hyn rydych yn ei ysgrifennu. Os ychwanegwch rywbeth cyn hynny, bydd yn aros ar agor.
unsettled-later = Diolch am ddweud. Bydd yn mynd allan pan ddaw’r amser a ddewisoch ar gyfer yr hyn rydych yn ei ysgrifennu, ac yna bydd rhywun yn edrych arno eto. Ychwanegwch beth sy’n dal ar goll, os gwelwch yn dda.
settled-done = Mae wedi’i gau. Diolch am godi llais. Os oes rhywbeth arall yn eich poeni, codwch bryder newydd.
withdrawn-title = Wedi’i dynnu’n ôl
withdrawn-done = Rydych wedi tynnu hyn yn ôl. Mae wedi’i gau, ac ni fydd neb yn bwrw ymlaen ag ef. Os oes rhywbeth arall yn eich poeni, codwch bryder newydd.
button-take-back = Ei gymryd yn ôl
take-back-title = Ei gymryd yn ôl
take-back-sure = Nid yw hyn wedi mynd allan eto. Os cymerwch ef yn ôl, ni fydd neb byth yn clywed amdano. Caiff ei ddileu, a’r ddolen yn ôl atoch hefyd. Ni fydd cod a gawsoch yn agor dim mwyach.
take-back-submit = Ei gymryd yn ôl
taken-back-title = Wedi’i gymryd yn ôl
taken-back-done = Nid aeth allan, ac mae wedi’i ddileu. Ni ddywedwyd wrth neb amdano. Os ydych am ei ddweud wedi’r cyfan, yn eich amser eich hun, codwch ef eto.
has-gone-out = Mae hyn wedi mynd allan erbyn hyn, felly ni ellir ei gymryd yn ôl mwyach. Gallwch ychwanegu rhywbeth o hyd.
unsettled-done = Diolch am ddweud. Mae gan yr arweinydd ef eto. Ychwanegwch beth sy’n dal ar goll, os gwelwch yn dda.
not-answered-yet = Nid oes ateb terfynol eto. Pan fydd un, gallwch ddweud a yw wedi’i ddatrys. Gallwch ychwanegu rhywbeth nawr.
thread-closed = Mae hyn wedi’i gau, felly ni ellir ychwanegu dim. Os oes rhywbeth yn eich poeni o hyd, codwch bryder newydd.

## A gaiff fy enw fynd gydag ef?

button-name-yes = Caiff fy enw fynd gydag ef
button-name-no = Cadw fy enw yn ôl
name-goes = Caiff eich enw fynd gydag ef nawr, yn y ffordd a ddewisoch: wrth eich enw neu’n gyfrinachol.
name-stays = Nid yw eich enw wedi mynd gydag ef. Gallwch newid eich meddwl o hyd.
name-question = Cafodd ei drosglwyddo i { $agency }. A gaiff eich enw fynd hefyd? Nes i chi ddweud iawn, mae’n aros lle y mae.
name-question-opened = Fe’i trosglwyddwyd i { $agency }. Mae dau berson wedi edrych ar eich enw, fel y darllenwch isod. A gaiff fynd ymlaen at bawb sydd â hwn? Nes i chi ddweud gall, nid oes neb arall yn ei weld.
settled-question-kept = A yw hyn wedi’i ddatrys i chi? Os dywedwch ei fod, bydd yn cau am byth. Cedwir y ddolen yn ôl atoch dan sêl ar gyfer dau gwestiwn, ar ôl 30 a 90 diwrnod, fel y dewisoch; yna caiff ei dileu. Gallwch roi terfyn ar hynny unrhyw bryd. Os na ddywedwch ddim, mae’r un peth yn digwydd ohono’i hun yn nes ymlaen.

## Rhestr y bore: un cerdyn y dydd i bob arweinydd, os oes rhywbeth yn aros.

digest-title = Bore da. Dyma sut mae pethau’n sefyll
digest-waiting = Yn aros amdanoch chi
digest-owned = Eich atgyfeiriadau
digest-unowned = Atgyfeiriadau heb eu neilltuo
digest-today = I’w gwneud erbyn heddiw
digest-over = Yn hwyr
digest-see = Eu gweld
