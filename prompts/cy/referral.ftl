# Awaiting a Welsh reader
# Atgyfeiriadau: yr hyn y mae un asiantaeth yn ei ofyn gan un arall, a phwy sy’n dilyn hynny nes ei wneud.

referral-button = Cofnodi atgyfeiriad
referral-title = Cofnodi atgyfeiriad
referral-intro = Cofnodwch yma yr hyn a ofynnoch gan asiantaeth arall. Byddwn yn atgoffa pwy bynnag sydd ag ef, ac yn gofyn i bobl uwch i fyny os bydd yn cymryd gormod o amser. Gadewch enwau teuluoedd allan.
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
referral-owner-hint = Enw pwy bynnag sydd ag ef. Os gadewch hwn yn wag, bydd heb ei neilltuo nes i rywun ei gymryd.
referral-role-label = Pwy ddylai ei gymryd, os nad enwch neb?
referral-role-lead = Eu harweinwyr diogelu
referral-role-manager = Eu rheolwyr
referral-owner-unknown = Nid ydym yn adnabod neb o’r enw hwnnw yno. Gwiriwch yr enw, neu gadewch ef yn wag, os gwelwch yn dda.
referral-owner-yourself = Chi yw’r person hwnnw. Enwch rywun arall, neu gadewch yr enw yn wag, os gwelwch yn dda.
missing-kind = Dewiswch beth ydych chi’n ei ofyn, os gwelwch yn dda.
referral-kind-elsewhere = Mae’r terfyn amser hwn ar gyfer gwlad arall, nid gwlad yr asiantaeth rydych yn gofyn iddi. Dewiswch un arall, neu eich diwrnod eich hun.
missing-role = Dewiswch pwy ddylai ei gymryd, os gwelwch yn dda.
missing-referral-reference = Rhowch gyfeirnod y mae’r ddwy asiantaeth yn ei adnabod, os gwelwch yn dda.
missing-referral-what = Dywedwch mewn ychydig eiriau beth sydd ei angen arnoch, os gwelwch yn dda.
referral-day-needed = Dewiswch erbyn pa ddiwrnod y mae ei angen arnoch, os gwelwch yn dda.
referral-day-gone = Dewiswch heddiw neu ddiwrnod diweddarach, o fewn tair blynedd, os gwelwch yn dda.
referral-sent-title = Cofnodwyd
referral-sent-owner = Rydym yn gofyn i { $name }. Rydym hefyd yn eu hatgoffa. Os na chaiff ei wneud mewn pryd, gofynnir i bobl uwch i fyny. Cewch glywed beth ddaw ohono.
referral-sent-role = Nid yw wedi’i neilltuo eto. Rydym yn gofyn i bawb a allai ei gymryd. Cewch glywed pan fydd gan rywun ef, a beth ddaw ohono.

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
fact-deadline = I’w wneud erbyn
fact-now-by = Terfyn amser newydd
due-at = { $day }, { $time }
due-midnight = { $day }, hanner nos
next-role = Os na ddaw newyddion mewn pryd, aiff i fyny i’r cam nesaf: { $role }.
next-fallback = Os na ddaw newyddion mewn pryd, gofynnir i’r person olaf a all helpu yn yr asiantaeth honno.
next-role-at = Os na fydd neb wedi’i setlo erbyn { $at }, aiff i fyny i’r cam nesaf: { $role }.
next-last = y person olaf a all helpu yn yr asiantaeth honno
next-lapse-at = Os na chlywn ddim gan bwy bynnag sydd â hyn erbyn { $at }, bydd heb ei neilltuo unwaith eto, a gofynnir i bawb a allai ei gymryd.
next-none = Nid oes neb uwch i fyny y gellid gofyn iddynt.
history = Gofynnwyd amdano ar { $day }. { $taken } { $asked }
history-nobody = Nid oes neb wedi’i gymryd.
history-took = Cymerodd { $name } ef ar { $day }, ac nid yw wedi’i wneud eto.
history-lapsed = Roedd { $name } wedi’i gymryd; heb newyddion, roedd heb ei neilltuo unwaith eto ar { $day }.
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
button-update = Anfon newyddion
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
referral-state-open = Nid yw hyn wedi’i neilltuo: nid oes neb wedi’i gymryd eto.
referral-state-up = Mae hyn wedi mynd ymhellach. Mae gyda phobl { $asked ->
    [one] un cam
    [two] dau gam
    [few] tri cham
    [many] chwe cham
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
desk-referral = Atgyfeiriad { $reference }, { $asked }

said-notmine-you = Pam y trosglwyddwyd ef, { $day }
said-notmine-other = Pam y trosglwyddwyd ef, { $day }
said-update-you = Newyddion gan y sawl sydd â hwn, { $day }
said-update-other = Newyddion gan y sawl sydd â hwn, { $day }
said-added-you = Ychwanegwyd gan y sawl a wnaeth yr atgyfeiriad hwn, { $day }
said-added-other = Ychwanegwyd gan y sawl a wnaeth yr atgyfeiriad hwn, { $day }
said-help-you = Gofynnwyd am gymorth, { $day }
said-help-other = Gofynnwyd am gymorth, { $day }
bot-took = { $day }: cymerodd { $name } hwn.
bot-took-lead = { $day }: cymerodd { $name } hwn.
bot-lapsed = { $day }: roedd { $name } wedi cymryd hwn, ond ni fu newyddion ers hynny. Mae heb ei neilltuo unwaith eto.
bot-lapsed-lead = { $day }: roedd { $name } wedi cymryd hwn, ond ni fu newyddion ers hynny. Mae heb ei neilltuo unwaith eto.
bot-climbed = { $day }: mae hyn wedi mynd ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-climbed-lead = { $day }: mae hyn wedi mynd ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-further = { $day }: aeth pwy bynnag a’i cofnododd ag ef ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-further-lead = { $day }: aeth pwy bynnag a’i cofnododd ag ef ymhellach. Gofynnir i bobl yn uwch i fyny.
bot-moved = Newidiwyd y terfyn amser ar gyfer hwn, felly mae i’w wneud erbyn adeg arall nawr.
bot-moved-lead = Newidiwyd y terfyn amser ar gyfer hwn, felly mae i’w wneud erbyn adeg arall nawr.

## Beth mae pobl yn ei wneud ag atgyfeiriad sy’n eiddo iddynt: cymorth, wedyn.

referral-update-title = Anfon newyddion
referral-update-label = Beth sy’n newydd?
referral-update-hint = Mae’r ochr arall yn darllen hyn. Mae’n aros ar agor, ac nid oes diwrnod yn symud. Dim enwau.
referral-update-submit = Anfon
referral-update-done-title = Anfonwyd
referral-update-done = Mae’r ochr arall yn cael gwybod nawr. Mae’n aros ar agor, fel yr oedd.
referral-news = Mae { $name } wedi anfon newyddion am hwn.
referral-added = Mae’r sawl a wnaeth yr atgyfeiriad hwn wedi ychwanegu rhywbeth.
referral-help-title = Mae angen help
referral-help-label = Beth sydd yn y ffordd?
referral-help-hint = Gall pobl uwch i fyny yn eich asiantaeth ddarllen hyn, a phwy bynnag a’i cofnododd. Dim enwau.
referral-help-submit = Gofyn am help
referral-helped-title = Gofynnwyd am help
referral-helped = Dywedwyd wrthynt. Chi biau ef o hyd.
referral-helped-none = Fe’i nodwyd, a dywedwyd wrth bwy bynnag a’i cofnododd. Nid oes neb uwch eich pen y gellid gofyn iddo: ffoniwch bwy bynnag all helpu.
referral-later-title = Gofyn wedyn
referral-later-when = Pryd y dylem ofyn eto?
later-hours = Ymhen dwy awr
later-tomorrow = Ar y diwrnod gwaith nesaf
later-day = Ar ddiwrnod o’m dewis i
referral-later-day = Pa ddiwrnod, os dewiswch un?
referral-later-which = Dewiswch ddiwrnod o yfory ymlaen, os gwelwch yn dda.
missing-later = Dewiswch pryd y dylem ofyn eto, os gwelwch yn dda.
referral-later-submit = Gofyn bryd hynny
referral-not-for-you = Nid yw hyn yn aros amdanoch chi. Efallai ei fod wedi’i wneud, neu gan rywun arall.

## Mae atgyfeiriad wedi’i wneud, ac mae pwy bynnag a’i cofnododd yn dweud a oes gair yn ôl.

referral-done-title = Wedi’i wneud
referral-outcome-label = Beth ddaeth ohono?
referral-outcome-done = Gwnaed fel y gofynnwyd
referral-outcome-part = Gwnaed yn rhannol
referral-outcome-not-needed = Nid oes ei angen mwyach
referral-outcome-cannot = Ni ellir ei wneud
referral-done-label = Mewn ychydig eiriau
referral-done-hint = Bydd pwy bynnag a’i cofnododd yn darllen hyn. Dim enwau.
referral-done-submit = Anfon
referral-finished-title = Wedi’i wneud
referral-finished = Diolch. Dywedir wrth bwy bynnag a’i cofnododd, a gofynnir a yw wedi clywed yn ôl.
referral-closed-title = Caewyd
referral-closed = Da clywed. Mae ar gau nawr.
referral-further-title = Aeth ymhellach
referral-further = Gofynnir i bobl uwch i fyny nawr. Cewch glywed beth ddaw ohono.
referral-already-further = Mae wedi mynd ymhellach eisoes. Cewch glywed beth ddaw ohono.
referral-not-yours = Dim ond pwy bynnag a gofnododd hyn a all wneud hynny, a dim ond tra bo ar agor.
said-referral-done-you = Beth ddaeth ohono: gwnaed fel y gofynnwyd, { $day }
said-referral-done-other = Beth ddaeth ohono: gwnaed fel y gofynnwyd, { $day }
said-referral-part-you = Beth ddaeth ohono: gwnaed yn rhannol, { $day }
said-referral-part-other = Beth ddaeth ohono: gwnaed yn rhannol, { $day }
said-referral-not-needed-you = Beth ddaeth ohono: nid oes ei angen mwyach, { $day }
said-referral-not-needed-other = Beth ddaeth ohono: nid oes ei angen mwyach, { $day }
said-referral-cannot-you = Beth ddaeth ohono: ni ellir ei wneud, { $day }
said-referral-cannot-other = Beth ddaeth ohono: ni ellir ei wneud, { $day }
bot-heard = Mae pwy bynnag a’i cofnododd wedi clywed yn ôl.
bot-heard-lead = Mae pwy bynnag a’i cofnododd wedi clywed yn ôl.

## Nid eu heiddo hwy yw’r atgyfeiriad: pwy biau ef, a pham.
referral-handed-on = Trosglwyddwyd hyn. Nid oes dim mwy y mae angen i chi ei wneud.
referral-notmine-title = Nid fi biau hwn
referral-notmine-owner = Pwy biau ef, felly?
referral-notmine-owner-hint = Enw yn eich asiantaeth. Gadewch yn wag, a gofynnir i bawb a allai ei gymryd.
referral-notmine-label = Pam nad chi biau ef?
referral-notmine-hint = Gall pwy bynnag a’i cofnododd ddarllen hyn, a phwy bynnag fydd ag ef nesaf.
referral-notmine-submit = Ei drosglwyddo
referral-handed-title = Trosglwyddwyd
referral-handed = Diolch. Gofynnir i eraill nawr.
referral-handed-to = Diolch. Rydym yn gofyn i { $name }.

## Atgyfeiriadau o ffeil ac i ffeil: beth sydd o’i le ynddi, ymhle, a sut i’w drwsio.
import-at-line = Rhes { $line }: { $fix }
import-at-cell = Rhes { $line }, { $column }: { $fix }
import-more = A { $count } arall. Trwsiwch y rhain yn gyntaf.

## Y ffeil gyfan
import-empty = Does dim byd yn y ffeil hon. Mae’r rhes gyntaf yn enwi’r colofnau, ac mae pob rhes wedyn yn atgyfeiriad.
import-too-big = Mae’r ffeil hon yn rhy fawr. Rhannwch hi’n ffeiliau o { $most } rhes ar y mwyaf.
import-too-many = Mae yma { $count } rhes, a chaiff un ffeil gynnwys { $most }. Rhannwch hi.
import-workbook = Llyfr gwaith yw hwn, nid ffeil CSV. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-utf16 = Testun Unicode (UTF-16) yw hwn, a rhywbeth wedi torri ynddo. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-not-utf8 = O’r fan hon ymlaen, ni ellir darllen llythrennau. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-quotes = Mae dyfynnod yn agor yma heb gau, neu’n sefyll yng nghanol cell. Ysgrifennwch ef ddwywaith yno, neu tynnwch ef allan.

## Colofn
import-unknown-column = Nid ydym yn adnabod y golofn hon. Tynnwch hi allan, neu rhowch un o’r enwau hyn arni: { $names }.
import-column-twice = Mae’r golofn hon yno ddwywaith. Tynnwch un allan.
import-column-missing = Mae’r golofn hon ar goll. Ychwanegwch hi, gyda’i henw yn y rhes gyntaf.

## Cell
import-cell-too-many = Mae yma un gell yn ormod. Mae angen dyfynodau o amgylch testun sy’n cynnwys yr arwydd rhwng y colofnau.
import-formula = Gallai taenlen redeg hyn fel fformiwla. Dechreuwch gyda llythyren neu ddigid.
import-control = Mae’n cynnwys nod cudd. Teipiwch ef eto.
import-agency = Nid ydym yn adnabod yr asiantaeth hon. Ysgrifennwch un o’r rhain: { $known }.
import-kind = Nid ydym yn adnabod y math hwn. Ysgrifennwch un o’r rhain: { $known }.
import-kind-elsewhere = Mae’r math hwn ar gyfer gwlad arall, nid gwlad yr asiantaeth. Ysgrifennwch un o’r rhain: { $known }.
import-kind-which = Mae mwy nag un math â’r enw hwn. Ysgrifennwch pa un: { $known }.
import-role = Ysgrifennwch un o’r rhain: { $known }.
import-owner-which = Nid yw’n glir pwy sydd dan sylw. Ysgrifennwch yr enw cyfan, neu gadewch ef yn wag.
import-twice = Mae hyn yr un fath â rhes { $line }: yr un cyfeirnod, math ac asiantaeth. Tynnwch un allan.
import-recorded = Mae eich asiantaeth wedi cofnodi hyn eisoes, ac nid yw wedi’i gau: yr un cyfeirnod, math ac asiantaeth. Tynnwch ef allan.
import-doubt = Gallai hyn ddangos pwy yw rhywun: { $words }

## Y dudalen
import-link = Atgyfeiriadau fel ffeiliau
import-title = Ffeiliau atgyfeirio
import-heading = Cofnodi llawer ar unwaith
import-intro = Dewiswch ffeil CSV gydag un atgyfeiriad ym mhob rhes, { $most } ar y mwyaf. Caiff pob un ei gofnodi, neu ddim un: os oes rhywbeth o’i le, gwelwch bob rhes a sut i’w thrwsio.
import-columns = Mae’r rhes gyntaf yn enwi’r colofnau: { $names }. Cewch hepgor owner, role a due.
import-privacy = Peidiwch â rhoi enwau teuluoedd: mae cyfeirnod yn ddigon.
import-file-label = Ffeil CSV
import-file-missing = Dewiswch ffeil.
import-anyway = Rwyf wedi edrych ar y rhesi a allai ddangos pwy yw rhywun. Cofnodwch nhw fel y maent.
import-submit = Cofnodi
import-so-far = Pa mor bell y mae
import-checked = Gwiriwyd { $done } o { $of } rhes.
import-prepared = Paratowyd { $done } o { $of } rhes.
import-written = Ysgrifennwyd { $done } o { $of } rhes.
import-goes-on = Eir drwy eich ffeil i’w diwedd, heb y dudalen hon hefyd. Edrychwch o dan “{ mine-title }” am yr hyn a gofnodwyd cyn ei dewis eto.
import-failed = Aeth rhywbeth o’i le ar ein hochr ni. Dewiswch y ffeil eto: ni chofnodir ddwywaith yr hyn a gofnodwyd eisoes.
import-wrong = { $count ->
    [zero] Does dim
    [one] Mae un peth
    [two] Mae dau beth
   *[other] Mae { $count } o bethau
} i’w trwsio. Ni chofnodwyd dim.
import-doubts = { $count ->
    [one] Gallai un rhes
    [two] Gallai dwy res
   *[other] Gallai { $count } o resi
} ddangos pwy yw rhywun. Ni chofnodwyd dim eto.
import-doubts-mend = Newidiwch y rhesi hyn, neu ticiwch y blwch isod. Yna dewiswch y ffeil eto.
import-done = { $count ->
    [one] Cofnodwyd un atgyfeiriad
    [two] Cofnodwyd dau atgyfeiriad
   *[other] Cofnodwyd { $count } o atgyfeiriadau
}. Dywedir unwaith wrth bawb sy’n gyfrifol, a dilynir pob un nes ei fod wedi’i wneud.
export-heading = Mynd â nhw gyda chi
export-own-csv = Fy atgyfeiriadau, fel taenlen
export-own-ics = Dyddiadau fy atgyfeiriadau, ar gyfer calendr
export-agency-csv = Atgyfeiriadau fy asiantaeth, fel taenlen
export-agency-ics = Dyddiadau fy asiantaeth, ar gyfer calendr
export-note = Nid yw Upstander yn gofalu mwyach am ffeil yr ewch â hi gyda chi. Cadwch hi mor ddiogel â phapurau’r achos ei hun.

## Y neges

import-card-title = Atgyfeiriadau i chi
import-card = { $count ->
    [one] Cofnodwyd un atgyfeiriad
    [two] Cofnodwyd dau atgyfeiriad
   *[other] Cofnodwyd { $count } o atgyfeiriadau
} i chi: gweler “{ $list }”.

## Mewn calendr

calendar-name = Upstander: atgyfeiriadau
calendar-summary = Erbyn hyn: { $kind }, { $reference }
calendar-summary-overdue = Yn hwyr: { $kind }, { $reference }
calendar-between = Gofynnodd { $asking } i { $asked }.

bot-owner-gone = { $day }: nid yw { $name } yno ar gyfer hyn mwyach. Nid yw wedi’i neilltuo eto, a gofynnir i’r lleill.
bot-owner-gone-lead = { $day }: nid yw { $name } yno ar gyfer hyn mwyach. Nid yw wedi’i neilltuo eto, a gofynnir i’r lleill.
bot-owner-unreached = { $day }: ni ellid cyrraedd { $name }. Nid yw wedi’i neilltuo eto, a gofynnir i’r lleill.
bot-owner-unreached-lead = { $day }: ni ellid cyrraedd { $name }. Nid yw wedi’i neilltuo eto, a gofynnir i’r lleill.
referral-owner-gone = Nid yw’r person yr oedd hyn gydag ef yno ar ei gyfer mwyach. Rydym wedi gofyn i’r lleill.
referral-owner-unreached = Ni allwn gyrraedd y person yr oedd hyn gydag ef. Rydym wedi gofyn i’r lleill.
referral-nobodys = Nid yw hyn gan neb mwyach. Allwch chi ei gymryd?
