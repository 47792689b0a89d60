# Awaiting a Welsh reader

### Dodrefn Slack ei hun: yr hyn na ddywedir yr un fath ar bob llwyfan.

slack-close = Cau
slack-cancel = Canslo
slack-yes = Ie
slack-said-opens = “
slack-said-closes = ”
slack-option = { $option }: { $hint }
# Mewn rhestr a chwilir wrth deipio.
slack-type-to-find = Teipiwch ran o’r enw
slack-type-more = Mae rhagor: teipiwch fwy o’r enw
slack-error = ⚠️ Edrychwch ar hyn, os gwelwch yn dda: { $text }
slack-more = Mae mwy nag sy’n ffitio yma. Caewch rywbeth, ac fe ddaw’r gweddill i’r golwg.

slack-tone-urgent = 🚨 Brys:
slack-tone-warn = ⚠️ Sylwch:
slack-tone-note = ℹ️
slack-tone-done = ✅

slack-moment = Un eiliad
slack-moment-line = Mae hyn yn cymryd ychydig yn hirach nag arfer. Bydd yn agor yma.
slack-sorry = Ni weithiodd hynny
slack-sorry-line = Aeth rhywbeth o’i le ar ein hochr ni, ac nid oes dim wedi newid. Rhowch gynnig arall arni mewn munud.
slack-not-opened = Ni allai Slack agor y ffurflen nawr. Ni chafodd dim ei anfon. Rhowch gynnig arall arni mewn munud. Os nad yw’n agor o hyd, dywedwch wrth eich arweinydd diogelu mewn ffordd arall.
slack-not-shown = Ni allai Slack ddangos beth sy’n dod nesaf. Efallai fod yr hyn a wnaethoch wedi cyrraedd serch hynny: edrychwch o dan Fy mhryderon cyn ei wneud eto.
slack-not-sent = Ni allem wirio pwy ydych chi nawr, felly ni chafodd dim ei anfon. Mae eich geiriau yma o hyd: anfonwch nhw eto mewn munud, os gwelwch yn dda.
slack-urgent = Os oes rhywun mewn perygl nawr, ffoniwch 999, neu’r rhif y mae eich sefydliad yn ei roi i chi.
slack-call = Os oes rhywun mewn perygl nawr, ffoniwch: { $routes }
slack-unknown = Nid ydym yn adnabod hwnnw. Teipiwch /upstander-help i weld beth gallwch ei wneud yma.

slack-launcher = Sut gallwn ni helpu?
slack-launcher-line = Does dim a deipiwch yma yn cael ei gadw. Pwyswch fotwm, a bydd ffurflen yn agor na all neb ond chi ei gweld.
slack-launcher-concern = Codi pryder
slack-launcher-challenge = Herio penderfyniad
slack-launcher-referral = Cofnodi atgyfeiriad
slack-launcher-second-opinion = Gofyn am ail farn
slack-launcher-mine = Fy mhryderon
slack-launcher-receipt = { receipt-title }
slack-launcher-help = { help-title }

slack-app-name = Upstander
slack-app-line = Siaradwch ar y pryd, a chewch ateb
slack-app-about = Codwch bryder gyda’r bobl a all weithredu arno, neu heriwch benderfyniad, yn eich enw eich hun, yn gyfrinachol neu’n ddienw, a chewch glywed yn ôl. Person sy’n ei dderbyn, nid bot. Os yw rhywun mewn perygl nawr, defnyddiwch eich llwybr brys yn gyntaf.
slack-shortcut-concern = Codi pryder
slack-shortcut-concern-about = Mae’n agor ffurflen; does dim yn cael ei bostio yma
slack-shortcut-flag = Tynnu sylw at y neges
slack-shortcut-flag-about = Codi pryder am y neges hon, gan gadw dolen ati
slack-shortcut-challenge = Herio penderfyniad
slack-shortcut-challenge-about = Mae’n agor ffurflen; does dim yn cael ei bostio yma
slack-shortcut-referral = Cofnodi atgyfeiriad
slack-shortcut-referral-about = Mae’n agor ffurflen; does dim yn cael ei bostio yma
slack-shortcut-second-opinion = Gofyn am ail farn
slack-shortcut-second-opinion-about = Mae’n agor ffurflen; does dim yn cael ei bostio yma
slack-shortcut-pause = Oedi a herio
slack-shortcut-pause-about = Oedi cyfarfod, neu ofyn i’r cadeirydd am saib: mae’n agor ffurflen
slack-shortcut-flag-decision = Herio’r penderfyniad
slack-shortcut-flag-decision-about = Herio penderfyniad yn y neges hon, gan gadw dolen ati
slack-command-concern = Codi pryder: mae’n agor ffurflen
slack-command-challenge = Herio penderfyniad: mae’n agor ffurflen
slack-command-referral = Cofnodi atgyfeiriad: mae’n agor ffurflen
slack-command-second-opinion = Gofyn am ail farn: mae’n agor ffurflen
slack-command-pause = Oedi’r cyfarfod hwn i feddwl, neu ofyn i’r cadeirydd am saib
slack-command-debrief = Edrych yn ôl gyda’ch gilydd am bum munud
slack-command-mine = Gweld eich pryderon, a’r hyn sy’n aros amdanoch
slack-command-help = Pwy all helpu, a beth mae Upstander yn ei wneud
slack-command-standin = Enwi pwy sy’n clywed pryderon tra byddwch i ffwrdd
slack-command-language = Dewis Cymraeg neu Saesneg
slack-command-practice = Ymarfer beth i’w ddweud, ar eich pen eich hun, am dri munud
slack-command-advocate = Tro pwy yw hi i ddadlau’r ochr arall
slack-command-thanks = Diolch i rywun a gododd lais, neu a newidiodd ei feddwl
slack-pages = Agor Upstander mewn porwr
