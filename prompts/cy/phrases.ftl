# Awaiting a Welsh reader
# Geiriau i ddechrau, ar eu pen eu hunain neu o dan flwch.

phrases-title = Helpwch fi i’w ddweud
phrases-button = Helpwch fi i’w ddweud
phrases-intro = Dyma eiriau i ddechrau. Newidiwch nhw, fel mai eich geiriau chi ydyn nhw. Nid ydym yn cadw beth rydych yn edrych arno.
phrases-topic-label = Am beth mae hyn?
phrases-answering = Gofynnwyd i mi, ac rwy’n chwilio am sut i ateb
phrases-submit = Dangos geiriau
phrases-change = Cymerwch beth sy’n ffitio, a llenwch beth ddigwyddodd. Mae ffeithiau’n helpu mwy na geiriau cryf.
phrases-quoted = “{ $words }”
phrases-again = Rhywbeth arall

# O dan flwch
phrases-help = Helpwch fi i’w ddweud
phrases-pick = Dewiswch un, ac mae’n mynd i’ch blwch. Newidiwch ef cyn ei anfon. Nid ydym yn cadw beth rydych yn edrych arno.
phrases-use = Defnyddio hwn
phrases-close = Cau’r rhain
phrases-language = Dangos y rhain yn: { $language }
phrases-language-tells = Mae’r geiriau hyn yn mynd allan yn yr iaith a welwch yma. Heb eich enw, gall hynny ddweud rhywbeth amdanoch chi.

# Mathau o frawddegau, ac at beth mae pob un yn dda
phrases-own = Ein geiriau ni: { $kind }
phrases-kind-probe = Gofyn
phrases-kind-probe-hint = Nid ydych yn siŵr eto, ac am wybod mwy.
phrases-kind-alert = Dweud eich bod yn poeni
phrases-kind-alert-hint = Rydych wedi gweld rhywbeth y gallai eraill fod wedi’i golli.
phrases-kind-challenge = Dweud nad ydych yn cytuno
phrases-kind-challenge-hint = Rydych am i rywbeth newid, ac yn dweud beth.
phrases-kind-escalate = Mynd ag ef ymhellach
phrases-kind-escalate-hint = Rydych wedi’i ddweud, ac nid yw’n ddiogel o hyd. Os oes rhywun mewn perygl nawr, ffoniwch yn gyntaf.
phrases-kind-cus = Pryderus, anghyfforddus, diogelwch
phrases-kind-cus-hint = Tair brawddeg fer, pob un yn gryfach na’r un o’i blaen.
phrases-kind-sbar = Sefyllfa, cefndir, asesiad, cais
phrases-kind-sbar-hint = Pan nad oes gan rywun lawer o amser i wrando.
phrases-kind-desc = Disgrifio, esbonio, awgrymu, beth sy’n dilyn
phrases-kind-desc-hint = Pan fydd am sut mae pobl yn trin ei gilydd.
phrases-kind-thanks = Diolch iddynt
phrases-kind-thanks-hint = Ffordd dda o ddechrau bob tro. Mae codi llais yn gofyn am ddewrder.
phrases-kind-change = Dweud eu bod wedi newid eich meddwl
phrases-kind-change-hint = Gyda’r hyn a wnewch nawr. Mae hynny’n gofyn am ddewrder hefyd.
phrases-kind-keep = Dweud eich bod yn ei weld yn wahanol
phrases-kind-keep-hint = Gyda rheswm, a beth fyddai’n newid eich meddwl.
phrases-kind-time = Gofyn am fwy o amser
phrases-kind-time-hint = Gyda’r diwrnod y byddant yn clywed.
phrases-kind-ask = Gofyn yn ôl
phrases-kind-ask-hint = Mae angen i chi wybod mwy cyn y gallwch ateb.
phrases-kind-saw = Dweud beth rydych yn ei wybod
phrases-kind-saw-hint = Ffeithiau, ar wahân i’r hyn rydych yn ei feddwl.
phrases-kind-next = Dweud beth sy’n dod nesaf
phrases-kind-next-hint = Beth sydd i’w wneud, ac erbyn pa ddiwrnod.

# Ffyrdd heb wrthdaro
phrases-ways = Does dim rhaid i chi ei ddweud yn uchel, nac ar unwaith. Ffyrdd eraill:
phrases-way-chair = Gofyn i’r cadeirydd yn breifat ei godi.
phrases-way-later = Holi’n nes ymlaen sut mae’r person y digwyddodd iddo.
phrases-way-hand = Ei drosglwyddo i rywun mewn gwell lle: eich rheolwr, neu’r arweinydd diogelu.
phrases-way-write = Ysgrifennu beth ddywedwyd, gan bwy a phryd, tra byddwch yn cofio.

# Geiriau sy’n brifo: awgrym cyn i rywbeth fynd allan
wording-noticed = “{ $words }”: { $why } { $instead }
wording-label = Ei anfon gyda’r geiriau hyn
wording-hint = Dim ond awgrym yw hwn, ac nid ydym yn ei gadw. Newidiwch eich geiriau, neu ticiwch hwn ac anfonwch eto.
