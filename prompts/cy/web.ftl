# Awaiting a Welsh reader
# Geiriau’r tudalennau gwe: yr hyn sydd o gwmpas pob tudalen, a’r demo.

web-skip = Neidio i’r brif ran
web-nav = Eich tudalennau
web-home = Fy mhryderon
web-meeting = Cyfarfod strategaeth
web-stored-all = Beth sy’n cael ei storio
web-stored-this = Beth sy’n cael ei storio am hyn
web-switch = Bod yn rhywun arall
web-window = Ffenestr newydd fel…
web-you-are = Chi yw
web-demo = Demo ar eich cyfrifiadur eich hun. Nid oes neb ynddo’n real.
web-footer = Nid gwasanaeth brys yw Upstander. Os oes rhywun mewn perygl nawr, ffoniwch 999.

web-error = Gwall:
web-problem = Mae problem
web-optional = (dewisol)
web-most = Hyd at { $most } o nodau.
web-left = { $left } nod ar ôl.
web-over = { $over } nod yn ormod.
web-time-left = Amser ar ôl:
web-minutes-left = { $minutes ->
    [one] Un munud ar ôl.
    [two] Dau funud ar ôl.
   *[other] { $minutes } munud ar ôl.
}
web-seconds-left = { $seconds } eiliad ar ôl.
web-time-up = Mae’r amser ar ben, oni bai bod y cadeirydd wedi ychwanegu peth. Edrychwch ar y dudalen hon eto i weld.
web-brought = Fe wnaethoch chi deipio hyn yma o’r blaen. Nid yw wedi cael ei anfon.
web-anew = Clirio
web-choose = Dewiswch
web-cancel = Canslo
web-back = Yn ôl i “Fy mhryderon”
web-print = Argraffu’r dudalen hon
web-back-to-meeting = Yn ôl i’r cyfarfod
web-start = Yn ôl i’r dechrau

web-tone-urgent = Brys:
web-tone-warn = Gwiriwch:
web-tone-note = Sylwch:
web-tone-done = Wedi’i wneud:
web-not-shown = heb ei ddangos

web-lead-in = Wedi gweld neu glywed rhywbeth sy’n eich poeni? Dywedwch yma. Bydd person yn ateb.
web-something-new = Mae rhywbeth newydd i chi. Mae ar y dudalen hon, neu y tu ôl i “Codwyd heb ddangos fy enw”.
web-hidden-no-mail = Ni fydd yr hyn a godwch heb ddangos eich enw byth yn dod ag e-bost atoch. Edrychwch yma o bryd i’w gilydd a oes ateb.
web-messages = Negeseuon
web-put-away = Clirio
web-again = Adnewyddu

web-clock = Mae cloc y demo’n dweud
web-to-slot = I’r slot nesaf ({ $slot })
web-to-day = I’r diwrnod gwaith nesaf
web-to-due = I’r adeg y bydd rhywbeth i’w wneud nesaf
web-moment = { $weekday } { $day } { $month } { $year }, { $time }
web-moment-short = { $weekday } { $day } { $month }, { $time }
web-weekday = { $number ->
    [0] dydd Llun
    [1] dydd Mawrth
    [2] dydd Mercher
    [3] dydd Iau
    [4] dydd Gwener
    [5] dydd Sadwrn
   *[6] dydd Sul
}
web-month = { $number ->
    [1] Ionawr
    [2] Chwefror
    [3] Mawrth
    [4] Ebrill
    [5] Mai
    [6] Mehefin
    [7] Gorffennaf
    [8] Awst
    [9] Medi
    [10] Hydref
    [11] Tachwedd
   *[12] Rhagfyr
}

web-welcome = Croeso i { $partnership }
web-try-one = Dewiswch pwy ydych chi, a chodwch bryder, heriwch benderfyniad neu gofnodwch atgyfeiriad. Gall pryder neu her fod wrth eich enw, yn gyfrinachol neu’n ddienw.
web-try-two = Yna dewch yn un o’r arweinwyr sy’n ei glywed (ail ffenestr sydd orau), ei gymryd ymlaen ac ateb.
web-try-three = Dewch yn ôl fel y person cyntaf a gweld beth ddaeth yn ôl; gallwch symud y cloc ar frig y dudalen ymlaen pan fydd rhywbeth yn aros am ei amser.
web-who = Pwy ydych chi?
web-which-agency = I ba asiantaeth maen nhw’n perthyn?
web-show-people = Dangos ei phobl
web-duty-lead = yn clywed pryderon
web-duty-administrator = yn gofalu am yr asiantaeth hon
web-duty-partnership = yn gofalu am y bartneriaeth
web-duty-operator = yn ei gadw i redeg
web-see-stored = Gweld beth sy’n cael ei storio

web-meeting-about = Enghraifft o sianel lle mae asiantaethau’n siarad am deulu. Gellir tynnu sylw at unrhyw beth a ddywedir yma, neu herio penderfyniad: cedwir dolen i’r neges, nid ei geiriau. Gall y cyfarfod oedi hefyd, er mwyn i bawb feddwl drostynt eu hunain cyn i neb siarad.
web-pause = Oedi’r cyfarfod hwn
web-debrief = Edrych yn ôl gyda’n gilydd
web-meeting-cards = Yn y cyfarfod hwn nawr
web-flag = Tynnu sylw at y neges hon
web-flag-decision = Herio’r penderfyniad hwn
web-post-1-who = Tom Barker, Heddlu Anytown
web-post-1-time = 12 munud yn ôl
web-post-1-text = Diolch i bawb am ymuno. Dwy alwad i’r cyfeiriad y mis hwn, dim camau pellach ar y naill na’r llall.
web-post-2-who = Sarah Lloyd, Ysgol Gymunedol Anytown
web-post-2-time = 9 munud yn ôl
web-post-2-text = Mae presenoldeb i lawr i 61 %. Dywedodd yr ieuengaf wrth gynorthwyydd dysgu nad oedd neb wedi codi yn y bore.
web-post-3-who = Grace Okafor, Gofal Cymdeithasol Plant Anytown
web-post-3-time = 5 munud yn ôl
web-post-3-text = Nid yw’n cyrraedd ein trothwy. Hi sy’n dewis aros gydag ef, felly ychydig y gallwn ei wneud.
web-post-4-who = Owen Pritchard, Ymddiriedolaeth Iechyd GIG Anytown
web-post-4-time = 3 munud yn ôl
web-post-4-text = Gawn ni symud ymlaen? Mae gennym ugain munud a thri theulu arall.

web-stored-list = Pob pryder yn y demo hwn, yn ôl ei ddiwrnod. Mewn partneriaeth go iawn ni allai neb agor y dudalen hon.
web-stored-none = Nid oes dim wedi’i storio eto. Codwch bryder, a dewch yn ôl.
web-stored-others = Beth sy’n cael ei storio am bryderon eraill
web-stored-honest = Dyma’r rhesi go iawn, fel y mae’r cronfeydd data’n eu dal. Mae rhesi hir o lythrennau a digidau wedi’u selio: dim ond gyda’r allwedd y gellir eu hagor, ac mae honno mewn man arall. Mae’r allwedd gan bwy bynnag sy’n rhedeg y gweinydd byw.
web-waiting = Yr hyn sy’n aros am ei amser, gan bob un: mae pryder nad yw wedi mynd allan eto yma, a does dim yma’n dweud pa un
web-stored-nothing = Dim byd.
web-bytes = ({ $size } o feitiau)
web-store-main = Y brif gronfa ddata
web-store-main-about = Mae copïau wrth gefn ohoni. Ni ellir olrhain dim ynddi at rywun a arhosodd yn ddienw.
web-store-keyring = Y cylch allweddi
web-store-keyring-about = Nid oes byth gopi wrth gefn ohono. Mae’n dal y ddolen yn ôl, wedi’i selio, at bwy bynnag gododd hyn, a chaiff honno ei dileu pan gaiff y pryder ei gau.

web-table-thread = Y pryder: pa fath ydyw, ble mae arni, y diwrnod y daeth. Dim ond os cafodd ei roi y mae enw yma.
web-table-referral = Yr atgyfeiriad: pa fath ydyw, gan bwy y mae, erbyn pryd. Mae bob amser yn enw rhywun.
web-table-thread-key = Yr allwedd, wedi’i lapio, i eiriau’r pryder hwn. Hebddi ni ellir eu darllen byth eto.
web-table-message = Yr hyn a ddywedwyd, wedi’i selio, fesul diwrnod.
web-table-audience = Yr arweinwyr a gaiff ei ddarllen.
web-table-card-sent = Ble mae cerdyn arweinydd, er mwyn iddo ddweud pan fydd gan rywun y pryder.
web-table-outbox = Negeseuon ar eu ffordd.
web-table-step = Beth sydd i ddigwydd, a phryd.
web-table-audit = Beth a wnaed, fesul diwrnod.
web-table-ring = Y ddolen yn ôl at bwy bynnag a’i cododd, wedi’i selio. Mae rhesi pryderon ag enw yn llenwadau o’r un hyd.
web-table-waiting = Yr hyn sy’n aros, wedi’i selio, a phryd y bydd yn mynd allan. Does dim yn dweud gan bwy y mae, na beth ydyw.
web-table-other = Rhesi eraill sy’n perthyn iddo.

web-sorry-400 = Ni allem ddarllen hynny
web-sorry-400-text = Nid oedd yr hyn a anfonodd eich porwr yn gyflawn. Ewch yn ôl a rhoi cynnig arall arni.
web-sorry-403 = Ni ellir gwneud hynny
web-sorry-403-text = Nid chi sydd i wneud hyn. Nid oes dim wedi newid.
web-sorry-404 = Nid oes tudalen o’r fath
web-sorry-404-text = Efallai ei bod wedi’i chau, neu fod y cyfeiriad yn anghywir.
web-sorry-405 = Ni ellir gwneud hynny o ddolen
web-sorry-405-text = Defnyddiwch y botwm ar y dudalen. Nid oes dim wedi newid.
web-sorry-413 = Mae hynny’n rhy hir
web-sorry-413-text = Dywedwch ef mewn llai o eiriau. Nid anfonwyd dim.
web-sorry-415 = Ni allem ddarllen hynny
web-sorry-415-text = Defnyddiwch y ffurflen ar y dudalen. Nid anfonwyd dim.
web-sorry-old = Mae’r dudalen hon yn rhy hen
web-sorry-old-text = Agorwyd hi cyn ichi fewngofnodi ddiwethaf, neu nid yw eich porwr yn cadw cwcis. Agorwch hi eto.
web-sorry-kept = Dyma’r hyn a ysgrifennoch. Mae yma, er mwyn ichi allu ei gopïo.
web-sorry-unsure = Dyma’r hyn a ysgrifennoch. Efallai iddo gael ei anfon: edrychwch ar eich tudalen eich hun cyn ei anfon eto.
web-sorry-other = Aeth rhywbeth o’i le
web-sorry-other-text = Ein camgymeriad ni oedd hynny, nid eich un chi. Rhowch gynnig arall arni ymhen ychydig. Os oes rhywun mewn perygl nawr, ffoniwch 999.

# Mewngofnodi ac allgofnodi.

sign-in-title = Mewngofnodi
sign-in-heading = Mewngofnodi i { $partnership }
sign-in-email = Eich cyfeiriad e-bost gwaith
sign-in-email-hint = Byddwn yn anfon dolen atoch sy’n agor unwaith, o fewn deng munud.
sign-in-send = Anfonwch ddolen ataf
sign-in-no-mail = I fewngofnodi, gofynnwch am ddolen i bwy bynnag sy’n rhedeg Upstander yn eich asiantaeth.
sign-in-no-address = Rhowch gyfeiriad e-bost, fel enw@ysgol.example
sign-in-rest = Gofynnwyd am lawer o ddolenni o’ch rhwydwaith. Arhoswch ddeng munud, a rhowch gynnig arall arni.
sign-in-without = Heb fewngofnodi
sign-in-privacy = Nid ydym yn cadw cofnod o bwy sy’n mewngofnodi, na phryd. Mae eich porwr yn gwneud hynny, a’ch gweinydd e-bost hefyd os gofynnwch am ddolen.
sign-in-sent-title = Edrychwch yn eich e-bost
sign-in-sent = Os yw’r cyfeiriad hwnnw’n un o’n rhai ni, mae dolen ar ei ffordd. Agorwch hi yn y porwr hwn, o fewn deng munud.
sign-in-sent-not = Dim dolen? Edrychwch yn eich ffolder sothach, a gwiriwch y cyfeiriad. Neu gofynnwch i bwy bynnag sy’n rhedeg Upstander yn eich asiantaeth a yw eich cyfeiriad ganddynt.
sign-in-open-title = Mewngofnodi â dolen
sign-in-open = Pwyswch y botwm i fewngofnodi. Wedyn ni fydd y ddolen yn agor eto.
sign-in-as = Byddwch yn mewngofnodi fel hyn: { $name }. Os nad chi yw hwnnw, canslwch, a dywedwch wrth bwy bynnag a roddodd y ddolen i chi.
sign-in-out-first = Mae { $name } wedi mewngofnodi yma nawr. Cyn gynted ag y pwyswch y botwm, caiff { $name } ei allgofnodi yma. Os yw { $name } yn dal i ysgrifennu rhywbeth, gadewch iddo gael ei anfon yn gyntaf.
sign-in-look-again = Nid oes dim wedi digwydd eto. Ers i’r dudalen hon gael ei hagor, mae rhywun wedi mewngofnodi neu allgofnodi yn y porwr hwn, neu nid yw’r porwr yn cadw cwcis. Edrychwch eto pwy sydd wedi mewngofnodi yma, a phwyswch y botwm unwaith eto.
sign-in-go = Mewngofnodi
sign-in-other-browser = Nid yw’r ddolen hon yn agor yma: mae eisoes wedi’i defnyddio, mae dros ddeng munud oed, neu gofynnwyd amdani mewn porwr arall. Agorwch hi yn hwnnw, neu gofynnwch am un newydd yma.
sign-in-link-closed = Nid yw’r ddolen hon yn agor yma: mae eisoes wedi’i defnyddio, mae dros ddeng munud oed, neu gofynnwyd amdani mewn porwr arall.
sign-in-link-title = Dolen sy’n agor unwaith
sign-in-already = Os mai { $name } ydych chi, nid oes angen ei hagor eto: rydych wedi mewngofnodi yma. Os nad, allgofnodwch yma yn gyntaf, ac yna gofynnwch am ddolen i chi’ch hun.
sign-in-link-over = Nid yw’r ddolen hon yn agor mwyach: cafodd ei defnyddio, neu mae ei hamser ar ben. Gofynnwch am un newydd.
sign-in-letter-title = Eich dolen i Upstander
sign-in-letter =
    Agorwch y ddolen hon yn y porwr lle gofynnoch amdani, o fewn deng munud:

    { $link }

    Os na ofynnoch amdani, nid oes angen gwneud dim. Ni all neb fewngofnodi heb y neges hon.
sign-in-ended = Nid ydych wedi mewngofnodi yma. Daw mewngofnodi i ben ar ôl hanner awr heb ichi wneud dim, ar ôl deuddeg awr, pan fyddwch yn allgofnodi yma neu ym mhobman, a phan na fyddwch mwyach yn y bartneriaeth. Mewngofnodwch eto. Os na allwch, gofynnwch i bwy bynnag sy’n rhedeg Upstander yn eich asiantaeth.
sign-in-ended-title = Rydych wedi allgofnodi
sign-in-kept = Ni chafodd yr hyn a ysgrifennoch ei anfon. Mae yma, er mwyn ichi allu ei gopïo.
sign-in-you-wrote = Ysgrifennoch
sign-in-again = Mewngofnodi eto
sign-in-microsoft = Mewngofnodi â Microsoft
sign-in-slack = Mewngofnodi â Slack
sign-in-own = Mewngofnodi â’ch sefydliad
sign-in-with = Mewngofnodi: { $name }
sign-in-began-elsewhere = Mewngofnodwch o’r newydd: ni ddechreuwyd hyn yn y porwr hwn, neu roedd fwy na deng munud yn ôl.
sign-in-not-known = Nid ydym yn adnabod y cyfrif hwn, felly nid ydych wedi mewngofnodi. Gofynnwch i bwy bynnag sy’n rhedeg Upstander yn eich asiantaeth eich ychwanegu, neu defnyddiwch gyfrif eich sefydliad eich hun.
sign-in-away = Ni allwn gyrraedd y man lle rydych yn mewngofnodi. Rhowch gynnig arall arni mewn eiliad. Os oes rhywun mewn perygl nawr, ffoniwch 999.
sign-out = Allgofnodi
sign-out-ask = Caewch eich tudalennau ar y cyfrifiadur hwn, neu ar bob cyfrifiadur a ffôn lle rydych wedi mewngofnodi.
sign-out-here = Allgofnodi yma
sign-out-everywhere = Allgofnodi ym mhobman
sign-out-everywhere-hint = Dewiswch bobman os gadawsoch eich tudalennau ar agor yn rhywle, neu os collwyd ffôn.
sign-out-done = Rydych wedi allgofnodi.

# The operator's page.

operating-title = Rhedeg Upstander
operating-about = Sut mae pethau i’r rhai sy’n ei redeg. Nid oes dim a ysgrifennodd neb yma, na dim sy’n dweud pwy gododd unrhyw beth.
operating-undelivered = Yr hyn na ellir ei ddanfon
operating-undelivered-about = Nid yw’r negeseuon hyn wedi cyrraedd. Mae’r hyn sy’n aros yn mynd allan ohono’i hun unwaith y bydd ei achos wedi’i drwsio. Os rhowch y gorau i un, ni roddir cynnig arni eto, a gofynnir i eraill yn lle’r person hwnnw. Gallwch ei hanfon eto o hyd.
operating-all-arrived = Mae popeth wedi cyrraedd.
operating-all = Anfon popeth eto
operating-again = Anfon eto
operating-end = Rhoi’r gorau iddi
operating-since = ers { $day }
operating-tried = { $count ->
    [0] Mae’n aros.
    [one] Mae’n aros, a rhoddwyd cynnig arni unwaith.
   *[other] Mae’n aros, a rhoddwyd cynnig arni { $count } gwaith.
}
operating-busy = Mae ei lwyfan yn brysur neu ddim ar gael.
operating-given-up = Rhoddwyd y gorau iddi.
operating-more = { $count ->
    [one] Mae un arall heb ei dangos.
   *[other] Mae { $count } arall heb eu dangos.
}
operating-no-agency = Heb fod am unrhyw bryder
kind-of-concern = Pryder
kind-of-challenge = Her
kind-of-referral = Atgyfeiriad
kind-of-second-opinion = Ail farn
kind-of-pause = Saib
kind-of-thanks = Diolch
kind-of-advocate = Rota’r eiriolwr
kind-of-debrief = Golwg yn ôl
kind-of-asked = Cais am saib
kind-of-practice = Ymarfer mewn sianel
operating-no-kind = Cyfarchiad, neu restr y bore
operating-done-again = Mae’n mynd allan eto nawr.
operating-done-end = Rhoddwyd y gorau iddi, a gofynnir i eraill.
operating-done-none = Nid oes dim wedi newid: mae wedi cyrraedd yn y cyfamser, neu rhoddwyd y gorau iddi eisoes.
operating-health = Sut mae’n rhedeg
operating-ready = Mae’n derbyn yr hyn mae pobl yn ei anfon.
operating-not-ready = Nid yw’n barod. Mae’r gorchymyn upstander check yn dweud pam.
operating-state-ok = yn iawn
operating-state-away = ni ellir ei gyrraedd oddi yma
operating-state-wrong = mae angen trwsio rhywbeth. Mae’r gorchymyn upstander check yn dweud beth.
operating-state-starting = heb ei holi eto
operating-fault = Mae { $name } yn gwrthod ein negeseuon:
operating-late = { $count ->
    [one] Mae un cam yn hwyr.
    [two] Mae dau gam yn hwyr.
    [few] Mae tri cham yn hwyr.
    [many] Mae chwe cham yn hwyr.
   *[other] Mae { $count } cam yn hwyr.
}
operating-credentials = Manylion mynediad
operating-no-credentials = Nid oes dim wedi’u gosod.
operating-ends = yn dod i ben ar { $day }
operating-ended = daeth i ben ar { $day }
operating-ends-soon = Gwnewch un newydd nawr.
operating-ends-unknown = nid oes neb wedi nodi pryd mae’n dod i ben. Gwnewch hynny yn UPSTANDER_EXPIRES.
operating-kept = Yr hyn a gedwir, a’r hyn sy’n mynd
operating-due = { $count ->
    [one] Caewyd un achos fwy na { $days } diwrnod yn ôl, ac mae’n mynd gyda’r clirio nesaf.
   *[other] Caewyd { $count } achos fwy na { $days } diwrnod yn ôl, ac maent yn mynd gyda’r clirio nesaf.
}
operating-held = { $count ->
    [one] Mae un achos dan ataliad cyfreithiol.
   *[other] Mae { $count } achos dan ataliad cyfreithiol.
}
operating-due-held = { $count ->
    [one] Byddai un ohonynt yn mynd fel arall.
   *[other] Byddai { $count } ohonynt yn mynd fel arall.
}
operating-held-which = Pa rai
operating-backup = Gwnaed y copi wrth gefn diwethaf o’r gweinydd hwn ar { $day }.
operating-no-backup = Ni wnaed copi wrth gefn o’r gweinydd hwn, hyd y gŵyr.

web-people-file-hint = Cadwch eich taenlen fel CSV. Mae ei llinell gyntaf yn enwi’r colofnau: name, agency (ei henw byr), title, ac os hoffech id, email a language. Hyd at { $most } o bobl.
