# Awaiting a Welsh reader
# Geiriau’r tudalennau gwe: yr hyn sydd o gwmpas pob tudalen, a’r demo.

web-skip = Neidio i’r brif ran
web-nav = Eich tudalennau
web-home = Fy mhryderon
web-new = (newydd)
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
web-choose = Dewiswch
web-cancel = Canslo
web-back = Yn ôl i “Fy mhryderon”
web-back-to-meeting = Yn ôl i’r cyfarfod
web-start = Yn ôl i’r dechrau

web-tone-urgent = Brys:
web-tone-warn = Gwiriwch:
web-tone-note = Sylwch:
web-tone-done = Wedi’i wneud:

web-lead-in = Wedi gweld neu glywed rhywbeth sy’n eich poeni? Dywedwch yma. Bydd person yn ateb.
web-something-new = Mae rhywbeth newydd i chi. Mae ar y dudalen hon, neu y tu ôl i “Codwyd heb ddangos fy enw”.
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
web-lead = yn clywed pryderon
web-see-stored = Gweld beth sy’n cael ei storio

web-meeting-about = Enghraifft o sianel lle mae asiantaethau’n siarad am deulu. Gellir tynnu sylw at unrhyw beth a ddywedir yma, neu herio penderfyniad: cedwir dolen i’r neges, nid ei geiriau. Gall y cyfarfod oedi hefyd, er mwyn i bawb feddwl drostynt eu hunain cyn i neb siarad.
web-pause = Oedi’r cyfarfod hwn
web-debrief = Edrych yn ôl gyda’n gilydd
web-meeting-cards = Yn y cyfarfod hwn nawr
web-flag = Tynnu sylw at y neges hon
web-flag-decision = Herio’r penderfyniad hwn
web-post-1-who = Tom Barker, Heddlu Anytown
web-post-1-time = 10:02
web-post-1-text = Diolch i bawb am ymuno. Dwy alwad i’r cyfeiriad y mis hwn, dim camau pellach ar y naill na’r llall.
web-post-2-who = Sarah Lloyd, Ysgol Gymunedol Anytown
web-post-2-time = 10:05
web-post-2-text = Mae presenoldeb i lawr i 61 %. Dywedodd yr ieuengaf wrth gynorthwyydd dysgu nad oedd neb wedi codi yn y bore.
web-post-3-who = Grace Okafor, Gofal Cymdeithasol Plant Anytown
web-post-3-time = 10:09
web-post-3-text = Nid yw’n cyrraedd ein trothwy. Hi sy’n dewis aros gydag ef, felly ychydig y gallwn ei wneud.
web-post-4-who = Owen Pritchard, Ymddiriedolaeth Iechyd GIG Anytown
web-post-4-time = 10:11
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
web-sorry-other = Aeth rhywbeth o’i le
web-sorry-other-text = Ein camgymeriad ni oedd hynny, nid eich un chi. Rhowch gynnig arall arni ymhen ychydig. Os oes rhywun mewn perygl nawr, ffoniwch 999.
