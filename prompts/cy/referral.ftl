# Awaiting a Welsh reader
# Atgyfeiriadau: yr hyn y mae un asiantaeth yn ei ofyn gan un arall, a phwy sy’n dilyn hynny nes ei wneud.

referral-button = Cofnodi atgyfeiriad
referral-title = Cofnodi atgyfeiriad
referral-intro = A ydych wedi gofyn i asiantaeth arall am rywbeth? Cofnodwch ef yma. Byddwn yn atgoffa pwy bynnag sydd ag ef, ac yn gofyn i bobl uwch i fyny os bydd yn cymryd gormod o amser. Peidiwch â rhoi enwau teuluoedd, os gwelwch yn dda: mae cyfeirnod yn ddigon.
referral-submit = Ei gofnodi
referral-reference-label = Cyfeirnod
referral-reference-hint = Rhif achos neu log y mae’r ddwy asiantaeth yn ei adnabod.
referral-kind-label = Beth ydych chi’n ei ofyn?
referral-kind-other = Rhywbeth arall, erbyn diwrnod o’m dewis i
referral-due-label = Erbyn pa ddiwrnod?
referral-due-hint = Os gadewch hwn yn wag, y terfyn amser arferol sy’n cyfrif.
referral-what-label = Mewn ychydig eiriau
referral-what-hint = Ffeithiau, a’r hyn sydd ei angen arnoch. Dim enwau.
referral-agency-label = I ba asiantaeth ydych chi’n gofyn?
referral-owner-label = I bwy yno, os gwyddoch?
referral-owner-hint = Enw pwy bynnag sydd ag ef. Os gadewch hwn yn wag, nid yw’n eiddo i neb nes i rywun ei gymryd.
referral-role-label = Pwy ddylai ei gymryd, os nad enwch neb?
referral-role-lead = Eu harweinwyr diogelu
referral-role-manager = Eu rheolwyr
referral-owner-unknown = Nid ydym yn adnabod neb o’r enw hwnnw yno. Gwiriwch yr enw, neu gadewch ef yn wag, os gwelwch yn dda.
missing-kind = Dewiswch beth ydych chi’n ei ofyn, os gwelwch yn dda.
referral-kind-elsewhere = Mae’r terfyn amser hwn ar gyfer gwlad arall, nid gwlad yr asiantaeth rydych yn gofyn iddi. Dewiswch un arall, neu eich diwrnod eich hun.
missing-role = Dewiswch pwy ddylai ei gymryd, os gwelwch yn dda.
missing-referral-reference = Rhowch gyfeirnod y mae’r ddwy asiantaeth yn ei adnabod, os gwelwch yn dda.
missing-referral-what = Dywedwch mewn ychydig eiriau beth sydd ei angen arnoch, os gwelwch yn dda.
referral-no-day = Nid yw hwn yn ddiwrnod y gallwn ei ddarllen. Ysgrifennwch ef fel 2026-12-24, os gwelwch yn dda.
referral-day-needed = Dewiswch erbyn pa ddiwrnod y mae ei angen arnoch, os gwelwch yn dda.
referral-day-gone = Dewiswch heddiw neu ddiwrnod diweddarach, o fewn tair blynedd, os gwelwch yn dda.
referral-sent-title = Cofnodwyd
referral-sent-owner = Gofynnir iddynt nawr, a’u hatgoffa. Os na chaiff ei wneud mewn pryd, gofynnir i bobl uwch i fyny. Cewch glywed beth ddaw ohono.
referral-sent-role = Nid yw’n eiddo i neb eto. Gofynnir nawr i bawb a allai ei gymryd. Cewch glywed pan fydd gan rywun ef, a beth ddaw ohono.

## Cardiau

referral-card-owned = Atgyfeiriad sy’n eiddo i chi
referral-card-unowned = Mae atgyfeiriad yn aros i rywun ei gymryd
referral-card-asked = Gofynnir i chi am rywbeth
referral-card-help = Mae angen help ar rywun gydag atgyfeiriad
referral-card-referrer = Eich atgyfeiriad
referral-card-past = Atgyfeiriad
fact-asked = Gofynnwyd am
fact-from = Oddi wrth
fact-to = At
fact-by-whom = Cofnodwyd gan
fact-now-by = Ei angen erbyn hyn
due-at = { $day }, { $time }
due-midnight = { $day }, hanner nos
next-role = Os na ddaw newyddion mewn pryd, aiff i fyny i’r cam nesaf: { $role }.
next-fallback = Os na ddaw newyddion mewn pryd, gofynnir i’r person olaf a all helpu yn yr asiantaeth honno.
next-role-at = Os na fydd neb wedi’i setlo erbyn { $at }, aiff i fyny i’r cam nesaf: { $role }.
next-last = y person olaf a all helpu yn yr asiantaeth honno
next-lapse-at = Os na chlywn ddim gan bwy bynnag sydd â hyn erbyn { $at }, ni fydd gan neb eto, a gofynnir i bawb a allai ei gymryd.
next-either-at = Os na fydd wedi’i wneud erbyn { $at }, gofynnir i eraill: i bawb a allai ei gymryd, os na chlywn ddim tan hynny, ac fel arall i’r cam nesaf: { $role }.
next-none = Nid oes neb uwch i fyny y gellid gofyn iddynt.
history = Gofynnwyd amdano ar { $day }. { $taken } { $asked }
history-nobody = Nid oes neb wedi’i gymryd.
history-took = Cymerodd { $name } ef ar { $day }, ac nid yw wedi’i wneud eto.
history-lapsed = Roedd { $name } wedi’i gymryd; heb newyddion, nid oedd gan neb eto ar { $day }.
history-asked = { $asked ->
    [0] Ni chafodd neb ei atgoffa ers hynny.
    [one] Gofynnwyd unwaith i’r rhai diwethaf.
    [two] Gofynnwyd ddwywaith i’r rhai diwethaf.
   *[other] Gofynnwyd { $asked } gwaith i’r rhai diwethaf.
}
referral-nudge = Mae’n bryd edrych ar hyn eto. Ai gennych chi y mae o hyd, ac a ydych wrthi?
referral-nudge-nobody = Nid oes neb wedi dweud eto mai nhw sydd â hyn. Allwch chi ei gymryd?
referral-due = Mae hyn i fod wedi’i wneud, ac nid yw wedi’i wneud eto.
referral-at-level = Nid oes neb islaw i chi wedi setlo hyn eto. Gofalwch fod rhywun yn gwneud, os gwelwch yn dda.
referral-at-fallback = Mae hyn wedi mynd yr holl ffordd i fyny, ac nid oes neb wedi’i setlo eto. Gofalwch amdano, os gwelwch yn dda.
referral-heard-back = Mae hyn i fod wedi’i wneud erbyn nawr. A ydych wedi clywed yn ôl?
referral-went-up = Mae eich atgyfeiriad wedi mynd ymhellach: gofynnir i bobl uwch i fyny nawr.
referral-taken = Mae { $name } wedi cymryd eich atgyfeiriad.
referral-moved-on = Trosglwyddwyd eich atgyfeiriad, a gofynnir i eraill nawr.
referral-in-the-way = Mae rhywbeth yn rhwystro eich atgyfeiriad. Gofynnwyd am help.
referral-came-of-it = Mae { $name } yn dweud ei fod wedi’i wneud. A ydych wedi clywed yn ôl?
referral-help-wanted = Mae angen help ar { $name } gyda hyn. Gyda nhw y mae o hyd.
referral-is-done = Mae hyn wedi’i wneud. Nid oes dim mwy y mae angen i chi ei wneud.

button-mine = Fi biau hwn
button-done = Wedi’i wneud
button-help = Mae angen help
button-later = Gofyn wedyn
button-notmine = Nid fi biau hwn
button-heard = Do, clywais yn ôl
button-further = Naddo, ewch ymhellach

## Y dudalen

referral-page-title = Atgyfeiriad
referral-state-asked = Gofynnwyd i { $name }, ond nid oes gair eto ai nhw biau hwn.
referral-state-asked-you = Gofynnwyd i chi, ac nid ydych wedi dweud eto mai chi sydd ag ef.
referral-state-open = Nid oes gan neb hyn eto.
referral-state-up = Mae hyn wedi mynd ymhellach. Mae gyda phobl { $asked ->
    [one] un cam
    [two] dau gam
    [few] tri cham
   *[other] { $asked } cam
} yn uwch.
referral-state-picked = Gan { $name } y mae hyn.
referral-state-picked-you = Gennych chi y mae hwn.
referral-state-answered = Mae { $name } yn dweud ei fod wedi’i wneud.
referral-state-closed = Mae hyn wedi’i wneud a’i gau.
referral-yours = Chi biau hyn nawr. Dywedwyd wrth bwy bynnag a’i cofnododd.
referral-still-yours = Diolch. Rydym wedi nodi eich bod wrthi.
referral-put-off = Byddwn yn gofyn i chi eto ar { $day } am { $time }.
referral-not-again = Ni fyddwn yn eich atgoffa eto.
referral-put-off-up = { $again } Os na fydd wedi’i wneud erbyn { $at }, aiff i fyny beth bynnag.
listed-referral = Atgyfeiriad { $reference }, erbyn { $day }

said-notmine-you = Pam y trosglwyddwyd ef, { $day }
said-notmine-other = Pam y trosglwyddwyd ef, { $day }
said-help-you = Gofynnwyd am gymorth, { $day }
said-help-other = Gofynnwyd am gymorth, { $day }
bot-took = { $day }: cymerodd { $name } hwn.
bot-took-lead = { $day }: cymerodd { $name } hwn.
bot-lapsed = { $day }: roedd { $name } wedi cymryd hwn, ond ni fu newyddion ers hynny. Nid oes neb yn ei gael unwaith eto.
bot-lapsed-lead = { $day }: roedd { $name } wedi cymryd hwn, ond ni fu newyddion ers hynny. Nid oes neb yn ei gael unwaith eto.
bot-climbed = { $day }: mae hyn wedi mynd ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-climbed-lead = { $day }: mae hyn wedi mynd ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-further = { $day }: aeth pwy bynnag a’i cofnododd ag ef ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-further-lead = { $day }: aeth pwy bynnag a’i cofnododd ag ef ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-moved = Newidiwyd y terfyn amser ar gyfer hwn, felly mae i’w wneud erbyn adeg arall nawr.
bot-moved-lead = Newidiwyd y terfyn amser ar gyfer hwn, felly mae i’w wneud erbyn adeg arall nawr.

## Rhestri

referred-title = Rwy’n aros am
referred-none = Nid ydych yn aros am ddim.
owned-title = Gen i
owned-none = Nid oes gennych un eich hun.
unowned-title = Nid oes gan neb hyn eto
unowned-none = Mae rhywun wedi cymryd popeth yma.
