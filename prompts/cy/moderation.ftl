# Awaiting a Welsh reader
# Cymedrolwr yn edrych ar sgwrs a all fod yn sarhaus.

moderate-title = Gofyn i gymedrolwr
moderate-label = Beth sydd o’i le ar yr hyn a ysgrifennwyd?
moderate-hint = Nid yw’r person a gododd hyn yn cael gwybod. Mae’n aros ar agor, a rhaid ei ateb o hyd.
moderate-submit = Gofyn
moderate-done-title = Gofynnir i gymedrolwr
moderate-done = Byddant yn edrych arno ac yn penderfynu. Tan hynny, nid oes dim yn newid i chi: atebwch ef o hyd, os gwelwch yn dda.
moderate-left-title = Gadawyd fel y mae
moderate-left = Mae’r sgwrs yn mynd ymlaen fel o’r blaen. Nid oes neb yn cael gwybod.
moderator-card = Gofynnir i chi edrych ar sgwrs gyda { $agency }
reviewer-card = Darllenwch sgwrs gyda { $agency }, os gwelwch yn dda, yn lle’r person yr anfonwyd hi ato
divert-done-title = Gydag adolygydd nawr
divert-done = Bydd yr hyn y mae’r person yn ei ysgrifennu o hyn ymlaen yn mynd at adolygydd annibynnol. Nid oes dim yn cael ei golli, ac nid yw’r naill ochr na’r llall yn gweld gwahaniaeth.
diverted-already = Mae hyn gydag adolygydd eisoes. Nid oes angen i chi wneud dim mwy.
no-reviewer = Nid oes adolygydd ar gael ar gyfer hyn. Gofynnwch i bwy bynnag sy’n gofalu am Upstander enwi un yn ffeil y bartneriaeth, os gwelwch yn dda.
no-moderator = Nid oes cymedrolwr ar gael ar gyfer hyn. Gofynnwch i bwy bynnag sy’n rhedeg Upstander enwi un yn ffeil y bartneriaeth, ac atebwch yr her yn y cyfamser.
