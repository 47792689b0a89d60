# Awaiting a Welsh reader
# Atgyfeiriadau: yr hyn y mae un asiantaeth yn ei ofyn gan un arall, a phwy sy’n dilyn hynny nes ei wneud.

referral-button = Cofnodi atgyfeiriad
referral-title = Cofnodi atgyfeiriad
referral-intro = A ydych wedi gofyn i asiantaeth arall am rywbeth? Cofnodwch ef yma, ac fe’i dilynir nes iddo gael ei wneud. Peidiwch â rhoi enwau teuluoedd, os gwelwch yn dda: mae cyfeirnod yn ddigon.
referral-submit = Ei gofnodi
referral-reference-label = Cyfeirnod
referral-reference-hint = Rhif achos neu log y mae’r ddwy asiantaeth yn ei adnabod.
referral-kind-label = Beth ydych chi’n ei ofyn?
referral-kind-other = Rhywbeth arall, erbyn diwrnod o’m dewis i
referral-due-label = Erbyn pa ddiwrnod?
referral-due-hint = Gadewch yn wag, a’r terfyn arferol sy’n cyfrif.
referral-what-label = Mewn ychydig eiriau
referral-what-hint = Ffeithiau, a’r hyn sydd ei angen arnoch. Dim enwau.
referral-agency-label = I ba asiantaeth ydych chi’n gofyn?
referral-owner-label = I bwy yno?
referral-owner-hint = Enw, os gwyddoch gyda phwy y mae. Gadewch yn wag os na wyddoch: yna nid yw’n eiddo i neb nes i rywun ei gymryd.
referral-role-label = Pwy ddylai ei gymryd, os nad enwch neb?
referral-role-lead = Eu harweinwyr diogelu
referral-role-manager = Eu rheolwyr
referral-owner-unknown = Nid ydym yn adnabod neb o’r enw hwnnw yno. Gwiriwch yr enw, neu gadewch ef yn wag, os gwelwch yn dda.
missing-kind = Dewiswch beth ydych chi’n ei ofyn, os gwelwch yn dda.
missing-role = Dewiswch pwy ddylai ei gymryd, os gwelwch yn dda.
missing-referral-reference = Rhowch gyfeirnod y mae’r ddwy asiantaeth yn ei adnabod, os gwelwch yn dda.
missing-referral-what = Dywedwch mewn ychydig eiriau beth sydd ei angen arnoch, os gwelwch yn dda.
referral-no-day = Nid yw hwn yn ddiwrnod y gallwn ei ddarllen. Ysgrifennwch ef fel 2026-12-24, os gwelwch yn dda.
referral-day-needed = Dewiswch y diwrnod y mae ei angen arnoch erbyn hynny, os gwelwch yn dda.
referral-day-gone = Dewiswch ddiwrnod o heddiw ymlaen, o fewn tair blynedd, os gwelwch yn dda.
referral-sent-title = Cofnodwyd
referral-sent-owner = Gofynnir iddynt nawr, a’u hatgoffa nes iddo gael ei wneud. Cewch glywed beth ddaw ohono.
referral-sent-role = Nid yw’n eiddo i neb eto. Gofynnir nawr i bawb a allai ei gymryd. Cewch glywed pan fydd gan rywun ef, a beth ddaw ohono.

## Cardiau

referral-card-owned = Atgyfeiriad sy’n eiddo i chi
referral-card-unowned = Mae atgyfeiriad yn aros i rywun ei gymryd
referral-card-referrer = Eich atgyfeiriad
referral-card-past = Atgyfeiriad
fact-asked = Gofynnwyd am
fact-from = Gan
fact-to = I
fact-by-whom = Cofnodwyd gan
due-at = { $day }, { $time }
next-role = Os na ddaw newyddion mewn pryd, dywedir wrth y rhain nesaf: { $role }.
next-fallback = Os na ddaw newyddion mewn pryd, dywedir wrth ddewis olaf yr asiantaeth.
referral-nudge = Mae cryn dipyn o’r amser ar ben. A yw’n eiddo i chi o hyd, ac a yw ar ei ffordd?
referral-due = Mae hyn i fod wedi’i wneud erbyn nawr.
referral-at-level = Nid oes neb islaw i chi wedi delio â hyn mewn pryd. Gofalwch fod rhywun yn gwneud, os gwelwch yn dda.
referral-at-fallback = Mae hyn wedi mynd yr holl ffordd i fyny, ac nid oes neb wedi delio ag ef mewn pryd. Gofalwch amdano, os gwelwch yn dda.
referral-heard-back = Mae hyn i fod wedi’i wneud erbyn nawr. A ydych wedi clywed yn ôl?
referral-went-up = Ni ddaw newyddion mewn pryd, felly gofynnir i bobl uwch i fyny nawr.
referral-taken = Mae { $name } wedi cymryd eich atgyfeiriad.
referral-moved-on = Trosglwyddwyd eich atgyfeiriad, a gofynnir i eraill nawr.
referral-in-the-way = Mae rhywbeth yn rhwystro eich atgyfeiriad. Gofynnwyd am gymorth.
referral-came-of-it = Mae { $name } yn dweud ei fod wedi’i wneud. A ydych wedi clywed yn ôl?
referral-help-wanted = Mae angen cymorth ar { $name } gyda hyn. Mae’n dal yn eiddo iddynt.
referral-handed-on = Trosglwyddwyd hyn. Nid oes dim mwy y mae angen i chi ei wneud.
referral-is-done = Mae hyn wedi’i wneud. Nid oes dim mwy y mae angen i chi ei wneud.

button-mine = Fi biau hwn
button-done = Wedi’i wneud
button-help = Mae angen help
button-later = Gofyn wedyn
button-notmine = Nid fi
button-heard = Do, clywais yn ôl
button-further = Naddo, ewch ymhellach

## Y dudalen

referral-page-title = Atgyfeiriad
referral-state-asked = Gofynnir i { $name }. Nid oes neb wedi dweud eto mai eu heiddo hwy ydyw.
referral-state-open = Nid oes gan neb hyn eto.
referral-state-up = Nid oes neb wedi delio â hyn mewn pryd. Gofynnir i bobl uwch i fyny ({ $asked } uwchlaw).
referral-state-picked = Gan { $name } y mae hyn.
referral-state-answered = Mae { $name } yn dweud ei fod wedi’i wneud.
referral-state-closed = Mae hyn wedi’i wneud a’i gau.
referral-yours = Chi biau hyn nawr. Dywedwyd wrth bwy bynnag a’i cofnododd.
referral-still-yours = Diolch. Nodwn eich bod wrthi.
referral-put-off = Gofynnwn i chi eto ar { $day } am { $time }.
listed-referral = Atgyfeiriad, { $day }

said-notmine-you = Pam y trosglwyddwyd ef, { $day }
said-notmine-other = Pam y trosglwyddwyd ef, { $day }
said-help-you = Gofynnwyd am gymorth, { $day }
said-help-other = Gofynnwyd am gymorth, { $day }
bot-took = Mae { $name } wedi’i gymryd.
bot-took-lead = Mae { $name } wedi’i gymryd.
bot-lapsed = Roedd { $name } wedi’i gymryd, ond ni fu newyddion ers hynny. Nid yw’n eiddo i neb eto.
bot-lapsed-lead = Roedd { $name } wedi’i gymryd, ond ni fu newyddion ers hynny. Nid yw’n eiddo i neb eto.
bot-climbed = Ni fu newyddion mewn pryd. Gofynnir i bobl uwch i fyny.
bot-climbed-lead = Ni fu newyddion mewn pryd. Gofynnir i bobl uwch i fyny.

## Rhestri

referred-title = Rwy’n aros am
referred-none = Nid ydych yn aros am ddim.
unowned-title = Nid oes gan neb hyn eto
unowned-none = Mae gan bopeth rywun.
