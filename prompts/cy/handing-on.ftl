# Awaiting a Welsh reader
# Nid eu heiddo hwy yw’r atgyfeiriad: pwy biau ef, a pham.

referral-notmine-title = Nid fi
referral-notmine-owner = Pwy biau ef, felly?
referral-notmine-owner-hint = Enw yn eich asiantaeth. Gadewch yn wag, a gofynnir i bawb a allai ei gymryd.
referral-notmine-label = Pam nad chi biau ef?
referral-notmine-hint = Gall pwy bynnag a’i cofnododd ddarllen hyn.
referral-notmine-submit = Ei drosglwyddo
referral-handed-title = Trosglwyddwyd
referral-handed = Diolch. Gofynnir i eraill nawr.
