# Awaiting a Welsh reader
# Beth sy’n wahanol cyn ac ar ôl newid, a beth sydd gan y gwiriad yn ei erbyn.

administration-more = { $count ->
    [one] Ni ddangosir un newid arall yma.
   *[other] Ni ddangosir { $count } newid arall yma.
}
administration-agency = Asiantaeth: { $agency }
administration-person = Person: { $name }
administration-place = { $of }: { $what }
administration-called = { $place } – { $change }
administration-called-more = { $what } (newidiadau eraill: { $count })
administration-added = Ychwanegwyd: { $what }
administration-gone = Tynnwyd allan: { $what }
administration-added-gone = Ychwanegwyd: { $added }. Tynnwyd allan: { $gone }
administration-order = Trefn newydd: { $order }
administration-from-to = Cyn: { $before }. Ar ôl: { $after }
administration-of-leads = arweinwyr
administration-of-roles = rolau
administration-of-roles-manager = rheolwyr
administration-of-roles-liaison-officer = swyddogion cyswllt
administration-of-roles-chair = cadeiryddion
administration-of-roles-moderator = cymedrolwyr
administration-of-roles-reviewer = adolygwyr
administration-of-roles-fallback = pwy sy’n cael gwybod pan nad oes arweinydd yn ateb
administration-of-roles-stand-in = dirprwyon
administration-of-roles-administrator = gweinyddwyr
administration-of-sector = math o asiantaeth
administration-of-nation = ble mae hi
administration-of-routes = ei lleoedd ei hun i droi
administration-yes = ie
administration-no = na
administration-days-span = { $first }–{ $last }
administration-dates-span = { $first } tan { $last }
administration-outside = y tu allan i { $hours }
administration-closed-days = { $count ->
    [one] ar gau ar un diwrnod arall
   *[other] ar gau ar { $count } o ddiwrnodau eraill
}
administration-of-hours = pryd mae ar agor
administration-of-hours-days = dyddiau pan mae ar agor
administration-of-hours-opens = yn agor am
administration-of-hours-closes = yn cau am
administration-of-hours-closed = ar gau ar
administration-of-hours-open-on-bank-holidays = ar agor ar wyliau banc
administration-of-urgent = rhifau
administration-of-front-door = drws ffrynt
administration-of-name = enw
administration-of-title = teitl swydd
administration-of-email = cyfeiriad e-bost
administration-of-agency = asiantaeth
administration-of-language = iaith
administration-of-accounts = cyfrifon cysylltiedig
administration-of-administrators = gweinyddwyr y bartneriaeth
administration-of-thresholds = faint sy’n rhy ychydig
administration-of-times = amserau ac oediadau
administration-of-slots = amserau rhyddhau
administration-of-policies = polisïau
administration-of-other-routes = ble arall i droi
administration-of-operators = pwy sy’n rhedeg Upstander
administration-of-slack-workspaces = gweithleoedd yn Slack
administration-of-teams-tenants = tenantiaid yn Teams
administration-of-email-domains = diwedd ei chyfeiriadau e-bost
administration-of-thresholds-could-have-sent = eraill a allai fod wedi’i anfon
administration-of-thresholds-picture-from = atebion cyn dangos llun
administration-of-thresholds-views-from = atebion cyn dangos dim
administration-of-thresholds-reported-from = pa mor aml cyn iddo fod yn y rhifau
administration-of-thresholds-raised-an-hour = faint y caiff un person ei godi mewn awr

administration-found-at = { $of }: { $found }
administration-found-and = { $first } { $then }
administration-found-agency = Nid oes asiantaeth o’r enw hwn. Ysgrifennwch ei henw fel y mae yma.
administration-found-address = Mae gan rywun arall y cyfeiriad e-bost hwn. Os yr un person ydyw, maent wedi’u rhestru eisoes ac nid oes angen eu hychwanegu. Os na, rhowch ei gyfeiriad ei hun i bawb: gall pwy bynnag sy’n darllen y blwch hwnnw fewngofnodi.
administration-found-email = Nid cyfeiriad e-bost yw hwn. Ysgrifennwch ef yn blaen, fel enw@ysgol.example.
administration-found-taken = Mae rhywbeth o’r enw hwn yno eisoes. Dewiswch enw arall.
administration-found-account = Mae’r cyfrif hwn yn perthyn i rywun arall eisoes.
administration-found-id = Ni ellir defnyddio’r id hwn. Ysgrifennwch lythrennau bach, rhifau a chysylltnodau.
administration-found-unlisted = Enwir rhywun yma nad yw wedi’i restru. Ychwanegwch nhw yn gyntaf, neu tynnwch nhw allan.
administration-found-home = Enwir rhywun yma nad yw eu gweithle neu eu tenant yn perthyn i unrhyw asiantaeth.
administration-found-elsewhere = Rhaid i arweinydd fod yn rhywun o’r asiantaeth hon. Gall pobl o asiantaethau eraill gael rôl arall.
administration-found-twice = Enwir yr un arweinydd ddwywaith.
administration-found-fallback = Rhaid i rywun gael gwybod pan nad oes arweinydd yn ateb, a rhaid i o leiaf un ohonynt beidio â bod yn arweinydd.
administration-found-slot = Ni fyddai’r hyn a anfonir ar adegau penodol byth yn mynd allan yn yr oriau hyn. Dewiswch oriau sy’n cynnwys un o’r adegau hynny.
administration-found-name = Mae’r enw hwn yn rhy hir i’w ddarllen yn gyfan mewn rhestr. Ysgrifennwch 75 llythyren ar y mwyaf.
administration-found-people = Byddai mwy na 60 o bobl wedi’u henwi yn yr asiantaeth hon.
administration-found-doors = Byddai mwy o ddrysau ffrynt nag y gall un dudalen eu rhestru.
administration-found-teams = Byddai mwy o asiantaethau nag y gall deialog yn Teams eu rhestru.
administration-found-shared = Mae asiantaeth arall yn yr un lle, felly ni allai neb ddweud pobl pwy yw pwy.
administration-found-domain = Mae gan asiantaeth arall yr un diwedd i’w chyfeiriadau e-bost.
administration-found-number = Nid rhif ffôn yw hwn. Ysgrifennwch rifau yn unig, gyda bylchau os hoffech.
administration-found-link = Nid cyfeiriad ar y we yw hwn. Ysgrifennwch ef i gyd, o https:// ymlaen.
administration-found-long = Mae rhywbeth yn rhy hir. Byrhewch ef.
administration-found-many = Mae gormod o’r rhain. Tynnwch un allan yn gyntaf.
administration-found-empty = Byddai rhywbeth yn wag y mae’n rhaid iddo fod yno. Mae ar asiantaeth angen o leiaf un arweinydd, er enghraifft.
administration-found-choice = Nid un o’r dewisiadau yw hwn.
administration-found-other = Ni fyddai un o’r gosodiadau’n iawn. Gall pwy bynnag sy’n rhedeg Upstander weld pa un.
