# Awaiting a Welsh reader
# Oedi cyfarfod: y ffurflen, y cerdyn yn yr ystafell, tudalen pawb sydd yno, a’r canlyniadau.

pause-button = Oedi cyfarfod
pause-title = Oedi i feddwl
pause-intro = Mae’r siarad yn peidio am eiliad. Mae pawb yn meddwl ar eu pen eu hunain ac yn ateb drostynt eu hunain. Yna rydych i gyd yn gweld y canlyniad ar yr un pryd, ac yn siarad.
pause-no-room = Nid ydych mewn sianel na sgwrs cyfarfod. Gall pobl ymuno o un gyda’r cod ymuno, neu ateb ar dudalen we gyda chodau rydych chi’n eu rhannu. Os bydd pawb yn ateb gyda chod, dim ond a oes rhywun yn gofyn am stopio y byddwch yn ei weld, oni bai bod y rownd wrth enw.
pause-kind-label = Pa fath o saib?
pause-kind-voices = Pa mor gyfforddus ydym ni?
pause-kind-voices-hint = Tri chwestiwn i feddwl amdanynt, yna un o bedwar ateb gan bob un.
pause-kind-premortem = Beth allai fynd o’i le?
pause-kind-premortem-hint = Dychmygwch: flwyddyn yn ddiweddarach, methodd. Pawb i ysgrifennu pam.
missing-pause-kind = Dewiswch fath o saib.
pause-what-label = Beth rydych ar fin ei benderfynu?
pause-what-hint = Un frawddeg. Ni chaiff byth ei dangos yn y sianel, dim ond i’r rhai sy’n ei hagor. Peidiwch â rhoi enwau teuluoedd.
missing-about-to-decide = Ysgrifennwch beth rydych ar fin ei benderfynu.
pause-by-label = Sut mae pobl yn ateb?
pause-by-alone = Nid oes neb yn gweld pwy atebodd beth
pause-by-alone-hint = Nid yw’r cadeirydd yn ei weld chwaith. Gorau i’r rhan fwyaf o gyfarfodydd.
pause-by-named = Wrth eu henw
pause-by-named-hint = I gyfarfodydd bach. Ynghudd nes bod pawb wedi ateb, yna gydag enwau.
missing-by = Dewiswch sut mae pobl yn ateb.
pause-many-label = Faint o bobl sydd yn yr ystafell?
pause-many-hint = Dim ond ar gyfer rownd wrth enw: mae’n dod i ben cyn gynted ag y bydd pawb wedi ateb.
missing-many = Mae angen nifer y bobl ar rownd wrth enw, o { $small } i { $large }.
pause-minutes-label = Pa mor hir yw’r amser tawel?
pause-minutes = { $minutes ->
    [one] Un munud
    [two] Dau funud
   *[other] { $minutes } munud
}
missing-minutes = Dewiswch am ba hyd y mae’n para.
pause-codes-wanted = Faint o godau, i bobl heb Slack na Teams?
pause-codes-wanted-hint = Dewiswch nawr: dim ond o’r rownd nesaf y mae codau a ychwanegir yn nes ymlaen yn cyfrif. Mae pawb yn gweld faint sydd.
pause-codes-none = Dim un
pause-submit = Oedi nawr
pause-here = Mae saib yma eisoes, neu edrych yn ôl. Mae’n dod i ben pan fydd y cadeirydd wedi cofnodi beth ddaw ohono.
pause-here-yours = Mae’r hyn a ddechreuwyd gennych yma yn dal ar agor. Agorwch ef gyda “I’r cadeirydd” ar ei gerdyn, a chofnodwch beth ddaw ohono. Wedyn gallwch ddechrau eto.
pause-gone = Ni allwn ddod o hyd i’r saib hwn bellach.

## Gofyn i’r cadeirydd

pause-ask-button = Nid fi yw’r cadeirydd: gofyn am saib
pause-ask-title = Gofyn am saib
pause-ask-intro = Mae’r cadeirydd yn cael neges breifat ac yn penderfynu. Nid oes neb arall yn clywed amdano.
pause-ask-timing = Gall y foment eich datgelu, hyd yn oed heb eich enw: gall pobl sylwi pwy sy’n teipio.
pause-whom-agency-label = O ba asiantaeth mae’r cadeirydd?
pause-whom-label = Beth yw enw’r cadeirydd?
pause-whom-hint = Yr enw y mae pobl yn eu hadnabod wrtho.
pause-whom-unknown = Nid ydym yn adnabod neb o’r enw hwnnw yno. Gwiriwch y sillafu, neu gofynnwch iddynt yn uniongyrchol.
pause-ask-named = Gyda fy enw
pause-ask-anonymous = Heb fy enw
pause-ask-submit = Gofyn am saib
pause-ask-done = Mae’r cadeirydd wedi cael y cais.
pause-asked = Mae rhywun yn y cyfarfod yn gofyn am saib
pause-asked-by = Mae { $name } yn gofyn am saib.
pause-who = Pwy sy’n gofyn
pause-start = Dechrau saib

## Ystafell arall

pause-join-button = Ymuno â saib o sianel arall
pause-join-title = Ymuno â saib
pause-join-intro = A oes rhai ohonoch mewn sianel arall? Mae tudalen y cadeirydd yn dangos cod ymuno. Teipiwch ef yma, a daw cerdyn y saib i’r sianel neu’r sgwrs hon hefyd: un saib, un canlyniad.
pause-word-label = Cod ymuno
pause-word-hint = Fel 7KQM-2XFP.
pause-word = Cod ymuno
pause-word-wrong = Nid oes gan yr un saib y cod ymuno hwnnw ar hyn o bryd. Gwiriwch ef gyda’r cadeirydd.
pause-join-submit = Ymuno
pause-join-where = Gwnewch hyn yn y sianel neu’r sgwrs sydd i ymuno.
pause-joined-already = Mae’r sianel neu’r sgwrs hon yn cymryd rhan eisoes.
pause-join-done = Mae’r sianel hon yn cymryd rhan nawr. Mae ei cherdyn yma.

## Y rownd

voices-card = Mae’r cyfarfod yn oedi
premortem-card = Mae’r cyfarfod yn oedi: beth allai fynd o’i le?
debrief-card = Edrych yn ôl, am bum munud
voices-round = Peidiwch â siarad am eiliad, a meddyliwch:
voices-again = Ail rownd. Ar ôl yr hyn a glywsoch:
premortem-round = Dychmygwch ei bod yn flwyddyn yn ddiweddarach, ac iddo fethu. Pam? Mae pawb yn ysgrifennu ar eu pen eu hunain.
debrief-round = Pedwar cwestiwn byr, i bwy bynnag sydd am eu hateb.
voices-until = Tawel tan { $time }. Yna mae pawb yn gweld y canlyniad ar yr un pryd.
premortem-until = Tawel tan { $time }. Yna rydych yn gweld gyda’ch gilydd beth a ysgrifennwyd.
debrief-until = Ar agor tan { $time }. Yna rydych yn gweld gyda’ch gilydd beth a ysgrifennwyd.
voices-alone = Mae pawb yn pwyso “Fy ateb”, hyd yn oed os yw popeth yn iawn. Nid oes neb yn gweld pwy sydd wedi ateb, na phwy ddywedodd beth.
premortem-alone = Nid oes neb yn gweld pwy ysgrifennodd beth.
debrief-alone = Does dim rhaid i neb ateb. Nid oes neb yn gweld pwy sydd wedi ateb, na phwy ysgrifennodd beth.
pause-by-name-card = Rownd wrth enw: mae popeth ynghudd nes bod pawb wedi ateb, yna mae’n cael ei ddangos gyda’r enwau.
pause-question-1 = Llais pwy sydd ar goll?
pause-question-2 = Beth ydym yn ei gymryd yn ganiataol?
pause-question-3 = Beth fyddem yn ei weld pe baem yn anghywir?
pause-question-4 = Beth fyddai’r plentyn, neu’r oedolyn, yn ei ddweud pe baent yn yr ystafell?
pause-question-5 = Pwy sy’n gweld y teulu hwn fwyaf, a beth yw eu barn nhw?
pause-question-6 = Beth sydd wedi newid ers i ni benderfynu ddiwethaf?
pause-question-7 = Beth ydym yn ei wybod, a beth ydym wedi’i glywed yn unig?
pause-question-8 = Beth yw’r cam nesaf lleiaf a fyddai’n gwneud rhywun yn fwy diogel?
pause-question-9 = Beth nad ydym am ei ddweud yn uchel?
pause-answer-button = Fy ateb
pause-answer-mine = Fy ateb fy hun
pause-open-button = Am beth mae hyn?
pause-time-button = Mae angen mwy o amser arnaf
pause-chair = I’r cadeirydd
pause-see = Gweld y canlyniad
pause-look = Edrych eto

## Tudalennau

voices-page = Oedi i feddwl
premortem-page = Beth allai fynd o’i le?
debrief-page = Edrych yn ôl
pause-about = Am beth mae hyn
voices-before = Os bydd { $picture } neu fwy yn ateb, heb gyfrif y cadeirydd, mae pawb yn gweld faint roddodd bob ateb, a’r sylwadau mewn trefn ar hap. Os bydd llai yn ateb, dim ond a yw eu safbwyntiau’n wahanol y byddwch yn ei weld. Os bydd llai na { $views } yn ateb, ni ddangosir unrhyw safbwyntiau.
premortem-before = Os bydd { $picture } neu fwy yn ysgrifennu, heb gyfrif y cadeirydd, mae pawb yn gweld beth a ysgrifennwyd, mewn trefn ar hap. Os bydd llai yn ysgrifennu, ni ddangosir dim.
debrief-before = Os bydd { $picture } neu fwy yn ateb, heb gyfrif pwy bynnag a’i dechreuodd, mae pawb yn gweld beth a ysgrifennwyd, mewn trefn ar hap. Os bydd llai yn ateb, ni ddangosir dim.
pause-before-stop = Mae un “stop” bob amser yn cael ei ddangos, fel “mae o leiaf un person yn gofyn am stopio”. Gydag ychydig iawn o bobl gall fod yn glir pwy oedd.
pause-codes-now = Rhannwyd { $codes } o godau ar gyfer y rownd hon.
pause-codes-later = Rhannwyd { $codes } o godau eraill ers i’r rownd hon ddechrau. Maent yn cyfrif o’r rownd nesaf.
pause-codes-changed = Mae’r cadeirydd wedi rhannu rhagor o godau: { $codes } i gyd. Mae’r rhai nad oeddent yno pan ddechreuodd y rownd yn cyfrif o’r rownd nesaf.
voices-codes = Mae’r cadeirydd yn gwybod pob cod. Felly nid yw atebion gyda chod yn cyfrif fel pobl yma: dim ond yn y llun y cânt eu dangos, pan fydd { $picture } o bobl eraill wedi ateb, heb gyfrif y cadeirydd. Mae “stop” gyda chod bob amser yn cael ei ddangos. Os bydd rhywun yn ateb gyda chod, nid yw ail rownd yn dangos llun.
premortem-codes = Mae’r cadeirydd yn gwybod pob cod. Felly nid yw’r hyn a ysgrifennir gyda chod yn cyfrif fel person yma: dim ond pan fydd { $picture } o bobl eraill wedi ysgrifennu y caiff ei ddangos, heb gyfrif y cadeirydd.
debrief-codes = Mae pwy bynnag a ddechreuodd hyn yn gwybod pob cod. Felly nid yw’r hyn a ysgrifennir gyda chod yn cyfrif fel person yma: dim ond pan fydd { $picture } o bobl eraill wedi ateb y caiff ei ddangos, heb gyfrif pwy bynnag a’i dechreuodd.
pause-codes-named = Mae’r hyn a atebir gyda chod yn cael ei ddangos fel “gyda chod”, heb enw.
pause-by-code = Gyda chod
pause-by-name = Mae’r rownd hon wrth enw. Ni ddangosir dim nes bod pawb wedi ateb neu’r amser ar ben. Yna mae pawb yn gweld pob ateb gyda’i enw.
pause-comfortable = Rwy’n gyfforddus
pause-concerned = Rwy’n bryderus
pause-uncomfortable = Rwy’n anghyfforddus
pause-stop = Stopiwch, nid yw’n ddiogel
pause-answered = Mae eich ateb wedi cyrraedd. Mae pawb yn gweld y canlyniad ar yr un eiliad. Tan hynny gallwch ateb eto: dim ond eich ateb olaf sy’n cyfrif. Gyda chod hefyd yr ateb olaf sy’n cyfrif, pwy bynnag a’i rhoddodd.
pause-answered-stop = Mae “stop” gyda chod yn aros nes bod y rownd ar ben.
pause-time-done = Gofynnwyd i’r cadeirydd am ychydig mwy o amser.
pause-time-asked = Mae angen ychydig mwy o amser ar rywun
pause-round-over = Mae’r rownd hon ar ben. Agorwch y cerdyn i weld y canlyniad.

## Y canlyniad

voices-result = Dyma sut y gwnaethoch ateb. Nawr siaradwch amdano, a gadewch i’r tawelaf ddechrau.
premortem-result = Dyma beth a ysgrifennwyd.
debrief-result = Dyma beth a ysgrifennwyd.
pause-differ = Mae’r safbwyntiau’n wahanol. Gyda chyn lleied o atebion nid ydym yn dangos mwy na hynny. Ewch o gwmpas y bwrdd, a gadewch i’r tawelaf ddechrau.
pause-similar = Mae’r safbwyntiau’n debyg. Gyda chyn lleied o atebion nid ydym yn dangos mwy na hynny.
pause-others = Atebodd pobl wahanol i’r rhai yn y rownd gyntaf, neu atebodd rhywun gyda chod. Fel na all neb ddarganfod pwy ddywedodd beth, nid ydym yn dangos llun. Ewch o gwmpas y bwrdd.
voices-few = Roedd rhy ychydig o atebion i ddangos dim. Nid oes rhaid i neb ddweud beth oedd eu hateb: gofynnwch beth fyddai’n helpu i benderfynu’n dda.
premortem-few = Ysgrifennodd rhy ychydig o bobl i ddangos dim. Ewch o gwmpas y bwrdd yn lle hynny.
debrief-few = Atebodd rhy ychydig o bobl i ddangos dim. Siaradwch amdano yn lle hynny, os hoffech.
pause-stop-asked = Mae o leiaf un person yn gofyn am stopio.
pause-stop-chair = Mae’r cadeirydd yn atal y penderfyniad nawr, yn gofyn beth fyddai’n ei wneud yn fwy diogel, ac nid yw’n gofyn pwy oedd. Os oes rhywun mewn perygl, mae’r cadeirydd yn defnyddio’r llwybr brys.
pause-quick = Rydych i gyd yn cytuno, ac yn gyflym. Beth fyddai’n rhaid iddo fod yn wir er mwyn i rywun anghytuno?
pause-bars = Atebion
pause-bar = { $count } o { $many }
pause-bar-moved = { $count } o { $many }, cyn hynny: { $before }
voices-lines = Sylwadau, rownd { $round }
premortem-lines = Pam y methodd
pause-mixed = Mewn trefn ar hap
pause-named-answer = { $name }: { $answer }
pause-why = Pam
pause-decided-go = Mae’r cadeirydd wedi cofnodi’r penderfyniad: mynd ymlaen.
pause-decided-change = Mae’r cadeirydd wedi cofnodi’r penderfyniad: ei newid.
pause-decided-stop = Mae’r cadeirydd wedi cofnodi’r penderfyniad: stopio yma.
pause-decided-done = Mae drosodd. Diolch.
voices-over = Mae’r amser tawel ar ben
premortem-over = Mae’r amser ysgrifennu ar ben
debrief-over = Mae’r edrych yn ôl ar ben
listed-pause = Saib rydych yn ei gadeirio, { $day }
listed-debrief = Edrych yn ôl a ddechreuoch, { $day }
pause-state-open = Yn dal ar agor: cofnodwch beth ddaw ohono.
pause-state-closed = Ar ben.
debrief-state-open = Yn dal ar agor.
debrief-state-closed = Ar ben.

## Ateb mewn rownd, pawb drostynt eu hunain.

voices-answer-title = Fy ateb
premortem-answer-title = Pam y methodd?
debrief-answer-title = Edrych yn ôl
pause-answer-label = Sut ydych chi’n teimlo amdano?
missing-answer = Dewiswch un o’r pedwar.
pause-line-label = Sylw
pause-line-hint = Gall gael ei ddangos i bawb, heb eich enw. Ysgrifennwch fel na all neb ddweud mai chi oedd.
premortem-line-label = Mae’n flwyddyn yn ddiweddarach, ac fe fethodd. Pam?
pause-answer-submit = Rhoi fy ateb
pause-code-wrong = Nid yw’r cod hwn yn agor saib ar hyn o bryd. Gwiriwch ef, neu gofynnwch i’r cadeirydd am un arall.
pause-code-next = Rhannwyd y cod hwn ar ôl i’r rownd hon ddechrau. Mae’n cyfrif o’r rownd nesaf. Os oes rhywun mewn perygl, dywedwch hynny nawr.

## Yr hyn mae cadeirydd saib yn ei wneud.

voices-chair = Eich saib
premortem-chair = Eich saib
debrief-chair = Eich edrych yn ôl
pause-not-chair = Dim ond y cadeirydd all wneud hynny. Gallwch ofyn i’r cadeirydd, neu ateb fel pawb arall.
pause-answered-many = Mae o leiaf { $many } o bobl wedi ateb, heblaw chi a’r rhai â chod.
pause-answered-few = Mae llai na phum person wedi ateb hyd yma, heblaw chi a’r rhai â chod.
pause-chair-hint = Rydym yn cyfrif fesul pump, unwaith y funud ar y mwyaf. Nid oes neb yn gweld pwy sydd wedi ateb, ddim hyd yn oed chi. Nes i’r rownd ddod i ben, nid yw’r lleill yn gweld unrhyw gyfrif.
pause-read-by-all = Yr hyn y mae pawb yn y cyfarfod yn ei ddarllen
pause-no-card = Dim cerdyn yn eich sianel neu sgwrs? Dewch ag Upstander i mewn yn gyntaf: yn Slack gyda /invite @Upstander, yn Teams drwy ychwanegu’r ap. Yna pwyswch “Anfon y cerdyn eto”.
pause-card-again = Anfon y cerdyn eto
pause-card-sent = Mae’r cerdyn ar ei ffordd i’r sianel eto.
pause-notes-title = Nodiadau’r cadeirydd
pause-notes-none = Does dim nodyn eto. Nid oes neb arall yn y cyfarfod yn eu gweld.
pause-note-label = Beth ydych chi am ei gofio?
pause-note-hint = Nid oes neb arall yn y cyfarfod yn ei ddarllen; os bydd rhywun yn cadeirio hyn ar eich ôl, bydd yntau’n ei ddarllen. Peidiwch ag ysgrifennu pwy ddywedodd beth, a pheidiwch â dyfalu. Caiff ei ddileu ynghyd â’r gweddill.
pause-note-done = Mae eich nodyn wedi’i gadw. Nid oes neb arall yn y cyfarfod yn ei weld, ac nid oes neb yn cael gwybod.
pause-longer = Un munud arall
pause-longer-done = Mae’r rownd yn para munud yn hirach.
pause-long-enough = Ni ellir estyn y rownd hon eto. Dewch â hi i ben a dangoswch yr hyn sydd.
pause-show = Gorffen y rownd a’i dangos
pause-again = Ail rownd
pause-again-done = Mae’r ail rownd wedi dechrau.
pause-is-over = Mae’r saib hwn ar ben: cofnodwyd penderfyniad. Gallwch ei ddarllen yma, neu oedi’r cyfarfod eto.
pause-not-now = Nid yw hynny’n bosibl ar hyn o bryd. Agorwch y saib eto.
pause-two-rounds = Mae dwy rownd mewn saib. Cofnodwch beth ddaw ohono.
pause-codes-button = Codau i’r rhai heb Slack na Teams
pause-codes-title = Codau
pause-codes-intro = Ar gyfer pobl yn yr ystafell sydd heb Slack na Teams. Mae pob cod yn un llais. Mae pawb yn gweld faint rydych yn eu rhannu, a phob newid. Rydych chi’n gwybod y codau, felly nid yw atebion gyda nhw’n cyfrif fel pobl: dim ond pan fydd digon o bobl eraill wedi ateb y cânt eu dangos.{ $kind ->
    [voices] {" "}Mae “stop” bob amser yn cael ei ddangos.
   *[other] {""}
}
pause-codes-label = Faint o godau i gyd?
pause-codes-5 = 5
pause-codes-10 = 10
pause-codes-20 = 20
pause-codes-40 = 40
missing-codes = Dewiswch faint.
pause-codes-next = Mae codau a ychwanegwch nawr yn cyfrif o’r rownd nesaf, nid mewn un sydd wedi dechrau. Dywedir wrth bawb.
pause-codes-closed = Nid oes rownd ar ôl y gallai rhagor o godau gyfrif ynddi. Y tro nesaf, dewiswch faint wrth ddechrau.
pause-codes-submit = Gwneud codau
pause-codes-given = Y codau
pause-codes-once = Rhowch un cod i bob person, i’w deipio ar dudalen /pause y gweinydd hwn. I’w hargraffu gyda chodau QR, copïwch nhw i’r dudalen /pause/sheet.
voices-decide = Cofnodi’r penderfyniad
premortem-decide = Cofnodi’r penderfyniad
debrief-decide = Gorffen yr edrych yn ôl
pause-decision-label = Beth a benderfynwyd?
pause-decision-go = Mynd ymlaen
pause-decision-change = Ei newid
pause-decision-stop = Stopio yma
pause-why-after-stop = Gofynnodd o leiaf un person am stopio. Os ewch ymlaen, dywedwch pam: gall pawb yn y cyfarfod ei ddarllen.
missing-why-after-stop = Gofynnodd rhywun am stopio. Dywedwch pam rydych yn mynd ymlaen: gall pawb yn y cyfarfod ei ddarllen.
missing-pause-decision = Dewiswch beth a benderfynwyd.
pause-why-label = Pam, a beth nesaf
pause-why-go-label = Pam rydych yn mynd ymlaen?
pause-next-label = Unrhyw beth arall, a beth nesaf
pause-why-hint = Gall pawb yn yr ystafell ei ddarllen. Mae’r hyn y mae rhywun i’w wneud yn dod yn atgyfeiriad, gyda pherchennog a diwrnod.
pause-decide-submit = Ei gofnodi
pause-decided-recorded = Diolch. Mae wedi’i gofnodi, ac mae hyn ar ben. Oes rhywbeth i’w wneud? Gwnewch ef yn atgyfeiriad: yna bydd rhywun yn cael ei atgoffa.
pause-refer = Gweithred: ei gwneud yn atgyfeiriad
pause-opinion = Gofyn i bobl o’r tu allan
pause-group = Didoli’r rhesymau
pause-group-intro = Chi sy’n eu didoli gyda’ch gilydd, nid peiriant. Rhowch air i bob rheswm: mae rhesymau â’r un gair yn mynd gyda’i gilydd.
pause-group-label = { $reason }
pause-group-submit = Rhoi at ei gilydd
pause-group-none = Heb eu grwpio
pause-grouped = Y rhesymau gyda’i gilydd
debrief-offer = Cynnig edrych yn ôl

## Codau ar bapur: mae pobl yn yr ystafell heb Slack na Teams yn ateb ar dudalen we.

codes-title = Ateb gyda chod
codes-page = Y dudalen lle mae pobl yn teipio eu cod: /pause
codes-intro = Ar gyfer saib mewn cyfarfod. Gofynnwch i’r cadeirydd am god. Mae’n agor yr hyn y gofynnir i’r ystafell, ac yn rhoi un llais i chi. Nid ydym yn gwybod pwy sydd â pha god: cymerwch un heb i neb nodi pa un. Gallai pwy bynnag a’i rhannodd ateb gydag ef hefyd: yr ateb olaf sy’n cyfrif, ond mae “stop” yn aros. Os daethoch yma drwy god QR, gall y cod aros yn hanes y porwr hwn.
codes-hint = 8 o lythrennau a rhifau, megis 7KQM-2XFP. Nid yw priflythrennau, bylchau na chysylltnodau’n gwneud gwahaniaeth.
codes-open = Agor
codes-shape = Mae gan god 8 o lythrennau a rhifau, megis 7KQM-2XFP. Gwiriwch bob un ohonynt.
codes-back = Yn ôl i’r saib
codes-kept = Yr hyn a ysgrifennoch. Ni chafodd ei dderbyn: copïwch ef os ydych am ei gadw
codes-to-sheet = I’r cadeirydd: argraffu codau gyda chodau QR

## Edrych yn ôl ar ôl cyfarfod, am bum munud.

debrief-button = Edrych yn ôl ar gyfarfod
debrief-title = Edrych yn ôl
debrief-intro = Pum munud, yn syth ar ôl cyfarfod neu saib. Does dim rhaid i neb gymryd rhan. Mae pawb yn ateb ar eu pen eu hunain; yna rydych yn ei ddarllen gyda’ch gilydd.
debrief-never = Mae hyn ar gyfer dysgu. Nid yw byth ar gyfer ymchwilio i neb.
debrief-credit = Mae’r cwestiynau’n dilyn STOP5, trafodaeth yn y fan a’r lle gan Walker a chydweithwyr yn y Royal Infirmary of Edinburgh, a’r adolygiad ar ôl gweithredu.
debrief-what-label = Ar beth rydych yn edrych yn ôl?
debrief-minutes-label = Am ba hyd y mae ar agor?
missing-look-back = Ysgrifennwch ar beth rydych yn edrych yn ôl.
debrief-submit = Dechrau
debrief-well = Beth aeth yn dda?
debrief-well-hint = Pethau bach hefyd. Enwau dim ond i ddiolch i rywun.
debrief-hard = Beth oedd yn anodd?
debrief-hard-hint = Beth ddigwyddodd nad oeddem yn ei ddisgwyl?
debrief-change = Beth fyddem yn ei wneud yn wahanol?
debrief-change-hint = Am sut rydym yn gweithio, nid am bwy sydd ar fai.
debrief-next = Beth nesaf?
debrief-next-hint = Pwyntiau gweithredu. Gallant ddod yn atgyfeiriadau.
debrief-once = Cynigiwyd edrych yn ôl eisoes. Mae unwaith yn ddigon.

pause-chair-left = Mae’r cadeirydd wedi gadael. Daw’r rownd i ben ar ei hamser, a bydd pawb yn gweld beth a ddaeth ohoni. I oedi’n hirach, gall rhywun arall gychwyn saib newydd bryd hynny.
pause-chair-now = Mae’r cadeirydd wedi gadael. { $name } sy’n cadeirio hyn nawr.
pause-chair-other = Mae’r cadeirydd wedi gadael. Gofynnwyd i gadeirydd arall.
pause-chair-you = Mae cadeirydd hyn wedi gadael, ac rydych chi wedi’ch enwi’n gadeirydd yma. Felly chi sydd â hyn nawr.
