### Nivîsên rûkarê bi kurdî (kurmancî).

## Li her rûpelê

skip-to-text = Derbasî nivîsê bibe
nav-site = Malper
nav-trail = Cihê vê rûpelê
nav-about-site = Derbarê vê malperê de
nav-languages = Ziman
language-missing = { $language } (ev rûpel hê tune)
held-draft = Reşnivîs: nehatiye weşandin
held-embargoed = Heta { $date }, { $time } UTC di bin ambargoyê de ye: nehatiye weşandin
nav-facts = Agahî
nav-contents = Di vê rûpelê de
nav-sections = Beş
footer-standing = Her gotin bi xwediyê xwe, bi çavkaniya xwe û bi rewşa xwe ya hiqûqî tê nîşandan. “Îdiakirî” tê wê wateyê ku tiştek nehatiye îsbatkirin.
footer-corrections = Rastkirin
footer-feed = Weşana nûçeyan: { $title }
footer-data = Dane: JSON, CSV
list-separator = { ", " }
list-and = { "; û " }
no-date = dîrok tune

## Cureyên rûpelan

kind-dossier = Dosye
kind-case = Doz
kind-hearing = Rûniştin
kind-person = Kes
kind-organisation = Sazî
kind-place = Cih
kind-event = Bûyer
kind-source = Çavkanî
kind-page = Rûpel
kinds-dossier = Dosye
kinds-case = Doz
kinds-hearing = Rûniştin
kinds-person = Kes
kinds-organisation = Sazî
kinds-place = Cih
kinds-event = Bûyer
kinds-source = Çavkanî
kinds-page = Rûpel
count-dossier = { $count } dosye
count-case = { $count } doz
count-hearing = { $count } rûniştin
count-person = { $count } kes
count-organisation = { $count } sazî
count-place = { $count } cih
count-event = { $count } bûyer
count-source = { $count } çavkanî
count-page = { $count } rûpel
count-statement = { $count } gotin

## Rûpela sereke û lîste

home-dossiers = Dosye
home-scheduled = Rûniştinên pêş me
home-hearings = Rûniştinên dawî
home-cases = Doz
index-letters = Tîp
index-years = Sal
index-by-date = Li gorî dîrokê
index-by-case = Li gorî dozê
index-not-named = Yên ku navê wan nayê gotin
index-others = Yên din
index-no-date = Yên ku dîroka wan nayê zanîn
index-without-case = Yên bê doz
calendar-title = Rûniştinên ku tên
calendar-of = { $title }: rûniştin
calendar-count = { $count ->
    [0] Li vir tu rûniştin ne diyarkirî ye.
   *[other] { $count } rûniştin hatine diyarkirin.
}
calendar-no-day = Roj hê nayê zanîn
subscribe-calendar = { $title } (pelê salnameyê)
subscribe-feed = { $title } (weşana nûçeyan)
timeline-title = Rêza demê
timeline-no-year = Yên ku sala wan nayê zanîn
timeline-undated = Ev di tu salê de cih nagirin. Sedem li kêleka her yekê nivîsandî ye.
timeline-empty = Hê tiştekî bi dîrok tune.
undated-no-date = Li vir tu dîrok ne qeydkirî ye.
undated-no-year = Sal nehatiye gotin.
undated-part-of-year = Tenê deh sal an sedsal tê zanîn.
undated-some-without-year = Di hemû dîrokên gengaz de sal tune.

## Agahî

fact-date = Dîrok
fact-status = Rewş
fact-case = Doz
fact-court = Dadgeh
fact-place = Cih
fact-next-date = Dîroka din a diyarkirî
fact-file-number = Hejmara dosyeyê
fact-opened = Dîroka vekirinê
fact-about = Mijar
fact-split-from = Doza ku jê hatiye veqetandin
fact-split-into = Dozên ku jê hatine veqetandin
fact-aliases = Nivîsandinên din
fact-same-as = Li cihên din
fact-tags = Etîket
fact-seat = Navend
fact-cases-about = Dozên derbarê wê de
fact-within = Beşek ji
fact-parts = Beşên wê
fact-coordinates = Koordînat
fact-precision = Teqezî
fact-publisher = Weşanger
fact-author = Nivîskar
fact-published = Dîroka weşanê
fact-accessed = Dîroka xwendinê
fact-original = Navnîşana resen
fact-archived = Kopiya arşîvê
fact-stored = Kopiya parastî
fact-sha256 = SHA-256 ya kopiya parastî
fact-published-sha256 = SHA-256 ya wêneyê weşandî, bê tiştên ku kamera û edîtoran tê de nivîsandine
fact-original-sha256 = SHA-256 ya kopiya parastî ku nayê weşandin
fact-cleaned = Metadane hatine paqijkirin
cleaned-checked = Erê
cleaned-unchecked = Li gorî yên ku diweşînin erê; bername nikare peleke bi vî rengî kontrol bike
fact-retells = Çavkaniya ku vediguhêze
coordinates = { $north }° Bak., { $east }° Roj.
open-stored = Kopiya parastî veke
precision-exact = cihê rast
precision-vicinity = tenê derdora wê tê nîşandan
precision-locality = tenê bajar an navçeya wê tê nîşandan
precision-region = tenê herêma wê tê nîşandan
source-article = Gotar
source-judgment = Biryara dadgehê
source-minutes = Tutanak
source-indictment = Îdianame
source-record = Qeyd
source-audio = Deng
source-video = Vîdeo
source-photo = Wêne
source-post = Parvekirin
source-notes = Not

## Dîrok

date-worked-out = li gorî encamgirtina nivîskaran { $date }: { $basis }

## Belge

namesakes = Bi van re neyê tevlihevkirin: { $names }.
embed-from = Ji: { $link }
embed-goes-on = Berdewam bixwînin: { $link }
cited-title = Çavkaniyên ku hatine nîşandan
cited-not-seen = Nehatiye dîtin: bi rêya çavkaniyeke din hatiye nîşandan.
cited-archived = Kopiya arşîvê: { $link }.
cited-about = Derbarê vê çavkaniyê de
cited-about-label = Derbarê çavkaniya { $number } de
cited-back-label = Vegere nivîsê, çavkanî { $number }
cited-back-label-again = Vegere nivîsê, çavkanî { $number } ({ $time })
byline = Nivîskar: { $authors }
updated = Nûkirin: { $date }
minutes-to-read = { $count } deqe ji bo xwendinê
dossier-named = Yên ku navê wan di vê dosyeyê de derbas dibe
sources-title = Çavkanî
replies-title = Bersiv
corrections-title = Rastkirin
correction-was = Berê wiha bû: { $words }
correction-now = Niha wiha ye: { $words }
backlinks-title = Rûpelên ku behsa vê dikin

## Rûniştin û doz

session-scheduled = Dîrok hatiye diyarkirin
session-held = Pêk hatiye
session-adjourned = Hatiye taloqkirin
session-cancelled = Hatiye betalkirin
hearing-participants = Kî beşdar bû
hearing-who-said-what = Kê çi got
hearing-neighbours = Rûniştinên vê dozê
hearing-previous = Rûniştina berê
hearing-next = Rûniştina piştre
hearings-title = Rûniştin
hearings-table = Tabloya rûniştinan
case-course = Kengî çi qewimî
case-accounts = Cihên ku vegotin ji hev cuda ne
case-parties = Alî û rewşa wan a hiqûqî
case-roles = Kes li gorî rola xwe
roles-title = Rolên di dozan de
parties-table = Tabloya aliyan
column-date = Dîrok
column-hearing = Rûniştin
column-role = Rol
column-status = Rewş
column-party = Alî
column-as-of = Di vê dîrokê de
column-source = Çavkanî
column-number = Hej.
column-standing = Rewş
column-who-says-what = Kî çi dibêje

## Hiqûq

legal-status = Rewşa hiqûqî
legal-status-none = Li vir tu rewşa hiqûqî ne qeydkirî ye.
presumption = Her kesê ku bi sûcekî tê sûcdarkirin, heta ku sûcê wî an wê li gorî qanûnê neyê îsbatkirin, bêsûc tê hesibandin.
listed-under = Di bin sernavê “{ $role }” de ye
as-of = Di { $date } de; çavkanî: { $source }
stage-not-a-party = Ne aliyê dozê ye
stage-named-in-file = Navê wî an wê di dosyeya dozê de derbas dibe
stage-suspect = Gumanbar
stage-charged = Doz lê hatiye vekirin
stage-on-trial = Tê darizandin
stage-acquitted = Beraet kiriye
stage-dismissed = Doza li dijî wî an wê ketiye
stage-convicted-appealable = Hatiye mehkûmkirin, biryar ne teqez e
stage-convicted-final = Hatiye mehkûmkirin, biryar teqez e
role-judges = Dadger
role-prosecutors = Dozger
role-defendants = Bersûc
role-complainants = Gilîkar
role-victims = Mexdûr
role-lawyers = Parêzer
role-witnesses = Şahid
role-experts = Pispor
role-officials = Karbidest
role-observers = Çavdêr

## Kesên ku navê wan nayê gotin

person-not-named = navê wî an wê li vir nayê gotin
withheld-title = Çima nav tune
withheld-source = Çavkaniya vê agahiyê: { $source }
how-unknown = Nav nayê zanîn.
how-not-said = Nav nehat gotin.
how-by-us = Em nav dizanin û nabêjin.
how-pseudonym = Navê ku tê nîşandan ne navê rast e.
why-court = Dadgehekê nehişt ku were gotin.
why-minor = Ev kes biçûk e, temenê wî an wê negihîştiye.
why-victim = Ev kes mexdûr e.
why-source = Ev kes çavkanî ye.
why-safety = Dibe ku ev kes bikeve xetereyê.
why-law = Qanûn rê nade.
why-editorial = Edîtoran wisa biryar da.
not-named-title = Yên ku navê wan nayê gotin
not-named-dek = Kesên ku di van rûpelan de bê nav derbas dibin, û çima.
not-named-no-reason = Tu sedem ne qeydkirî ye.
not-named-appears = Rûpelên ku lê derbas dibe: { $pages }
not-named-appears-among = Li ser { $count } rûpelan derbas dibe, hin ji wan: { $pages }
not-named-none = Di van rûpelan de navê her kesî tê gotin.

## Gotin

statement-number = Gotina { $number }
statement-number-within = gotina { $number }
status-reported = Hatiye ragihandin
status-alleged = Îdiakirî, nehatiye îsbatkirin
status-established = Hatiye tesbîtkirin
status-retracted = Hatiye paşvekişandin
standing-reported = hatiye ragihandin
standing-alleged = îdiakirî
standing-established = hatiye tesbîtkirin
standing-retracted = hatiye paşvekişandin
form-testimony = Şahidî
form-submission = Daxuyaniya li dadgehê
form-ruling = Biryar
form-act = Kirin
form-document = Belge
form-background = Paşxane
form-within-testimony = şahidî
form-within-submission = daxuyaniya li dadgehê
form-within-ruling = biryar
form-within-act = kirin
form-within-document = belge
form-within-background = paşxane
unattributed = Çavkaniya wê nabêje kê gotiye
unattributed-within = çavkaniya wê nabêje kê gotiye
statement-about = Derbarê: { $names }
statement-via = Ragihandin: { $sources }
statement-no-source = Tu çavkanî nehatiye dayîn
statement-on-page = { $statement }, rûpel: { $page }
statement-on-page-date = { $statement }, rûpel: { $page }, { $date }
translation-ours = Wergera me ya jêgirtinê
translation-by = Wergera me ya jêgirtinê, werger: { $translator }
named-statement = { $statement } ({ $speaker }, { $standing })
named-own = { $statement } ({ $standing })
named-on-page = { $named }, rûpel: { $page }

## Têkiliya gotinekê bi yeke din re

relation-contradicts = Bi vê re nakok e: { $statement }
relation-denies = Vê red dike: { $statement }
relation-supports = Piştgiriyê dide vê: { $statement }
relation-repeats = Vê dubare dike: { $statement }
relation-corrects = Vê rast dike: { $statement }
related-contradicts = Ev bi wê re nakok e: { $statement }
related-denies = Redker: { $speaker }, { $statement }
related-denies-own = Heman axêver wê red dike: { $statement }
related-denies-unattributed = Ev wê red dike: { $statement }, çavkaniya wê nabêje kê gotiye
related-supports = Ev piştgiriyê dide wê: { $statement }
related-repeats = Ev wê dubare dike: { $statement }
related-corrects = Ev wê rast dike: { $statement }
relation-by = { $relation }, axêver: { $speaker }
relation-own = { $relation }, ya heman axêverî
relation-unattributed = { $relation }, çavkaniya wê nabêje kê gotiye
relation-on-page = { $relation }, rûpel: { $page }
relation-retracted = { $relation }, hatiye paşvekişandin
relation-judgement = { $relation }; li gorî nirxandina edîtoran

## Gotin xwe dispêrin çi

origin-not-seen = { $source } ({ $mark })
origin-not-seen-mark = nehatiye dîtin
origin-through = { $source }, bi rêya: { $statements }
support-corroborated = Koka serbixwe piştgiriyê didin: { $origins }.
support-unseen-as-one = Ew { $count } kokên ku nehatine dîtin yek tên hesibandin.
support-none-seen = Xwe dispêre { $count } kokan ku yek ji wan jî nehatiye dîtin: { $origins }. Nayê zanîn ka ji hev serbixwe ne an na.
support-one-origin = Xwe dispêre yek kokê: { $origins }.
support-reports-one-origin = Ev nûçe yek kok in.
origin-was-not-seen = Koka wê { $mark }: { $source }.
origin-was-not-seen-mark = nehatiye dîtin
origin-goes-back = Koka wê: { $source }.
no-reply-of = Yên ku tu bersiva wan ne qeydkirî ye: { $names }.
rests-one = Tekane gotina li vir xwe dispêre: { $sources }.
rests-all = Hemû { $total } gotinên li vir xwe dispêrin: { $sources }.
rests-some = Ji { $total } gotinên li vir { $count } xwe dispêrin: { $sources }.
rests-sources = { $count ->
    [one] yek çavkanî, { $names }
   *[other] { $count } çavkanî: { $names }
}
retold-by = Veguhêz: { $names }; ya ku tê veguhastin: { $origin }.
retold-by-both = Her du nûçe heman çavkaniyê vediguhêzin: { $origin }.
retold-by-all = Her { $count } nûçe heman çavkaniyê vediguhêzin: { $origin }.
retold-not-seen = { $source } ({ $mark })
retold-not-seen-mark = nehatiye dîtin
at-odds = Gotinên { $who } bi hev re nakok in: { $one } û { $other }.
accounts-about = Du vegotin derbarê { $names } de ku bi hev re nakok in: { $one } û { $other }.
accounts = Du vegotin ku bi hev re nakok in: { $one } û { $other }.
accounts-judgement = Ku gotinek bi yeke din re nakok e, nirxandina edîtoran e.
follows-title = Çi ji qeydan derdikeve
unanswered-all = Di { $alleged } gotinên kesên din de tiştek derbarê { $who } de tê îdiakirin. Tu bersiv ne qeydkirî ye.
unanswered-some = Di { $alleged } gotinên kesên din de tiştek derbarê { $who } de tê îdiakirin; ji bo { $count } ji wan tu bersiv ne qeydkirî ye.
denied = Ya redkirî: { $statement }; ya ku red dike: { $by }.
said-by-person = Gotinên vî kesî
said-by-organisation = Gotinên vê saziyê
nothing-said-by-person = Li vir tu gotina vî kesî ne qeydkirî ye.
nothing-said-by-organisation = Li vir tu gotina vê saziyê ne qeydkirî ye.
said-about-person = Gotinên derbarê vî kesî de
said-about-organisation = Gotinên derbarê vê saziyê de
said-about-place = Gotinên derbarê vî cihî de
said-about-event = Gotinên derbarê vê bûyerê de
place-events = Li vir çi qewimî

## Hejmar û dîrokên ku çavkanî didin

counts-title = Çavkanî çi didin
differ-number-one-source = Çavkanî hejmarên cuda dide.
differ-date-one-source = Çavkanî dîrokên cuda dide.
differ-number = Çavkanî hejmarên cuda didin.
differ-date = Çavkanî dîrokên cuda didin.
differ-compatible = Dibe ku hemû di heman demê de rast bin.
differ-none-chosen = Li vir yek jî nehatiye hilbijartin.
in-its-words = Bi gotinên wê: { $quote }
according-to = Li gorî { $source }
amount-exactly = { $number }
amount-about = nêzîkî { $number }
amount-more-than = ji { $number } zêdetir
amount-at-least = herî kêm { $number }
amount-less-than = ji { $number } kêmtir
amount-at-most = herî zêde { $number }
amount-between = di navbera { $number } û { $most } de

## Çavkanî

source-unseen = Bi rêya yên din hatiye nîşandan; nivîskaran nedîtiye.
source-retells-title = Çi vediguhêze
source-retells-none = Tu çavkaniya ku vediguhêze li vir ne qeydkirî ye.
source-retold-title = Yên ku wê vediguhêzin
source-cited-title = Yên ku wê nîşan didin
source-cited-none = Di vê malperê de tiştek wê rasterast nîşan nade.
source-cited-elsewhere = Yên ku wê bi rêya yên din nîşan didin, di rûpelên wan çavkaniyan de ne ku wê vediguhêzin.
lineage-this = Ev çavkanî, { $seen }
lineage-retells = vê vediguhêze: { $source }, { $seen }
lineage-retold-by = ji aliyê vê ve tê veguhastin: { $source }, { $seen }
lineage-seen = nivîskaran dîtiye
lineage-not-seen = nivîskaran nedîtiye
lineage-above = { $branch } (li jor binêre)
lineage-circle = { $branch } (ev di xelekekê de vedigere)
lineage-further = { $branch } (dom dike; li wir binêre)
lineage-more = Û { $count } yên din.
lineage-more-open = Û { $count } yên din; dom: { $open }.
lineage-more-ends = Û { $count } yên din; heta: { $ends }.
lineage-more-open-ends = Û { $count } yên din; dom: { $open }; heta: { $ends }.
cited-statements = Gotin
cited-standings = Rewşa hiqûqî
cited-standing = { $who }: { $stage }; doz: { $case }; di { $date } de; çavkanî: { $source }
cited-standing-role = { $who }: { $role }, { $stage }; doz: { $case }; di { $date } de; çavkanî: { $source }
cited-counts = Hejmar û dîrok
cited-count = { $what }: { $count }
cited-withheld = Çima navê kesekî nayê gotin
cited-withheld-source = Li gorî { $source }.
cited-pages = Rûpelên ku xwe dispêrin wê

## Rastkirin û yên ji weşanê hatine kişandin

corrections-page = rûpel { $number } ji { $count }
corrections-dek = Tiştên ku di van rûpelan de şaş bûn û hatin rastkirin, yên ku ji weşanê hatin kişandin, û bersivên kesên pêwendîdar. Yên herî nû li pêş in.
corrections-none = Heta niha tu rastkirin nehatiye kirin.
corrections-lists = Rûpelên vê lîsteyê
corrections-newer = Nûtir
corrections-older = Kevntir
withdrawals-title = Yên ji weşanê hatine kişandin
withdrawal-page-day = Rûpelek ji weşanê hat kişandin: { $date }.
withdrawal-page-date = Rûpelek ji weşanê hat kişandin ({ $date }).
withdrawal-statement-day = Gotinek ji weşanê hat kişandin: { $date }.
withdrawal-statement-date = Gotinek ji weşanê hat kişandin ({ $date }).
reply-on = Derbarê { $page }
withdrawn-title = Rûpel ji weşanê hat kişandin
withdrawn-day = Rûpeleke ku li vir bû ji weşanê hat kişandin: { $date }.
withdrawn-date = Rûpeleke ku li vir bû ji weşanê hat kişandin ({ $date }).
withdrawn-more = Rastkirin û yên ji weşanê hatine kişandin
moved-title = Cihê vê rûpelê hat guhertin
moved-to = Cihê wê yê nû: { $page }.
not-found-title = Rûpel nehat dîtin
not-found-dek = Li vê navnîşanê tiştek tune. Dibe ku rûpel hatibe guhastin, an jî { $withdrawn }.
not-found-withdrawn = ji weşanê hatibe kişandin

## Dane

data-title = Dane
data-dek = Tiştên ku ev rûpel dibêjin, wek tablo ji bo bernameyên din.
data-standing = Her gotin xwediyê xwe, çavkaniya xwe û rewşa xwe diparêze: “îdiakirî” tê wê wateyê ku tiştek nehatiye îsbatkirin. Rewşeke hiqûqî tenê ji bo doza xwe û dîroka xwe derbasdar e. Yê ku van tabloyan bi kar tîne van hemûyan li kêleka gotinan diparêze.
data-people = Kesên ku navê wan nayê gotin li vir jî wek di rûpelan de ne, û divê kes li pişt etîketekê neyê gerîn. Li cihê ku { $gathered } false be, divê derbarê wî kesî de tiştek neyê komkirin; li cihê ku { $noindex } true be, divê motorên lêgerînê dûr bimînin.
data-tables = Tabloyên daneyan
data-column-table = Tablo
data-column-holds = Naverok
data-column-files = Pel
data-schema = Pelên JSON li gorî vê şemayê ne:
table-statements = Kê derbarê kê de, bi ragihandina kê, bi kîjan rewşê çi got, û çi jê derdikeve
table-entities = Her tiştê ku li vir rûpela wî heye, bi dîrokên xwe
table-relations = Kê li ku kîjan rol hebû, çi behsa çi dike, kîjan gotin bi ya din re çi têkiliyê datîne
table-standing = Rewşa hiqûqî ya aliyan, li gorî dozê, bi dîrok û çavkaniya xwe
table-withheld = Navê kê nayê gotin, û çima
table-sources = Agahî ji ku tê, her çavkanî kê vediguhêze, û hatiye dîtin an na

## Tiştên ku bername dinivîse

unpublished-person = kesek ku navê wî li vir nayê gotin
unpublished-organisation = saziyek ku navê wê li vir nayê gotin
unpublished-place = cihek ku navê wî li vir nayê gotin
unpublished-source = çavkaniyek ku li vir nehatiye weşandin
unpublished-page = rûpelek ku li vir nehatiye weşandin
date-not-stated = dîrok nehatiye gotin
feed-worked-out = Dîrok ji aliyê nivîskaran ve hatiye derxistin: { $basis }
feed-corrections = { $site }: Rastkirin
feed-correction = Rastkirin: { $page }
feed-reply = Bersiva { $who }: { $page }
field-about = Mijar
field-case = Doz
field-court = Dadgeh
field-retells = Çavkaniya ku vediguhêze
field-in-facts = Di agahiyên wê de
field-not-same-as = Ne heman e
field-place = Cih
field-publisher = Weşanger
field-source = Çavkanî
field-split-from = Doza ku jê hatiye veqetandin
field-who = Alî
field-within = Beşek ji
field-other = Navê wê derbas dibe
field-statement-source = Çavkaniya gotinan
field-spoke = Axivî
backlink-cited = Li wir hatiye nîşandan
backlink-shown = Li wir tê xuyakirin
backlink-speaker = Xwediyê gotinan
backlink-about = Mijara gotina { $number } ({ $standing })
backlink-related = Bi gotina { $number } ({ $standing }) re têkildar
backlink-cited-in = Di gotina { $number } ({ $standing }) de hatiye nîşandan
notes-title = Not
table-label = Tablo
callout-note = Têbînî
callout-warning = Hişyarî
callout-disputed = Nakokî
callout-tip = Şîret
callout-important = Girîng
callout-caution = Baldarî
callout-short = Bi kurtî
note-back = Vegere nivîsê, not { $number }
note-back-again = Vegere nivîsê, not { $number } ({ $time })
note-label = Not { $number }
cited-label = Çavkanî { $number }
source-mark = çavkanî
corrections-title-page = Rastkirin, { $number }

## Forma kurt a gotinekê

short-form = { $speaker } ({ $form }, { $standing }): { $words }
short-withdrawn = hatiye paşvekişandin
short-reported = ji aliyê { $sources } ve hatiye ragihandin
short-alleged = îdiakirî, nehatiye îsbatkirin; ragihandin: { $sources }
short-established = hatiye tesbîtkirin, li gorî { $sources }
short-retracted = hatiye paşvekişandin; ragihandin: { $sources }
short-reported-no-source = hatiye ragihandin, tu çavkanî nehatiye dayîn
short-alleged-no-source = îdiakirî, nehatiye îsbatkirin; tu çavkanî nehatiye dayîn
short-established-no-source = hatiye tesbîtkirin, tu çavkanî nehatiye dayîn
short-retracted-no-source = hatiye paşvekişandin, tu çavkanî nehatiye dayîn

## Search

search-title = Lêgerîn
search-site = Di vê malperê de bigere
search-words = Nav an peyv
search-button = Bigere
search-offers = Nav
search-dek = Pêşî nav, paşê her tiştê ku hatiye nivîsandin û gotin. Li cihê ku skrîpt naxebitin, lîsteyên jêrîn rê nîşan didin.
search-narrow = Teng bike
search-more = Encamên din
search-lists = Hemû lîste
search-all = Hemû rûpel di lîsteyekê de
search-people = Kes ji A heta Z
search-years = Rûniştin li gorî salan
search-cases = Doz
search-kinds = Li gorî cureyê
search-found = { $count ->
    [one] { $shown } encam
   *[other] { $shown } encam
}
search-nothing = Ji bo “{ $question }” tiştek nehat dîtin.
search-failed = Lêgerîn nehat barkirin. Dîsa biceribîne, an lîsteyên jêrîn bi kar bîne.
search-statement = Gotin
search-by-kind = Cure
search-by-case = Doz
search-by-role = Rol
search-by-year = Sal
search-by-language = Ziman
search-by-status = Rewşa gotinan
all-pages-title = Hemû rûpel
all-pages-dek = { $count ->
    [one] { $count } rûpel, li gorî cure û navî.
   *[other] { $count } rûpel, li gorî cure û navî.
}
all-pages-parts = Rûpelên vê lîsteyê

## Têkilî, nexşe, lîste, guhertin

network-title = Têkilî
network-of = Têkilî: { $title }
network-in-case = Têkiliyên di vê dozê de
network-all = Hemû têkilî
network-more = Hemû { $count } têkilî
network-dek = Kê kîjan rol hebû, agahî derbarê kê de çi dibêjin, û kê derbarê kê de axivî; her yek bi bingeha xwe. Ku gotinek behsa du kesan dike, van herduyan bi tu awayî bi hev ve girê nade. Kesên ku derbarê wan de tiştek nayê komkirin li vir tune ne.
network-split = Li vir kes û tişt ji yên ku xêzek dikare nîşan bide zêdetir in. Her dozê xêza xwe heye.
network-drawing = Xêza têkiliyan
network-drawing-of-table = Têkiliyên tabloyê wek xêz
network-table = Tabloya têkiliyan
network-caption = Tabloya jêrîn wek xêz.
network-lines = Her xet xwe dispêre çi, di tabloyê de ye.
network-left-out = Xêz yên ku herî zêde têkiliyên wan hene nîşan dide; { $count } yên din tenê di tabloyê de ne.
line-recorded = Xeta rast: di agahiyên rûpelekê de qeydkirî ye.
line-established = Xeta stûr: hatiye tesbîtkirin.
line-reported = Xeta birî: hatiye ragihandin.
line-alleged = Xeta niqteyan: îdiakirî, nehatiye îsbatkirin.
line-retracted = Xeta birî û niqteyan: hatiye paşvekişandin.
relation-recorded = Qeydkirî
relation-spoke-about = Derbarê wî an wê de axivî
relation-from = Kî
relation-what = Têkilî
relation-to = Bi kê an bi çi re
relation-standing = Rewş
relation-source = Çavkanî û dîrok
relation-on = Rûpel: { $pages }
relation-more = û { $count } yên din
relation-no-source = tu çavkanî nehatiye dayîn
count-relation = { $count } têkilî
map-title = Nexşe
map-dek = Cihên di van rûpelan de, her yek bi teqeziya ku dikare were nîşandan.
map-section = Li ku bû
map-drawing = Cihên lîsteyê li ser nexşeyê
map-numbers = Hejmar yên lîsteyê ne. Nîşan bi teqeziya ku lîste dibêje ne.
map-circles = Bazin nîşan dide ka cih dikare çiqasî dûrî wir be.
map-outlines = Xetên derve: Natural Earth; sînor wek li wir in û tiştekî biryar nadin.
map-more = Bi tevahî { $count } cih; yên pêşîn li vir in.
degrees-north = { $degrees }° Bak.
degrees-south = { $degrees }° Baş.
degrees-east = { $degrees }° Rojh.
degrees-west = { $degrees }° Roja.
timeline-of = Rêza demê: { $title }
timeline-whole = Hemû rêza demê
timeline-by-case = Rêzên demê yên dozan
page-number = { $title }, { $number }
page-part = { $title }: { $part }
paging-label = Rûpelên vê lîsteyê
paging-before = Rûpela berê
paging-after = Rûpela piştre
paging-here = Rûpel { $number } ji { $count }
rest-all = Hemû { $count }
rest-first = Yên pêşîn li vir in.
rest-total = bi tevahî { $count }
rest-all-related = Hemû { $count } têkilî, gotina { $number }
rest-all-origins = Hemû { $count } kok, gotina { $number }
rest-more = { $count } yên din
rest-of-statement = { $list }, gotina { $number }
rest-about-statement = Mijar: { $statement }.
list-said-by = Gotinên wî an wê
list-said-about = Gotinên derbarê vê de
list-hearings = Rûniştin
list-reported = Gotinên ku xwe dispêrin wê
list-happened = Li vir çi qewimî
list-parties = Alî û rewşa wan a hiqûqî
list-participants = Kesên beşdar
list-said = Kê çi got
list-disagreements = Gotinên bi hev re nakok
list-denials = Gotinên ku hatine redkirin
list-named = Yên ku navê wan di vê dosyeyê de derbas dibe
list-aliases = Nav û nivîsandinên din
list-corrections = Rastkirin
list-replies = Bersiv
list-named-on = Rûpelên ku behsa vê dikin
list-related = Gotinên têkildar
list-origins = Kok

## Beşên nivîsê

text-part-title = { $title }, beş { $number }
text-parts = Beşên vê nivîsê
text-contents = Di hemû beşan de
text-part-here = Beş { $number } ji { $count }
text-part-before = Beşa berê
text-part-after = Beşa piştre
text-part = Beş { $number }
changes-title = Çi guherî
changes-all = Hemû guhertin
changes-dek = Tiştên ku li vir hatin weşandin, nûkirin, rastkirin û ji weşanê kişandin, yên herî nû li pêş. Çi şaş bû û niha çi li şûnê ye, di { $corrections } de tê gotin.
changes-corrections = Rastkirin
changes-none = Heta niha tiştek neguheriye.
change-published = Hat weşandin
change-updated = Hat nûkirin
change-corrected = Hat rastkirin
change-replied = Bersiv
change-withdrawn = Ji weşanê hat kişandin
change-part = Çi dibêje
change-of-page = Rûpelek
change-of-statement = Gotinek
cite-title = Vê rûpelê wek çavkanî nîşan bide
