# Awaiting a Welsh reader
# Microsoft Teams: y cardiau o amgylch popeth arall.

teams-typed-concern = pryder
teams-typed-challenge = herio
teams-typed-referral = atgyfeiriad
teams-typed-second-opinion = ail-farn
teams-typed-pause = saib
teams-typed-debrief = edrych-yn-ol
teams-typed-mine = fy
teams-typed-standin = dirprwy
teams-typed-language = iaith
teams-typed-practice = ymarfer
teams-typed-advocate = dadleuwr
teams-typed-thanks = diolch
teams-typed-help = cymorth

teams-launch-concern = Codi pryder
teams-launch-challenge = Herio penderfyniad
teams-launch-referral = Cofnodi atgyfeiriad
teams-launch-second-opinion = Gofyn am ail farn
teams-launch-pause = Oedi a herio
teams-launch-debrief = Edrych yn ôl gyda’ch gilydd
teams-launch-mine = Eich pryderon, a’r hyn sy’n aros amdanoch
teams-launch-standin = Pwy sy’n dirprwyo ar eich rhan
teams-launch-language = Dewis eich iaith
teams-launch-text = Pwyswch y botwm a bydd ffenestr breifat yn agor. Ni fydd dim a ysgrifennwch yno i’w weld yn y sgwrs hon.

teams-open-concern = Codi pryder
teams-open-challenge = Herio penderfyniad
teams-open-referral = Cofnodi atgyfeiriad
teams-open-second-opinion = Gofyn am ail farn
teams-open-pause = Oedi a herio
teams-open-debrief = Edrych yn ôl gyda’n gilydd
teams-open-mine = Fy mhryderon
teams-open-standin = Enwi dirprwy
teams-open-language = Iaith
teams-open-help = { help-title }

teams-help-title = Sut gallwn ni helpu?
teams-help-text = Dewiswch beth yr hoffech ei wneud. Bydd ffenestr breifat yn agor, ac ni fydd dim a ysgrifennwch yno i’w weld yn y sgwrs hon.

teams-send = Anfon
teams-refresh = Dangos ble mae arni nawr
teams-done = Wedi’i wneud.
teams-sorry = Mae’n ddrwg gennym
teams-cannot = Nid oes modd gwneud hynny ar hyn o bryd. Rhowch gynnig arall arni cyn bo hir.
teams-no-agency = Mae’n ddrwg gennym, ni wyddom i ba sefydliad yr ydych yn perthyn, felly ni allwn dderbyn hyn gennych yma. Mewngofnodwch i Teams â’ch cyfrif gwaith, neu siaradwch â’ch arweinydd diogelu. I ateb tra bydd cyfarfod yn oedi, gofynnwch i’r cadeirydd am god. Os oes rhywun mewn perygl nawr, ffoniwch 999.
teams-please-answer = Atebwch, os gwelwch yn dda: { $question }
teams-if-you-choose = Os dewiswch “{ $answer }”: { $what }
teams-too-long = Mae mwy nag sy’n ffitio yma. Mae rhan ohono wedi’i gadael allan.
teams-too-old = Mae’r fersiwn hwn o Teams yn rhy hen i ddangos hyn. Diweddarwch ef, neu agorwch hyn ar gyfrifiadur.

# Pecyn yr ap, fel y mae pobl yn ei weld yn Teams.
teams-app-name = Upstander
teams-app-full = Upstander: codi llais, a chael ateb
teams-app-short = Codi llais yn y fan a’r lle am ddiogelu, a chael ateb gan berson.
teams-app-about = Mae Upstander yn helpu gweithwyr proffesiynol o wahanol sefydliadau i godi llais yn gynnar a chyda pharch, wrth eu henw, yn gyfrinachol neu heb roi enw, ac yn sicrhau bod person yn ateb. Dim ond yr hyn a anfonir ato y mae’n ei ddarllen. Mae’n bosibl y gall gweinyddwyr Teams eich sefydliad weld i chi ei ddefnyddio.
teams-app-flag = Tynnu sylw at hyn
teams-app-flag-about = Codi pryder am y neges hon, mewn ffenestr breifat
teams-app-flag-decision = Herio’r penderfyniad
teams-app-flag-decision-about = Herio penderfyniad yn y neges hon, mewn ffenestr breifat
teams-app-concern-about = Codi pryder mewn ffenestr breifat
teams-app-challenge-about = Herio penderfyniad mewn ffenestr breifat
teams-app-referral-about = Cofnodi’r hyn a ofynnoch gan asiantaeth arall, a’i ddilyn
teams-app-second-opinion-about = Gofyn i bobl o’r tu allan, pob un yn ateb ar ei ben ei hun
teams-app-pause-about = Oedi cyfarfod er mwyn i bawb feddwl drostynt eu hunain, neu ofyn am saib
teams-app-debrief-about = Edrych yn ôl gyda’ch gilydd am bum munud, er mwyn dysgu
teams-app-mine-about = Yr hyn a godwyd gennych, a’r hyn sy’n aros amdanoch
teams-app-standin-about = Dweud pwy sy’n ateb ar eich rhan tra byddwch i ffwrdd
teams-app-language-about = Dewis Cymraeg neu Saesneg
teams-app-practice-about = Ymarfer beth i’w ddweud, ar eich pen eich hun
teams-app-help-about = Pwy all helpu, a beth gallwch ei wneud yma
teams-optional = { $question } (dewisol)

# Y dudalen y mae Teams yn ei dangos mewn tab wrth ymyl y sgwrs.

teams-tab-name = Fy nhudalen
teams-tab-title = Eich tudalen
teams-tab-why = Mae eich tudalen eich hun yn agor yn y porwr, gyda mwy o le na sgwrs. Yno rydych yn mewngofnodi unwaith: ni all tudalen y mae Teams yn ei dangos mewn ffrâm wybod yn ddiogel pwy ydych chi.
teams-tab-open = Agor fy nhudalen yn y porwr
teams-tab-chat = Yr hyn y gallwch ei godi a’i ateb yno, gallwch ei godi a’i ateb yn y sgwrs hefyd. Os oes rhywun mewn perygl nawr, ffoniwch 999.
teams-pages = Agor Upstander mewn porwr
