# Awaiting a Welsh reader
# Ateb her: pwy bynnag a wnaeth y penderfyniad, ail ddarllenydd, arweinydd sy’n bwrw ymlaen â hi, cam.

challenge-card-owner = Mae penderfyniad yn { $agency } yn cael ei herio, a gofynnir i chi ateb
challenge-card-reader = Gofynnir i chi ddarllen her i { $agency } â llygaid newydd
challenge-card-stage = Mae her i { $agency } wedi cyrraedd eich cam chi
challenge-card-person = Mae angen rhywun i drafod her i { $agency } ar lafar
challenge-page-owner = Her
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

owner-fair = Nid yw hyn wedi’i ddangos mewn unrhyw sianel. Chi sy’n ei weld gyntaf, a chi sy’n ateb gyntaf. Mae rhywun sy’n codi llais yn gwneud hynny am fod ots ganddynt: atebwch fel yr hoffech chi gael eich ateb. Peidiwch â cheisio darganfod pwy ydynt, os gwelwch yn dda.
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
point-done = Diolch. Nid oes angen i chi wneud dim mwy.

not-yours-to-answer = Nid yw hyn yn aros am ateb gennych chi. Efallai ei fod wedi’i ateb eisoes, neu gyda rhywun arall nawr. Mae “Fy mhryderon” yn dangos beth sy’n aros amdanoch.
