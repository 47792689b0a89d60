# Awaiting a Welsh reader
# Ymarfer beth i’w ddweud, ar eich pen eich hun. Mae’r senarios eu hunain yn prompts/scenarios.yaml.

practice-title = Ymarfer
practice-button = Ymarfer beth i’w ddweud
practice-intro = Mae rhywbeth yn digwydd yn y gwaith. Beth fyddech chi’n ei ddweud? Mae’n cymryd tri munud, ac nid oes sgôr. Rydych yn gweld sut mae pob ffordd o’i ddweud yn swnio, a beth sy’n aml yn digwydd nesaf.
practice-kept = I chi yn unig y mae hyn. Nid yw’r hyn rydych yn ei ddewis neu’n ei ysgrifennu yn cael ei gadw yn unman, ac nid oes neb yn dysgu ichi fod yma.
practice-scenario-label = Beth hoffech chi ei ymarfer?
practice-submit = Dechrau
missing-scenario = Dewiswch senario o’r rhestr.
practice-gone = Mae’r senario hwn wedi’i newid neu ei dynnu allan. Dechreuwch eto gydag “Ymarfer beth i’w ddweud”.

practice-say-label = Beth fyddech chi’n ei ddweud?
practice-choose = Dewiswch un o’r atebion.
practice-line-label = Sut fyddech chi’n ei ddweud eich hun
practice-own-option = Rhywbeth arall, yn fy ngeiriau fy hun
practice-own = Eich geiriau eich hun
practice-own-hint = Ysgrifennwch ef fel y byddech yn ei ddweud. Caiff ei ddangos yn ôl ichi ac yna ei anghofio.
practice-step-submit = Gweld beth ddaw
missing-own = Ysgrifennwch beth fyddech chi’n ei ddweud, neu dewiswch un o’r atebion.
missing-say = Dewiswch ateb, neu ysgrifennwch un eich hun.

practice-yours = Eich geiriau chi
practice-compare = I ba un o’r rhain mae eich geiriau chi debycaf? Nid oes yr un ohonynt yn gywir bob tro. Mae’n dibynnu ar y foment.
practice-chosen = Byddech yn dweud: “{ $words }”
practice-sounds = “{ $words }”
practice-then = Beth sy’n aml yn digwydd: { $what }
practice-strength-quiet = Dweud dim
practice-strength-probe = Holi: gofyn cwestiwn
practice-strength-alert = Rhybuddio: dweud beth sy’n eich poeni
practice-strength-challenge = Herio: dweud beth hoffech yn lle hynny
practice-strength-escalate = Uwchgyfeirio: mynd ag ef ymhellach
practice-strength-aside = Ffordd arall: nid o flaen pawb
practice-remember = I fynd gyda chi
practice-next = A nawr?
practice-on-button = Ymlaen
practice-anew-button = Rhoi cynnig arall ar hwn
practice-other-button = Dewis un arall

## Gyda’n gilydd mewn cyfarfod, ar rownd dawel saib

practice-card = Ymarfer gyda’n gilydd
practice-round = Stori wedi’i dyfeisio. Beth fyddech chi’n ei ddweud? Agorwch hi, dewiswch ar eich pen eich hun, ac yna gwelwch beth a ddewisodd pob un ohonoch.
practice-until = Tawel tan { $time }. Yna mae pawb yn gweld y canlyniad ar yr un pryd.
practice-alone = Nid oes rhaid i neb ateb. Nid oes neb yn gweld pwy sydd wedi ateb, na phwy ddewisodd beth.
practice-page = Ymarfer gyda’n gilydd
practice-before = Os bydd { $picture } neu fwy yn ateb, heb gyfrif pwy bynnag sy’n arwain hyn, mae pawb yn gweld faint ddewisodd ba ateb, a’r hyn a ysgrifennwyd, mewn trefn ar hap. Os bydd llai yn ateb, ni ddangosir dim.
practice-codes = Mae pwy bynnag sy’n arwain hyn yn gwybod pob cod. Felly nid yw’r hyn a atebir gyda chod yn cyfrif fel person yma: dim ond pan fydd { $picture } o bobl eraill wedi ateb y caiff ei ddangos, heb gyfrif pwy bynnag sy’n arwain hyn.
practice-result = Dyma beth fyddech chi’n ei ddweud. Nid oes dim ohono’n gywir nac yn anghywir. Siaradwch amdano, a gadewch i’r tawelaf ddechrau.
practice-few = Atebodd rhy ychydig o bobl i ddangos dim. Siaradwch amdano yn lle hynny: beth fyddai pob un ohonoch yn ei ddweud?
practice-lines = Yn eich geiriau eich hun
practice-over = Rydych i gyd wedi dewis
practice-answer-title = Beth ddywedech chi?
practice-chair = Chi sy’n arwain hyn
practice-decide = Gorffen yr ymarfer
practice-taken = Beth rydym yn mynd ag ef gyda ni
practice-taken-hint = Gall pawb yn yr ystafell ei ddarllen. Ymarfer oedd hyn: ni phenderfynir dim, ac nid oes rhaid i neb wneud dim.
practice-no-room = Nid ydych mewn sianel na sgwrs cyfarfod. Gall pobl ymuno o un gyda’r cod ymuno, neu ateb ar dudalen we gyda chodau rydych chi’n eu rhannu. Os bydd pawb yn ateb gyda chod, ni ddangosir canlyniad.
practice-together-button = Gyda’n gilydd mewn cyfarfod
practice-together-title = Ymarfer ynghyd
practice-together-intro = Rydych yn darllen stori wedi’i dyfeisio. Mae pawb yn dewis ar ei ben ei hun beth fyddai’n ei ddweud. Yna rydych i gyd yn gweld ar yr un pryd faint ddewisodd beth, ac yn siarad. Chi sy’n ei arwain: cewch nodiadau, a chwestiynau i’w gofyn.
practice-together-submit = Dechrau
practice-notes = Nodiadau i chi
practice-questions = Cwestiynau y gallwch eu gofyn

## Unwaith y mis, i sianel

practice-offer-button = I arweinwyr: un y mis yn y sianel hon
practice-offer-title = Un y mis
practice-offer-intro = Mae’r sianel neu’r sgwrs hon yn cael senario nawr, ac un arall ar ddechrau pob mis. Gall unrhyw un roi cynnig arno ar ei ben ei hun. Nid oes neb yn gweld pwy wnaeth, na beth a ddewiswyd. Gallwch ei stopio unrhyw bryd.
practice-offer-submit = Cynnig un y mis
practice-offer-done = Mae’r sianel hon yn cael un nawr, ac yna un y mis.
practice-offer-by = Dewisodd { $name } ar { $day } fod y sianel hon yn cael senario bob mis.
practice-offer-stop = Ei stopio
practice-offer-stopped = Nid yw’r sianel hon yn cael rhagor ohonynt.
practice-offer-where = Gwnewch hyn yn y sianel neu’r sgwrs sydd i gael un.
practice-leads-only = Dim ond arweinydd diogelu all ddewis hynny. Gofynnwch i un o’ch rhai chi: mae “Pwy all helpu” yn dweud pwy ydynt.
practice-offer-card = Tri munud: beth ddywedech chi?
practice-offer-alone = Rhowch gynnig arno ar eich pen eich hun. Nid oes neb yn gweld pwy sy’n gwneud, na beth a ddewisir.
practice-offer-try = Rhoi cynnig arno
listed-practising = Ymarfer rydych yn ei arwain, { $day }
listed-practice = Senario bob mis, ers { $day }
