# Awaiting a Welsh reader
# Beth mae pobl yn ei wneud ag atgyfeiriad sy’n eiddo iddynt: cymorth, wedyn.

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
