# Awaiting a Welsh reader
# Atgyfeiriadau o ffeil ac i ffeil: beth sydd o’i le ynddi, ymhle, a sut i’w drwsio.

import-at-line = Rhes { $line }: { $fix }
import-at-cell = Rhes { $line }, { $column }: { $fix }
import-more = A { $count } arall. Trwsiwch y rhain yn gyntaf.

## Y ffeil gyfan

import-empty = Does dim byd yn y ffeil hon. Mae’r rhes gyntaf yn enwi’r colofnau, ac mae pob rhes wedyn yn atgyfeiriad.
import-too-big = Mae’r ffeil hon yn rhy fawr. Rhannwch hi’n ffeiliau o { $most } rhes ar y mwyaf.
import-too-many = Mae yma { $count } rhes, a chaiff un ffeil gynnwys { $most }. Rhannwch hi.
import-workbook = Llyfr gwaith yw hwn, nid ffeil CSV. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-utf16 = Testun Unicode (UTF-16) yw hwn. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-not-utf8 = O’r fan hon ymlaen, ni ellir darllen llythrennau. Yn eich taenlen, dewiswch “Cadw fel”, yna “CSV UTF-8”.
import-quotes = Mae dyfynnod yn agor yma heb gau, neu’n sefyll yng nghanol cell. Ysgrifennwch ef ddwywaith yno, neu tynnwch ef allan.

## Colofn

import-unknown-column = Nid ydym yn adnabod y golofn hon. Tynnwch hi allan, neu rhowch un o’r enwau hyn arni: { $names }.
import-column-twice = Mae’r golofn hon yno ddwywaith. Tynnwch un allan.
import-column-missing = Mae’r golofn hon ar goll. Ychwanegwch hi, gyda’i henw yn y rhes gyntaf.

## Cell

import-cell-too-many = Mae yma un gell yn ormod. Mae angen dyfynodau o amgylch testun sy’n cynnwys yr arwydd sy’n gwahanu’r colofnau.
import-formula = Gallai taenlen redeg hyn fel fformiwla. Dechreuwch gyda llythyren neu ddigid.
import-control = Mae ynddo arwydd na ellir ei ddangos. Teipiwch ef o’r newydd.
import-agency = Nid ydym yn adnabod yr asiantaeth hon. Ysgrifennwch un o’r rhain: { $known }.
import-kind = Nid ydym yn adnabod y math hwn. Ysgrifennwch un o’r rhain: { $known }.
import-kind-elsewhere = Mae’r math hwn ar gyfer gwlad arall, nid gwlad yr asiantaeth. Ysgrifennwch un o’r rhain: { $known }.
import-kind-which = Mae mwy nag un math â’r enw hwn. Ysgrifennwch pa un: { $known }.
import-role = Ysgrifennwch un o’r rhain: { $known }.
import-owner-which = Gallai hyn olygu mwy nag un person yno. Ysgrifennwch yr enw cyfan, neu gadewch ef yn wag.
import-day = Nid diwrnod y gallwn ei ddarllen yw hwn. Ysgrifennwch ef fel 2026-12-24 neu 24/12/2026.
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
calendar-between = Gofynnodd { $asking } i { $asked }.
