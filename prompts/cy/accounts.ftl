# Awaiting a Welsh reader
# Dau gyfrif un person, y mae’n eu cysylltu ei hun.

accounts-title = Eich cyfrifon
accounts-intro = Os ydych yn dod yma â dau gyfrif, fel Teams yn y gwaith a’r tudalennau hyn gartref, gallwch ddweud mai chi yw’r ddau.
accounts-how = Cewch god ar un ohonynt, a’i roi ar y llall. Ar bob un gwelwch enw’r llall cyn i ddim gael ei gysylltu.
accounts-from-now = O hynny ymlaen mae’r ddau’n dangos yr un rhestr, ac yn gallu gwneud yr un peth. Mewn rownd mae gennych un llais. Daw negeseuon i un ohonynt. Gallwch ddadwneud hyn unrhyw bryd, o’r naill neu’r llall.
accounts-hidden = Mae’r hyn a godoch heb ddangos eich enw yn aros gyda’r cyfrif y’i codoch ohono, ac yn agor yno yn unig.
accounts-are-one = Un person yw’r cyfrifon hyn: chi. Mae’r hyn sy’n dod i un ar gael ar bob un.
accounts-this = Y cyfrif hwn
accounts-one = Eich cyfrif arall
accounts-name = Enw
accounts-where = Ble
accounts-messages = Negeseuon
accounts-messages-here = Yn dod yma
accounts-on-slack = Slack
accounts-on-teams = Microsoft Teams
accounts-on-web = Tudalennau Upstander mewn porwr
accounts-get-code = Cael cod
accounts-enter-button = Mae gen i god
accounts-part = Nid yr un person mwyach

accounts-code-title = Eich cod
accounts-code = Cod
accounts-code-use = Agorwch Upstander gyda’ch cyfrif arall o fewn deng munud, dewiswch “Eich cyfrifon” a “Mae gen i god”, a’i roi. Yna dewch yn ôl yma a dweud ie. Mae’n gweithio unwaith.
accounts-never-tell = Peidiwch byth â rhoi’r cod hwn i neb, na rhoi un a gawsoch gan rywun arall. Ni fydd neb o Upstander na’ch tîm TG yn gofyn amdano.

accounts-enter-title = Rhowch y cod
accounts-enter-submit = Ymlaen
accounts-code-label = Cod
accounts-code-hint = Fe’i cewch ar eich cyfrif arall, o dan “Eich cyfrifon”. Nid oes ots am briflythrennau na chysylltnodau.
accounts-nobody-asks = Rhowch god a gawsoch eich hun, nawr, yn unig. Os rhoddodd rhywun ef i chi, maen nhw am weld yr hyn a welwch chi: peidiwch â’i roi, os gwelwch yn dda.
accounts-code-wrong = Nid yw’r cod hwn yn agor dim: cafodd ei gamdeipio neu ei ddefnyddio, neu mae dros ddeng munud oed. Gallwch gael un newydd ar eich cyfrif arall.
accounts-too-many = Rydych wedi rhoi cynnig ar sawl cod. Arhoswch ddeng munud, yna rhowch gynnig arall ag un newydd.
accounts-same = Daw’r cod hwn oddi wrth yr un person. Rhowch ef ar eich cyfrif arall, os gwelwch yn dda.
accounts-already = Mae un o’r cyfrifon hyn wedi’i gysylltu’n barod. Dadwnewch hynny’n gyntaf, neu cewch y cod ar y cyfrif y daw eich negeseuon iddo.
accounts-elsewhere = Dim ond dau gyfrif o’r un asiantaeth all fod yn un, ac mae’n rhaid i Upstander adnabod y ddau. Gall pwy bynnag sy’n gofalu am bobl eich partneriaeth helpu.

accounts-sure-title = Ai chi yw hwn?
accounts-sure = Os nad eich cyfrif eich hun yw hwn, dywedwch na. Fel arall, gallai pwy bynnag sy’n ei ddefnyddio ddarllen eich rhestr a gweithredu yn eich enw.
accounts-mine = Ie, fi piau’r ddau
accounts-not-mine = Na, stopiwch
accounts-agreed-title = Mae un cam ar ôl
accounts-agreed = Nawr agorwch “Eich cyfrifon” ar y cyfrif lle cawsoch y cod, o fewn hanner awr, a dywedwch ie yno hefyd. Nid oes dim wedi’i gysylltu cyn hynny.

accounts-join-title = Ai chi yw hwn hefyd?
accounts-entered = Rhoddwyd eich cod ar y cyfrif hwn. Os nad eich cyfrif eich hun yw ef, dywedwch na. Fel arall, gallai pwy bynnag sy’n ei ddefnyddio ddarllen eich rhestr a gweithredu yn eich enw.
accounts-main = I ble y dylai negeseuon ddod?
accounts-main-this = I’r cyfrif hwn: { $where }
accounts-main-other = I’r llall: { $where }
accounts-join-submit = Ie, fi piau’r ddau
accounts-joined-title = Un yw’r ddau nawr
accounts-joined = Gallwch barhau â’r naill neu’r llall. Os nad oeddech am gael hyn, dadwnewch ef o dan “Eich cyfrifon”.
accounts-dropped-title = Stopiwyd
accounts-dropped = Ni chysylltwyd dim. Nid yw’r cod yn agor dim mwyach.
accounts-parted-title = Dadwnaed
accounts-parted = Mae pob cyfrif ar ei ben ei hun eto. Mae’r hyn oedd ganddo o’r blaen yn ôl gydag ef. Mae’r hyn a wnaethoch ers hynny gyda’r cyfrif y daeth eich negeseuon iddo.
accounts-over = Mae hyn drosodd, neu ni ddechreuodd erioed. Edrychwch o dan “Eich cyfrifon”.
missing-main = Dewiswch un o’r ddau, os gwelwch yn dda.

accounts-news = Rhywbeth am eich cyfrifon
accounts-news-text = Edrychwch o dan “Eich cyfrifon” a yw popeth fel y mynnwch. Os na ddechreuoch ddim yno, dywedwch na, neu dadwnewch ef.
accounts-news-open = Eich cyfrifon
