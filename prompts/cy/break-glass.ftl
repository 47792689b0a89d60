# Awaiting a Welsh reader
# Dod i wybod enw a roddwyd yn gyfrinachol, pan nad oes ffordd arall.

glass-title = Mae angen yr enw
glass-intro = Codwyd hyn yn gyfrinachol. Dim ond os bydd ail berson yn cytuno y caiff yr enw ei agor. Cedwir cofnod o hynny, a bydd y person yn cael gwybod oni bai y byddai hynny’n rhoi rhywun mewn perygl. Nid yw’n bosibl o gwbl gyda dim a godwyd yn ddienw.
glass-why = Pam nad oes ffordd arall?
glass-why-hint = Er enghraifft: gall rhywun gael niwed, a dim ond y person hwn all ddweud ble.
glass-tell = A yw’n ddiogel dweud wrth y person?
glass-tell-yes = Ydy, bydd y person yn cael gwybod
glass-tell-no = Nac ydy, byddai’n rhoi rhywun mewn perygl
glass-submit = Gofyn i ail berson
glass-asked-title = Gofynnir i ail berson
glass-asked = Gofynnir i eraill â chyfrifoldeb gytuno. Os bydd un yn cytuno, bydd y ddau ohonoch yn gweld yr enw yma.
glass-card = Mae rhywun yn gofyn am agor enw a roddwyd yn gyfrinachol
glass-asked-by = Gofynnwyd gan
glass-agreed-by = Cytunwyd gan
glass-told = A yw’r person yn cael gwybod?
glass-waiting = Mae hyn yn aros i ail berson gytuno. Os nad ydych yn cytuno, peidiwch â gwneud dim, a siaradwch â’r person sy’n gofyn.
glass-opened = Mae dau berson wedi agor yr enw. Mae cofnod o hynny.
button-agree = Rwy’n cytuno: agor yr enw
glass-not-here = Nid oes enw i’w agor yma. Mae’n bosibl dim ond gyda’r hyn a godwyd yn gyfrinachol, a dim ond tra bydd ar agor. Os oes rhywun mewn perygl nawr, defnyddiwch y llwybr brys.
glass-asked-already = Mae rhywun wedi gofyn am hyn eisoes. Caewch hwn a’i agor eto i weld sut y mae, os gwelwch yn dda.
glass-two-people = Rhaid i ail berson gytuno: rhywun â chyfrifoldeb yn yr asiantaeth honno, ac nid yr un a ofynnodd. Arhoswch amdanynt, neu siaradwch â nhw, os gwelwch yn dda.
glass-nobody = Nid oes ail berson a allai gytuno. Gofynnwch i bwy bynnag sy’n gofalu am Upstander enwi rheolwyr yn ffeil y bartneriaeth, os gwelwch yn dda.
missing-tell = Dywedwch a yw’n ddiogel dweud wrth y person, os gwelwch yn dda.
