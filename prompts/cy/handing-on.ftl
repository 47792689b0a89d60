# Awaiting a Welsh reader
# Nid eu heiddo hwy yw’r atgyfeiriad: pwy biau ef, a pham.

referral-handed-on = Trosglwyddwyd hyn. Nid oes dim mwy y mae angen i chi ei wneud.
referral-notmine-title = Nid fi biau hwn
referral-notmine-owner = Pwy biau ef, felly?
referral-notmine-owner-hint = Enw yn eich asiantaeth. Gadewch yn wag, a gofynnir i bawb a allai ei gymryd.
referral-notmine-label = Pam nad chi biau ef?
referral-notmine-hint = Gall pwy bynnag a’i cofnododd ddarllen hyn, a phwy bynnag fydd ag ef nesaf.
referral-notmine-submit = Ei drosglwyddo
referral-handed-title = Trosglwyddwyd
referral-handed = Diolch. Gofynnir i eraill nawr.
